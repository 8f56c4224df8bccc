"""The running program: what its window, its popup and its tray are built from, joined, and in the end closed."""
