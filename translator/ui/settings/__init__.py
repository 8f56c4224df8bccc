"""The settings window: a view and a presenter for each page that has something to decide."""
