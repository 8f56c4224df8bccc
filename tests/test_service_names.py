"""What services are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from translator.i18n import install
from translator.service_names import shown_name
from translator.settings import DEMO, Service


@pytest.fixture
def in_german(tmp_path: Path) -> Iterator[None]:
    catalogue = Catalog(locale="de")
    catalogue.add(DEMO.name, "Vorführung")
    path = tmp_path / "de" / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    install(tmp_path, lambda: "de")
    yield
    install(Path(), lambda: "en")


@pytest.mark.usefixtures("in_german")
def test_the_demo_is_called_as_the_language_calls_it_and_others_as_their_owner_does() -> None:
    assert shown_name(DEMO) == "Vorführung"
    assert shown_name(Service("mine", DEMO.name)) == DEMO.name


def test_in_english_it_has_the_name_that_the_settings_know() -> None:
    assert shown_name(DEMO) == DEMO.name
