"""The popup, joined to what it shares with the window and to the desktop around it."""

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from translator.desktop.compositing import shows_translucent_windows
from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.running.after import after
from translator.running.opening import Opening
from translator.running.running_window import RunningWindow
from translator.running.workings import Workings
from translator.session import PopupSession
from translator.surroundings.copied import PATIENCE_SECONDS
from translator.translation.request import Translation
from translator.ui.desktop_ports import ProgramInFront
from translator.ui.popup.opener import PopupDesk
from translator.ui.popup.popup import Surroundings
from translator.ui.popup.screen import WaysOut
from translator.ui.service.costs import ServiceCosts
from translator.ui.widgets.reading.reading_edit import ReadingEdit


def make_popup(
    opening: Opening, workings: Workings, running: RunningWindow, front: ProgramInFront, before: PopupSession
) -> PopupDesk:
    """Return what shows the popup as it was the last time; the popup itself is made later."""
    preferences, prices = workings.preferences, workings.books.prices
    around = Surroundings(
        opening.theme, opening.catalogue, preferences, running.do.service,
        ServiceCosts(lambda: preferences.service, prices.price_of), workings.recording.popup, workings.clipboard,
        front, _ways_out(opening, running), workings.session.follow_change,
    )  # fmt: skip
    return PopupDesk(around, opening.languages, before, shows_translucent_windows)


def _ways_out(opening: Opening, running: RunningWindow) -> WaysOut:
    do, come_up = running.do, opening.window.bring_back

    def reopen(text: str, translation: Translation, languages: LanguagePair, goes_on: bool) -> None:
        come_up()
        running.show_translation(text, translation, languages, goes_on=goes_on)

    return WaysOut(
        reopen=reopen,
        open_welcome=after(come_up, do.welcome.show),
        open_settings=after(come_up, do.settings.open),
        enter_key=after(come_up, do.settings.open_key),
        choose_model=after(come_up, do.settings.open_model),
        open_guide=after(come_up, do.guide.open),
    )


def say_not_restored(popup: PopupDesk) -> None:
    """Say that reading what is selected has cost what was on the clipboard."""
    sentence = tr("What was on the clipboard before could not be put back.")
    popup.popup.screen.show_notice(sentence, "warning")


def selected_here() -> str:
    """Return what is selected in the text that has the keyboard, if that is one of this program's; else nothing."""
    focused = QApplication.focusWidget()
    return focused.selected_text() if isinstance(focused, ReadingEdit) else ""


def focus_to_read(popup: PopupDesk) -> Callable[[], Awaitable[None]] | None:
    """Return what waits until the popup has the focus, where the desktop gives the clipboard to nobody else."""
    if not QGuiApplication.platformName().startswith("wayland"):
        return None
    return lambda: wait_for_focus(popup)


async def wait_for_focus(popup: PopupDesk) -> None:
    """Wait until the user is in the popup, as long as is fair."""
    window = popup.popup.window
    entered = asyncio.Event()
    window.focus.entered.connect(entered.set)
    try:
        if not window.isActiveWindow():
            async with asyncio.timeout(PATIENCE_SECONDS):
                await entered.wait()
    except TimeoutError:
        pass  # the desktop keeps it: reading says so
    finally:
        window.focus.entered.disconnect(entered.set)
