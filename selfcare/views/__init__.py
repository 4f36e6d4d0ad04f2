"""Pages of this house."""
