"""Starting at login, as a test sets it."""


class FakeAutostart:
    """``fault`` is raised instead of a change."""

    def __init__(self, *, on: bool = False) -> None:
        self.on = on
        self.fault: OSError | None = None

    def is_on(self) -> bool:
        """Return whether it is on."""
        return self.on

    def set_on(self, *, on: bool) -> None:
        """Switch it."""
        if self.fault is not None:
            raise self.fault
        self.on = on
