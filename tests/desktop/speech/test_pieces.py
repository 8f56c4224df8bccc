"""A text is read sentence by sentence."""

from translator.desktop.speech.pieces import LONGEST, cut


def test_each_sentence_is_a_piece_and_what_cannot_be_said_is_none() -> None:
    text = "Guten Tag, Dr. Meier. Wie geht es?\n\n***\n– Gut!\n第一句。第二句。"
    assert cut(text, "de") == ("Guten Tag, Dr. Meier.", "Wie geht es?", "– Gut!", "第一句。", "第二句。")


def test_a_sentence_that_does_not_end_is_cut_at_blanks_and_where_it_has_none_anywhere() -> None:
    words = "word " * 300
    pieces = cut(words, "en")
    assert all(len(piece) <= LONGEST and not piece.startswith(" ") for piece in pieces)
    assert " ".join(pieces).split() == words.split()
    assert cut("字" * (LONGEST + 5), "zh") == ("字" * LONGEST, "字" * 5)


def test_no_text_is_no_piece() -> None:
    assert cut(" \n\t\n", "") == ()
