"""Every write of this house, one file a noun."""
