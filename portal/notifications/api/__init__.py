"""The inbox and devices for programs: the same doors, rules and operations as the pages."""
