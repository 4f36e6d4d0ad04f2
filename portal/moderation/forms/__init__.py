"""What people may type in reports, questions and decisions."""
