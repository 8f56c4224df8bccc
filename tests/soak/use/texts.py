"""What is translated in a soak: short and long, new and known, in several scripts."""

from random import Random

from tests.bench.text import text_of

SHORT = (
    "Would you mind telling me whether the museum is open on Mondays?",
    "The ferry to the island leaves at a quarter past nine.\n\nThe crossing takes about forty minutes.",
    "- Bring {count} keys\n- See https://example.org/map for the way\n- Call before noon",
    "Где находится ближайшая аптека? Мне нужно лекарство от простуды.",
    "今日は雨が降っているので、家で本を読みます。明日は晴れるでしょう。",
    "明天早上我们坐火车去北京，下午参观博物馆。",
    "أين تقع أقرب محطة قطار؟ أريد أن أصل قبل المساء.",
    "오늘은 비가 와서 집에서 책을 읽습니다.",
)


def short_text(random: Random) -> str:
    """Return some sentences. Every other text is one that has been there before, sooner or later."""
    text = random.choice(SHORT)
    return text if random.random() < 0.5 else f"{text} ({random.randrange(1_000_000)})"


def long_text(random: Random) -> str:
    """Return some paragraphs of English, the first of which no other text has."""
    return f"Letter {random.randrange(1_000_000)}. {text_of(random.randrange(800, 4_000))}"
