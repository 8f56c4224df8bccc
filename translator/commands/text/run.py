"""Runs one translation for the command line: what comes is written, what there is to know is said."""

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass

from translator import parts
from translator.books import Books
from translator.commands.terminal import TextWriter, say
from translator.commands.text.waiting_line import WaitingLine
from translator.i18n import ntr, tr
from translator.joining import listed
from translator.language.catalogue import Catalogue
from translator.language.detection import Detector
from translator.settings import Service
from translator.spending_words import explain_budget, explain_expected
from translator.text.tokens import estimate_tokens
from translator.translation.glossary.matching import Matchers
from translator.translation.glossary.store import ActiveTerms
from translator.translation.ports import Engine
from translator.translation.request import (
    Began,
    BlocksDone,
    Completed,
    Ending,
    Failed,
    Incomplete,
    TextAdded,
    TextTakenBack,
    TranslationEvent,
    TranslationRequest,
    Waiting,
)
from translator.translation.spending.estimate import cost_of, estimate

MOST_PIECES = 5
"""How many of the pieces that stayed on this computer are named on standard error."""

LONGEST_BEGINNING = 8
"""Characters that are shown of each."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a translation: how it ended, and what of the text stayed on this computer."""

    ending: Ending
    masked: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TextRun:
    """One translation by ``engine``, which belongs to ``service``. Both the engine and the books end with it."""

    engine: Engine
    service: Service
    books: Books
    catalogue: Catalogue
    writer: TextWriter
    detector: Detector
    glossary: ActiveTerms | None = None

    async def translate(self, request: TranslationRequest) -> Told:
        """Translate, and return what came of it."""
        self._say_what_it_will_take(request.text)
        try:
            return await self._run(request)
        finally:
            await self.engine.aclose()
            await self._say_what_is_left()
            await self.books.close()

    async def _run(self, request: TranslationRequest) -> Told:
        masked: Sequence[str] = ()
        line = WaitingLine(self.service.name)
        aids = parts.make_aids(self.service, self.books, Matchers(), self.detector, self.glossary)
        translate = parts.make_translate_text(self.engine, self.catalogue, aids)
        try:
            async with aclosing(translate.run(request)) as events:
                async for event in events:
                    line.clear()
                    if isinstance(event, Completed | Incomplete | Failed):
                        return Told(event, masked)
                    if isinstance(event, Began):
                        masked = event.masked
                    self._show(event, line)
        finally:
            line.clear()
        raise AssertionError("a translation always ends with an ending")

    def _show(self, event: TranslationEvent, line: WaitingLine) -> None:
        match event:
            case Began(spans, _, masked):
                self.writer.begin(len(spans))
                _say_masked(masked)
            case TextAdded(text, block):
                self.writer.add(text, block)
            case TextTakenBack(length):
                self.writer.take_back(length)
            case BlocksDone(count):
                self.writer.finish_blocks(count)
            case Waiting():
                line.show(event)
            case _:
                pass

    def _say_what_it_will_take(self, text: str) -> None:
        """Say it of a text that needs several requests, before the first is sent."""
        expected = estimate(text)
        if expected.requests < 2 or self.service.is_demo:
            return
        price = self.books.prices.price_of(self.service, self.service.model)
        cost = cost_of(price, expected.input_tokens, expected.output_tokens)
        words = tr("The text has {amount}.").format(amount=explain_expected(estimate_tokens(text), cost))
        say(words)

    async def _say_what_is_left(self) -> None:
        """Say where a budget is nearly spent, and where what was used could not be kept."""
        if not self.service.is_demo:
            nearly = explain_budget(await self.books.ledger.spending())
            if nearly:
                say(nearly)
        if self.books.database.notice:
            say(self.books.database.notice)


def _say_masked(pieces: Sequence[str]) -> None:
    """Say what stayed here: how much, and the beginnings of a few. What is private is not to fill a log."""
    if not pieces:
        return
    words = ntr(
        "{n} piece of the text stayed on this computer: {pieces}",
        "{n} pieces of the text stayed on this computer: {pieces}",
        len(pieces),
    )
    some = [_beginning(piece) for piece in pieces[:MOST_PIECES]]
    some += ["…"] if len(pieces) > MOST_PIECES else []
    say(words.format(n=len(pieces), pieces=listed(some)))


def _beginning(piece: str) -> str:
    """Return as much as tells one piece from another, and never more than half of it."""
    return piece[: min(LONGEST_BEGINNING, len(piece) // 2)] + "…"
