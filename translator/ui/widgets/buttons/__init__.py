"""What is pressed: buttons with words, with icons and with menus, and switches."""
