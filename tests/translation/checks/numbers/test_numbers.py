"""Numbers are compared by what they mean, in figures as each language writes them, or in words."""

import pytest

from tests.translation.checks.looking import findings, said

SAME = [
    # Separators.
    ("en>de", "It costs 1,234.50 euros.", "Es kostet 1.234,50 Euro."),
    ("en>fr", "It costs 1,234.50 euros.", "Cela coûte 1 234,50 euros."),
    ("en>fr", "It costs 1,234.50 euros.", "Cela coûte 1\u202f234,50 euros."),
    ("en>ar", "It costs 1,234.50 euros.", "يكلف ١٬٢٣٤٫٥٠ يورو."),
    ("en>fa", "The price is 1,500 dollars.", "قیمت ۱٬۵۰۰ دلار است."),
    ("en>ja", "It costs 1,234 yen.", "１，２３４円です。"),
    ("en>de-CH", "It costs 1,234.50 francs.", "Es kostet 1'234.50 Franken."),
    ("en>es-MX", "It costs 1,234.50 pesos.", "Cuesta 1,234.50 pesos."),
    ("en>hi", "The area is 150,000 hectares.", "क्षेत्रफल 1,50,000 हेक्टेयर है।"),
    ("en>bg", "Population: 6,500,000", "Население: 6 500 000"),
    (">de", "There are 1,500 of them.", "Es gibt davon 1.500."),
    ("en>ar", "It weighs 1,500 kg or 2.125 g.", "يزن 1.500 كغ أو 2,125 غ."),
    ("en>de", "A share of .5 remains.", "Ein Anteil von 0,5 bleibt."),
    # Larger than they look.
    ("en>zh-Hans", "The city has 1.2 million inhabitants.", "这座城市有120万居民。"),
    ("en>de", "It takes 2.5 billion dollars.", "Es braucht 2,5 Mrd. Dollar."),
    ("en>fr", "It takes 2 trillion dollars.", "Il faut 2 billions de dollars."),
    ("en>es", "It takes 1.5 billion dollars.", "Hacen falta 1.500 millones de dólares."),
    ("en>es", "It takes 3 billion dollars.", "Hacen falta 3 mil millones de dólares."),
    ("en>hi", "The population is 1.2 million.", "जनसंख्या 12 लाख है।"),
    ("en>ja", "The budget is 1.25 billion yen.", "予算は12億5000万円です。"),
    ("ja>en", "1万 3.10.2", "10,000 3.10.2"),
    ("en>ko", "The hall holds 14,000 visitors.", "그 홀은 1만 4천 명을 수용한다."),
    ("en>de", "It costs $5M.", "Es kostet 5 Millionen Dollar."),
    ("en>tr", "There are 5 thousand books.", "5 bin kitap var."),
    ("en>fr", "A 4K screen", "Un écran 4K"),
    # Words.
    ("en>de", "There are 12 eggs.", "Es gibt zwölf Eier."),
    ("en>de", "It takes thirty-two days.", "Es dauert 32 Tage."),
    ("de>en", "Es sind zweitausendvierundzwanzig Seiten.", "There are 2,024 pages."),
    ("de>en", "im Jahr neunzehnhundertneunzig", "in 1990"),
    ("en>fr", "in nineteen eighty-four", "en 1984"),
    ("fr>en", "quatre-vingt-dix-sept personnes", "97 people"),
    ("en>fr", "75 guests", "soixante-quinze invités"),
    ("en>vi", "We have 25 employees.", "Chúng tôi có hai mươi lăm nhân viên."),
    ("en>id", "23 people and 12 dogs came.", "Dua puluh tiga orang dan dua belas anjing datang."),
    ("en>fi", "There were 32 of them.", "Niitä oli kolmekymmentäkaksi."),
    ("en>hu", "There were 25 of them.", "Huszonöt volt belőlük."),
    ("ko>en", "그는 열두 살이다. 이십삼 층에 산다.", "He is 12 years old. He lives on the 23rd floor."),
    ("th>en", "มีคนยี่สิบห้าคน", "There were 25 people."),
    ("zh-Hans>en", "他今年二十五岁，二〇二四年毕业。", "He is 25 and graduated in 2024."),
    ("zh-Hant>en", "這本書有三百頁。", "The book has 300 pages."),
    ("ja>en", "ひとりで一万二千円払った。", "I paid 12,000 yen alone."),
    ("ja>en", "ふたつください。", "2 of them, please."),
    ("zh-Hans>de", "销售额增长了三成。", "Der Umsatz stieg um 30 %."),
    ("en>he", "I bought 2 books for forty shekels.", "קניתי שני ספרים ב-40 שקל."),
    ("en>ar", "He bought 2 books and 10 pens.", "اشترى كتابين وعشرة أقلام."),
    ("en>uk", "He is 5.", "Йому п’ять."),
    ("en>ru", "a 2-day conference with 300 guests", "двухдневная конференция с тремястами (300) гостями"),
    ("en>de", "The 3-year warranty", "Die dreijährige Garantie"),
    ("en>sw", "It has 7 rooms.", "Ina vyumba 7."),
    (">en", "Es waren zwölf.", "There were 12."),
    ("en>ca", "There are 7.", "Hi ha 7."),
    # Parts.
    ("en>de", "Add 1½ cups.", "1,5 Tassen dazugeben."),
    ("en>de", "Add ½ cup.", "Eine halbe Tasse dazugeben."),
    ("en>fr", "1/2 of them", "la moitié d'entre eux"),
    ("en>fr", "1/4 of them", "un quart d'entre eux"),
    ("en>de", "3 1/2 years", "3,5 Jahre"),
    ("en>pt-BR", "It weighs 1.5 tons.", "Pesa uma tonelada e meia."),
    ("en>ru", "2.5 million people", "два с половиной миллиона человек"),
    ("de>en", "anderthalb Stunden", "1.5 hours"),
    ("zh-Hans>en", "身高1米8", "1.8 metres tall"),
    # Ordinals, Roman numerals, decades, eras, signs.
    ("en>fr", "the 19th century", "le XIXe siècle"),
    ("en>ru", "Louis XIV", "Людовик 14"),
    ("en>de", "MCMXCIX", "1999"),
    ("en>de", "his 1st car", "sein erstes Auto"),
    ("en>de", "the 1980s", "die 80er Jahre"),
    ("en>ja", "the '90s", "1990年代"),
    ("en>da", "in the 18th century", "i 1700-tallet"),
    ("ja>en", "令和6年", "2024"),
    ("ja>en", "令和元年", "2019"),
    ("en>th", "the year 2024", "ปี 2567"),
    ("en>ru", "-5 °C", "5 градусов ниже нуля"),
    ("en>de", "-5 °C", "−5 °C"),
    ("en>de", "CO₂ and 5 m²", "CO2 und 5 m2"),
    ("en>es", "Open 24/7.", "Abierto las 24 horas, los 7 días de la semana."),
    ("en>de", "Open 24/7.", "Rund um die Uhr offen."),
    ("en>de", "Version 3.10.2 is out.", "Version 3.10.2 ist da."),
    ("en>de", "Chapters 1,2,5", "Kapitel 1, 2 und 5"),
    ("en>de", "The code is 1,23,45.", "Der Code ist 1,23,45."),
    ("en>de", "1.234,56.78 is no number", "1.234,56.78 ist keine Zahl"),
    ("en>de", f"{'1234567890' * 5}", f"{'1234567890' * 5}"),
    # Times.
    ("en>de", "at 5 pm", "um 17 Uhr"),
    ("en>de", "at 5:30 p.m.", "um 17.30 Uhr"),
    ("en>it", "at 10 a.m.", "alle 10"),
    ("de>en", "um halb drei", "at 2:30"),
    ("en>fr", "half past two", "2h30"),
    ("en>fr", "a quarter past four", "4h15"),
    ("zh-Hans>en", "我们三点半见面。", "We meet at 3:30."),
    ("zh-Hans>en", "3点半", "3:30"),
    ("ko>en", "오후 3시에 만나요.", "Let's meet at 3 pm."),
    ("ja>en", "午前9時15分", "9:15 am"),
    ("ru>en", "К 15 ч. 30 мин. всё было готово.", "By 3:30 pm everything was ready."),
    ("en>ar", "The lecture begins at 4 pm.", "تبدأ المحاضرة في الساعة الرابعة عصرًا."),
    ("es>en", "a las 5 de la tarde", "at 17:00"),
    ("en>sw", "at 5 pm", "saa 5:00"),
    ("en>de", "in 5 hours and 30 minutes", "in 5:30 Stunden"),
    ("en>de", "after 30:15 minutes", "nach 30:15 Minuten"),
    # Figures in what is no prose.
    ("en>de", "Open port `8080` now.", "Port 8080 jetzt öffnen."),
]  # fmt: skip

OTHER = [
    ("en>nl", "The train leaves at 5:45 pm from platform 3.", "De trein vertrekt om 17.15 uur van spoor 3."),
    ("en>pl", "About 1,500 people came.", "Około 15 000 osób przyszło."),
    ("en>de", "The room costs 80 euros for 2 nights.", "Das Zimmer kostet 80 Euro für 3 Nächte."),
    ("en>de", "many years", "25 Jahre"),
    ("en>de", "25 years", "viele Jahre"),
    ("en>fi", "The price is 2.5 million euros.", "Hinta on 25 miljoonaa euroa."),
    ("en>hi", "The population is 1.2 million.", "जनसंख्या 1.2 लाख है।"),
    ("en>de", "5 billion", "5 Billionen"),
    ("fr>en", "5 milliards", "5 million"),
    ("en>uk", "Temperatures drop to -5 °C at night.", "Уночі температура падає до 5 °C."),
    ("de>en", "um halb drei", "at 3:30"),
    ("ko>en", "오후 3시에 만나요.", "Let's meet at 3 am."),
    ("en>de", "See you at 5 pm.", "Bis um 5 Uhr."),
    ("en>ja", "Version 3.10.2 is out.", "バージョン3.10.1が出ました。"),
    ("en>ru", "1/2 of the members", "1/3 членов"),
    ("en>de", "5 m²", "6 m²"),
]


@pytest.mark.parametrize(("pair", "source", "target"), SAME)
def test_the_same_number_is_no_finding_however_it_is_written(pair, source, target) -> None:
    assert [each for each in said(pair, source, target) if each.startswith("numbers")] == []


@pytest.mark.parametrize(("pair", "source", "target"), OTHER)
def test_another_number_is_an_error(pair, source, target) -> None:
    assert set(said(pair, source, target)) == {"numbers"}


def test_separators_that_were_left_are_a_warning() -> None:
    assert said("en>de", "There are 1,500 books.", "Es gibt 1,500 Bücher.") == ["numbers?"]


def test_a_finding_quotes_both_numbers_and_points_at_them() -> None:
    source, target = "It has 324 steps and 2 towers.", "Er hat 342 Stufen und 2 Türme."
    (finding,) = findings("en>de", source, target)
    assert (finding.expected, finding.found) == ("324", "342")
    assert finding.source == (7, 10)
    assert finding.target == (7, 10)


def test_a_lost_number_has_no_place_in_the_target() -> None:
    (finding,) = findings("en>de", "It has 324 steps.", "Er hat viele Stufen.")
    assert (finding.source, finding.target, finding.expected, finding.found) == ((7, 10), None, "324", "")
