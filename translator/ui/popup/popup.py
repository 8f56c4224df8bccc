"""The popup, made of its window and the presenters that do the work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from translator.language.catalogue import Catalogue
from translator.session import PopupSession
from translator.translation.request import Action
from translator.ui.desktop_ports import Clipboard, ProgramInFront
from translator.ui.findings.view import FindingsView
from translator.ui.keeping.keeping import Keeping
from translator.ui.look.theme import Theme
from translator.ui.popup.delivery import Delivery
from translator.ui.popup.languages import PopupLanguages
from translator.ui.popup.linger_watch import LingerWatch
from translator.ui.popup.neighbours import Neighbours
from translator.ui.popup.popup_screen import PopupScreen
from translator.ui.popup.presenter import PopupPresenter
from translator.ui.popup.screen import WaysOut
from translator.ui.popup.window import PopupWindow
from translator.ui.ports import Costs
from translator.ui.preferences import Preferences
from translator.ui.translate.linked.linked_view import LinkedView
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.ending import Endings, NextSteps
from translator.ui.translate.running.run import CurrentService
from translator.ui.window.language_menus import LanguageMenus


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the popup works with.

    ``current`` is the service in use, the window's own; ``keeping`` keeps what is translated here, and nothing else.
    ``changed`` is called when there is something to keep in the session.
    """

    theme: Theme
    catalogue: Catalogue
    preferences: Preferences
    current: CurrentService
    costs: Costs
    keeping: Keeping
    clipboard: Clipboard
    front: ProgramInFront
    ways: WaysOut
    changed: Callable[[], None]


class Popup:
    """Joined once, and shown as often as it is wanted."""

    def __init__(
        self, around: Surroundings, languages: PopupLanguages, before: PopupSession, *, has_shadow: bool
    ) -> None:  # fmt: skip
        self._around = around
        self.languages = languages
        self.window = _make_window(around.theme, before, has_shadow=has_shadow)
        self.screen = PopupScreen(self.window, around.catalogue)
        self._endings = Endings(self.screen, around.catalogue.name)
        self.translating = TranslatePresenter(
            self.screen, languages.choice, around.current, self._endings, around.costs, action=Action.POPUP
        )
        around.keeping.follow(self.translating)
        self.delivery = Delivery(self.screen, self.translating, around.clipboard, around.front, around.keeping)
        self.presenter = PopupPresenter(self.screen, self._neighbours())
        self._menus = LanguageMenus(
            around.theme, self.window.sheet, around.catalogue, languages.choice, self._follow_languages,
            lambda: self.window.fitting.make_room_for_picker(room=False),
        )  # fmt: skip
        self.screen.pick_target_with(self._pick_target)
        self._endings.offer(self._next_steps())
        self._endings.lead_to_guide(lambda topic: self._closing(lambda: around.ways.open_guide(topic))())
        self._connect_window()
        self._connect_controls()
        self._connect_keys()
        self.window.winId()  # now, so that it is there at once when it is wanted

    def _neighbours(self) -> Neighbours:
        around = self._around
        return Neighbours(
            self.translating, self.languages, self.delivery, around.preferences, around.front, around.ways,
            around.keeping.begin_anew, self._endings.count_in, lambda: around.keeping.is_private,
        )  # fmt: skip

    def session(self) -> PopupSession:
        """Return what is to be the same the next time."""
        return PopupSession(
            self.window.fitting.size_by_hand or (), self.window.is_pinned, str(self.languages.wanted or "")
        )  # fmt: skip

    async def close(self) -> None:
        """End everything that runs; what is being put in its place still comes there."""
        await self.presenter.close_down()
        await self.translating.close()

    # Who does what

    def _pick_target(self) -> None:
        self.window.fitting.make_room_for_picker(room=True)
        self._menus.open_target(self.window.header.target)

    def _pick_source(self) -> None:
        self.window.fitting.make_room_for_picker(room=True)
        self._menus.open_source(self.window.header.source)

    def _follow_languages(self) -> None:
        self.presenter.follow_languages()
        self._around.changed()

    def _next_steps(self) -> NextSteps:
        """Return what the buttons under a notice do. Those that lead to the window take the text there."""
        translating, ways = self.translating, self._around.ways
        return NextSteps(
            retry=self.presenter.translate,
            afresh=translating.translate_afresh,
            go_on=translating.go_on,
            allow_once=translating.allow_once,
            open_settings=self._closing(lambda: ways.open_settings("services")),
            open_budget=self._closing(lambda: ways.open_settings("usage")),
            enter_key=self._closing(ways.enter_key),
            choose_model=self._closing(ways.choose_model),
            choose_target=self._pick_target,
            keep_partial=self.window.target.dismiss_notice,
            choose_service=self._closing(ways.open_welcome),
        )

    def _closing(self, does: Callable[[], None]) -> Callable[[], None]:
        def close_and_do() -> None:
            self.presenter.to_window.make_way()
            does()

        return close_and_do

    def _connect_window(self) -> None:
        window, presenter = self.window, self.presenter
        window.dismissed.connect(presenter.dismiss)
        window.left.connect(presenter.leave)
        window.focus.entered.connect(presenter.come_back)
        window.fitting.resized_by_hand.connect(self._around.changed)
        window.header.pin.toggled.connect(lambda _on: self._around.changed())
        window.target.target.tab_pressed.connect(presenter.next_language)
        window.source.editor.text_edited.connect(presenter.follow_edit)
        window.source.editor.undo_requested.connect(window.source.editor.undo)
        window.enter_pressed.connect(self._enter)
        self._linger = LingerWatch(
            window, lambda: self.translating.is_running, lambda: len(self.translating.translation.text)
        )
        self._linger.gone.connect(presenter.leave)

    def _connect_controls(self) -> None:
        window, footer = self.window, self.window.footer
        window.header.source.clicked.connect(self._pick_source)
        window.header.target.clicked.connect(self._pick_target)
        window.header.open_window.clicked.connect(self.presenter.to_window.open)
        window.header.close_button.clicked.connect(self.presenter.dismiss)
        footer.copy.clicked.connect(self.delivery.copy)
        footer.translate.clicked.connect(self.presenter.translate)
        footer.replace.clicked.connect(self.delivery.replace)
        footer.why.clicked.connect(lambda: self.screen.show_notice(footer.why.toolTip(), "info"))
        footer.afresh_requested.connect(self.translating.translate_afresh)
        LinkedView(window, self.translating.linked)
        self._findings = FindingsView(window, self.translating.findings)

    def _connect_keys(self) -> None:
        keys = self.window.keys
        keys.replace.triggered.connect(self._replace_or_translate)
        keys.afresh.triggered.connect(self.translating.translate_afresh)
        keys.copy.triggered.connect(self.delivery.copy)
        keys.open_window.triggered.connect(self.presenter.to_window.open)
        keys.source_language.triggered.connect(self._pick_source)
        keys.target_language.triggered.connect(self._pick_target)
        keys.next_finding.triggered.connect(lambda: self._findings.go_on(1))
        keys.previous_finding.triggered.connect(lambda: self._findings.go_on(-1))

    def _enter(self) -> None:
        if self.window.footer.offers_translating:
            self.presenter.translate()
        else:
            self.delivery.copy()

    def _replace_or_translate(self) -> None:
        """Do what Ctrl+Enter is for: in the window it translates, and so it does for whoever is typing here."""
        if self.window.source.editor.hasFocus() or self.window.footer.offers_translating:
            self.presenter.translate()
            self.window.target.target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.delivery.replace()


def _make_window(theme: Theme, before: PopupSession, *, has_shadow: bool) -> PopupWindow:
    """Return the window as it was the last time."""
    width, height = before.size if len(before.size) == 2 else (0, 0)
    window = PopupWindow(theme, has_shadow=has_shadow, size=(width, height) if width > 0 and height > 0 else None)
    window.header.pin.setChecked(before.is_pinned)
    return window
