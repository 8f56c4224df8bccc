"""Help is laid out by the places that characters take at a terminal."""

import argparse

import pytest

from translator.assets import resources
from translator.commands.columns import places_of
from translator.commands.help_layout import CommandParser
from translator.commands.parser_words import translate_parser_words
from translator.i18n import install

WIDE = "发送时用代码代替电子邮件地址、电话号码、卡号和密钥，并在译文中还原（见说明）。"


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def parser_with(*options: tuple[str, str, str], epilog: str = "") -> CommandParser:
    parser = CommandParser(prog="translator", epilog=epilog)
    for name, metavar, words in options:
        parser.add_argument(name, metavar=metavar, help=words)
    return parser


def test_explanations_stand_below_each_other_whatever_stands_before_them() -> None:
    said = parser_with(
        ("--glossary", "文件", "words"), ("--to", "TAG", "words"), ("name", "ファイル", "words")
    ).format_help()
    begin = {places_of(line[: line.index("words")]) for line in said.splitlines() if line.endswith("words")}
    assert len(begin) == 1
    assert "--glossary 文件  words" in said


def test_lines_end_at_the_terminals_edge_and_not_before_a_mark() -> None:
    said = parser_with(("--mask", "X", WIDE), epilog=f"{WIDE} {WIDE}").format_help().splitlines()
    assert max(map(places_of, said)) <= 60
    assert not [line for line in said if line.strip()[:1] in tuple("、，。）")]
    assert not [line for line in said if line.endswith("（")]
    assert "".join(line.strip() for line in said).count(WIDE) == 3


def test_a_text_with_blanks_is_cut_at_blanks() -> None:
    said = parser_with(epilog="word " * 30 + "x" * 80).format_help().splitlines()
    assert {word for line in said[-4:-1] for word in line.split()} <= {"word"}
    assert said[-1] == "x" * 80


def test_the_usage_goes_on_below_where_it_began() -> None:
    options = [(f"--option-{n}", "文件", "") for n in range(6)]
    first, second, *_ = parser_with(*options).format_usage().splitlines()
    assert second.index("[") == first.index("[")
    assert parser_with(*options).parse_args([]) == argparse.Namespace(**{f"option_{n}": None for n in range(6)})


def test_actions_are_laid_out_alike() -> None:
    parser = CommandParser(prog="translator")
    action = parser.add_subparsers().add_parser("import")
    action.add_argument("file", metavar="文件", help=WIDE)
    assert max(map(places_of, action.format_help().splitlines())) <= 60


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["positional arguments:", "options:"]),
        ("zh_CN", ["位置参数：", "选项："]),
        ("zh_TW", ["位置引數：", "選項："]),
        ("fr", ["arguments positionnels\u00a0:", "options\u00a0:"]),
    ],
)
def test_headings_end_as_the_language_ends_them(
    language: str, headings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_", "ngettext"):  # they are put back after the test
        monkeypatch.setattr(argparse, name, getattr(argparse, name))
    install(resources() / "i18n", lambda: language)
    try:
        translate_parser_words()
        said = parser_with(("name", "FILE", "words"), ("--to", "TAG", "words")).format_help()
    finally:
        install(resources() / "i18n", lambda: "en")
    lines = said.splitlines()
    assert [line for line in lines[1:] if line and not line.startswith(" ")] == headings
