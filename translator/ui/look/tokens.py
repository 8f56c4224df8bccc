"""The colours of the two themes, and the sizes. Contrast of each pair is measured in tests/ui/look/test_contrast.py."""

from typing import NamedTuple

from PySide6.QtCore import QSize


class Colours(NamedTuple):
    """One theme's colours, as ``#RRGGBB``. A name says what a colour is for, never what it looks like."""

    canvas: str
    surface: str
    raised: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    text_2: str
    text_3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_text: str
    accent_soft: str
    link: str
    link_line: str
    selection: str
    error: str
    error_soft: str
    error_line: str
    warning: str
    warning_soft: str
    warning_line: str
    success: str
    success_soft: str
    success_line: str
    skeleton: str
    scrollbar: str
    focus: str
    ring_on_accent: str


LIGHT = Colours(
    canvas="#F3F3F0", surface="#FFFFFF", raised="#F8F8F6", hover="#ECECE8", pressed="#E2E2DD",
    border="#DCDBD5", border_strong="#85847E",
    text="#1B1C1F", text_2="#585B62", text_3="#676A71", disabled="#A3A39E",
    accent="#2F55D4", accent_hover="#2848B8", accent_pressed="#203B99", on_accent="#FFFFFF",
    accent_text="#2B4FC8", accent_soft="#E8EDFC",
    link="#DCE5FD", link_line="#3F63DC", selection="#BFD0FB",
    error="#B3261E", error_soft="#FDEEEC", error_line="#D23B31",
    warning="#825000", warning_soft="#FFF3DA", warning_line="#B06A00",
    success="#1A6E3E", success_soft="#E7F5EC", success_line="#22874C",
    skeleton="#EBEBE7", scrollbar="#858580", focus="#2F55D4", ring_on_accent="#000000",
)  # fmt: skip

DARK = Colours(
    canvas="#151618", surface="#1D1F22", raised="#25282C", hover="#2C2F34", pressed="#34383E",
    border="#33363B", border_strong="#777C84",
    text="#E9E9E6", text_2="#AEB2B9", text_3="#9499A1", disabled="#62666D",
    accent="#4A6BE6", accent_hover="#4263DE", accent_pressed="#3A58CB", on_accent="#FFFFFF",
    accent_text="#9FB4FF", accent_soft="#232C49",
    link="#2A3967", link_line="#8AA4FF", selection="#3A4F93",
    error="#FF9E96", error_soft="#37201F", error_line="#F2675D",
    warning="#F5C26B", warning_soft="#33290F", warning_line="#DE9A2E",
    success="#7FD6A0", success_soft="#18301F", success_line="#4DB57A",
    skeleton="#2A2D31", scrollbar="#6C7077", focus="#8AA4FF", ring_on_accent="#FFFFFF",
)  # fmt: skip


def with_more_contrast(colours: Colours) -> Colours:
    """Return a theme in which nothing is said in a quieter colour than the rest, and every edge can be seen."""
    return colours._replace(
        text_2=colours.text, text_3=colours.text, border=colours.border_strong, border_strong=colours.text_2,
        disabled=colours.text_3, scrollbar=colours.text_2,
    )  # fmt: skip


RADIUS_SHEET = 12
RADIUS_GROUP = 10
RADIUS_CONTROL = 8
RADIUS_HIGHLIGHT = 4

BAR_HEIGHT = 56
STATUS_HEIGHT = 36
STATUS_HEIGHT_NARROW = 28
FOOTER_HEIGHT = 48
TOOL = 32
GUTTER = 8

UNLIMITED = (1 << 24) - 1
"""No limit to a width or a height: Qt's own QWIDGETSIZE_MAX, which PySide does not have."""

LARGEST_LEAST = QSize(720, 640)
"""No window has to be larger than this: it leaves room for the desktop's own on a screen of 1280 x 720."""

STACK_BELOW = 640
"""Window widths below this put the panes one above the other."""

COMPACT_BELOW = 960
"""Window widths below this gather the bar's tools in the menu."""

WIDE_FROM = 1280
"""Windows of this width and more have room beside the panes."""

NARROW_PANE = 420
"""Panes below this width put a notice's actions under its sentence."""


class Spacing(NamedTuple):
    """The margins that belong to a width of the window."""

    outer: int
    text: int


def spacing_for(width: int) -> Spacing:
    """Return the margins for a window of this width."""
    if width < STACK_BELOW:
        return Spacing(outer=8, text=16)
    return Spacing(outer=12, text=20) if width < COMPACT_BELOW else Spacing(outer=16, text=24)
