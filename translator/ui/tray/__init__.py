"""The icon in the tray and its menu, and what closing the window does where there is a tray."""
