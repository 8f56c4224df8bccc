"""How the program lives on the desktop."""

from PySide6.QtCore import QSignalBlocker

from translator.i18n import tr
from translator.settings import OnClose
from translator.ui.look.theme import Theme
from translator.ui.settings.desktop.presenter import DesktopCommands
from translator.ui.settings.page import Page
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.fields.combo import ComboBox
from translator.ui.widgets.groups.group import Group, Row


class DesktopPage(Page):
    """Implements ``presenter.DesktopScreen``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "desktop", "pin", tr("Desktop"), tr("What goes on without a window, and with what is copied.")
        )
        self._make_background(theme)
        self._make_watching(theme)

    def _make_background(self, theme: Theme) -> None:
        group = self.add(Group(tr("In the background")))
        self._on_close = ComboBox(theme, "onClosePicker")
        self._on_close.set_choices([
            (tr("Ask"), "ask"), (tr("Stay in the tray"), "stay"), (tr("Quit"), "quit"),
        ])  # fmt: skip
        self._on_close_row = group.add(Row(theme, tr("When the window is closed"), "", self._on_close))
        start = tr("Start at login")
        self._autostart = Switch(theme, start)
        self._autostart.setObjectName("autostartSwitch")
        hint = tr("Without a window: the shortcuts work, and the icon is in the tray.")
        self._autostart_row = group.add(Row(theme, start, hint, self._autostart))

    def _make_watching(self, theme: Theme) -> None:
        watch = tr("Watch the clipboard")
        self._watch = Switch(theme, watch)
        self._watch.setObjectName("watchClipboardSwitch")
        self._watch_row = self.add(Group(tr("What is copied"))).add(Row(theme, watch, " ", self._watch))

    def listen(self, commands: DesktopCommands) -> None:
        """Let the controls do this."""
        self._on_close.activated.connect(lambda _: commands.choose_on_close(self._on_close.currentData()))
        self._autostart.toggled.connect(commands.set_autostart)
        self._watch.toggled.connect(commands.set_watching)

    def show_on_close(self, on_close: OnClose, *, has_tray: bool) -> None:
        """Show what closing the window does, and whether there is a tray to stay in."""
        self._on_close.choose(on_close)
        here = tr("In the tray, Translator goes on without a window.")
        nowhere = tr("There is no tray here now, so closing the window quits.")
        self._on_close_row.set_hint(here if has_tray else nowhere)

    def offer_autostart(self, *, offered: bool) -> None:
        """Let the program be started at login, or say nothing of it."""
        self._autostart_row.set_wanted(wanted=offered)

    def show_autostart(self, *, on: bool, problem: str = "") -> None:
        """Show whether the program starts at login, and what kept it from being changed."""
        with QSignalBlocker(self._autostart):  # nobody has switched it
            self._autostart.setChecked(on)
        self._autostart.update()
        self._autostart_row.show_problem(problem)

    def show_watching(self, *, wanted: bool, possible: bool) -> None:
        """Show whether what is copied is translated, and whether that can be."""
        self._watch.setChecked(wanted)
        self._watch.setEnabled(possible)
        can = tr(
            "Whatever is copied in any program goes to the service in use, and its translation appears beside the "
            "pointer. What is marked as secret stays where it is, and so does a text of more than 10,000 characters."
        )
        cannot = tr("This desktop does not let a program see what others copy.")
        self._watch_row.set_hint(can if possible else cannot)
