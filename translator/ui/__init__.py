"""What is seen. A view and its presenter for each part of the window."""
