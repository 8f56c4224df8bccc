"""Global shortcuts from the GlobalShortcuts portal of Wayland desktops."""
