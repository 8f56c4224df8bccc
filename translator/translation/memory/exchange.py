"""What may be wrong with a file of units."""


class UnitFileInvalid(Exception):
    """A file is no file of units, or is refused. Its message is a sentence that says why, and in which line."""
