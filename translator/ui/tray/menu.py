"""The menu of the icon in the tray."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from translator.i18n import tr
from translator.surroundings.summons import Summons
from translator.ui.tray.screen import TrayCommands, TrayState


class TrayMenu(QMenu):
    """Shows a TrayState. Many desktops draw the menu themselves, from what Qt tells them of its lines."""

    def __init__(self, commands: TrayCommands) -> None:
        super().__init__()
        self.setObjectName("trayMenu")
        self._commands = commands
        self._summons: list[tuple[Summons, str, QAction]] = []
        self._add_summons(Summons.CLIPBOARD, tr("Translate the clipboard"), "trayClipboardAction")
        self._add_summons(Summons.SELECTION, tr("Translate the selection"), "traySelectionAction")
        self._add_summons(Summons.REGION, tr("Translate a part of the screen"), "trayRegionAction")
        self.addSeparator()
        self._add_summons(Summons.OPEN, tr("Open Translator"), "trayOpenAction")
        self._languages = self.addMenu(tr("Target language"))
        self._languages.setObjectName("trayTargetMenu")
        self._group = QActionGroup(self)
        self._shown_targets: object = None
        self.addSeparator()
        self._watch = self._add("trayWatchAction", tr("Watch the clipboard"), checkable=True)
        self._pause = self._add("trayPauseAction", tr("Pause the shortcuts"), checkable=True)
        self.addSeparator()
        quit_action = self._add("trayQuitAction", tr("Quit"))
        # Not toggled: that is told of what the program shows, too.
        self._watch.triggered.connect(commands.set_watching)
        self._pause.triggered.connect(commands.set_paused)
        quit_action.triggered.connect(commands.quit)
        self.aboutToShow.connect(commands.follow_opening)

    def _add(self, name: str, words: str, *, checkable: bool = False) -> QAction:
        action = self.addAction(words)
        action.setObjectName(name)
        action.setMenuRole(QAction.MenuRole.NoRole)  # macOS would take Quit into another menu
        action.setCheckable(checkable)
        return action

    def _add_summons(self, summons: Summons, words: str, name: str) -> None:
        action = self._add(name, words)
        action.triggered.connect(lambda: self._commands.summon(summons))
        self._summons.append((summons, words, action))

    def show_state(self, state: TrayState) -> None:
        """Show this from now on."""
        for summons, words, action in self._summons:
            keys = state.keys.get(summons, "")
            # As words: not every desktop shows the shortcut that a line has, and here it would be none.
            action.setText(tr("{action} ({keys})").format(action=words, keys=keys) if keys else words)
        self._watch.setChecked(state.watches)
        self._pause.setChecked(state.is_paused)
        if state.targets != self._shown_targets:
            self._shown_targets = state.targets
            self._fill_languages(state)

    def _fill_languages(self, state: TrayState) -> None:
        self._languages.clear()
        self._group.deleteLater()
        self._group = QActionGroup(self)
        for target in state.targets:
            action = self._languages.addAction(target.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setActionGroup(self._group)
            action.setChecked(target.is_current)
            action.triggered.connect(lambda _checked=False, tag=target.tag: self._commands.choose_target(tag))
        self._languages.addSeparator()
        more = self._languages.addAction(tr("More languages…"))
        more.setObjectName("trayMoreLanguagesAction")
        more.triggered.connect(self._commands.pick_target)
