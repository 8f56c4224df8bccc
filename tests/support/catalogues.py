"""Catalogues for tests: those that there are, and every message of the code, made over by a function.

In what is made over, it can be seen what was left out.
"""

import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]


@cache
def messages_of_the_code() -> Catalog:
    """Return every message, as ``dev.py catalogues`` finds them."""
    spec = importlib.util.spec_from_file_location("update_catalogues", ROOT / "packaging" / "update_catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    extracted: Catalog = module.extract()
    return extracted


def words_of_the_code() -> set[str]:
    """Return the words that the program says: of those with a number, both forms."""
    ids = (message.id for message in messages_of_the_code() if message.id)
    return {form for each in ids for form in ([each] if isinstance(each, str) else each)}


@cache
def catalogue_of(language: str) -> Catalog:
    """Return the catalogue of a language, as people write it."""
    path = ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "translator.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def write_catalogue(folder: Path, language: str, make_over: Callable[[str], str]) -> None:
    """Write a compiled catalogue of a language, in which each message is made over."""
    catalogue = Catalog(locale=language)
    for message in messages_of_the_code():
        if isinstance(message.id, tuple):
            forms = [make_over(message.id[-1])] * catalogue.num_plurals
            catalogue.add(message.id, forms, context=message.context)
        elif message.id:
            catalogue.add(message.id, make_over(message.id), context=message.context)
    path = folder / language / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def bracketed(text: str) -> str:
    """Return the text in brackets, and 40 % longer: what has none on the screen was never translated."""
    return f"⟦{text}{'~' * round(len(text) * 0.4)}⟧"
