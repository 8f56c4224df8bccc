"""A clipboard that tells what is our own."""

from tests.fakes.clipboard import FakeClipboard
from translator.ui.told_clipboard import ToldClipboard


async def test_our_own_texts_are_told_before_they_are_there_and_others_are_not() -> None:
    real = FakeClipboard()
    clipboard = ToldClipboard(real)
    own: list[tuple[str, str]] = []
    changes: list[str] = []
    clipboard.listen_to_own(lambda text: own.append((text, real.content)))
    clipboard.listen(lambda: changes.append(real.content))

    clipboard.set_text("ours")
    real.copy_elsewhere("theirs")

    assert own == [("ours", "")]
    assert changes == ["theirs"]
    assert (await clipboard.read()).text == "theirs"
