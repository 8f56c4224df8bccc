"""What stands side by side, or one below the other where there is too little width."""

from PySide6.QtWidgets import QBoxLayout


def stack(layout: QBoxLayout, *, stacked: bool) -> None:
    """Have what is in a layout stand one below the other, or side by side from where reading begins."""
    directions = QBoxLayout.Direction
    layout.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
