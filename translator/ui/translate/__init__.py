"""The two panes: what is typed, what comes back, and what lies between."""
