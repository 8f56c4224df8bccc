"""What the service being looked at offers, and whether it answers at all."""

from typing import Literal

from translator.i18n import ntr, tr
from translator.locales.numbers import grouped
from translator.messages import explain
from translator.settings import Service
from translator.translation.errors.base import TranslationError
from translator.translation.errors.keys import KeyProblem
from translator.translation.ports import KeyStatus
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import Engines
from translator.ui.settings.services.screen import ServicesScreen
from translator.ui.settings.services.selection import Selection


class ModelPresenter:
    """Asks a service for its models. That sends no text."""

    def __init__(self, screen: ServicesScreen, selection: Selection, engines: Engines, tasks: Tasks) -> None:
        self._screen = screen
        self._selection = selection
        self._engines = engines
        self._tasks = tasks
        self._lacked_key = False

    def look_away(self) -> None:
        """Forget what another service said, or another address, and hear no more of it."""
        self._tasks.cancel("models")
        self._tasks.cancel("test")
        self._lacked_key = False
        self._screen.show_models([], tr("Fetched from the service; any name may be typed."))
        self._screen.show_test("", "hint")

    def follow_key(self, status: KeyStatus | None) -> None:
        """Ask again where it was for want of a key that none came, and there is one now."""
        if self._lacked_key and status not in (None, KeyStatus.NONE):
            self.fetch()

    def fetch(self) -> None:
        """Ask for the models to choose from."""
        self._lacked_key = False
        self._screen.show_problem("model", "")
        self._screen.show_models([], tr("Asking for the models…"))
        self._tasks.start("models", self._fetch(self._selection.service))

    def test(self) -> None:
        """Ask for the models, to see whether the service answers."""
        self._screen.show_test(tr("Waiting for an answer…"), "hint")
        self._tasks.start("test", self._test(self._selection.service))

    async def _fetch(self, service: Service) -> None:
        try:
            names = await self._engines.models(service)
        except TranslationError as error:
            self._screen.show_models([], tr("Any name may be typed."))
            self._screen.show_problem("model", explain(error).sentence)
            self._lacked_key = isinstance(error, KeyProblem)
            return
        self._screen.show_models(names, _offered(len(names)))

    async def _test(self, service: Service) -> None:
        try:
            names = await self._engines.models(service)
        except TranslationError as error:
            self._screen.show_test(explain(error).sentence, "error")
            return
        self._screen.show_problem("model", "")
        self._screen.show_models(names, _offered(len(names)))
        self._screen.show_test(*_verdict(service, names))


def _offered(count: int) -> str:
    if not count:
        return tr("The service names no models; type one.")
    return ntr("{n} model; any name may be typed.", "{n} models; any name may be typed.", count).format(
        n=grouped(count)
    )


def _verdict(service: Service, names: tuple[str, ...]) -> tuple[str, Literal["success", "error"]]:
    if service.model and names and service.model not in names:
        words = tr("{service} answers, but does not list the model {model}.")
        return words.format(service=service.name, model=service.model), "error"
    count = len(names)
    words = ntr("{service} answers and offers {n} model.", "{service} answers and offers {n} models.", count)
    return words.format(service=service.name, n=grouped(count)), "success"
