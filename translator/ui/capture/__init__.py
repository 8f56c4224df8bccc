"""Text in pictures: a part of the screen is drawn, or a picture pasted or dropped, and read."""
