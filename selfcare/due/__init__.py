"""When something is due, and how that is said."""
