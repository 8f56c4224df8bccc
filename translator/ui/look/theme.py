"""The theme in use: colours, scale, icons. Widgets are given it and listen to ``changed``."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from translator.settings import Appearance
from translator.ui.look.fonts import interface_font
from translator.ui.look.icons import Icons
from translator.ui.look.stylesheet import stylesheet
from translator.ui.look.tokens import DARK, LARGEST_LEAST, LIGHT, Colours, with_more_contrast

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border_strong",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border",
}


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette


class Theme(QObject):
    """Follows the system's colour scheme, or the user's choice. An unknown scheme means light.

    Where the system asks for more contrast, there is more of it in either.
    """

    changed = Signal()

    def __init__(self, app: QApplication, icons: Icons, wants_contrast: Callable[[], bool] | None = None) -> None:
        """``wants_contrast`` tells whether the system asks for more contrast, where another than Qt is to say."""
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._appearance: Appearance = "system"
        self._scale = 1.0
        self._chosen: tuple[Appearance, int] | None = None
        self._is_dark = False
        self._fonts: dict[tuple[float, int], QFont] = {}
        self.colours = LIGHT
        self.is_still: Callable[[], bool] = lambda: False
        """Asks the system whether nothing is to move that need not."""
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self._wants_contrast = wants_contrast or self._system_wants_contrast
        self._hints.colorSchemeChanged.connect(self._apply)
        self._access.contrastPreferenceChanged.connect(self._apply)

    def choose(self, appearance: Appearance, text_size: int) -> None:
        """Take the user's choice, if it is another one. ``text_size`` is in percent of the design's sizes."""
        if self._chosen == (appearance, text_size):
            return  # to apply it takes half a second and more once all windows are there; any setting may have changed
        self._chosen = appearance, text_size
        self._appearance = appearance
        if self._scale != text_size / 100:
            self._scale = text_size / 100
            self._icons.clear()
        self._apply()

    def apply_again(self) -> None:
        """Apply the choice once more: another language has fonts of its own."""
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._is_dark

    def px(self, length: float) -> int:
        """Return a length of the design at the user's text size."""
        return round(length * self._scale)

    def least(self, window: QSize) -> QSize:
        """Return the smallest size of a window of the design: it grows with the letters, as far as screens go."""
        scale = max(1.0, self._scale)
        grown = QSize(round(window.width() * scale), round(window.height() * scale))
        return grown.boundedTo(LARGEST_LEAST).expandedTo(window)

    def colour(self, name: str) -> QColor:
        """Return a token's colour."""
        return QColor(getattr(self.colours, name))

    def font(self, size: float, weight: int = 400) -> QFont:
        """Return the interface font for a size of the design."""
        if (size, weight) not in self._fonts:  # it is asked for with each measuring: 70 times before the first paint
            self._fonts[size, weight] = interface_font(size * self._scale, weight)
        return QFont(self._fonts[size, weight])

    def pixmap(self, name: str, widget: QWidget, colour: str = "text_2", size: int = 20) -> QPixmap:
        """Return an icon as a picture for the screen that the widget is on, and for the side its reading begins on."""
        tint, rtl = getattr(self.colours, colour), widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self._icons.pixmap(name, tint, self.px(size), widget.devicePixelRatioF(), rtl=rtl)

    def icon(self, name: str, widget: QWidget, colour: str = "text_2", size: int = 20) -> QIcon:
        """Return an icon for a button."""
        tint, rtl = getattr(self.colours, colour), widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ratio = widget.devicePixelRatioF()
        return self._icons.icon(name, tint, self.colours.disabled, self.px(size), ratio, rtl=rtl)

    def _apply(self) -> None:
        self._fonts.clear()
        self._is_dark = self._wants_dark()
        colours = DARK if self._is_dark else LIGHT
        self.colours = with_more_contrast(colours) if self._wants_contrast() else colours
        self._app.setPalette(_palette(self.colours))
        self._app.setFont(self.font(13))
        self._app.setStyleSheet(stylesheet(self.colours, self._scale))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._appearance == "system":
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._appearance == "dark"

    def _system_wants_contrast(self) -> bool:
        return self._access.contrastPreference() == Qt.ContrastPreference.HighContrast
