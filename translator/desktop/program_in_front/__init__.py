"""The program that the user was in when the shortcut was pressed: read from, written to, and gone back to."""
