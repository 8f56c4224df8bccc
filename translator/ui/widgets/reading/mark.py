"""What a range of a text can be marked as."""

from enum import Enum


class Mark(Enum):
    """What a range of a text is marked as. They are drawn in this order."""

    UNTRANSLATED = "untranslated"
    """In a source what has no translation; in a translation what is of an earlier source."""
    LIT = "lit"
    """What is pointed at, and what answers it in the other pane."""
    WARNING = "warning"
    ERROR = "error"
    EDITED = "edited"
    """Written by the user: a bar in the margin."""
