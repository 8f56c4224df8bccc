"""Files that are none, or mean harm: each is refused with the line it is in, and takes no more memory than others."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from translator.formats.guarded_xml import XmlInvalid
from translator.formats.tmx.reading import TmxInvalid, read_tmx

ROOT = Path(__file__).parents[3]
BODY = '<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("", 1, "no element found"),
        ("{}", 1, "not well-formed"),
        ("<html><body>Sign in</body></html>", 1, "no TMX"),
        (BODY, 0, ""),
        (BODY.removesuffix("</tmx>"), 1, "no element found"),
        ("<tmx>\n<tu>\n</tmx>", 3, "mismatched tag"),
        (f'<!DOCTYPE tmx [<!ENTITY l0 "lol">\n{LAUGHS}]>' + BODY.format("&l9;"), 1, "entity is declared"),
        (
            '<!DOCTYPE tmx [\n<!ENTITY a "' + "x" * 50_000 + '">]>' + BODY.format("&a;" * 50_000),
            2,
            "entity is declared",
        ),
        ('<!DOCTYPE tmx [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + BODY.format("&f;"), 1, "entity is declared"),
        ('<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>' + BODY, 1, "entity is declared"),
        ('<!DOCTYPE tmx [<!ATTLIST tuv a CDATA "' + "x" * 50_000 + '">]>' + BODY, 1, "attributes are declared"),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' + BODY.format("a&nbsp;b"), 2, "unknown entity nbsp"),
        (BODY.format("a&nbsp;b"), 1, "undefined entity"),
        ("<tmx>" + "<a>" * 101, 1, "nested too deeply"),
        ("<tmx>" + BODY.format("<hi>" * 200 + "</hi>" * 200), 1, "nested too deeply"),
        ("<tmx a='" + "x" * 1_200_000 + "'/>", 1, "too long"),
        ("<tmx><!--" + "x" * 1_200_000 + "--></tmx>", 1, "too long"),
        ("<tmx " + " ".join(f'a{n}="x"' for n in range(200_000)) + "/>", 1, "too long"),
        ("<tmx a='1' a='2'/>", 1, "duplicate attribute"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', 1, "unknown encoding"),
        ('<?xml version="1.0" encoding="utf-7"?><tmx/>', 1, "encoding"),
        ("<tmx>\x00</tmx>", 1, "not well-formed"),
        ("<tmx>&#0;</tmx>", 1, "reference to invalid character number"),
    ],
)
def test_it_is_refused(tmp_path: Path, content: str, line: int, reason: str) -> None:
    path = tmp_path / "hostile.tmx"
    path.write_text(content)
    if not reason:
        assert list(read_tmx(path)) == []
        return
    with pytest.raises(TmxInvalid) as caught:
        list(read_tmx(path))
    assert isinstance(why := caught.value.__cause__, XmlInvalid)
    assert reason in str(why)
    assert why.line == line


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<tmx>" + "\n" * 1_233 + "</tu>", "a.tmx could not be read to its end: something is wrong in line 1,234."),
        ('<!DOCTYPE tmx [\n<!ENTITY a "x">]><tmx/>', "a.tmx was not read to its end: what is in line 2 could do harm."),
        ("<html/>", "a.tmx is no TMX file."),
        ("{}", "a.tmx is no TMX file."),
    ],
)
def test_it_is_said_in_a_sentence_and_the_parsers_words_are_left_to_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str, sentence: str
) -> None:
    caplog.set_level("INFO")
    path = tmp_path / "a.tmx"
    path.write_text(content)
    with pytest.raises(TmxInvalid) as caught:
        list(read_tmx(path))
    assert str(caught.value) == sentence
    assert str(caught.value.__cause__) in caplog.text


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.tmx"
    path.write_bytes(b"<tmx>\xff\xfe</tmx>")
    with pytest.raises(TmxInvalid, match="something is wrong in line 1"):
        list(read_tmx(path))


PEAK = """
    import resource, sys
    from pathlib import Path
    from translator.formats.tmx.reading import TmxInvalid, read_tmx

    def peak():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before, made = peak(), 0
    try:
        made = sum(1 for _ in read_tmx(Path(sys.argv[1])))
    except TmxInvalid as error:
        assert "could do harm" in str(error), error
    print(peak() - before, made)
"""


def peak_kb(path: Path) -> tuple[int, int]:
    """Return how much memory reading takes at most, in a process of its own, and how many units there were."""
    said = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PEAK), str(path)], cwd=ROOT, capture_output=True, check=True, text=True
    )
    kilobytes, units = said.stdout.split()
    return int(kilobytes), int(units)


@pytest.mark.skipif(sys.platform == "win32", reason="resource is not there")
@pytest.mark.parametrize(
    ("opening", "filling", "closing"),
    [
        ("<tmx><body><tu><tuv xml:lang='en'><seg>", "x" * 1_000, "</seg></tuv></tu></body></tmx>"),
        ("<tmx><body><tu><tuv xml:lang='en'><seg>", "&amp;\n" * 200, "</seg></tuv></tu></body></tmx>"),
        ("<tmx><body><tu><note>", "x&amp;" * 200, "</note></tu></body></tmx>"),
        ("<tmx><body><tu>", "<tuv xml:lang='en'><seg>a</seg></tuv>" * 30, "</tu></body></tmx>"),
        ("<tmx a='", "x" * 1_000, "'/>"),
    ],
    ids=["segment", "pieces", "note", "variants", "attribute"],
)
def test_something_endless_takes_little_memory(tmp_path: Path, opening: str, filling: str, closing: str) -> None:
    path = tmp_path / "endless.tmx"
    path.write_text(opening + filling * 15_000 + closing)
    kilobytes, _ = peak_kb(path)
    assert kilobytes < 10_000  # the file has 15 MB and more


@pytest.mark.skipif(sys.platform == "win32", reason="resource is not there")
def test_memory_does_not_grow_with_the_number_of_units(tmp_path: Path) -> None:
    path = tmp_path / "large.tmx"
    variants = (
        "<tuv xml:lang='en'><seg>{n} is a number</seg></tuv>",
        "<tuv xml:lang='de'><seg>{n} ist eine</seg></tuv>",
    )
    unit = f"<tu>{''.join(variants)}</tu>"
    with path.open("w") as file:
        file.write("<tmx><header srclang='en'/><body>")
        file.writelines(unit.format(n=n) for n in range(60_000))
        file.write("</body></tmx>")
    kilobytes, units = peak_kb(path)
    assert units == 60_000
    assert kilobytes < 8_000  # the file has 7 MB; as a tree it would take some 100
