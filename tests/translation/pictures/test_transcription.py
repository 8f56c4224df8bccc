"""The text of a picture, out of what models say around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.translation.pictures.transcription import LONGEST_INTRODUCTION, Transcription

LONG = "One line of a text that is long enough to be no apology.\n" * 8


def transcribed(*pieces: str) -> tuple[str, bool]:
    transcription = Transcription()
    text = "".join(map(transcription.feed, pieces)) + transcription.finish()
    return text, transcription.is_blind


def taken(reply: str) -> str:
    text, is_blind = transcribed(reply)
    assert not is_blind
    return text


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("<transcription>\nMENU\n\n  Soup\t4\n</transcription>", "MENU\n\n  Soup\t4"),
        ("Sure! Here is the text:\n\n<transcription>Here is the list:\nmilk</transcription>\nAnything else?",
            "Here is the list:\nmilk"),
        ("<think>Two columns.</think>\n<transcription>\nA\n</transcription>", "A"),
        ("<transcription>\n```\nA\nB\n```\n</transcription>", "A\nB"),
        ("```\n<transcription>\nA\n</transcription>\n```", "A"),
        ("<transcription>left</transcription>\n\n<transcription>right</transcription>", "left\nright"),
        ("<transcription>no end", "no end"),
        ("<transcription>a </trans is no end</transcription>", "a </trans is no end"),
        ("<transcription>縦書き\n日本語</transcription>", "縦書き\n日本語"),
        ("Only this", "Only this"),
        ("```text\nOnly this\n```", "Only this"),
        (LONG, LONG.strip()),
        (LONG + "<transcription>", LONG + "<transcription>"),
        ("[no text]", ""),
        ("<transcription>\n[No text].\n</transcription>", ""),
        ("<transcription></transcription>", ""),
        ("<transcription>[no text</transcription>", "[no text"),
        ("<transcription>[no text] is what it says</transcription>", "[no text] is what it says"),
        ("", ""),
    ],
)  # fmt: skip
def test_only_the_text_is_left(reply: str, text: str) -> None:
    assert taken(reply) == text


@pytest.mark.parametrize(
    "reply",
    [
        "<transcription>[no picture]</transcription>",
        "[No picture].",
        "I'm sorry, but I can't see any image in your message.",
        "I am unable to view images. Could you describe it?",
        "It seems that no image was attached to your message.",
        "I'm a text-based assistant and have no eyes.",
        "As a language model, I cannot process pictures.",
    ],
)
def test_a_model_that_saw_nothing_is_told_from_one_that_found_no_text(reply: str) -> None:
    assert transcribed(reply) == ("", True)


@pytest.mark.parametrize(
    "reply",
    [
        "<transcription>I'm sorry, but I can't see any image.</transcription>",
        "No image available",
        "Upload a photo",
        "Error: cannot open image file",
        LONG + "I can't see the picture.",
    ],
)
def test_what_stands_in_the_picture_is_no_apology(reply: str) -> None:
    assert taken(reply)


def test_text_between_the_tags_streams() -> None:
    transcription = Transcription()
    shown = [transcription.feed(piece) for piece in ("<transcr", "iption>\nOne", " two", " thr", "ee</", "b> ", "four")]
    assert shown == ["", "One", " two", " thr", "ee", "</b>", " four"]
    assert transcription.finish() == ""


def test_text_without_tags_streams_once_it_is_long_enough() -> None:
    transcription = Transcription()
    assert transcription.feed("a" * LONGEST_INTRODUCTION) == ""
    assert transcription.feed("b") == "a" * LONGEST_INTRODUCTION + "b"
    assert transcription.feed("c") == "c"


@given(st.data())
def test_it_does_not_matter_how_a_reply_is_cut(data: st.DataObject) -> None:
    reply = data.draw(st.sampled_from([
        "<think>Hm.</think>Sure:\n<transcription>\n```\nEins </b> zwei\n\n[no text]\n```\n</transcription> Done!",
        "<transcription>[no text]</transcription>", "Only this\n", LONG, "I can't see the image.",
        "<transcription>a</transcription> and <transcription>b</transcription>",
    ]))  # fmt: skip
    cuts = sorted(data.draw(st.lists(st.integers(0, len(reply)), max_size=8)))
    pieces = [reply[start:end] for start, end in zip([0, *cuts], [*cuts, len(reply)], strict=True)]
    assert transcribed(*pieces) == transcribed(reply)
