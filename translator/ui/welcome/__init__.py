"""The first run: how to translate, asked in the window and never in its way."""
