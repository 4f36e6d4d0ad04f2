"""What this house offers the shared rooms."""
