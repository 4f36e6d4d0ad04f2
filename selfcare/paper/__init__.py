"""The sheet for an appointment: its words, and its files."""
