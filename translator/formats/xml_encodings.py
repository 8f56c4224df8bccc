"""Encodings of XML files that expat does not read: those of East Asia, and UTF-16 in a file that says UTF-8."""

import codecs
import re

_DECLARED = re.compile(rb"""\s*<\?xml\s[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']""", re.ASCII)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# What is declared, as Python calls it, and what it is in truth: programs write the larger set under the smaller's name.
_EAST_ASIAN = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "big5": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "cp950",
    "shift_jis": "cp932", "cp932": "cp932", "euc_jp": "euc_jp",
    "euc_kr": "cp949", "cp949": "cp949",
}  # fmt: skip


def decoder_for(beginning: bytes) -> codecs.IncrementalDecoder | None:
    """Return who decodes the file that begins so; None where expat does by itself, or nobody does.

    What marks UTF-16 counts for more than what is declared: editors that save a file anew leave the declaration.
    """
    if beginning.startswith(_UTF16_MARKS):
        return codecs.getincrementaldecoder("utf-16")()
    declared = _DECLARED.match(beginning)
    name = _EAST_ASIAN.get(_python_name(declared[1].decode())) if declared else None
    return codecs.getincrementaldecoder(name)() if name else None


def _python_name(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""
