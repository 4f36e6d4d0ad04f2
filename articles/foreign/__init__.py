"""What other systems wrote, read as our blocks. Nothing here touches the database or the net."""
