"""What this room offers the others."""
