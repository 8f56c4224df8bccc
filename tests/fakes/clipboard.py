"""A clipboard of one's own."""


class FakeClipboard:
    """Holds a text."""

    def __init__(self, content: str = "") -> None:
        self.content = content

    def text(self) -> str:
        """Return it."""
        return self.content

    def set_text(self, text: str) -> None:
        """Replace it."""
        self.content = text
