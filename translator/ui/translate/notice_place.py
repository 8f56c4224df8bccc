"""Where a notice lies in its pane, and what gives way to it. All in pixels."""

from typing import NamedTuple

MARGIN = 12
"""Around the notice, but above it."""
_ABOVE = 4
_LEAST = 64
"""What a notice has to have: two lines of its sentence. The rest is scrolled to."""


class Around(NamedTuple):
    """What else is in the pane: its height, the search ``above`` the text, a line of the text, and what lies below it.

    ``parts`` are those between text and footer, as high as they would be, and ``least`` as low as they can be; 0 for
    none.
    """

    height: int
    above: int
    text: int
    parts: int
    least: int
    footer: int


class NoticePlace(NamedTuple):
    """Where the notice ends, from the pane's top, and how high it is; what stays of the rest.

    ``covered`` is how much is taken from the foot of the text's field. ``parts`` is how high the parts may be; None for
    as high as they would be.
    """

    bottom: int
    height: int
    covered: int
    keeps_footer: bool
    parts: int | None = None


def place_notice(wanted: int, around: Around) -> NoticePlace:
    """Return the place for a notice of this height.

    It never lies over the search, whose words are typed. The footer gives way first, then the parts, so that a line of
    the text is left; then the notice scrolls; in the end the text is covered.
    """
    room = around.height - _ABOVE - around.above
    gap = MARGIN if around.parts else 0
    below = around.footer + (around.parts + 1 + gap if around.parts else 0)
    if wanted <= room - below - around.text:
        return NoticePlace(around.height - below, wanted, wanted + _ABOVE + gap, keeps_footer=True)
    least = around.least + 1 if around.parts else 0
    parts = around.least if room - MARGIN - least - around.text >= min(wanted, _LEAST) else 0
    below = MARGIN + (least if parts else 0)
    room -= below
    height = max(0, min(wanted, max(room - around.text, min(_LEAST, room))))
    return NoticePlace(around.height - below, height, height + _ABOVE + MARGIN, keeps_footer=False, parts=parts)
