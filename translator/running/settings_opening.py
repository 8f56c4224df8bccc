"""The settings, joined to what they are about all over the program."""

from collections.abc import Callable

from translator import APPLICATION_ID
from translator.desktop.autostart.find import find_autostart
from translator.desktop.sight import sees_copies
from translator.engines.network.deadlines import settle_deadlines
from translator.host import host_of, is_loopback
from translator.running.opening import Opening
from translator.running.workings import Workings
from translator.settings import Deadlines, Service
from translator.storage.atomic_file import write_for_anyone
from translator.storage.settings.exchange import read_settings, write_settings
from translator.ui.settings.at_hand import DesktopAtHand, SettingsFiles, ShortcutsAtHand
from translator.ui.settings.figures import Figures
from translator.ui.settings.library.library import Library
from translator.ui.settings.opener import SettingsOpener
from translator.ui.shortcuts.command import own_command


def make_settings(
    opening: Opening, workings: Workings, library: Library, has_tray: Callable[[], bool]
) -> SettingsOpener:
    """Return what opens the settings; their window is made with the first opening."""
    places, prices = opening.places, workings.books.prices
    figures = Figures(workings.books.ledger, prices.price_of, prices.as_of, _default_deadlines)
    at_hand = ShortcutsAtHand(workings.shortcuts, workings.clipboard.set_text, own_command(), sees_copies())
    return SettingsOpener(
        opening.theme, opening.window, opening.catalogue, workings.preferences, workings.keys, workings.engines,
        (str(places.settings_file), str(places.session_file), str(places.database_file)), _check_address, figures,
        library, at_hand, SettingsFiles(read_settings, write_settings), _desktop_at_hand(opening, has_tray),
    )  # fmt: skip


def _check_address(service: Service) -> object:
    from translator.engines.network.address import check_address  # brings Python's own client: 1 MB, for this question

    return check_address(service)


def _desktop_at_hand(opening: Opening, has_tray: Callable[[], bool]) -> DesktopAtHand:
    if opening.standing.is_apart:
        return DesktopAtHand()
    return DesktopAtHand(find_autostart(APPLICATION_ID, write_for_anyone), has_tray, sees_copies())


def _default_deadlines(service: Service) -> Deadlines:
    return settle_deadlines(Deadlines(), is_local=is_loopback(host_of(service.base_url)))
