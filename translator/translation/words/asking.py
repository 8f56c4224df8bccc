"""Ask for one JSON object."""

from contextlib import aclosing

from translator.translation.errors.requests import TextRefused
from translator.translation.errors.servers import BadReply, RunawayReply
from translator.translation.ports import Engine, Finished, Prompt, TextDelta
from translator.translation.reply.output_cap import OutputCap
from translator.translation.request import IncompleteReason
from translator.translation.words.loose_json import read_json

_REFUSALS = {IncompleteReason.REFUSED, IncompleteReason.FILTERED}


async def ask_json(engine: Engine, prompt: Prompt) -> dict[str, object] | list[object]:
    """Return what the reply says; one that broke off is read as far as it goes.

    Raises TranslationError: TextRefused where the service does not want to answer, BadReply where nothing can be read.
    """
    cap = OutputCap(prompt.lines)
    pieces: list[str] = []
    reason: IncompleteReason | None = None
    async with aclosing(engine.stream(prompt)) as events:
        async for event in events:
            if isinstance(event, TextDelta):
                if not cap.allows(event.text):
                    raise RunawayReply(engine.name)
                pieces.append(event.text)
            elif isinstance(event, Finished):
                reason = event.reason
    if reason in _REFUSALS:
        raise TextRefused(engine.name)
    found = read_json("".join(pieces))
    if found is None:
        raise BadReply(engine.name, reason.value if reason else "")
    return found
