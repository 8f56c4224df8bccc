"""What the user has joined or emptied in a translation stays so with the next one, blank lines and all."""

import pytest

from tests.fakes.engine import LineEngine
from tests.translation.helpers import DE, EN, run
from translator.text.blocks import cut
from translator.translation.request import BlockOrigin, Completed, FinishedBlock, TranslationRequest


async def translated(request: TranslationRequest) -> str:
    ending = (await run(LineEngine(str.upper), request))[-1]
    assert isinstance(ending, Completed)
    return ending.translation.text


def by_hand(index: int, source: str, target: str) -> FinishedBlock:
    return FinishedBlock(index, source, target, BlockOrigin.USER)


@pytest.mark.parametrize(
    ("text", "finished", "wanted"),
    [
        ("eins\n\nzwei\n\nneu\n", [by_hand(0, "eins", "one two"), by_hand(1, "zwei", "")], "one two\n\nNEU\n"),
        ("neu\n\neins\n\nzwei\n", [by_hand(1, "zwei", "")], "NEU\n\nEINS\n"),
        ("- eins\n- zwei\n- neu", [by_hand(0, "eins", "")], "- ZWEI\n- NEU"),
        ("eins\nneu\nzwei", [by_hand(0, "eins", "one two"), by_hand(1, "zwei", "")], "one two\nNEU"),
        ("eins\n\nzwei", [by_hand(0, "eins", ""), by_hand(1, "zwei", "")], ""),
    ],
    ids=["joined", "emptied at the end", "the first emptied", "a line between", "all emptied"],
)
async def test_the_blank_lines_of_joined_and_emptied_blocks_stay_away(text, finished, wanted):
    request = TranslationRequest(text, EN, DE, finished=finished)
    assert await translated(request) == wanted


async def test_a_block_that_was_emptied_and_has_another_source_stands_on_its_own_line_again():
    request = TranslationRequest("eins\n\nzwei!", EN, DE, finished=[by_hand(0, "eins", "one"), by_hand(1, "zwei", "")])
    assert await translated(request) == "one\n\nZWEI!"


def test_gaps_are_the_sources_where_nothing_was_emptied():
    blocked = cut("- eins\n\n- zwei\n- drei")
    assert blocked.gaps_in_target(sentences_spaced=True) == ["- ", "\n\n- ", "\n- "]
    assert blocked.gaps_in_target({1}, sentences_spaced=True) == ["- ", "", "\n- "]
    assert blocked.gaps_in_target({0, 1}, sentences_spaced=True) == ["", "", "- "]
