"""Shows the welcome panel over the target pane for as long as nobody has said how to translate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.settings import Price, Service
    from translator.ui.look.theme import Theme
    from translator.ui.ports import Engines, KeyStore
    from translator.ui.preferences import Preferences
    from translator.ui.translate.view import TranslateView
    from translator.ui.welcome.presenter import WelcomePresenter


class WelcomeHost:
    """Brings the panel, lets it give way to a demo translation, and takes it away.

    ``price_of`` is what a model of a service costs; ``open_guide`` shows a topic of the guide.
    """

    def __init__(
        self, theme: Theme, view: TranslateView, preferences: Preferences, keys: KeyStore, engines: Engines,
        open_settings: Callable[[str], None], open_guide: Callable[[str], None],
        price_of: Callable[[Service, str], Price | None], *, has_environment_key: bool,
    ) -> None:  # fmt: skip
        self._theme = theme
        self._view = view
        self._preferences = preferences
        self._keys = keys
        self._engines = engines
        self._open_settings = open_settings
        self._open_guide = open_guide
        self._price_of = price_of
        self._has_environment_key = has_environment_key
        self._presenter: WelcomePresenter | None = None
        self._gone: list[WelcomePresenter] = []

    @property
    def is_shown(self) -> bool:
        """Whether the panel is there."""
        return self._presenter is not None

    @property
    def is_busy(self) -> bool:
        """Whether a key is being stored or checked, by the panel that is there or by one that has gone."""
        return any(each.is_busy for each in (self._presenter, *self._gone) if each is not None)

    def show(self) -> None:
        """Show the panel."""
        if self._presenter is None:
            from translator.ui.welcome.panel import WelcomePanel  # most starts are not the first
            from translator.ui.welcome.presenter import WelcomePresenter

            panel = WelcomePanel(self._theme)
            panel.settings_clicked.connect(lambda: self._open_settings("services"))
            panel.guide_wanted.connect(self._open_guide)
            self._presenter = WelcomePresenter(
                panel, self._preferences, self._keys, self._engines, self._price_of, self.hide,
                has_environment_key=self._has_environment_key,
            )  # fmt: skip
            self._view.show_welcome(panel)

    def hide(self) -> None:
        """Take the panel away."""
        if self._presenter is not None:
            self._presenter.stop()
            # A key may still be on its way into the keyring.
            self._gone.append(self._presenter)
            self._presenter = None
            self._view.show_welcome(None)

    async def close(self) -> None:
        """End everything that runs."""
        self.hide()
        for presenter in self._gone:
            await presenter.close()
