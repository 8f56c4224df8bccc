"""The thin line that parts one thing from another."""

from PySide6.QtGui import QPen

from translator.ui.look.theme import Theme


def hairline(theme: Theme) -> QPen:
    """Return a pen of one device pixel, at every scale.

    One as wide as a pixel of the design, at a scale between whole ones, would draw nothing along the edge of a widget.
    """
    pen = QPen(theme.colour("border"), 1)
    pen.setCosmetic(True)
    return pen
