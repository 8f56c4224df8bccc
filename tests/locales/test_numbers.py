"""Numbers are written as people of the language write them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.catalogues import write_catalogue
from translator.i18n import install
from translator.locales.numbers import Localised, grouped, localised
from translator.locales.offered import OFFERED


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    for language in OFFERED:
        write_catalogue(folder, language, str)
    return folder


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    install(Path(), lambda: "en")


@pytest.mark.parametrize(
    ("language", "thousand", "million", "fraction"),
    [
        ("en", "1,234", "1,234,567", "1,234.5"),
        ("zh_CN", "1,234", "1,234,567", "1,234.5"),
        ("ar", "1,234", "1,234,567", "1,234.5"),
        ("de", "1.234", "1.234.567", "1.234,5"),
        ("pt_BR", "1.234", "1.234.567", "1.234,5"),
        ("es", "1234", "1.234.567", "1234,5"),
        ("fr", "1\u202f234", "1\u202f234\u202f567", "1\u202f234,5"),
        ("ru", "1\u00a0234", "1\u00a0234\u00a0567", "1\u00a0234,5"),
    ],
)
def test_thousands_and_fractions_are_set_apart(
    catalogues: Path, language: str, thousand: str, million: str, fraction: str
) -> None:
    install(catalogues, lambda: language)

    assert (grouped(1234), grouped(1_234_567), localised("1,234.5")) == (thousand, million, fraction)
    assert (grouped(0), grouped(999), grouped(-12)) == ("0", "999", "-12")


def test_a_message_that_lays_a_number_out_writes_it_so_too(catalogues: Path) -> None:
    install(catalogues, lambda: "de")

    assert f"{Localised(1.25):.1f} s" == "1,2 s"
    assert f"{Localised(2):.1f} s" == "2,0 s"
