"""Whether there is a tray now, and when that changes: told by the bus and by X11, asked for by no timer."""
