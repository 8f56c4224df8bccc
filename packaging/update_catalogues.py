"""Collects the messages of the code, and brings every ``.po`` up to date with them: ``python3 dev.py catalogues``.

Messages stand in the order of the code, with the files that they are in but without line numbers, so that a change of
the code changes no more of a catalogue than it has to. Nothing is guessed: what is new has no translation until a
person writes one, and what is no longer said goes.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "translator"
I18N = ROOT / "resources" / "i18n"
KEYWORDS = {"tr": None, "ntr": (1, 2), "ptr": ((1, "c"), 2)}
WIDTH = 110


def extract(root: Path = ROOT) -> Catalog:
    """Return all messages of the code."""
    template = Catalog(charset="utf-8")
    found = extract_from_dir(root / PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, comments, context in found:
        template.add(message, locations=[(f"{PACKAGE}/{name}", line)], auto_comments=comments, context=context)
    return template


def update(path: Path, template: Catalog) -> int:
    """Bring the catalogue of a language up to date; return how many messages are not translated. Writes few changes."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3], abort_invalid=True)
    made, revised = catalogue.creation_date, catalogue.revision_date
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date, catalogue.revision_date = made, revised  # git says when it was
    catalogue.header_comment = "# Translations of Translator."
    catalogue.project = "Translator"
    catalogue.fuzzy = False
    text = io.BytesIO()
    write_po(text, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    if text.getvalue() != path.read_bytes():
        path.write_bytes(text.getvalue())
    return sum(1 for message in catalogue if message.id and not _is_translated(message.string))


def _is_translated(text: str | tuple[str, ...]) -> bool:
    return bool(text) and all(text) if isinstance(text, tuple) else bool(text)


def main() -> int:
    """Update every catalogue of the clone; return 1 where one lacks translations."""
    template = extract()
    lacking = 0
    for path in sorted(I18N.glob("*/LC_MESSAGES/*.po")):
        missing = update(path, template)
        lacking += missing
        print(f"{path.parts[-3]}: {missing} of {len(template)} messages are not translated")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
