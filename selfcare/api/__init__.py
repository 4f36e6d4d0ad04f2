"""Plans, today, the diary and sharing for programs: the same doors, rules and operations as the pages."""
