"""``translator glossary``: lists, takes in and writes, and says what goes wrong."""

from pathlib import Path

import pytest

from tests.commands.running import Ran, Run

CSV = "source,target\nSchiff,ship\nAnker,anchor\n"


def take_in(run: Run, path: Path, text: str = CSV, name: str = "Ships", source: str = "de", target: str = "en") -> Ran:
    path.write_text(text, "utf-8")
    return run("glossary", "import", str(path), "--name", name, "--from", source, "--to", target)


def test_a_file_makes_a_glossary_that_is_listed_and_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    ran = take_in(run, file)
    assert (ran.status, ran.out, ran.err) == (0, f"2 terms of {file} added to “Ships”.\n", "")
    assert run("glossary", "list").out == "Ships: de → en-US, 2 terms\n"
    for kind in ("csv", "tsv", "tbx"):
        out = tmp_path / f"out.{kind}"
        assert run("glossary", "export", "ships", str(out)).out == f"2 terms are in {out}.\n"
        assert "Anker" in out.read_text("utf-8")
    assert (tmp_path / "out.tbx").read_text("utf-8").lstrip().startswith("<?xml")


def test_only_new_terms_are_added_to_a_glossary_of_that_name_and_languages(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    take_in(run, file)
    ran = take_in(run, file, CSV + "Segel,sail\n", name="SHIPS")
    assert ran.out == f"1 term of {file} added to “Ships”.\n"
    take_in(run, file, target="fr")
    assert run("glossary", "list").out == "Ships: de → en-US, 3 terms\nShips: de → fr, 2 terms\n"
    ran = run("glossary", "export", "ships", str(tmp_path / "x.csv"))
    assert (ran.status, ran.err) == (2, "Several glossaries are called “ships”. Rename one of them.\n")


def test_where_there_is_none_that_is_said(run: Run, tmp_path: Path) -> None:
    ran = run("glossary", "list")
    assert (ran.status, ran.out, ran.err) == (0, "", "There are no glossaries.\n")
    ran = run("glossary", "export", "x", str(tmp_path / "x.csv"))
    assert (ran.status, ran.err) == (2, "No glossary is called “x”. There are no glossaries.\n")
    take_in(run, tmp_path / "terms.csv")
    assert run("glossary", "export", "x", str(tmp_path / "x.csv")).err.endswith("There are: Ships.\n")


def test_what_was_passed_over_is_told_on_standard_error(run: Run, tmp_path: Path) -> None:
    ran = take_in(run, tmp_path / "terms.csv", CSV + ",nothing\n" * 7)
    assert ran.status == 0
    assert ran.err.startswith("7 entries could not be read: 4: the term is missing")
    assert ran.err.endswith(", …\n")


def test_a_guessed_encoding_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes("source,target\nTür,door\n".encode("cp1252"))
    ran = run("glossary", "import", str(path), "--name", "n", "--from", "de", "--to", "en")
    assert ran.status == 0
    assert "It was read as" in ran.err


def test_a_file_without_terms_makes_no_glossary(run: Run, tmp_path: Path) -> None:
    ran = take_in(run, tmp_path / "terms.csv", "source,target\n,\n")
    assert ran.status == 2
    assert "has no terms for these languages" in ran.err
    assert run("glossary", "list").out == ""


@pytest.mark.parametrize(
    ("name", "source", "target", "words"),
    [("n", "?", "en", "No language has the tag “?”."), (" ", "de", "en", "A glossary has a name and two languages.")],
)
def test_bad_usage_is_told(run: Run, tmp_path: Path, name: str, source: str, target: str, words: str) -> None:
    ran = take_in(run, tmp_path / "terms.csv", name=name, source=source, target=target)
    assert (ran.status, words in ran.err) == (2, True)


def test_a_file_that_cannot_be_read_or_written_fails(run: Run, tmp_path: Path) -> None:
    gone = tmp_path / "nowhere" / "terms.csv"
    ran = run("glossary", "import", str(gone), "--name", "n", "--from", "de", "--to", "en")
    assert (ran.status, "It did not work with" in ran.err) == (1, True)
    ran = take_in(run, tmp_path / "terms.tbx", "<?xml version='1.0'?><other/>")
    assert ran.status == 1
    take_in(run, tmp_path / "terms.csv")
    ran = run("glossary", "export", "Ships", str(gone))
    assert (ran.status, "It did not work with" in ran.err) == (1, True)
