import pytest

from translator.text.tokens import estimate_tokens


def test_nothing_is_no_token():
    assert estimate_tokens("") == 0


@pytest.mark.parametrize(
    ("text", "characters_per_token"),
    [
        ("The weather is fine today, so we walk to the park. ", 4.3),
        ("Сегодня хорошая погода, и мы пойдём гулять в парк. ", 4.0),
        ("Сьогодні гарна погода, і ми підемо гуляти до парку. ", 2.6),
        ("Bugün hava çok güzel, parka yürüyüşe gidelim. ", 3.3),
        ("Dziś jest ładna pogoda, więc pójdziemy na spacer. ", 3.3),
        ("Hôm nay trời đẹp, chúng ta đi dạo trong công viên. ", 3.3),
        ("الطقس جميل اليوم وسنذهب في نزهة إلى الحديقة. ", 3.3),
        ("आज मौसम अच्छा है, हम पार्क में टहलने जाएँगे। ", 3.3),
        ("วันนี้อากาศดี เราไปเดินเล่นที่สวนกันเถอะ ", 2.3),
        ("오늘은 날씨가 좋아서 공원에 산책하러 갑시다. ", 2.0),
        ("今日は天気がいいので、公園へ散歩に行きましょう。", 1.5),
        ("今天天气很好，我们一起去公园散步吧。", 1.5),
        ("今天天氣很好，我們一起去公園散步吧。", 1.1),
    ],
)
def test_is_near_what_was_measured_and_not_far_below_it(text, characters_per_token):
    measured = len(text * 50) / characters_per_token
    assert 0.95 * measured <= estimate_tokens(text * 50) <= 2.1 * measured


def test_a_longer_text_is_never_fewer_tokens():
    text = "Zażółć gęślą jaźń, 今天 and 👍"
    counts = [estimate_tokens(text[:length]) for length in range(len(text) + 1)]
    assert counts[3:] == sorted(counts[3:])
