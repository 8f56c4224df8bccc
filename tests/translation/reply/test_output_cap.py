import pytest

from tests.fakes.engine import ScriptedEngine, reply
from tests.translation.helpers import EN, ending_of, run
from translator.text.tokens import estimate_tokens
from translator.translation.errors.servers import RunawayReply
from translator.translation.ports import TextDelta
from translator.translation.reply.output_cap import OutputCap
from translator.translation.request import Completed, Failed, Incomplete, IncompleteReason, TranslationRequest

LINES = ["Ein Satz, der nicht gar so kurz ist."] * 20
MOST = 4 * estimate_tokens("\n".join(LINES)) + 2000


def allowed(character: str, size: int) -> int:
    """Return how many estimated tokens are let through, in pieces of that size."""
    cap = OutputCap(LINES)
    text = ""
    while cap.allows(character * size):
        text += character * size
    return estimate_tokens(text)


@pytest.mark.parametrize("character", ["a", "é", "я", "字", "😀"])
def test_a_reply_may_be_four_times_as_long_and_2000_tokens_more(character):
    for size in (1, 7, 100):
        assert MOST * 0.98 - 2.6 * size <= allowed(character, size) <= MOST


@pytest.mark.parametrize("character", ["a", "字", "😀"])
def test_one_piece_that_is_too_long_is_not_let_through(character):
    assert not OutputCap(LINES).allows(character * 100_000)


def test_a_short_text_may_have_a_long_translation():
    assert OutputCap(["Hi"]).allows("word " * 1000)


async def test_a_reply_that_goes_on_and_on_is_left_and_its_text_stays():
    engine = ScriptedEngine([[TextDelta("Hello "), *[TextDelta("world " * 100)] * 100]], name="Mine")
    ending = (await run(engine, TranslationRequest("Hallo Welt", EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert isinstance(ending.error, RunawayReply)
    assert (ending.reason, ending.error.service) == (IncompleteReason.CUT, "Mine")
    assert ending.translation.text.startswith("Hello world")
    assert 1900 < estimate_tokens(ending.translation.text) <= 2020
    assert (engine.open, engine.closed, len(engine.prompts)) == (0, 1, 1)


async def test_a_reply_that_is_far_too_long_at_once_has_failed():
    ending = await ending_of("Hallo Welt", reply("world " * 10_000))
    assert isinstance(ending, Failed)
    assert isinstance(ending.error, RunawayReply)


async def test_a_long_text_may_have_a_long_translation():
    lines = [f"{number} Zeile" for number in range(60)]
    pieces = ["A line that is somewhat longer than the original is, yet nothing odd.\n"] * 60
    assert isinstance(await ending_of("\n".join(lines), reply(*pieces)), Completed)


@pytest.mark.parametrize("size", [1, 400])
async def test_what_a_model_thinks_is_no_part_of_what_it_shows(size):
    thoughts = "Is this right? Let me see once more. " * 400
    pieces = [
        thoughts[start : start + len(thoughts) // size] for start in range(0, len(thoughts), len(thoughts) // size)
    ]
    ending = await ending_of("Hallo Welt", reply("<think>", *pieces, "</think>Hello world"))
    assert isinstance(ending, Completed)
    assert ending.translation.text == "Hello world"


async def test_a_reply_that_goes_on_and_on_behind_a_thought_is_left():
    ending = await ending_of("Hallo Welt", reply("<think>Hm.</think>" + "world " * 10_000))
    assert isinstance(ending, Failed)
    assert isinstance(ending.error, RunawayReply)
