"""Decides how a picture is read, and what is said of it. Knows no widget."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace

from translator.i18n import tr
from translator.joining import sentences
from translator.messages import NextStep, explain, explain_incomplete
from translator.pace import Pace
from translator.settings import Price, Service
from translator.spending_words import explain_expected
from translator.surroundings.picture import Picture
from translator.translation.errors.base import TranslationError
from translator.translation.errors.limits import OverBudget
from translator.translation.errors.requests import PictureUnreadable
from translator.translation.pictures.prompt import make_picture_prompt
from translator.translation.pictures.read_picture import (
    NotRead,
    PictureEnding,
    PictureEvent,
    PictureRequest,
    Read,
    ReadInPart,
    TextRead,
)
from translator.translation.request import Waiting
from translator.translation.spending.estimate import cost_of, tokens_read, tokens_written
from translator.ui.capture.screen import Begin, PictureReaders, PictureShown
from translator.ui.guide.topics import topic_of_error, topic_of_incomplete
from translator.ui.loop.tasks import Tasks
from translator.ui.vocabulary import Action, Severity
from translator.waiting_words import explain_end_of_waiting

log = logging.getLogger(__name__)

Load = Callable[[], Picture]
"""Returns the picture as it is to be sent. It is called on a thread, and raises PictureUnreadable."""


@dataclass(frozen=True, slots=True)
class PictureSteps:
    """What the buttons under a notice do.

    ``translate`` translates what has come of a text; ``open_guide`` shows a topic of the guide.
    """

    translate: Callable[[], None]
    choose_picture_model: Callable[[], None]
    choose_model: Callable[[], None]
    enter_key: Callable[[], None]
    open_settings: Callable[[], None]
    open_budget: Callable[[], None]
    open_guide: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be read, and what the user has allowed for that."""

    load: Load
    shows_private: bool = False
    over_budget: bool = False
    insists: bool = False


class PicturePresenter:
    """Owns the task that reads a picture. One is read at a time: a new one takes the place of the last.

    ``begin`` makes the screen ready for a text. ``service`` returns the service in use, ``price_of`` what a model of it
    costs.
    """

    def __init__(
        self, begin: Begin, readers: PictureReaders, service: Callable[[], Service],
        price_of: Callable[[Service, str], Price | None], steps: PictureSteps,
    ) -> None:  # fmt: skip
        self._begin = begin
        self._readers = readers
        self._service = service
        self._price_of = price_of
        self._steps = steps
        self._tasks = Tasks()

    @property
    def is_reading(self) -> bool:
        """Whether a picture is being read."""
        return self._tasks.is_running("read")

    def read(self, load: Load) -> None:
        """Read this picture, and have its text translated. The event loop must be running."""
        self._start(_Wish(load))

    def stop(self) -> None:
        """Stop reading: nobody wants it any more. The socket is closed."""
        self._tasks.cancel("read")

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    def _start(self, wish: _Wish) -> None:
        self.stop()
        shown = self._begin(self.stop)
        self._tasks.start("read", self._read(wish, shown))

    async def _read(self, wish: _Wish, shown: PictureShown) -> None:
        service = self._service()
        try:
            ending = await self._ending(wish, service, shown)
        except PictureUnreadable:
            shown.fail(explain(PictureUnreadable(service.name)).sentence, "warning")
        except Exception:
            log.exception("The reading of a picture ended unexpectedly")
            self._show(NotRead(TranslationError(service.name)), wish, shown)
        else:
            if ending is not None:
                self._show(ending, wish, shown)

    async def _ending(self, wish: _Wish, service: Service, shown: PictureShown) -> PictureEnding | None:
        """Show what comes, and return how it ended; None where the user has to be asked first."""
        if service.masks_private and not service.is_demo and not wish.shows_private:
            self._ask_for_private(wish, service, shown)
            return None
        picture = await asyncio.to_thread(wish.load)
        request = PictureRequest(picture, service.picture_model, wish.over_budget, wish.insists)
        shown.say(self._words(picture, service))
        try:
            reader = await self._readers.pictures(service)
        except TranslationError as error:
            return NotRead(error)
        return await self._stream(reader.run(request), service, shown)

    async def _stream(
        self, events: AsyncGenerator[PictureEvent, None], service: Service, shown: PictureShown
    ) -> PictureEnding:
        pace = Pace()
        async with aclosing(events):
            async for event in events:
                match event:
                    case TextRead(text):
                        shown.add_text(text)
                    case Waiting():
                        shown.say(explain_end_of_waiting(event, service.name))
                    case Read() | ReadInPart() | NotRead():
                        return event
                await pace.breathe()
        raise AssertionError("the reading of a picture ended without an ending")

    def _words(self, picture: Picture, service: Service) -> str:
        """Return what to say meanwhile: what it will probably take, too."""
        words = tr("Reading the picture")
        model = service.picture_model or service.model
        if service.is_demo or not model:
            return words
        prompt = make_picture_prompt(picture, model=model)
        read, written = tokens_read(prompt, model), tokens_written(prompt)
        cost = cost_of(self._price_of(service, model), read, written)
        return f"{words} · {explain_expected(read + written, cost)}"

    def _ask_for_private(self, wish: _Wish, service: Service, shown: PictureShown) -> None:
        """Say that nothing in a picture can be kept on this computer, before it is sent."""
        words = tr("{service} is not to see private pieces of a text, but in a picture nothing can be hidden.")
        send = Action(
            tr("Send the picture"), "sendPictureButton", lambda: self._start(replace(wish, shows_private=True))
        )
        shown.fail(words.format(service=service.name), "warning", [send])

    # How it ended

    def _show(self, ending: PictureEnding, wish: _Wish, shown: PictureShown) -> None:
        match ending:
            case Read(_, usage):
                shown.end(usage)
            case ReadInPart(reason, error=error):
                why = explain(error).sentence if error else explain_incomplete(reason)
                sentence = sentences(why, tr("The part already read is kept."))
                translate = Action(tr("Translate this part"), "translatePartButton", self._steps.translate)
                topic = topic_of_error(error) if error else topic_of_incomplete(reason)
                actions = [*self._first_needed(error, wish), translate, self._again(wish), self._help(topic)]
                shown.fail(sentence, "warning", actions)
            case NotRead(error):
                actions = [*self._first_needed(error, wish)]
                if not isinstance(error, OverBudget):
                    actions.append(self._again(replace(wish, insists=True)))
                actions.append(self._help(topic_of_error(error)))
                shown.fail(explain(error).sentence, _severity(error), actions)

    def _again(self, wish: _Wish) -> Action:
        return Action(tr("Read again"), "readPictureAgainButton", lambda: self._start(wish))

    def _help(self, topic: str) -> Action:
        return Action(tr("What can I do?"), "whatCanIDoButton", lambda: self._steps.open_guide(topic))

    def _first_needed(self, error: TranslationError | None, wish: _Wish) -> Iterator[Action]:
        """Yield what has to be done before it is worth while to try again."""
        steps = self._steps
        settings = tr("Open settings")
        match explain(error).step if error else None:
            case NextStep.CHOOSE_PICTURE_MODEL:
                yield Action(tr("Choose a model for pictures"), "choosePictureModelButton", steps.choose_picture_model)
            case NextStep.CHOOSE_MODEL:
                chosen = steps.choose_picture_model if self._service().picture_model else steps.choose_model
                yield Action(tr("Choose a model"), "chooseModelButton", chosen)
            case NextStep.ENTER_KEY:
                yield Action(tr("Enter a key"), "enterKeyButton", steps.enter_key)
            case NextStep.OPEN_SETTINGS:
                yield Action(settings, "openSettingsButton", steps.open_settings)
            case NextStep.ALLOW_ONCE:
                allowed = replace(wish, over_budget=True)
                yield Action(tr("Allow this picture"), "allowOnceButton", lambda: self._start(allowed))
                yield Action(settings, "openSettingsButton", steps.open_budget)


def _severity(error: TranslationError) -> Severity:
    """Return how bad it is: what the user has set as a limit is no error."""
    return "warning" if isinstance(error, OverBudget) else "error"
