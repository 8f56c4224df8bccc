"""Placeholders, links, tags, marks of Markdown, code and lines come back as they were."""

import pytest

from tests.translation.checks.looking import findings, said

RIGHT = [
    # Placeholders.
    ("en>ja", "Hello %1$s, you have %2$d points.", "%1$sさん、ポイントは%2$dです。"),
    ("en>de", "Found %d files in %s", "In %2$s wurden %1$d Dateien gefunden"),
    ("en>de", "Found %1$d of %2$d", "%1$d von %2$d gefunden"),
    ("en>de", "{greeting} {name}!", "{name}, {greeting}!"),
    ("en>de", "Hello {{ name }}", "Hallo {{name}}"),
    ("en>de", "%d files {name}", "{name}: %1$d Dateien"),
    ("en>ru", "{n, plural, one {# file} other {# files}}",
     "{n, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}"),
    ("en>zh-Hans", "{n, plural, =0 {no files} one {{name} has # file} other {{name} has # files}}",
     "{n, plural, =0 {没有文件} other {{name}有#个文件}}"),
    ("en>de", "{g, select, female {her} other {their}} book", "{g, select, female {ihr} other {ihr}} Buch"),
    ("en>de", "{n, plural, offset:1 one {you} other {others}}", "{n, plural, offset:1 one {du} other {andere}}"),
    ("en>de", "{a, plural, other {x", "{a, plural, other {x"),
    ("en>de", "{a, plural, other {x}} and {b, plural, other {{c}}}",
     "{b, plural, other {{c}}} und {a, plural, other {x}}"),
    ("en>de", "} {g, select, a {{n, plural, other {x}}} other {y}}",
     "} {g, select, a {{n, plural, other {z}}} other {v}}"),
    ("en>de", "A 50% discount on 3 items", "50 % Rabatt auf drei Artikel"),
    ("en>hu", "A 20% discount", "20%-os kedvezmény"),
    ("en>tr", "50% of it", "%50'si"),
    ("en>de", "Set it to %1.", "Auf %1 setzen."),
    ("en>de", "It costs $5.", "Es kostet 5 $."),
    # Links.
    ("en>zh-Hans", "See https://example.com/a.", "请参阅https://example.com/a。"),
    ("en>ar", "Write to info@example.com, please.", "اكتب إلى info@example.com، من فضلك."),
    ("en>de", "It is at example.com (see www.example.org).", "Es ist bei example.com (siehe www.example.org)."),
    # Tags.
    ("en>de", '<a href="x.html" title="More">Go <b>on</b></a>.',
     '<a title="Mehr" href="x.html">Weiter <b>geht</b></a>.'),
    ("en>de", "One<br>two<br/>three<hr />", "Eins<br/>zwei<br>drei<hr>"),
    ("en>fr", "Usage: copy <source> <destination>", "Utilisation : copy <source> <destination>"),
    ("en>de", "Usage: copy <file>", "Aufruf: copy <datei>"),
    ("en>de", "If a < b and c > d", "Wenn a < b und c > d"),
    ("en>de", "<p>One<li>two", "<p>Eins<li>zwei"),
    ("en>de", "<b>x <i>y</b></i>", "<b>x <i>y</b></i>"),
    ("en>de", "<!-- note --> <code>ls</code> runs", "<!-- note --> <code>ls</code> läuft"),
    # Markdown.
    ("en>de", "This is **bold** and *slanted*.", "Das ist __fett__ und _schräg_."),
    ("en>zh-Hans", "A **bold** word", "一个**粗体**词"),
    ("en>de", "5 * 3 * 2 and snake_case_name", "5 * 3 * 2 und snake_case_name"),
    ("en>de", "## Head\n\n> said [here](x.md) | and", "## Kopf\n\n> gesagt [hier](x.md) | und"),
    ("zh-Hans>en", "鲁迅的《故乡》是一篇名作。", "Lu Xun's *My Old Home* is a famous story."),
    ("en>de", "~~gone~~ and ![A fox](fox.png)", "~~weg~~ und ![Ein Fuchs](fox.png)"),
    ("en>de", "Price*", "Preis*"),
    ("en>de", '<a href="https://example.com/{id}">the link</a>', '<a href="https://example.com/{id}">der Link</a>'),
    # Code.
    ("en>ja", "Use `Ctrl+C` and ``a`b``.", "``a`b``と`Ctrl+C`を使います。"),
    ("en>de", "```\nx = 1\n```\ndone", "```\nx = 1\n```\nfertig"),
    ("uz>en", "O`zbekiston va Qo`qon", "Uzbekistan and Kokand"),
    ("en>de", "a ` b\nc ` d", "a ` b\nc ` d"),
    ("en>de", "empty ` ` ticks", "leere ` ` Zeichen"),
    # Lines.
    ("en>de", "- a tree\n- a house", "* ein Baum\n* ein Haus"),
    ("en>de", "1. one\n2. two\n", "1) eins\n2) zwei"),
]  # fmt: skip

WRONG = [
    ("placeholders", "en>de", "Hello {name}!", "Hallo {Name}!"),
    ("placeholders", "en>de", "Hello {{ user }}", "Hallo {{ benutzer }}"),
    ("placeholders", "en>es", "Total: ${amount}", "Total: $ importe"),
    ("placeholders", "en>ru", "%(count)d files", "файлов"),
    ("placeholders", "en>fr", "{n, plural, one {# file} other {# files}}",
     "{n, plural, one {# fichier} autre {# fichiers}}"),
    ("placeholders", "en>de", "{g, select, female {her} other {their}}", "{g, select, weiblich {ihr} other {ihr}}"),
    ("placeholders", "en>de", "%1 of %2", "%1 von"),
    ("placeholders", "en>de", "%s twice %s", "zweimal %s"),
    ("placeholders", "en>de", "One\\nTwo", "Eins Zwei"),
    ("links", "en>de", "See https://example.com/a_b.", "Siehe https://example.com/ab."),
    ("links", "en>ja", "Write to info@example.com.", "info@example.jpに書いてください。"),
    ("links", "en>de", "It is at example.com.", "Es ist bei beispiel.com."),
    ("tags", "en>de", "Click <b>Save</b>.", "Klicken Sie auf <b>Speichern<b>."),
    ("tags", "en>de", "<p>One <i>two</i></p>", "<p>Eins <i>zwei</p></i>"),
    ("tags", "en>de", "<b>x</b> <i>y</i>", "</b>x<b> <i>y</i>"),
    ("tags", "en>de", '<p class="key">x</p>', '<p class="taste">x</p>'),
    ("tags", "en>de", "<b>bold</b>", "fett"),
    ("markdown", "en>es", "This is **important** text.", "Este es un texto **importante."),
    ("markdown", "en>es", "See [the guide](x.md).", "Consulte [la guía] (x.md)."),
    ("markdown", "en>de", "## Installation of it", "Installation davon"),
    ("markdown?", "en>de", "This is **very** good.", "Das ist sehr gut."),
    ("markdown?", "en>de", "This is very good.", "Das ist **sehr** gut."),
    ("markdown?", "en>de", "This is very good.", "# Das ist sehr gut."),
    ("code", "en>de", "Run `npm install`.", "Führen Sie `npm installieren` aus."),
    ("code", "en>de", "Run `ls` now.", "Jetzt ls ausführen."),
    ("lines", "en>de", "One line.\nTwo lines.\nThree.", "Eine Zeile. Zwei Zeilen.\nDrei."),
    ("lines", "en>de", "One line.", "Eine\nZeile."),
    ("lines", "en>de", "- a tree\n- a house", "- ein Baum\nein Haus"),
    ("lines?", "en>de", "One.\n\nTwo.", "Eins.\nZwei."),
]  # fmt: skip


@pytest.mark.parametrize(("pair", "source", "target"), RIGHT)
def test_what_came_back_is_no_finding(pair, source, target) -> None:
    assert said(pair, source, target) == []


@pytest.mark.parametrize(("check", "pair", "source", "target"), WRONG)
def test_what_did_not_come_back_is_found(check, pair, source, target) -> None:
    assert set(said(pair, source, target)) == {check}


def test_a_lost_piece_stands_beside_what_is_there_instead() -> None:
    (finding,) = findings("en>de", "Hello {name}!", "Hallo {Name}!")
    assert (finding.expected, finding.found, finding.source, finding.target) == ("{name}", "{Name}", (6, 12), (6, 12))


def test_what_is_too_many_of_lines_is_pointed_at() -> None:
    (finding,) = findings("en>de", "One line.", "Eine\nZeile.")
    assert (finding.expected, finding.found, finding.target) == ("1", "2", (5, 11))


def test_what_changed_in_a_link_is_no_number() -> None:
    assert said("en>de", "See https://example.com/2023/x.", "Siehe https://example.com/2024/x.") == ["links"]


def test_emphasis_is_quoted_with_the_code_in_it() -> None:
    found = findings("en>de", "See **the `code x` here** now.", "Sehen Sie die `code x` hier jetzt.")
    assert [finding.expected for finding in found] == ["**the `code x` here**"]
