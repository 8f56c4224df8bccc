"""The licences that are shown: those of the package, or of a clone."""

from pathlib import Path

from translator.licences import BUNDLED, licences_text


def test_a_package_shows_the_text_that_was_made_for_it(tmp_path: Path) -> None:
    (tmp_path / BUNDLED).write_text("All of them, © and ≥", encoding="utf-8")

    assert licences_text(tmp_path) == "All of them, © and ≥"


def test_a_clone_shows_its_own_and_those_of_what_it_has_from_others() -> None:
    text = licences_text()

    assert text.startswith("MIT License")
    assert "UNICODE LICENSE V3" in text
    assert "Pydantic Services" in text
