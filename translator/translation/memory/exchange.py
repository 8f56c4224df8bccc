"""What may be wrong with a file of units."""


class UnitFileInvalid(Exception):
    """A file is no file of units, or is refused. ``line`` counts from one; ``reason`` is a few words in English."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason
