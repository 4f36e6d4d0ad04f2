"""What people may choose about messages."""
