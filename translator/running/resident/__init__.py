"""The running program beside its window: what joins the popup, the shortcuts, the tray and the clipboard to it."""
