"""Short ways to say what many tests of engines say."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

from tests.fakes.keys import FixedKeys
from translator.engines.openai_engine import OpenAIEngine
from translator.language.tag import LanguagePair, LanguageTag
from translator.settings import Deadlines, Service
from translator.translation.capabilities import CapabilityStore
from translator.translation.errors.base import TranslationError
from translator.translation.ports import Engine, EngineEvent, Prompt, ReplyForm, TextDelta

PAIR = LanguagePair(None, LanguageTag("de"))


def prompt_for(*lines: str, numbered: bool = False) -> Prompt:
    """Return a prompt as the use case lays it out."""
    source = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)) if numbered else "\n".join(lines)
    user = f"Into German:\n<source>\n{source}\n</source>"
    return Prompt(
        PAIR, lines, "You are a translation engine.", user, ReplyForm.NUMBERED if numbered else ReplyForm.LINES
    )


def service_at(base_url: str, *, model: str = "mock", preset: str = "custom", **more: object) -> Service:
    """Return a service at that address."""
    return Service("test", "Test service", preset, base_url, model, **more)  # type: ignore[arg-type]


@asynccontextmanager
async def engine_at(
    base_url: str,
    *,
    key: str | None = "sk-test",
    deadlines: Deadlines | None = None,
    capabilities: CapabilityStore | None = None,
    **service: object,
) -> AsyncIterator[OpenAIEngine]:
    """Open an engine there, and close it afterwards."""
    made = service_at(base_url, **service)  # type: ignore[arg-type]
    engine = OpenAIEngine(made, FixedKeys(key), capabilities=capabilities, deadlines=deadlines)
    try:
        yield engine
    finally:
        await engine.aclose()


async def events_of(engine: Engine, prompt: Prompt | None = None) -> list[EngineEvent]:
    """Return all that the engine yields."""
    return [event async for event in engine.stream(prompt or prompt_for("Hello world"))]


async def broken_by(engine: Engine, prompt: Prompt | None = None) -> tuple[str, TranslationError]:
    """Return the text that came, and the error that ended the stream."""
    text = ""
    try:
        async with aclosing(engine.stream(prompt or prompt_for("Hello world"))) as events:  # type: ignore[type-var]
            async for event in events:
                text += event.text if isinstance(event, TextDelta) else ""
    except TranslationError as error:
        return text, error
    raise AssertionError(f"nothing went wrong; the text was {text!r}")


def text_in(events: list[EngineEvent]) -> str:
    """Return the text of these events."""
    return "".join(event.text for event in events if isinstance(event, TextDelta))
