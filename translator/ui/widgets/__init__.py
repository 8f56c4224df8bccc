"""Controls that more than one part of the window uses. They know the theme and nothing of translation."""
