"""What an edit costs."""

from tests.bench.rows.incremental import translate_and_edit


async def test_after_a_sentence_was_edited_in_a_long_text_its_block_is_sent_and_little_else():
    whole, again = await translate_and_edit()
    assert whole.blocks >= 100
    assert (again.requests, again.blocks) == (1, 1)
    assert again.source / whole.source <= 0.01
    assert again.input / whole.input <= 0.03
