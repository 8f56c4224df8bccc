"""How large a picture is sent: as small as services make it anyway, as large as the text in it needs.

OpenAI fits a picture into 2,048 pixels a side at "high" detail, and into 1,536 or 2,500 patches of 32 pixels (guide
"Images and vision"); Claude into 2,576 pixels a side and 4,784 patches of 28 pixels; Gemini, Qwen and servers at home
take what they get. So 2,048 x 1,536 pixels lose nothing that would be seen. A strip is let be longer, so that its
letters stay legible where a service keeps its size.

Groq takes the least: requests of 4 MB, in which base64 makes 4 bytes of 3 (console.groq.com, "Vision"). Looked up on
2026-11-23.
"""

from math import sqrt

MOST_PIXELS = 2_048 * 1_536
LONGEST_SIDE = 4_096
"""Pixels."""

PNG_BYTES = 1_000_000
"""Up to here a picture travels as PNG, which keeps every edge of a letter. What is larger is a photograph, mostly."""

MOST_BYTES = 2_900_000
"""In base64, with a message around it, that is less than 4 MB."""


def fitted_size(width: int, height: int) -> tuple[int, int]:
    """Return the width and the height to be sent, in pixels: of the same shape, and never larger than it is."""
    factor = min(1.0, sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / max(width, height))
    return max(1, int(width * factor)), max(1, int(height * factor))
