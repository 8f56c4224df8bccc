"""Why the running program is not found, or not reached: CannotMeet, and its kinds."""


class CannotMeet(Exception):
    """No program of this user can be found here, or find this one. ``reason`` is the system's word for it, or empty."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class NotOurs(CannotMeet):
    """What is in that place belongs to another user."""


class NobodyThere(CannotMeet):
    """No program listens."""


class NoAnswer(CannotMeet):
    """Somebody listens, but does not answer, or not as we do."""


class CutOff(CannotMeet):
    """Somebody listens, or did, but this connection came to nothing; another one may."""


class NotStarted(CannotMeet):
    """The program that was started has ended at once, with another status than 0."""
