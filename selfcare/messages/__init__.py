"""The kinds of message of this house: whether each is still wanted, and its words."""
