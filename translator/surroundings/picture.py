"""A picture with text in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG or JPEG, as its ``mime`` says. ``width`` and ``height`` are in pixels."""

    content: bytes = field(repr=False)
    width: int
    height: int
    mime: str = "image/png"
