"""What a diary entry may say, what it leads to, and its words."""
