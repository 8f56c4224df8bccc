"""The page of living on the desktop, without a window."""

from translator.settings import OnClose
from translator.ui.settings.desktop.presenter import DesktopCommands


class FakeDesktopScreen:
    """The page about living on the desktop."""

    def __init__(self) -> None:
        self.on_close: tuple[OnClose, bool] = "ask", False
        self.watching = (False, False)
        self.offers_autostart = False
        self.said: list[tuple[bool, str]] = []
        """What was shown of starting at login: whether it does, and the problem."""

    def listen(self, commands: DesktopCommands) -> None:
        """There is nobody to press anything."""

    def show_on_close(self, on_close: OnClose, *, has_tray: bool) -> None:
        self.on_close = on_close, has_tray

    def offer_autostart(self, *, offered: bool) -> None:
        self.offers_autostart = offered

    def show_autostart(self, *, on: bool, problem: str = "") -> None:
        self.said.append((on, problem))

    def show_watching(self, *, wanted: bool, possible: bool) -> None:
        self.watching = wanted, possible
