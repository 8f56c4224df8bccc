"""The names of the StatusNotifierWatcher, which knows who shows icons, as KDE chose them and all desktops have them."""

WATCHER = "org.kde.StatusNotifierWatcher"
"""Its name on the bus, and that of its interface."""
PATH = "/StatusNotifierWatcher"
HAS_HOST = "IsStatusNotifierHostRegistered"
