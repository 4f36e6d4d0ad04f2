"""Reports, cases and decisions for programs: the same doors, rules and operations as the pages."""
