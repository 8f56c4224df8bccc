"""``translator text --glossary FILE``."""

import json
from pathlib import Path

import pytest

from tests.commands.running import Run
from tests.servers.processes import running_mock
from translator.places import find_places
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile

TO_GERMAN = ("text", "--from", "en", "--to", "de")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text("source,target,note\nplant,Anlage,a factory\ncat,Katze,\n", encoding="utf-8")
    return path


def test_the_terms_that_occur_go_with_the_request_and_a_missed_one_is_told(run: Run, file: Path) -> None:
    log = file.with_name("log")
    with running_mock("--log", str(log)) as mock:
        service = Service("box", "Box", base_url=mock.base_url, model="mock")
        SettingsFile(find_places().settings_file).save(Settings("box", (service,)))
        ran = run(*TO_GERMAN, "--glossary", str(file), "--json", "The plant is very large.")
        [sent] = [json.loads(line)["body"] for line in log.read_text().splitlines()]
    said = str(sent)
    assert "Anlage" in said
    assert "Katze" not in said
    [finding] = [each for each in json.loads(ran.out)["findings"] if each["check"] == "glossary"]
    assert (ran.status, finding["expected"]) == (0, "Anlage")


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "could not be opened"), (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "terms.csv")],
)
def test_a_file_that_is_no_glossary_is_bad_usage(run: Run, file: Path, content: bytes | None, words: str) -> None:
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    ran = run(*TO_GERMAN, "--demo", "--glossary", str(file), "Hello")
    assert ran.status == 2
    assert words in ran.err
    assert "CSV" in ran.err
