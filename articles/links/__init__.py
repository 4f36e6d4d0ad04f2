"""Looking after the addresses that guides cite: a polite nightly look, and what it found."""
