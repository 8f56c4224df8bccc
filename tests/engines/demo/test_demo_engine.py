import pytest

from tests.engines.helpers import broken_by, events_of, prompt_for, text_in
from translator.engines.demo.demo_engine import DemoEngine
from translator.engines.demo.pseudolocale import pseudo_translate
from translator.messages import explain
from translator.settings import DEMO
from translator.surroundings.picture import Picture
from translator.translation.errors.models import CannotSee
from translator.translation.pictures.prompt import make_picture_prompt
from translator.translation.ports import TextDelta


@pytest.mark.parametrize(
    "kept",
    [
        "{name}", "{0:>5}", "{{ count }}", "${x}", "$HOME", "%s", "%(x)d", "%1$s", "%.2f", "%@",
        "https://example.org/a_b?c=d", "www.example.org/x", "me.too@mail.example.org",
        "<b>", "</b>", '<a href="/x">', "&nbsp;", "`code here`", "⟦12⟧", "<x1/>", r"\n",
    ],
)  # fmt: skip
def test_leaves_alone_what_is_no_language(kept: str) -> None:
    assert pseudo_translate(f"Take {kept} there") == f"Ţåķé {kept} ţĥéŕé"


def test_a_markdown_link_keeps_its_target() -> None:
    assert pseudo_translate("**See** [docs](guide/start.md)") == "**Šéé** [ðöçš](guide/start.md)"


def test_dates_are_left_alone_as_they_would_be_other_words_in_each_language() -> None:
    said = pseudo_translate("From 12 March to {x}, see https://a.example/2024-03-01 of June 5, 2024!")
    assert said == "Ƒŕöṁ 12 March ţö {x}, šéé https://a.example/2024-03-01 öƒ June 5, 2024!"


@pytest.mark.parametrize("line", ["Привет, мир", "こんにちは", "مرحبا بالعالم", "नमस्ते", "É", "日本のLinux入門書"])
def test_other_scripts_are_marked(line: str) -> None:
    changed = pseudo_translate(f"  {line} ")
    assert changed.startswith("  «")
    assert changed.endswith("» ")


@pytest.mark.parametrize("line", ["", "   ", "1234", "— … —", "{x}", "https://example.org"])
def test_what_has_no_words_stays(line: str) -> None:
    assert pseudo_translate(line) == line


def test_every_latin_letter_changes_into_one_letter() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    changed = pseudo_translate(letters)
    assert changed.isalpha()
    assert len(set(changed)) == len(letters)
    assert not set(changed) & set(letters)


async def test_a_long_request_is_written_in_few_pieces() -> None:
    events = await events_of(DemoEngine(delay=0), prompt_for(*["word " * 100] * 100))
    assert sum(isinstance(event, TextDelta) for event in events) < 200
    assert text_in(events).count("ŵöŕð") == 10_000


async def test_nothing_to_write_is_written_as_nothing() -> None:
    assert text_in(await events_of(DemoEngine(delay=0), prompt_for(""))) == ""


def test_bears_the_name_of_the_demo_service() -> None:
    assert (DemoEngine().name, DemoEngine().model) == (DEMO.name, DEMO.model)


async def test_the_demo_cannot_read_pictures() -> None:
    engine = DemoEngine(delay=0)
    text, error = await broken_by(engine, make_picture_prompt(Picture(b"png", 10, 10)))
    assert text == ""
    assert type(error) is CannotSee
    assert explain(error).sentence == "Demo (pseudo-translation) cannot read pictures: it only changes letters."
