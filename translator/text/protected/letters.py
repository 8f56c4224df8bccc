"""Letters of scripts that set no blanks between words.

They may stand directly behind a link or a path, and are not part of it.
"""

UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3031-\u3035\u3040-\ud7ff\uf900-\ufaff"
    r"\uff66-\uffdc\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana, Han and Hangul (whose endings stand behind foreign words), for use in a class."""
