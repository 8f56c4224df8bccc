"""The guide's Markdown is cut into pages and sections, which are found by name and by words."""

from pathlib import Path

import pytest

from translator.ui.guide.pages import Guide, load_guide, parse_page, plain, slug_of, split_topic

PAGE = """# The memory

What was translated **before**.

<!-- anchor: bad_reply runaway_reply -->

## What is `kept`?

See [the history](history.md#stars), and:

```
# no heading
```

- one | two

### Units
"""


def write(folder: Path, **pages: str) -> Path:
    folder.mkdir(parents=True)
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    write(
        tmp_path / "en",
        index="# Guide\n\n- [Memory](memory.md)\n- [Keys](keys.md#all)\n- [Web](https://example.org/x.md)\n",
        keys="# Keys\n\n## Translate\n\nCtrl+Enter\n",
        memory="# Memory\n\nwords\n\n## Ｆｕｌｌ keys\n\nÜber\n",
        stray="# Nobody leads here\n",
    )
    return load_guide(tmp_path, "de")


def test_a_page_is_cut_at_its_headings() -> None:
    page = parse_page("memory", PAGE)

    assert page.title == "The memory"
    assert [section.title for section in page.sections] == ["The memory", "What is kept?", "Units"]
    assert "no heading" in page.sections[1].text
    assert "history.md" not in page.sections[1].text
    assert "<!--" not in page.markdown


@pytest.mark.parametrize(("name", "place"), [("units", 2), ("bad_reply", 1), ("runaway_reply", 1)])
def test_a_section_is_reached_by_its_heading_or_by_the_names_before_it(name: str, place: int) -> None:
    assert parse_page("memory", PAGE).find(name) == place


def test_a_name_that_is_not_there_is_no_section() -> None:
    assert parse_page("memory", PAGE).find("units-of-measure") is None


def test_a_page_without_a_heading_has_its_name_for_a_title() -> None:
    page = parse_page("odd", "words")
    assert (page.title, page.sections) == ("odd", ())


@pytest.mark.parametrize(
    ("heading", "slug"),
    [("What is `kept`?", "what-is-kept"), ("Ctrl+C, twice", "ctrlc-twice"), ("快捷键与弹窗", "快捷键与弹窗")],
)
def test_slugs_are_those_of_the_web(heading: str, slug: str) -> None:
    assert slug_of(heading) == slug


def test_marks_are_not_words() -> None:
    assert plain("- **Bold** [link](a.md) `code`\n1. x").split() == ["Bold", "link", "code", "x"]


def test_the_first_page_orders_the_others(guide: Guide) -> None:
    assert [page.name for page in guide.pages] == ["index", "memory", "keys"]


def test_where_a_language_has_no_guide_it_is_english(guide: Guide) -> None:
    assert guide.folder.name == "en"


def test_a_language_that_has_one_has_its_own(tmp_path: Path) -> None:
    write(tmp_path / "en", index="# Guide\n")
    write(tmp_path / "zh_CN", index="# 指南\n")
    assert load_guide(tmp_path, "zh_CN").pages[0].title == "指南"


def test_a_guide_that_was_not_installed_has_no_pages(tmp_path: Path) -> None:
    assert load_guide(tmp_path / "nowhere", "en").pages == ()


def test_a_search_finds_all_the_words_titles_first(guide: Guide) -> None:
    assert [section.topic for section in guide.search("keys")] == ["memory#ｆｕｌｌ-keys", "keys#keys", "index#guide"]
    assert [section.topic for section in guide.search("KEYS über")] == ["memory#ｆｕｌｌ-keys"]
    assert [section.topic for section in guide.search("keys uber")] == ["memory#ｆｕｌｌ-keys"]
    assert guide.search("keys nothing") == []
    assert guide.search("  ") == []


@pytest.mark.parametrize(
    ("link", "topic"),
    [("memory.md", ("memory", "")), ("memory.md#units", ("memory", "units")), ("#units", ("here", "units"))],
)
def test_a_link_names_a_page_and_maybe_a_section(link: str, topic: tuple[str, str]) -> None:
    assert split_topic(link, "here") == topic
