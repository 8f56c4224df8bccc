"""Dates are compared as days, whatever their order and form."""

import pytest

from tests.translation.checks.looking import findings, said

SAME = [
    ("en>de", "On 12/05/2024 it snowed.", "Am 05.12.2024 schneite es."),
    ("en>de", "on 2023-11-05", "am 05.11.2023"),
    ("en>de", "on 1/2/24", "am 2.1.2024"),
    ("en>de", "on 1/2/2024", "am 2.1.24"),
    ("de>en", "Am 3.4. treffen wir uns.", "We'll meet on 3 April."),
    ("en>ko", "9/11", "9월 11일"),
    ("en>zh-Hans", "on May 3", "五月三日"),
    ("en>zh-Hans", "on November 21, 2024", "二〇二四年十一月二十一日"),
    ("ja>en", "令和6年5月1日", "1 May 2024"),
    ("en>fr", "from 1 April", "à partir du 1er avril"),
    ("en>es", "He was born on January 2, 1976.", "Nació el 2 de enero de 1976."),
    ("en>hu", "on 5 May 2024", "2024. május 5-én"),
    ("en>th", "The store opened on 3 March 2024.", "ร้านเปิดเมื่อวันที่ 3 มีนาคม 2567"),
    ("en>tr", "on 14 February 1988", "14 Şubat 1988'de"),
    ("en>ar", "on 10 September", "في 10 سبتمبر"),
    ("en>ar", "in January 2011", "في كانون الثاني 2011"),
    ("en>he", "on 5 May", "ב-5 במאי"),
    ("en>nb", "in May 2024", "i mai 2024"),
    ("en>nn", "on 4 June", "4. juni"),
    ("en>de", "on 5 and 6 May", "am 5. und am 6. Mai"),
    ("en>ja", "from 5 to 7 May", "5月5日から7日まで"),
    ("en>es", "on May 5", "el cinco de mayo"),
    ("en>es", "You may call us in May.", "Puede llamarnos en mayo."),
    ("en>de", "We march on.", "Wir marschieren weiter."),
    ("fr>de", "L'avion atterrit sur Mars.", "Das Flugzeug landet auf dem Mars."),
    ("en>de", "Perhaps in March.", "Vielleicht im Frühling."),
    ("en>zh-Hans", "It took 5 months.", "花了5个月。"),
    ("en>zh-Hans", "in May", "在5月"),
    ("en>sw", "on 5 May", "tarehe 5 Mei"),
    (">de", "on 5 May 2024", "am 5. Mai 2024"),
    ("en>de", "May 45 people come?", "Dürfen 45 Leute kommen?"),
    ("en>de", "1.2.3 is the version", "1.2.3 ist die Version"),
    ("en>de", "1-2 days, 3.5 km, 40/50", "1-2 Tage, 3,5 km, 40/50"),
    ("zh-Hans>en", "13月45日", "13月45日"),
    ("en>de", "on 5/6 May", "am 5./6. Mai"),
    ("zh-Hans>zh-Hant", "1/2月3日", "1/2月3日"),
    ("en>de", "Jan said hello to Mar.", "Jan grüßte Mar."),
]

OTHER = [
    ("en>de", "The exhibition opens on May 3.", "Die Ausstellung öffnet am 4. Mai."),
    ("en>sv", "on 4 June 2021", "den 4 juli 2021"),
    ("en>hu", "The concert is on 5 May 2024.", "A koncert 2024. május 6-án lesz."),
    ("en>th", "The store opened on 3 March 2024.", "ร้านเปิดเมื่อวันที่ 3 เมษายน 2567"),
    ("en>de", "Due 2024-05-31", "Fällig am 31.06.2024"),
    ("en>de", "on 1/2/24", "am 2.1.2025"),
    ("en>fr", "The letter is dated August 14, 1944.", "La lettre est datée du 14 août 1949."),
    ("en>fr", "The letter is dated August 14, 1944.", "La lettre est datée du 14 août."),
    ("en>pl", "In June we travel to Rome.", "W lipcu jedziemy do Rzymu."),
    ("ja>en", "次回は10月8日です。", "The next one is on November 8."),
]


@pytest.mark.parametrize(("pair", "source", "target"), SAME)
def test_the_same_day_is_no_finding(pair, source, target) -> None:
    assert [each for each in said(pair, source, target) if each.startswith(("dates", "numbers"))] == []


@pytest.mark.parametrize(("pair", "source", "target"), OTHER)
def test_another_day_is_one_error_and_its_figures_are_no_numbers(pair, source, target) -> None:
    assert said(pair, source, target) == ["dates"]


def test_a_finding_quotes_both_dates_and_points_at_them() -> None:
    source, target = "It opens on May 3, at last.", "Sie öffnet am 4. Mai, endlich."
    (finding,) = findings("en>de", source, target)
    assert (finding.expected, finding.found) == ("May 3", "4. Mai")
    assert finding.source == (12, 17)
    assert finding.target == (14, 20)
