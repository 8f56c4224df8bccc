"""The main window, in the words of the tests: what one does with it, and what one reads in it."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from tests.e2e.driver.app import App
from tests.e2e.driver.node import Node
from translator.settings import DEMO_ID, Service, Settings
from translator.storage.settings.settings_file import SettingsFile

SETTINGS = Path(".config", "translator", "settings.toml")


def write_settings(home: Path, services: Iterable[Service], **others: object) -> None:
    """Write settings in which the first of these services is the current one."""
    kept = tuple(services)
    SettingsFile(home / SETTINGS).save(Settings(kept[0].id, kept, **others))  # type: ignore[arg-type]  # theirs


def use_demo(home: Path, **others: object) -> None:
    """Write settings in which the demo is the current service: it starts sooner than a real one."""
    SettingsFile(home / SETTINGS).save(Settings(DEMO_ID, **others))  # type: ignore[arg-type]  # theirs


def use_server(home: Path, base_url: str, model: str = "mock", **others: object) -> None:
    """Write settings in which this server is the current service, under the name "Mock"."""
    write_settings(home, [Service("mock", "Mock", base_url=base_url, model=model)], **others)


class Window:
    """The main window of a program, for as long as it runs: another start needs another Window."""

    def __init__(self, app: App) -> None:
        self.app = app

    @cached_property
    def source(self) -> Node:
        """Where one types."""
        return self.app.find("sourceEditor")

    @cached_property
    def target(self) -> Node:
        """Where the translation is read."""
        return self.app.find("targetView", hidden=True)

    @cached_property
    def _status(self) -> Node:
        return self.app.find("statusLabel")

    @cached_property
    def _details(self) -> Node:
        return self.app.find("translationDetailsLabel", hidden=True)

    @cached_property
    def source_language(self) -> Node:
        """The button that names the source language."""
        return self.app.find("sourceLanguagePicker")

    @cached_property
    def target_language(self) -> Node:
        """The button that names the target language."""
        return self.app.find("targetLanguagePicker")

    @property
    def status(self) -> str:
        """How things stand, as the status line says it."""
        return self._status.text

    @property
    def details(self) -> str:
        """The facts at the foot of the translation."""
        return self._details.text

    @property
    def banner(self) -> str:
        """The sentence over the translation, empty where there is none."""
        return self._sentence("banner")

    @property
    def source_banner(self) -> str:
        """The sentence over the source, empty where there is none."""
        return self._sentence("sourceBanner")

    def _sentence(self, banner: str) -> str:
        # A banner is made when there is first something to say.
        label = next(iter(self.app.query(f"{banner}.bannerSentence")), None)
        return label.text if label is not None else ""

    def buttons(self, banner: str = "banner") -> list[str]:
        """Return the object names of the next steps that a banner offers."""
        ids = [node.id for node in self.app.query(role="push button")]
        names = [path.rpartition(".")[2] for path in ids if f".{banner}." in path]
        return [name for name in names if name != "bannerCloseButton"]

    def write(self, text: str) -> None:
        """Replace the source, as a screen reader does, and wait until it is there."""
        self.source.set_text(text)
        self.app.wait(lambda: self.source.text == text, 20, "the source")

    def translate(self, text: str = "") -> None:
        """Press Ctrl+Return; with a text, write it first."""
        if text:
            self.write(text)
        self.source.focus()
        self.look_where_it_comes()
        self.app.key("ctrl+Return")

    def look_where_it_comes(self) -> None:
        """Find what a translation is read in, before there is one: on a busy machine a short one is over by then."""
        _ = self.target, self._status

    def wait_for_translation(self, wanted: str, timeout: float = 10) -> None:
        """Wait until the target holds exactly this."""
        length = len(wanted.encode("utf-16-le")) // 2
        try:
            self.app.wait(lambda: self.target.length == length and self.target.text == wanted, timeout)
        except TimeoutError:
            assert self.target.text == wanted
            raise

    def wait_for_beginning(self) -> str:
        """Wait until something of the translation is there; return it."""
        self.app.wait(lambda: self.target.text, 10, "a beginning of the translation")
        return self.target.text

    def wait_for_banner(self, beginning: str) -> None:
        """Wait until the banner over the translation begins with this."""
        self.app.wait(lambda: self.banner.startswith(beginning), 10, f"the banner {beginning!r}")

    def wait_for_status(self, status: str) -> None:
        """Wait until the status line says this."""
        self.app.wait(lambda: self.status == status, 10, f"the status {status!r}")

    def press(self, object_name: str) -> None:
        """Press the button of that object name."""
        self.app.find(object_name).press()

    def choose_service(self, name: str) -> None:
        """Choose a service in the menu of the status line, by mouse."""
        button = self.app.find("serviceButton")
        button.click()
        self.app.find(role="menu item", name=name).click()
        self.app.wait(lambda: button.name.startswith(f"Service: {name}"), 5, name)
