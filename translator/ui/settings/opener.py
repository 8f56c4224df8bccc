"""Opens the settings, once, at the page that is wanted."""
