"""Echoes, wrong languages, loops, lengths, brackets, quotes, leaks and repeated blocks are found."""

import pytest

from tests.translation.checks.looking import checker, findings, said
from translator.engines.demo.pseudolocale import pseudo_translate
from translator.translation.checks.checking import Checker
from translator.translation.checks.finding import Check, Severity

LOOP = "Ich ging spät nach Hause" + " nach Hause" * 5 + "."

RIGHT = [
    # Names, code, cognates, mottoes and what is in the target language already.
    ("en>de", "Install Visual Studio Code, Docker Desktop and Git.",
     "Installieren Sie Visual Studio Code, Docker Desktop und Git."),
    ("en>ru", "Google Chrome, Mozilla Firefox, Windows 11", "Google Chrome, Mozilla Firefox, Windows 11"),
    ("en>de", "Museum of Modern Art in New York", "Museum of Modern Art in New York"),
    ("en>fr", "Table, orange, menu, restaurant, information", "Table, orange, menu, restaurant, information"),
    ("en>de", "git commit --amend -m message", "git commit --amend -m message"),
    ("en>de", "OK", "OK"),
    ("en>de", "iPhone 15 Pro", "iPhone 15 Pro"),
    ("en>en-GB", "The weather will be fine tomorrow.", "The weather will be fine tomorrow."),
    ("en>de", "She said: Guten Morgen, wie geht es Ihnen heute? Then she left.",
     "Sie sagte: Guten Morgen, wie geht es Ihnen heute? Dann ging sie."),
    ("en>de", "Das Wetter wird morgen sehr schön sein.", "Das Wetter wird morgen sehr schön sein."),
    ("en>fr", "Ha ha ha ha ha! Very funny.", "Ha ha ha ha ha ! Très drôle."),
    ("en>de", "123", "123"),
    # Languages and scripts.
    ("en>ru", "Use Google Chrome on Windows.", "Используйте Google Chrome в Windows."),
    ("zh-Hans>en", "这家小店卖包子和豆浆。", "The little shop sells 包子 (steamed buns) and 豆浆 (soy milk)."),
    ("en>ja", "New train station", "新駅"),
    ("en>zh-Hans", "The weather is fine today.", "今天天气很好。"),
    ("en>zh-Hant", "Open the window and look at the country.", "打開窗戶，看看這個國家。"),
    ("de>pt-BR", "Bitte überweisen Sie den Betrag.", "Por favor, transfira o valor."),
    ("de>pt-BR", "Bitte überweisen Sie Euro.", "Por favor, transfira euros."),
    ("en>ru", "The letter alpha: α", "Буква альфа: α"),
    ("fr>en", "C'est la vie, mon ami.", "C'est la vie, my friend."),
    ("ja>en", "東京駅", "Tokyo Station"),
    # Repetition.
    ("en>ko", "Row, row, row your boat, row, row, row!", "저어라, 저어라, 배를 저어라, 저어라, 저어라, 저어라!"),
    ("zh-Hans>en", "加油！加油！加油！加油！", "Come on! Come on! Come on! Come on!"),
    ("en>de", "Contents ........................ 5", "Inhalt ........................ 5"),
    ("en>zh-Hans", "Ha ha ha ha, he laughed.", "他哈哈哈哈地笑了。"),
    # Length.
    ("en>zh-Hans", "You're welcome.", "不客气。"),
    ("en>de", "ASAP", "So bald wie möglich"),
    # Brackets and quotes.
    ("en>zh-Hans", '"Hello," she said (quietly).', "“你好，”她（轻声）说。"),
    ("en>ja", 'He called it "fun".', "彼はそれを「楽しい」と言った。"),
    ("en>pl", 'He said "yes" (twice).', "Powiedział „tak” (dwa razy)."),
    ("en>de", 'He said "yes".', "Er sagte »ja«."),
    ("en>fr", "He's 5'10\" tall.", "Il mesure 5'10\"."),
    ("en>de", "1) one :) (a) two", "1) eins :) (a) zwei"),
    ("en>de", "Thanks :( See you!", "Danke :( Bis bald!"),
    ("en>de", "He said (and left.", "Er sagte (und ging."),
    ("en>de", '"And so it went on.', "„Und so ging es weiter."),
    # What the source says itself.
    ("en>de", "Note: the office is closed.", "Hinweis: Das Büro ist geschlossen."),
    ("en>fr", "Translation: Marie Dupont", "Traduction : Marie Dupont"),
    ("en>fr", "Of course, here is the book you wanted.", "Bien sûr, voici le livre que vous vouliez."),
    ("en>es", "Translate this text into Spanish.", "Traduzca este texto al español."),
    ("de>en", "Lass es mich wissen, wenn du etwas brauchst.", "Let me know if you need anything."),
    ("pl>en", "Przetłumacz to na angielski.", "Translate this into English."),
    ("hu>en", "Itt a fordítás, amit kért: holnap küldöm.",
     "Here is the translation you asked for: I will send it tomorrow."),
    ("de>en", "Hier ist der Bericht: Er ist fertig.", "Here is the report: it is finished."),
]  # fmt: skip

WRONG = [
    (["untranslated"], "en>sv", "The weather will be fine tomorrow.", "The weather will be fine tomorrow."),
    (["untranslated"], "en>de", "PLEASE CLOSE THE DOOR BEHIND YOU", "PLEASE CLOSE THE DOOR BEHIND YOU"),
    (["untranslated"], "de>pl", "Bitte schließen Sie die Tür. Danke für Ihre Geduld heute.",
     "Proszę zamknąć drzwi. Danke für Ihre Geduld heute."),
    (["untranslated"], "en>ja", "Close the door now, please.", "Close the door now, please."),
    (["untranslated?"], "en>ja", "Close it now.", "Close it now."),
    (["untranslated?"], "da>nb", "Jeg har en bil og en hund her.", "Jeg har en bil og en hund her."),
    (["language"], "en>uk", "The weather will be fine tomorrow.", "Завтра будет хорошая погода, и я пойду гулять."),
    (["language"], "en>de", "The weather will be fine tomorrow and I will go out.",
     "Het weer is morgen mooi en ik ga naar buiten."),
    (["language"], "en>ja", "The weather will be fine tomorrow and I will go out.", "明天天气会很好，我要去外面散步。"),
    (["language"], "en>zh-Hans", "The weather will be fine tomorrow.", "明日はとても天気がいいでしょう。"),
    (["language"], "en>zh-Hans", "Open the window and look at the country.", "打開窗戶，看看這個國家。"),
    (["language"], "en>zh-Hant", "Open the window and look at the country.", "打开窗户，看看这个国家。"),
    (["language"], "en>ko", "The weather will be fine tomorrow.", "明日は天気がいいでしょう。"),
    (["language"], "en>hi", "The weather will be fine tomorrow.", "Kal mausam bahut achchha hoga."),
    (["language"], "ja>en", "明日は天気がいいので散歩に行きます。", "Ashita wa tenki ga ii node sanpo ni ikimasu."),
    (["language?"], "en>hi", "Fine weather.", "Achchha mausam."),
    (["language?"], "en>zh-Hans", "Open it.", "打開窗戶。"),
    (["language?"], "de>ru", "Das ist heute wirklich ein sehr guter Tag.",
     "Сегодня и правда очень хороший 日子 у нас."),
    (["language"], "de>fr", "Er kam spät am Abend mit der ganzen Familie an. Danach ging er wieder nach Hause zurück.",
     "Il est arrivé tard dans la soirée avec toute sa famille. After that he went back home again."),
    (["repetition"], "en>de", "I went home late at night, as I always do.", LOOP),
    (["repetition"], "en>zh-Hans", "I like the wide blue sea.", "我喜欢大海大海大海大海大海大海。"),
    (["repetition"], "en>de", "It was good.", "Es war guuuuuuuut."),
    (["repetition?"], "en>de", "He came home late at night. She did not.",
     "Er kam spät in der Nacht heim. Er kam spät in der Nacht heim."),
    (["length?"], "en>de", "The committee met on Tuesday to discuss the new budget and the planned merger.",
     "Es tagte."),
    (["length?"], "zh-Hans>en", "他来了。",
     "He came in the evening, when the others had gone home and the streets were empty, and told us all about it."),
    (["length?"], "en>de", "Hello there.", ""),
    (["brackets"], "en>ja", "It rained (a lot).", "雨が（たくさん降った。"),
    (["brackets"], "en>de", "It rained (a lot).", "Es regnete viel)."),
    (["quotes?"], "en>fr", 'He said "yes" twice.', "Il a dit « oui deux fois."),
    (["quotes?"], "en>de", 'He said "yes" twice.', "Er sagte „ja zweimal."),
    (["leak"], "en>nl", "The cat sleeps.", "Hier is de vertaling: De kat slaapt."),
    (["leak"], "en>de", "The cat sleeps.", "Translation: Die Katze schläft."),
    (["leak"], "en>ko", "The cat sleeps.", "번역: 고양이가 잔다."),
    (["leak"], "en>fr", "The cat sleeps.", "Bien sûr ! Voici la traduction : Le chat dort."),
    (["leak"], "en>fr", "The cat sleeps.", "Le chat dort. (Note : j'ai gardé le présent.)"),
    (["leak"], "en>de", "The cat sleeps.", "Die Katze schläft. Note: I kept the tense."),
    (["leak"], "en>pt-BR", "The cat sleeps.", "O gato dorme. Espero que esta tradução ajude!"),
    (["leak"], "en>zh-Hans", "The cat sleeps.", "请将以下文本翻译成中文：猫在睡觉。"),
    (["leak", "leak"], "en>fr", "The cat sleeps.", "<source>Le chat dort.</source>"),
]  # fmt: skip


@pytest.mark.parametrize(("pair", "source", "target"), RIGHT)
def test_what_is_right_is_no_finding(pair, source, target) -> None:
    assert said(pair, source, target) == []


@pytest.mark.parametrize(("checks", "pair", "source", "target"), WRONG)
def test_what_is_wrong_is_found(checks, pair, source, target) -> None:
    assert [
        each for each in said(pair, source, target) if not each.startswith("length") or "length?" in checks
    ] == checks


def test_without_an_identifier_scripts_alone_tell() -> None:
    alone = Checker()
    assert said("en>ko", "The weather will be fine.", "明日は天気がいいでしょう。", by=alone) == ["language"]
    assert said("en>de", "The weather will be fine.", "Het weer is morgen mooi.", by=alone) == []
    assert said("en>de", "The weather will be fine.", "The weather will be fine.", by=alone) == ["untranslated"]


def test_the_place_of_a_loop_and_what_is_repeated_are_told() -> None:
    (finding,) = findings("en>de", "I went home late at night, as I always do.", LOOP)
    assert finding.target
    assert LOOP[slice(*finding.target)] == "nach Hause" + " nach Hause" * 5
    assert finding.found == "nach Hause"


def test_a_repeated_block_with_another_translation_is_told_where_it_comes_again() -> None:
    blocks = [
        ("Save", "Speichern"),
        ("Open", "Öffnen"),
        ("Save", "Sichern"),
        ("Save ", "Speichern"),
        ("", ""),
        ("save", "x"),
    ]
    ((index, finding),) = checker().check_together(blocks)
    assert (index, finding.check, finding.severity) == (2, Check.CONSISTENCY, Severity.WARNING)
    assert (finding.expected, finding.found, finding.source, finding.target) == ("Speichern", "Sichern", (0, 4), (0, 7))


def test_the_odd_one_of_many_is_told_wherever_it_stands() -> None:
    blocks = [("Save", "Sichern"), *[("Save", "Speichern")] * 3, ("Save", "")]
    ((index, finding),) = checker().check_together(blocks)
    assert (index, finding.expected, finding.found) == (0, "Speichern", "Sichern")


def test_what_was_left_untranslated_is_quoted_with_its_links_and_placeholders() -> None:
    text = "Visit https://example.com/a for {name} with three items today."
    assert [finding.found for finding in findings("en>de", text, text)] == [text]


@pytest.mark.parametrize(
    "text",
    ["The invoice is due on 12 March, in 3 days.", "发票将于3月12日到期。请您查看附件，谢谢！", "Встретимся завтра."],
)
def test_the_words_of_a_demo_are_not_looked_at(text: str) -> None:
    by = Checker(translates=False)
    assert said("en>es", text, pseudo_translate(text), by=by) == []
    assert by.check_together([("Save", "a"), ("Save", "b")]) == []
    assert "placeholders" in said("en>es", "{name} is here.", "Ḣéŕé.", by=by)
