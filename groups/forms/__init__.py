"""What people may type in groups."""
