"""What README, architecture and decisions say of files, names, keys and figures is so. The guide has its own tests."""

import ast
import re
import tomllib
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

import dev
from tests.support.catalogues import catalogue_of
from translator.engines.retries.backoff import tries_for
from translator.translation.errors.base import TranslationError
from translator.translation.errors.limits import RateLimited
from translator.translation.errors.servers import ServerFailed
from translator.ui.guide.pages import load_guide

ROOT = Path(__file__).parents[2]
CODE = ROOT / "translator"
FOLDERS = ("translator", "tests", "packaging", "resources", "docs", ".github")
DECISIONS = ROOT / "docs" / "decisions"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
READMES = {"en": ROOT / "README.md", "zh_CN": ROOT / "README.zh_CN.md"}
DOCUMENTS = [*sorted(ROOT.glob("*.md")), ARCHITECTURE, *sorted(DECISIONS.glob("*.md"))]
NOT_HERE = {"resources/guide", "resources/images", "dist"}
"""Where the wheel has docs/guide and docs/images, and what is made."""

FENCED = re.compile(r"(?s)```.*?```")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"`(?!\./)((?:[\w.-]+/)+[\w.-]*|\w+\.(?:py|md))`")
NAME = re.compile(r"`([A-Z][a-z]+[A-Z]\w*)(?:\.(\w+))?`")
PLACE = re.compile(r"([\w.-]+(?:/[\w.-]+)*(?:/|\.\w+))(?:\s+|$)")
CHORD = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[^\s,、|]+|,)|\bF\d+\b|\bEsc\b")
TASK = re.compile(r"\bdev\.py ([a-z]+)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
DESCRIPTION = 20
"""A line of the tree that is indented as far as this goes on with what the one before it says."""

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
every_readme = pytest.mark.parametrize("language", READMES)


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def paths_here() -> frozenset[str]:
    """Return every file and folder of the clone that is ours, by its path from the top."""
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    return frozenset(path.relative_to(ROOT).as_posix() for path in (*ROOT.iterdir(), *inside))


def is_here(name: str) -> bool:
    """Return whether there is such a file or folder: from the top, or in any room, as it is said of what is at hand."""
    wanted = name.rstrip("/")
    return any(path == wanted or path.endswith(f"/{wanted}") for path in paths_here())


def places() -> list[Path]:
    """Return what the tree of the architecture names."""
    above: list[tuple[int, Path]] = []
    found = []
    for line in FENCED.findall(text_of(ARCHITECTURE))[0].splitlines()[1:-1]:
        indent, rest = len(line) - len(line.lstrip()), line.strip()
        names = []
        while indent < DESCRIPTION and (name := PLACE.match(rest)):
            names.append(name[1])
            rest = rest[name.end() :]
        if names:
            above = list(takewhile(lambda entry, indent=indent: entry[0] < indent, above))  # type: ignore[misc]
            folder = above[-1][1] if above else Path()
            above.append((indent, folder / names[0]))
            found += [folder / name for name in names]
    return found


@cache
def members() -> dict[str, frozenset[str]]:
    """Return what each class of the program has, by the class's name."""
    found: dict[str, frozenset[str]] = {}
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.ClassDef):
                defined = {
                    part.name for part in ast.walk(node) if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
                }
                found[node.name] = found.get(node.name, frozenset()) | defined
    return found


def anchors(path: Path) -> set[str]:
    """Return where a code host lets one link to in a file: its headings, in small letters, with dashes for blanks."""
    headings = re.findall(r"(?m)^#+ (.*)$", FENCED.sub("", text_of(path)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ")]


# The architecture


def test_the_architecture_names_nothing_that_is_not_there() -> None:
    assert [str(place) for place in places() if not (ROOT / place).exists()] == []


def test_every_room_of_the_program_has_its_place_in_the_architecture() -> None:
    """Below a folder of ``desktop`` each platform may have a folder: that is said there once."""
    rooms = {path.parent.relative_to(ROOT) for path in CODE.rglob("*.py")}
    named = {place for place in places() if (ROOT / place).is_dir()}
    platforms = {room for room in rooms if room.parts[:2] == ("translator", "desktop") and len(room.parts) > 3}
    assert sorted(map(str, rooms - named - platforms)) == []


def test_every_class_and_method_that_the_architecture_names_is_there() -> None:
    named = NAME.findall(FENCED.sub("", text_of(ARCHITECTURE)))
    assert [name for name, part in named if name not in members() or (part and part not in members()[name])] == []


# All of them


@every_document
def test_every_path_that_is_named_exists(document: Path) -> None:
    named = PATH.findall(FENCED.sub("", text_of(document)))
    assert [name for name in named if name.rstrip("/") not in NOT_HERE and not is_here(name)] == []


@every_document
def test_no_link_leads_nowhere(document: Path) -> None:
    broken = []
    for link in LINK.findall(FENCED.sub("", text_of(document))):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@every_document
def test_every_task_of_dev_py_that_is_named_is_one(document: Path) -> None:
    assert set(TASK.findall(text_of(document))) <= set(TASK.findall(str(dev.__doc__)))


def test_whoever_contributes_is_told_of_every_task() -> None:
    assert set(TASK.findall(text_of(ROOT / "CONTRIBUTING.md"))) == set(TASK.findall(str(dev.__doc__)))


def test_every_picture_is_shown_somewhere() -> None:
    pages = "".join(map(text_of, (*READMES.values(), *(ROOT / "docs" / "guide").rglob("*.md"))))
    pictures = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "images").rglob("*.png")]
    assert [picture for picture in pictures if f"/{picture}" not in pages] == []


def test_every_decision_is_listed_under_its_title() -> None:
    listed = {
        name: title for title, name in re.findall(r"\[(.+?)\]\((\d{4}-\S+\.md)\)", text_of(DECISIONS / "README.md"))
    }
    titles = {path.name: text_of(path).splitlines()[0].removeprefix("# ") for path in DECISIONS.glob("0*.md")}
    assert listed.keys() == titles.keys()
    assert [name for name, title in titles.items() if not title.startswith(listed[name])] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[^\w-]", requirement)[0] for requirement in wanted]
    reasons = text_of(DECISIONS / "0001-dependencies.md").casefold()
    assert [name for name in names if name.casefold() not in reasons] == []


@pytest.mark.parametrize(("of", "fault"), [("429", RateLimited), ("409, 425, 5xx", ServerFailed)])
def test_the_tries_that_are_told_of_are_those_that_are_made(of: str, fault: type[TranslationError]) -> None:
    (row,) = [row for row in rows(text_of(DECISIONS / "0010-limits-retries-capabilities.md")) if of in row]
    assert f"| {tries_for(fault())} times" in row


# The README


@every_readme
def test_every_key_of_the_readme_is_in_the_guide(language: str) -> None:
    page = load_guide(ROOT / "docs" / "guide", language).page("keyboard")
    assert page is not None
    shortcuts = {"Ctrl+Shift+F2", "Ctrl+Shift+F3", "Ctrl+C"}  # the page has them in a sentence
    known = {*CHORD.findall(page.markdown), *shortcuts}
    in_tables = {chord for row in rows(text_of(READMES[language])) for chord in CHORD.findall(row.split(" | ")[0])}
    assert in_tables - known == set()
    assert in_tables


@every_readme
def test_every_page_of_the_settings_that_the_readme_names_is_there(language: str) -> None:
    text = text_of(READMES[language])
    named = set(re.findall(r"Settings → (\w+)|“设置 → (\w+)”", text))
    titles = words(language)
    assert [name for pair in named for name in pair if name and name not in titles] == []
    assert named


def words(language: str) -> set[str]:
    """Return the words of the program in a language, by its catalogue."""
    return {str(message.id if language == "en" else message.string) for message in catalogue_of("zh_CN")}


@every_readme
def test_every_option_of_the_readme_is_one(language: str) -> None:
    code = "".join(text_of(path) for path in (*CODE.rglob("*.py"), ROOT / "dev.py"))
    text = FENCED.sub("", text_of(READMES[language]))
    others = {"--user"}  # flatpak's
    assert {option for option in OPTION.findall(text) if f'"{option}"' not in code} == others


@every_readme
def test_the_figures_of_the_readme_are_those_of_the_page_on_speed(language: str) -> None:
    measured = set(rows(text_of(DECISIONS / "0007-speed.md")))
    figures = [row for row in measured if "≤" in row]
    _, _, table = text_of(READMES[language]).partition("<!-- bench -->")
    shown = rows(table.partition("\n## ")[0])
    assert [row for row in shown if row not in measured] == []
    if shown:  # the Chinese one leads to the other
        assert {row for row in measured if "| missed by " in row} <= set(shown)
        assert f"{len(shown) - 2} of {len(figures)} figures" in text_of(READMES[language])


@every_readme
def test_the_readme_and_the_guide_know_the_same_exit_statuses(language: str) -> None:
    page = load_guide(ROOT / "docs" / "guide", language).page("command-line")
    assert page is not None
    told, guided = (re.findall(r"(?m)^\| (\d+) \|", text) for text in (text_of(READMES[language]), page.markdown))
    assert told == guided
    assert told


def test_the_readmes_have_the_same_commands_pictures_and_sections() -> None:
    one, other = (FENCED.findall(text_of(path)) for path in READMES.values())
    assert one == other
    pictures = [re.findall(r"!\[[^\]]*\]\(\S*?([\w-]+\.png)\)", text_of(path)) for path in READMES.values()]
    assert pictures[0] == pictures[1]
    sections = [len(re.findall(r"(?m)^## ", text_of(path))) for path in READMES.values()]
    assert sections[0] == sections[1]
