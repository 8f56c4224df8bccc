"""What has to come back as it is is found by its form, and ordinary prose is left alone."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.protected.find import find_protected


def marked(text: str) -> str:
    """Return the text with what is protected between ⟦ and ⟧."""
    pieces = []
    done = 0
    for start, end in find_protected(text):
        pieces += [text[done:start], "⟦", text[start:end], "⟧"]
        done = end
    return "".join([*pieces, text[done:]])


# One a line; "␊" is a line end.
PRINTF = r"""
Hello ⟦%s⟧, you have ⟦%d⟧ files
⟦%1$s⟧ von ⟦%2$d⟧
⟦%-5.2f⟧ and ⟦%05d⟧ and ⟦%+d⟧
⟦%.2f⟧ ⟦%5.1f⟧ ⟦%*d⟧ ⟦%.*f⟧
⟦%@⟧ sent ⟦%1$@⟧
⟦%(name)s⟧ and ⟦%(count)03d⟧
⟦%lu⟧ ⟦%lld⟧ ⟦%zu⟧ ⟦%hhx⟧
⟦%d⟧MB of ⟦%d⟧ms, ⟦%d⟧⟦%%⟧
100⟦%%⟧ sure
⟦%s⟧'s file
⟦%s⟧さん
⟦%Y⟧-⟦%m⟧-⟦%d⟧ ⟦%H⟧:⟦%M⟧
⟦%{count}⟧ and ⟦%<name>s⟧
in ⟦%PATH%⟧ there
(⟦%5d⟧)
⟦%10s⟧|⟦%x⟧
"""
BRACES = r"""
⟦{}⟧ ⟦{0}⟧ ⟦{name}⟧ ⟦{user.name}⟧ ⟦{items[0]}⟧
⟦{0!r}⟧ ⟦{x:>10}⟧ ⟦{:.2f}⟧ ⟦{0:N2}⟧ ⟦{0,-10}⟧ ⟦{0,5:C}⟧
⟦{имя}⟧, добро
⟦${var}⟧ ⟦${user.name}⟧ ⟦#{ruby}⟧ ⟦$(var)⟧ ⟦$name⟧ ⟦$user_id⟧
⟦{{mustache}}⟧ ⟦{{ user.name }}⟧ ⟦{{{raw}}}⟧
⟦{% if x %}⟧yes⟦{% endif %}⟧
⟦{# no #}⟧ text
⟦{n, number}⟧ ⟦{d, date, short}⟧ ⟦{d,time}⟧
a⟦{b}⟧
⟦{first}⟧⟦{last}⟧
ein \textbf{Wort} und \section*{Titel} ⟦{x}⟧
x⟦{y}⟧ \ z*⟦{w}⟧
"""
MESSAGES = r"""
⟦{count, plural, one {⟧⟦#⟧ file⟦} other {⟧⟦#⟧ files⟦}}⟧ left
⟦{n,plural,offset:1 =0{⟧none⟦} =1{⟧⟦{name}⟧⟦} other{⟧⟦{name}⟧ and ⟦#⟧ more⟦}}⟧
⟦{sex, select, male {⟧He said #1⟦} other {⟧They⟦} }⟧.
⟦{place, selectordinal, one {⟧⟦#⟧st⟦} other {⟧⟦#⟧th⟦}}⟧
⟦{a, select, x {⟧⟦{n, plural, one {⟧⟦#⟧ cat⟦} other {⟧⟦#⟧ cats⟦}}⟧⟦} other {⟧no cat⟦}}⟧
⟦{n, plural, one {⟧⟦{m, plural, other {⟧⟦#⟧ of⟦}}⟧ ⟦#⟧⟦} other {⟧⟦#⟧⟦}}⟧
⟦{n, plural,␊  one {⟧⟦#⟧ file⟦}␊  other {⟧don't '{ask it}' me⟦}␊}⟧
{n, plural} {n, plural, } {n, plural, one} {n, plural, one {a b} b} {n, plural, one {a
{n, plural, one {a b} other {b c} {n, select, x {b
"""
LINKS = r"""
See ⟦https://example.org/a_(b)?x=1&y=%20#z⟧.
(⟦https://x.org/a⟧), ⟦www.foo.de/x⟧; <⟦http://x.org⟧>
“⟦HTTP://X.ORG/⟧”!
⟦mailto:ann@example.org?subject=Hi⟧, ⟦ftp://x.org/a.zip⟧
**⟦https://x.org⟧** '⟦https://x.org/a⟧'
http:// and www. and mailto:x
请看⟦https://example.com/a⟧。谢谢
⟦https://example.com⟧をご覧
⟦https://example.com/docs/a⟧を参照
⟦https://zh.wikipedia.org/wiki/东京⟧ 很好
⟦https://ja.wikipedia.org/wiki/⟧をご覧
⟦https://example.com/⟧查看 详情
⟦https://ru.wikipedia.org/wiki/Москва⟧, да
⟦https://x.org/wiki/東京/歴史?a=1⟧
⟦https://web.example.org/www.foo.de/⟧ (⟦www.foo.de/a?b=[1]⟧])
⟦https://x.org/{id}/%s⟧
⟦http://[::1]:80/⟧
⟦ann@example.org⟧, ⟦用户@例子.公司⟧
awww.foo.de
https://...
⟦https://x.org/a⟧... (⟦https://x.org/(b)⟧))
⟦https://x.org⟧를 보세요
"""
TAGS = r"""
⟦<b>⟧fett⟦</b>⟧ ⟦<br/>⟧ ⟦<br />⟧ ⟦</p >⟧
⟦<a href="https://x.org/?a=1&b={{ c }}" target=_blank>⟧Link⟦</a>⟧
⟦<input type='text' disabled>⟧ ⟦<option selected value=1>⟧
⟦<xliff:g id="1">⟧x⟦</xliff:g>⟧ ⟦<my-tag @click="a" :b='c'>⟧
⟦<!-- note␊<b> -->⟧ text
⟦<!DOCTYPE html>⟧
⟦<?xml version="1.0"?>⟧
⟦<%= user.name %>⟧
⟦<![CDATA[⟧text⟦]]>⟧
⟦<code>x = 1</code>⟧ and ⟦<kbd class="k">Ctrl</kbd>⟧
⟦<script>␊if (a<b) run();␊</script>⟧ then
⟦<style>⟧p { }
<!-- open
⟦<x1/>⟧
⟦<script>a</script>⟧⟦<script>⟧
"""
CODE = r"""
Press ⟦`git commit`⟧ now
命令⟦`ls -la`⟧会，⟦`null`⟧と⟦`undefined`⟧
⟦``a ` b``⟧ and ⟦```c `` d```⟧
⟦`%s`⟧ (⟦`a`⟧)
`so' and ``so''
`word' and 'word`s
O`zbekiston va o`zbek
one ` alone
` a`
\`a`
``` ```
"""
MARKDOWN = r"""
⟦[⟧the text⟦](https://x.org/a_(b) "Title")⟧.
⟦![⟧Bild⟦](a.png)⟧ and ⟦[⟧1⟦](<a b.md>)⟧
⟦[⟧⟦![⟧alt⟦](i.png)⟧⟦](u)⟧
⟦[⟧a [b] c⟦](d)⟧
\[a](b)
[x] y [1], [2] and z](u
[a␊␊b](c)
⟦[⟧a␊b⟦](c)⟧
[a](b c)
"""
PATHS = r"""
in ⟦/usr/lib/x.so⟧, ⟦~/bin⟧, ⟦../x/y⟧ or ⟦./run.sh⟧.
⟦C:\Program Files\App\x.exe⟧ und ⟦\\server\share\a⟧ da
⟦/etc/hosts⟧を編集、(⟦/a/b⟧)
⟦C:\Users⟧, ⟦C:\⟧ and ⟦%APPDATA%\x⟧
⟦D:\⟧ and ⟦D:\a⟧
"""
FORMULAS = r"""
⟦$x^2+1$⟧ and ⟦$x$⟧ and ⟦$f(x)$⟧
⟦\(a=b\)⟧ ⟦\[\frac{a}{b}\]⟧ ⟦$$E=mc^2$$⟧ ⟦$\alpha$⟧
costs $5 and $6, or $5-$6, US$ 7
\(not this\) \[nor\] $so one$
$a=5$6
\$x^2\$
"""
KINDS = (PRINTF, BRACES, MESSAGES, LINKS, TAGS, CODE, MARKDOWN, PATHS, FORMULAS)
EXAMPLES = [line.replace("␊", "\n") for kind in KINDS for line in kind.strip().split("\n")]
PROSE = r"""
I am 100% sure, 5 % of them are; 50%discount, 50%den and %50 indirim.
de 100 %d'ici là, 5%s, 3 %s
a < b and c > d; a <b and c> d; x<y; 3<4 and 5>4
e.g. and/or, he/she, km/h, 24/7, 1/2, w/o, n/a, 12/05/2024
a { alone, and } alone, {see below}, { }
It costs $5, $1,000.50 or 5 $million.
Prices in US$ and (€)
Say "yes" & 'no' — AT&T, R&D.
Dr. Smith [sic] said: [...] (1) [1][2]
C'est l'été, aujourd'hui ; « oui » !
#hashtag @name #1
Das ist z. B. gut, d. h. 5 % mehr.
这是100%的，价格是$5。
これは100%です。50%オフ
%C3%A9 is é, %20 a blank
<3 </3 :-) {: <- ->
Q: 5\6? A: \o/ and / or \
**bold** _it_ ~~no~~ * list
at 10:30/11:30, p. 5/6
5 > 3 < 4
$HOME and $US
«%» and (%) and 5 %, 5 %.
one `
"""


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_has_to_come_back_is_found(example: str) -> None:
    assert marked(re.sub("[⟦⟧]", "", example)) == example


@pytest.mark.parametrize("text", PROSE.strip().split("\n"))
def test_ordinary_prose_has_nothing_of_it(text: str) -> None:
    assert marked(text) == text


PIECES = st.sampled_from(
    [*(re.sub("[⟦⟧]", "", each) for each in EXAMPLES), *PROSE.split(), " ", "\n", "<", ">", "{", "}", "`"]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join))
def test_the_pieces_are_in_order_and_apart(text: str) -> None:
    places = [place for span in find_protected(text) for place in span]
    assert places == sorted(places)
    assert all(start < end for start, end in find_protected(text))


ADVERSARIAL = [
    "a", "<", "<a ", '<a b="', "<a b=c ", "<!--", "<%", "<script>", "<code>", "<![CDATA[", "`", "``", "`a", "$",
    "$a", "$$a", "\\(", "\\[", "{", "}", "{{", "{{a", "{a", "{% ", "{#", "${a", "'{", "{a,plural,", "{a,plural,x{",
    "{a,plural,x{}", "%", "%(", "%-", "%1", "%a_", "http://a", "http://a(", ")", "https://a.b/)))",
    "https://a.b/c/字", "www.a.", "www.a.de", "mailto:a@", "[", "](", "[a](", '](a "', "](a(", "\n\n", "/a", "~/",
    "/", "C:\\a ", "\\\\a\\", "字", "@", "a@b.de ",
]  # fmt: skip


def seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    began = time.process_time()
    find_protected(text)
    return time.process_time() - began


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_goes_with_the_length_whatever_the_text(unit: str) -> None:
    """Ten times the text takes about ten times as long; what is quadratic would take a hundred times."""
    small = min(seconds(unit, 10_000) for _ in range(3))
    large = min(seconds(unit, 100_000) for _ in range(2))
    assert large < 35 * max(small, 0.0005)
