"""Terms are known again in other forms, and words that only look like them are not."""

import pytest

from translator.language.tag import LanguageTag
from translator.translation.glossary.inflection import inflection_of
from translator.translation.glossary.matching import TermMatcher, occurrences
from translator.translation.glossary.term import Term

FORMS = [
    ("en", "cat", "cats CATS Cat"),
    ("en", "plant", "plants planted planting"),
    ("en", "city", "cities"),
    ("en", "box", "boxes boxed"),
    ("en", "process", "processes processed processing"),
    ("en", "stop", "stops stopped stopping"),
    ("en", "use", "uses used using"),
    ("en", "analysis", "analyses"),
    ("en", "leaf", "leaves"),
    ("en", "child", "children"),
    ("en", "workman", "workmen"),
    ("en", "PC", "PCs"),
    ("de", "Anlage", "Anlagen ANLAGE anlage"),
    ("de", "Vertrag", "Vertrags Vertrages Verträge Verträgen"),
    ("de", "Verträge", "Vertrag Verträgen"),
    ("de", "Haus", "Hauses Häuser Häusern"),
    ("de", "Bild", "Bilder Bildern"),
    ("de", "Ergebnis", "Ergebnisse Ergebnissen"),
    ("de", "Kundin", "Kundinnen"),
    ("de", "prüfen", "prüft prüfte prüfend"),
    ("de", "neu", "neue neuer neues neuem neuen"),
    ("de", "Straße", "Strasse STRASSEN"),
    ("fr", "usine", "usines"),
    ("fr", "cheval", "chevaux"),
    ("fr", "bureau", "bureaux"),
    ("fr", "traduire", "traduit traduite"),
    ("fr", "actif", "actifs active actives"),
    ("es", "canción", "canciones"),
    ("es", "luz", "luces"),
    ("es", "imagen", "imágenes"),
    ("es", "firmar", "firma firman firmado firmada"),
    ("pt", "nação", "nações"),
    ("pt", "animal", "animais"),
    ("pt", "homem", "homens"),
    ("it", "contratto", "contratti"),
    ("it", "banca", "banche"),
    ("ro", "contract", "contractul contracte contractelor"),
    ("ca", "casa", "cases"),
    ("nl", "brief", "brieven"),
    ("nl", "taak", "taken"),
    ("nl", "bus", "bussen"),
    ("nl", "huis", "huizen"),
    ("sv", "avtal", "avtalet avtalen avtalets"),
    ("da", "aftale", "aftalen aftaler aftalerne"),
    ("ru", "договор", "договора договором договоры договорах"),
    ("ru", "книга", "книги книгу книг книгами"),
    ("ru", "компания", "компании компанию компаний"),
    ("ru", "учёт", "учета учёта"),
    ("uk", "мова", "мови мовою мов"),
    ("bg", "договор", "договорът договори договорите"),
    ("pl", "umowa", "umowy umowę umów umowach"),
    ("cs", "smlouva", "smlouvy smlouvou smlouvách"),
    ("sk", "zmluva", "zmluvy zmluvou"),
    ("hr", "ugovor", "ugovora ugovorima"),
    ("sr", "уговор", "уговора уговорима"),
    ("el", "σύμβαση", "συμβάσεις σύμβασης"),
    ("tr", "kitap", "kitabı kitapları kitaplarımızdan"),
    ("tr", "ısı", "ISI ısıyı"),
    ("fi", "sopimus", "sopimuksen sopimuksia"),
    ("fi", "talo", "talossa taloissamme"),
    ("fi", "kaappi", "kaapissa kaappia"),
    ("hu", "szerződés", "szerződések szerződéseinkből"),
    ("ar", "عقد", "العقد والعقد بالعقد عقدها عُقْد"),
    ("ar", "شركة", "الشركة شركات شركتنا"),
    ("he", "חוזה", "החוזה בחוזה"),
    ("fa", "کتاب", "کتابها كتاب"),
    ("hi", "किताब", "किताबें किताबों"),
    ("ko", "회사", "회사는 회사에서 회사들이"),
    ("ko", "번역하다", "번역합니다 번역한"),
    ("id", "buku", "bukunya"),
    ("zh", "API", "APIs"),
    ("lv", "līgums", "līguma līgumiem"),
    ("lt", "sutartis", "sutarties sutartį"),
]

STRANGERS = [
    ("en", "cat", "category cattle concat scatter"),
    ("en", "plant", "planet plane plan implant plantation"),
    ("en", "car", "care caring cared scar"),
    ("en", "star", "staring stared start"),
    ("en", "it", "its item"),
    ("en", "hop", "hope hoping"),
    ("de", "Anlage", "Anlagensteuerung Anlagenbau Geldanlage Anliegen"),
    ("de", "Druck", "Drucker drücken Drückeberger"),
    ("de", "Verkauf", "Verkäufer"),
    ("de", "drucken", "drücken"),
    ("de", "fordern", "fördern"),
    ("de", "Bau", "Bauer"),
    ("fr", "porte", "port porter portent"),
    ("es", "caso", "casa"),
    ("it", "porto", "porta porte"),
    ("ru", "договор", "договорный договориться"),
    ("tr", "kitap", "kitaplık"),
    ("ko", "회사", "회사원"),
    ("vi", "con", "cons còn"),
    ("ar", "بيت", "بيضاء"),
    ("lv", "līgums", "līmenis"),
    ("en", "café", "cafe"),
]


@pytest.mark.parametrize(("language", "term", "forms"), FORMS, ids=lambda value: value.split()[0])
def test_forms_of_a_term_are_the_term(language: str, term: str, forms: str) -> None:
    tag = LanguageTag.parse(language)
    missed = [form for form in [term, *forms.split()] if not occurrences(term, form, tag)]
    assert missed == []


@pytest.mark.parametrize(("language", "term", "words"), STRANGERS, ids=lambda value: value.split()[0])
def test_words_that_look_like_a_term_are_not(language: str, term: str, words: str) -> None:
    tag = LanguageTag.parse(language)
    assert [word for word in words.split() if occurrences(term, word, tag)] == []


def _finds(term: Term, text: str, language: str) -> bool:
    tag = LanguageTag.parse(language)
    return bool(TermMatcher([term], tag).found_in(text))


@pytest.mark.parametrize(
    ("language", "source", "part_of_speech", "text", "is_found"),
    [
        ("en", "plant", "noun", "planted", False),
        ("en", "plant", "verb", "planted", True),
        ("en", "plant", "noun", "plants", True),
        ("en", "small", "adjective", "smaller", True),
        ("en", "small", "", "smaller", False),
        ("fr", "petit", "adjective", "petites", True),
        ("fr", "petit", "noun", "petites", False),
        ("de", "vertrag", "noun", "Verträge", True),
        ("de", "vertrag", "", "Verträge", False),
        ("de", "Prüfen", "verb", "prüft", True),
        ("de", "neu", "adjective", "neue", True),
        ("en", "Acme", "properNoun", "Acmes", True),
        ("en", "plant", "nonsense", "planting", True),
    ],
)
def test_the_part_of_speech_tells_which_forms_there_are(
    language: str, source: str, part_of_speech: str, text: str, is_found: bool
) -> None:
    assert _finds(Term(source, part_of_speech=part_of_speech), text, language) == is_found


def test_a_noun_among_other_words_is_still_made_of_words_of_all_kinds() -> None:
    assert _finds(Term("general terms", part_of_speech="noun"), "General Terms", "en")
    assert _finds(Term("neuer Vertrag", part_of_speech="noun"), "neuen Verträgen", "de")


def test_readings_are_remembered_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator.translation.glossary.inflection._MOST_REMEMBERED", 2)
    inflection = inflection_of("sv")
    for word in ("bil", "bilar", "bilen", "bilarna"):
        assert "bil" in inflection.readings(word) or word == "bil"
    assert inflection.readings("bil") is inflection.readings("bil")
