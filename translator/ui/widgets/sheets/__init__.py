"""What other things lie on: sheets, and panels over the window with their shadows."""
