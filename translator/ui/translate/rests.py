"""How long is waited before something is done, or said."""

from dataclasses import dataclass

COUNT_AFTER = 0.15
"""Seconds of rest after which a text is counted and its language looked at."""

TRANSLATE_AFTER = 0.6
"""Seconds of rest after which a text is translated, where the user wants that."""

STOP_AFTER = 0.1
"""Seconds after which Translate becomes Stop; a quicker answer never makes it flicker."""

SAY_AFTER = 0.1
"""Seconds after which it is said that something is done: what is there before is seen."""

PASSING = 4.0
"""Seconds that what is said in between stays in the status line while a translation is on its way."""


@dataclass(frozen=True, slots=True)
class Rests:
    """How long the presenter waits, in seconds."""

    count: float = COUNT_AFTER
    translate: float = TRANSLATE_AFTER
    stop: float = STOP_AFTER
    say: float = SAY_AFTER
