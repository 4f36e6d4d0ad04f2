"""The library and its newsroom for programs: the same doors, rules and operations as the pages."""
