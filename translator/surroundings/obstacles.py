"""What keeps the program from working in other programs."""

from enum import Enum


class Obstacle(Enum):
    """Why a translation cannot be put in the place of what is selected."""

    WAYLAND = "wayland"
    """This kind of desktop lets no program type into another."""
    PERMISSION = "permission"
    """The user has to allow it first, in the system's settings."""
    NOBODY_IN_FRONT = "nobody_in_front"
    """No other program was in front."""
    UNSUPPORTED = "unsupported"
    """The system offers no way."""
