"""Cutting a block into its sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.sentences.segments import segment

_MARKS = st.sampled_from([*".!?…。！？।؟;:,“”„«»「」'\"()[]— \u00a0\u3000\n", "Dr.", "z. B.", "3.5", "１", "Go", "ก"])
_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=[])),  # halves of surrogate pairs as well
    st.lists(st.one_of(_MARKS, st.characters()), max_size=60).map("".join),
)


def _cut(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in segment(text, language)]


@given(_TEXTS, st.sampled_from(["", "en", "de", "fr", "ja", "zh", "th", "ru", "xx", "no such"]))
def test_sentences_are_in_order_and_hold_all_but_blanks(text: str, language: str) -> None:
    spans = segment(text, language)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Where are you?|I am here.|Come!"),
        ("en", "It costs 3.50, i.e. less than Dr. Smith paid.|Good."),
        ("en", "“I am tired.|Let's go,” she said.|He nodded."),
        ("en", "'Go.'|She went.|\"No.\"|He stayed."),
        ("en", "Oh… really?!|Yes...|Well."),
        ("en", "It is so.[3]|Others doubt it.[14]|They are wrong."),
        ("en", "He went (really!).|Then he came."),
        ("en", "Look up at me.|I smiled."),
        ("en", "It took 5 ms.|Then it weighed 0.5 kg.|Fine."),
        ("en", "Visit www.example.com.|Write to me@example.org.|Bye."),
        ("en", "Press OK.|Then wait."),
        ("en", "Read vol. 12 of it.|Then art. 5."),
        ("de", "Am 3. Oktober kam z. B. Herr Dr. Meier.|Das war 1990.|Gut so."),
        ("de", "„Ist es weit?“|„Nein.“|»Doch.«|Er ging."),
        ("de", "In Scheiben schneiden.|2 Eier trennen."),
        ("fr", "Voici M. Dupont et MM. Durand.|« Ah ! » dit-il.|« Oui. »|Elle part."),
        ("es", "¿Qué?|¡No!|Creo que no.|Entonces vamos."),
        ("ru", "Вот А. С. Попов, т. е. Иван.|— Ты где? — спросил он.|Никто не ответил."),
        ("el", "Πού πας;|Πάω σπίτι."),
        ("ja", "そうだ。|「行く？」|「うん。」と言った。|「うまい！」|とても喜んだ。|1993年だ。"),
        ("ja", "「はい。」を選んだ。|次へ。"),
        ("zh", "“走吧！”他说。|“好。”|她笑了。|他说：“我累了。|我要回家。”"),
        ("zh", "什么?|他不知道!|走吧...|好。"),
        ("ar", "أين المحطة؟|هنا؛ قريبة.|شكرًا!"),
        ("hi", "यह है।|वह था?|हाँ।"),
        ("ur", "یہ ہے۔|وہ تھا۔"),
        ("ko", "안녕하세요.|저는 3.5km를 걸었어요!|정말요?"),
        ("ka", "ეს არის.|ის იყო."),
        ("", "Hello.|World.|你好。|再见。"),
    ],
)
def test_sentences_end_where_a_reader_says_so(language: str, text: str) -> None:
    sentences = text.split("|")
    assert _cut(("" if language in {"ja", "zh"} else " ").join(sentences), language) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "The app costs nothing. iPhones can run it, too",
        "“Where?” she asked",
        "— Vous partez déjà ? demanda-t-elle",
        "Stop!, he said",
        "(Yes!)",
        "1. Open it",
        "Fine!!! 👍",
        "3.5.2",
        "Yahoo!Answers",
    ],
)
def test_a_sentence_goes_on(text: str) -> None:
    assert _cut(text) == [text]


def test_a_blank_text_has_no_sentences() -> None:
    assert segment("", "en") == []
    assert segment(" \u3000\n", "en") == []


def test_thai_is_cut_at_the_blanks_between_clauses() -> None:
    clauses = ["วันนี้อากาศดีมากและฉันไปตลาด", "ฉันซื้อผลไม้หลายอย่างกลับบ้าน"]
    assert _cut(" ".join(clauses), "th") == clauses


def test_blanks_around_a_name_or_a_figure_do_not_cut_thai() -> None:
    text = "ฉันซื้อ ส้ม กับ Coca Cola มา 3 ขวด"
    assert _cut(text, "th") == [text]


def test_the_languages_own_abbreviations_count() -> None:
    assert len(_cut("Das ist z. B. Hans.", "de")) == 1
    assert len(_cut("Pan dr. Kowalski i prof. Nowak.", "pl")) == 1
