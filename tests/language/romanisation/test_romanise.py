"""Texts in Latin letters, as one who reads the language would write them."""

import pytest

from translator.language.romanisation.romanise import can_romanise, needs_reading, romanise
from translator.language.tag import LanguageTag


def latin(text: str, tag: str) -> str | None:
    return romanise(text, LanguageTag.parse(tag))


@pytest.mark.parametrize(
    ("text", "romanised"),
    [
        ("ひらがな", "hiragana"), ("コーヒー", "kōhī"), ("きって", "kitte"), ("マッチ", "matchi"), ("ざっし", "zasshi"),
        ("きょう", "kyou"), ("しゃしん", "shashin"), ("こんいん", "kon'in"), ("ほんや", "hon'ya"),
        ("あんない", "annai"),
        ("パーティー", "pātī"), ("ヴァイオリン", "vaiorin"), ("シェフ", "shefu"), ("じゅんび", "junbi"),
        ("ありがとう、さようなら。", "arigatou, sayounara."), ("「はい」", "“hai”"), ("ー", "-"), ("あっ", "a"),
        ("っあ", "a"), ("テレビを みる", "terebi o miru"), ("ん", "n"), ("CDーR と", "CD-R to"),
    ],
)  # fmt: skip
def test_kana_is_written_as_hepburn_did(text: str, romanised: str | None) -> None:
    assert latin(text, "ja") == romanised


def test_kanji_cannot_be_read_by_letters_alone() -> None:
    assert latin("日本へ", "ja") is None


@pytest.mark.parametrize(
    ("text", "romanised"),
    [
        # From the rules themselves, and from what is seen on every sign.
        ("서울", "seoul"), ("부산", "busan"), ("백마", "baengma"), ("종로", "jongno"),
        ("왕십리", "wangsimni"), ("별내", "byeollae"), ("신라", "silla"), ("해돋이", "haedoji"), ("같이", "gachi"),
        ("좋고", "joko"), ("놓다", "nota"), ("낳지", "nachi"), ("묵호", "mukho"), ("집현전", "jiphyeonjeon"),
        ("압구정", "apgujeong"), ("낙동강", "nakdonggang"), ("한밭", "hanbat"), ("구미", "gumi"), ("영동", "yeongdong"),
        ("설악", "seorak"), ("울릉", "ulleung"), ("대관령", "daegwallyeong"), ("독립문", "dongnimmun"),
        ("안녕하세요", "annyeonghaseyo"), ("감사합니다", "gamsahamnida"), ("읽어요", "ilgeoyo"), ("없어요", "eopseoyo"),
        ("앉아", "anja"), ("많아요", "manayo"), ("많다", "manta"), ("싫어", "sireo"), ("좋아", "joa"),
        ("않는", "anneun"),
        ("잃는", "illeun"), ("놓는", "nonneun"), ("좋습니다", "joseumnida"), ("맞히다", "machida"),
        ("닫히다", "dachida"),
        ("밝히다", "balkhida"), ("앉히다", "anchida"), ("맑게", "malge"), ("닭", "dak"), ("삶", "sam"),
        ("강아지", "gangaji"),
        ("싫소", "silso"), ("못해", "mothae"), ("핥이다", "halchida"), ("값", "gap"), ("있어", "isseo"),
        ("서울, 부산 2곳。", "seoul, busan 2got."),
    ],
)  # fmt: skip
def test_korean_follows_its_sounds(text: str, romanised: str) -> None:
    assert latin(text, "ko") == romanised


@pytest.mark.parametrize(
    ("tag", "text", "romanised"),
    [
        ("ru", "Ельцин приехал в Подъезд", "Yel’tsin priyekhal v Pod”yezd"),
        ("ru", "Ёлка и мёд, щётка", "Yëlka i mëd, shchëtka"),
        ("ru", "Хрущёв ЩИ МОЩЬ Щ", "Khrushchëv SHCHI MOSHCH’ Shch"),
        ("uk", "Їжак з’їв Згурський борщ", "Yizhak ziv Zghurskyi borshch"),
        ("uk", "Юрій Гаєвич, Ґалаґан", "Yurii Haievych, Galagan"),
        ("bg", "София, България и щастие", "Sofia, Balgaria i shtastie"),
        ("sr", "Љубав Њујорк ЏЕП Ђорђе ћуп", "Ljubav Njujork DŽEP Đorđe ćup"),
        ("el", "Καλημέρα, πώς είσαι;", "Kaliméra, pós eísai;"),
        ("el", "Αύριο ευχαριστώ αυτός Εύα", "Ávrio efcharistó aftós Éva"),
        ("el", "ουρανός άγγελος άγχος σφίγξ", "ouranós ángelos ánchos sfínx"),
        ("el", "Μπαμπάς ΜΠΟΥ ρομπ μαΐου άυλος", "Bampás BOU rob maḯou áylos"),
        ("el", "Ψυχή ΘΕΑ ᾠδή ναυ ϗ", "Psychí THEA odí naf ϗ"),
        ("el", "τι\u037e", "ti?"),
    ],
)
def test_cyrillic_and_greek_follow_their_systems(tag: str, text: str, romanised: str) -> None:
    assert latin(text, tag) == romanised


@pytest.mark.parametrize(
    ("tag", "text"),
    [("ar", "مرحبا"), ("he", "שלום"), ("th", "สวัสดี"), ("hi", "नमस्ते"), ("sr-Latn", "ljubav"), ("de", "Haus"),
        ("ru", "OK"),
     ("ru", "123"), ("ko", "…"), ("ja", "OK"), ("zh", "OK")],
)  # fmt: skip
def test_where_there_is_no_good_way_or_nothing_to_do_there_is_nothing(tag: str, text: str) -> None:
    assert latin(text, tag) is None


def test_it_is_known_beforehand_for_which_languages_there_is_a_way() -> None:
    tags = {tag: can_romanise(LanguageTag.parse(tag)) for tag in ("zh-Hant", "ko", "sr", "sr-Latn", "de", "ar")}
    assert tags == {"zh-Hant": True, "ko": True, "sr": True, "sr-Latn": False, "de": False, "ar": False}


@pytest.mark.parametrize(
    ("text", "tag", "needs"),
    [
        ("東京", "ja", True),
        ("時々", "ja", True),
        ("ひらがな", "ja", False),
        ("東京", "ja-Latn", False),
        ("东京", "zh", False),
    ],
)
def test_only_kanji_in_japanese_need_a_reading(text: str, tag: str, needs: bool) -> None:
    assert needs_reading(text, LanguageTag.parse(tag)) is needs
