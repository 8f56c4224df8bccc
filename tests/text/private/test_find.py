"""What is private by its form is found in any language; what only looks like it is left alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.private.find import find_private


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_private(text)]


def split(marked: str) -> tuple[str, list[str]]:
    """Return the text without its ⟦marks⟧, and what they stood around."""
    pieces = marked.replace("⟧", "⟦").split("⟦")
    return "".join(pieces), pieces[1::2]


EMAIL_ADDRESSES = [
    "Write to ⟦ada@example.org⟧.",
    "<⟦ada.lovelace+news@mail.example.co.uk⟧>, (⟦b@c.de⟧), '⟦d@e.fr⟧', **⟦f@g.it⟧**",
    "mailto:⟦ada@example.org⟧?subject=Hi",
    "Sie erreichen ⟦jürgen.müller@bücher-laden.example⟧ jederzeit.",
    "Écris à l'adresse d'⟦ada@example.org⟧ ou qu'⟦o'brien@example.org⟧",
    "请联系⟦ada_99@example.org⟧谢谢",
    "メールは⟦ada@example.co.jp⟧まで。",
    "문의는 ⟦ada@example.org⟧으로 주세요",
    "⟦用户@例子.公司⟧",
    "发给⟦ada1@example.org⟧。⟦用户@example.com⟧",
    "Пишите: ⟦почта@пример.рф⟧, спасибо",
    "लिखें ⟦डाटा@डाटामेल.भारत⟧ पर",
    "راسلنا على ⟦ada@example.org⟧، شكرا",
    "ติดต่อ⟦ada@example.co.th⟧ได้",
    "⟦ada＠example．com⟧",
    "⟦ada@[192.168.1.1]⟧ and ⟦ada@[IPv6:2001:db8::1]⟧",
    "⟦ada@xn--bcher-kva.xn--p1ai⟧ und ⟦ada@例え.jp⟧まで",
]
PHONE_NUMBERS = [
    # International
    "Call ⟦+1 201-555-0123⟧, ⟦+1 (201) 555 0123⟧ or ⟦+12015550123⟧.",
    "Ruf ⟦+49 (0)30 901820⟧ an, ⟦+49 171 1234567⟧ oder ⟦(+49) 30/901820⟧",
    "⟦+44 20 7946 0018⟧ / ⟦+33 1 23 45 67 89⟧",
    "⟦0049 30 901820⟧ oder ⟦00491711234567⟧",
    "请拨打⟦+86 138 0013 8000⟧。",
    "＋電話 ⟦＋81-3-1234-5678⟧",
    "اتصل على ⟦+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧⟧ الآن",
    "<a href='tel:⟦+1-201-555-0123⟧'>",
    "звоните ⟦+7 (495) 123-45-67⟧",
    # With a trunk zero
    "Berlin: ⟦030\u00a01234567⟧, ⟦030/1234567⟧, ⟦(030) 1234-567⟧, ⟦0171-1234567⟧, ⟦0721 / 12 34 56⟧, ⟦030 – 123 45 67⟧",
    "Zentrale ⟦030/90182-0⟧",
    "⟦01 23 45 67 89⟧, ⟦06.12.34.56.78⟧, ⟦0612345678⟧",
    "⟦020 7946 0018⟧ or ⟦07700 900123⟧",
    "⟦03-1234-5678⟧、⟦０９０－１２３４－５６７８⟧、⟦0120-123-456⟧",
    "⟦010-1234-5678⟧로 전화 주세요",
    "座机⟦010-12345678⟧，⟦(0755)12345678⟧",
    "رقمي ⟦٠١٠ ١٢٣٤ ٥٦٧٨⟧ و ⟦۰۹۱۲ ۱۲۳ ۴۵۶۷⟧",
    "⟦054-1234567⟧, ⟦0532 123 45 67⟧, ⟦081-234-5678⟧, ⟦0812-3456-7890⟧",
    "am 12.05.2024 ⟦030 1234567⟧ bis 14.05.2024",
    "⟦030 1234567⟧ / ⟦0171 1234567⟧, ⟦030 1234567⟧ (⟦0171 1234567⟧)",
    "Das war ⟦030 1234567⟧. 12 andere nicht.",
    # By their national form
    "⟦(201) 555-0123⟧, ⟦201-555-0123⟧, ⟦201.555.0123⟧, ⟦1-800-555-0199⟧",
    "我的手机是⟦13800138000⟧，或⟦138-0013-8000⟧，⟦139 1234 5678⟧",
    "⟦8 (495) 123-45-67⟧, ⟦8-916-123-45-67⟧, ⟦89161234567⟧, ⟦(495) 123-45-67⟧",
    "⟦98765 43210⟧ par phone karen",
    "⟦(11) 98765-4321⟧, ⟦11 98765-4321⟧",
    # By the word before
    "Tel. ⟦1234567⟧, Tel.-Nr.: ⟦555 1234⟧, Fax: ⟦12 34 56 78⟧",
    "phone number ⟦5551234567⟧, mobile: ⟦612 345 678⟧",
    "тел. ⟦123-45-67⟧",
    "电话：⟦8765 4321⟧ 電話番号：⟦1234-5678⟧ 전화번호: ⟦1588-1234⟧",
    "هاتف: ⟦١٢٣٤٥٦٧⟧",
    # Beside another number, and at a line's end
    "Tel. ⟦030 1234567⟧ ⟦4111 1111 1111 1111⟧",
    "⟦+49 30 12345678⟧ ⟦4111 1111 1111 1111⟧",
    "Call ⟦+49 30 1234567⟧\n% of all",
]
ACCOUNT_NUMBERS = [
    "Card ⟦4111 1111 1111 1111⟧, ⟦4111-1111-1111-1111⟧, ⟦4111111111111111⟧.",
    "⟦3782 822463 10005⟧ (Amex), ⟦3056 930902 5904⟧, ⟦6011111111111117⟧, ⟦2223003122003222⟧, ⟦4222222222222⟧",
    "卡号⟦6200000000000005⟧，بطاقة ⟦٤١١١ ١١١١ ١١١١ ١١١١⟧",
    "12 ⟦5555 5555 5555 4444⟧ 99",
    "IBAN: ⟦DE89 3704 0044 0532 0130 00⟧ und ⟦GB29NWBK60161331926819⟧.",
    "Rg12 ⟦fr14 2004 1010 0505 0001 3m02 606⟧; ⟦NO93 8601 1117 947⟧",
]
CREDENTIALS = [
    "My key is ⟦sk-proj-abc123def456ghi789_-x⟧.",
    "密钥是⟦sk-abcdefghij0123456789⟧。",
    "⟦ghp_16C7e42F292c6912E7710c838347Ae178B4a⟧ ⟦github_pat_11ABCDEFG0abcdefghijkl⟧ ⟦glpat-abcdefghij0123456789⟧",
    "⟦xoxb-123456789012-abcdefGHIJ⟧, ⟦AKIAIOSFODNN7EXAMPLE⟧, ⟦AIzaSyA-1234567890abcdefghijklmnopq⟧",
    "⟦ya29.a0AfH6SMBx1234567890abcdef⟧ ⟦SG.abcdefghijklmnop1234.abcdefghijklmnop1234⟧",
    "⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U⟧",
    "Authorization: Bearer ⟦abc123.def-456⟧",
    "curl -H 'authorization: basic ⟦YWRhOnNlY3JldDEyMw==⟧'",
    "id ⟦123e4567-e89b-12d3-a456-426614174000⟧",
    'password=⟦hunter2⟧ pwd: ⟦Geheim123⟧, DB_PASSWORD="⟦correct-horse⟧"',
    "Passwort: ⟦geheim123⟧; Kennwort ist nichts. mot de passe : ⟦S3cret⟧",
    "密码：⟦abc12345⟧ パスワード: ⟦himitsu9⟧ пароль: ⟦тайна1⟧ 비밀번호: ⟦qwer1234⟧ كلمة المرور: ⟦sirr123⟧",
    '{"api_key": "⟦hunter2hunter2⟧", "token": "⟦wasIstDas⟧"}',
    "https://api.example/v1?token=⟦abcd⟧&x=1",
    "https://ada:⟦geheim⟧@localhost/path",
    "md5 ⟦9e107d9d372bb6826bd81d3542a419d6⟧",
    "⟦0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318⟧",
    "?v=⟦aG9sYSBxdWUgdGFsIDEyM3Nl9ZkQ7b==⟧",
    "⟦kJ8/x2Lq+Zt9Wm4RvB7yNc1Pd5Fh3Gs6⟧",
    "https://docs.example.org/d/⟦1aB9xQ2zL7mK4vN8cR5tY3wP6s⟧/edit",
    "⟦x7k2p9w4m1q8z5t3r6y0b2n8⟧",
]


@pytest.mark.parametrize("marked", [*EMAIL_ADDRESSES, *PHONE_NUMBERS, *ACCOUNT_NUMBERS, *CREDENTIALS])
def test_what_is_private_is_found_and_nothing_around_it(marked: str) -> None:
    text, private = split(marked)
    assert found(text) == private


ORDINARY = [
    # No addresses
    "3 kg @ 5 €/kg, @ada, ada@localhost, a @ b.c, https://medium.example/@ada, pkg@1.2.3, @@, x@.de, @example.org",
    # Dates, times, years
    "Am 12.05.2024 um 10.30 Uhr, 01-02-2024, 2024-05-12, 05/12/2024 14, 12.5.24, 2019-2020, 1998/1999, 01/2024-12/2025",
    "01.02.2024 10", "08.00 - 12.00", "2024年05月12日10時30分", "٢٠٢٤/٠٥/١٢", "16. 12. 2026", "01.01.2020-31.12.2024",
    # Prices and amounts
    "12.345.678,90 €, 1 234 567 kr, $1,234,567.89, 0,50 €, +12 345 678 €, +49 301 234 €, 1.250.000, 15000000000 Yuan",
    "612 345 678 Einwohner, 13 812 345 678 people, 3,5 Mio., +5 %, −12,5 °C, +1 000 000, 0171 1234567,50",
    # Numbers of other things
    "v1.2.3.4567, 118.0.5993.70, 192.168.178.100, 10.0.0.138, 255.255.255.255, Python 3.11.2",
    "pp. 123-456, S. 1234–1299, Nature (1998) 391 440-442, 12 (3456), (12) 34567, § 433 Abs. 1, #0171 1234567",
    "ISBN 0-306-40615-2, ISBN 978-3-16-148410-0, ISSN 2049-3630, EAN: 0123456789, doi:10.1000/182, ISBN-10: 0306406152",
    "0.123456789, 03.14159265, 3.14159265358979, 52.520008, 13.404954, 6.022e23, 1e-9, 00101010101010",
    "01 02 03 04 05 06, 03 07 12 25 31 42, 1 2 3 4 5 6 7 8 9 10 11, 100 200 300 400, 12 34",
    "A0301234567", "0301234567x",
    "1700000000000, 1234567890, 20240512103000, 5551234567, 012345678901, 12345-6789, 030, 0800",
    # No cards and accounts: wrong check digits, wrong groups, wrong beginnings
    "4111 1111 1111 1112, 4111 1111 11 11 1111, 1234 5678 9012 3452, 4111111111111111x, 41111111111111111111",
    "DE88 3704 0044 0532 0130 00, XX89 3704 0044 0532 0130 00, DE89 3704, DE89370400440532013000X",
    # No secrets
    "Password: must be changed. Das Passwort: bitte ändern! Token: used for access. Secret: *required*! token = ab",
    "The bearer understands basic JavaScript and basic understanding. Authorization: Bearer",
    "sk-learn, sk-estimator-html-doc-link, ghp_short1, AKIA, eyJ.x.y, risk-assessment-of-2024-and-2025",
    "getUserById2FromDatabase, HelloWorld2024Controller, Donaudampfschifffahrtsgesellschaft, a_very_long_snake_case_1",
    "home/User1/Documents/Project2/SourceFiles, /usr/lib/python3/dist-packages, https://example.org/2024/05/a-long-title",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1, AAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaa11, ========================",
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL, 1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1, 2024-05-12_report_final_version_3",
    "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----",
    "", "\n", "Das ist ein ganz gewöhnlicher Satz.", "これは普通の文です。", "这是一个普通的句子。", "هذه جملة عادية.",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_ordinary_stays(text: str) -> None:
    assert found(text) == []


def test_a_private_key_is_found_line_by_line() -> None:
    lines = [
        "-----BEGIN RSA PRIVATE KEY-----",
        "Proc-Type: 4,ENCRYPTED",
        "MIIEow",
        "IBAAK=",
        "-----END RSA PRIVATE KEY-----",
    ]
    text = "Here:\n  " + "\r\n  ".join(lines) + "\nThanks"
    assert found(text) == lines


def test_a_private_key_that_breaks_off_ends_with_its_last_line() -> None:
    text = "x -----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBF\n\nThat was it.\nDone"
    assert found(text) == ["-----BEGIN PGP PRIVATE KEY BLOCK-----", "lQOYBF"]


def test_a_private_key_in_one_line_is_one_piece() -> None:
    line = r"-----BEGIN PRIVATE KEY-----\nMIIEow\n-----END PRIVATE KEY-----"
    assert found(f"{line}\nDone") == [line]


def test_pieces_that_overlap_are_one() -> None:
    assert found("password=ada@example.org!") == ["ada@example.org!"]


PRIVATE = [split(marked)[1][0] for marked in (*EMAIL_ADDRESSES, *PHONE_NUMBERS, *ACCOUNT_NUMBERS, *CREDENTIALS)]


@given(
    st.lists(st.one_of(st.sampled_from([*PRIVATE, " ", "\n", "\r\n", "password=", "Tel. ", "12.05.2024"]), st.text()))
)
def test_the_pieces_are_in_order_apart_and_within_a_line(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = find_private(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(start < end for start, end in spans)
    assert all(len(text[start:end].splitlines()) == 1 for start, end in spans)


ADVERSARIAL = [
    "a", "1", "@", "a@", "a@a.", "1 ", "1-1.", "(", "+", "eyJ", "eyJa.", "sk-", "password", "password:", "A1b", "AB12 ",
    "DE89", "://a:", "用", "用户@", "0171 ", "01.01.", "a-", "@a-a-", "bearer ", "x_", "\n", " ", "00 ",
    "/", "=", "aA1+",
    "-----BEGIN PRIVATE KEY-----\n", "1.1.1111 ", "4111 1111 1111 111", "4 ", "tel. 1", "a" * 63 + "@", "1/",
]  # fmt: skip


def seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    began = time.process_time()
    find_private(text)
    return time.process_time() - began


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_goes_with_the_length_whatever_the_text(unit: str) -> None:
    """Ten times the text takes about ten times as long; what is quadratic would take a hundred times."""
    small = min(seconds(unit, 10_000) for _ in range(3))
    large = min(seconds(unit, 100_000) for _ in range(2))
    assert large < 35 * max(small, 0.0005)
