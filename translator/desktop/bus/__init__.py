"""The session bus, and the desktop's portals on it. No Qt: QtDBus cannot send what some of them want."""
