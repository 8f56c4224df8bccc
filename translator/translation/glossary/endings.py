"""The endings that words of a language take, as far as a glossary needs them: enough to know a term again.

A line is a pattern of inflection: its kind, and the endings that go with the same stem; ``-`` is none. Two words are
forms of each other where they are the same stem with two endings of one line. The lines are from common school grammar,
and leave out what would take other words for forms: a missed form costs a hint, a false one misleads.

Kinds: ``n`` nouns and whatever is inflected like them; ``v`` verbs, whose first ending is that of the dictionary form;
``w`` the same for English verbs whose last consonant is not doubled; ``a`` adjectives, where the term says
that it is one; ``N`` nouns that have a capital (German), ``L`` other words of
such a language; ``U`` nouns whose vowel gets an umlaut. A figure after it is the least length of the stem; otherwise it
is 3 where a form has no ending, and 2 where all have one. ``C`` stands for each consonant that may be doubled, ``V``
for each vowel, ``*`` joins groups of endings, each of one with each of the next.
"""

from translator.translation.glossary.slavic_endings import (
    BULGARIAN,
    CZECH,
    POLISH,
    RUSSIAN,
    SERBIAN,
    SLOVAK,
    SOUTH_SLAVIC,
    UKRAINIAN,
)  # fmt: skip

CONSONANTS = "bdfgklmnprstz"
VOWELS = "aeou"

# Nouns of German whose plural is in -er. Others in -er are who does something: Kauf, Käufer.
_ER_PLURALS = (
    "amt bad band blatt brett buch bild dach denkmal dorf fach feld fass geist geld gesicht glas glied grab gras gut "
    "haus holz horn huhn kalb kind kleid korn kraut lamm land licht lied loch mann mund nest pfand rad rand schild "
    "schloss schwert strauch tal tuch tum volk wald wort wurm"
)
_GERMAN = """
N - e en s es n
N e en
N s se sse ssen sses
N nis nisse nissen nisses
N in innen
N um en ums
N us en
N a en as
U3 - e en n
L - e en er es em
L e en er es em
v en e st t est et te test tet ten ete eten end
v n e st t te ten tet
""" + "".join(
    f"{kind} {word} {word}er {word}ern {word}es {word}s {word}e\n"
    for word in _ER_PLURALS.split()
    for kind in ("N0", "U0")
)

_ENGLISH = """
n - s
n s ses
n x xes
n z zes
n ch ches
n sh shes
n o oes
n y ies
n f ves
n fe ves
n is es
n um a
n man men
n0 child children
n0 person people persons
w - s ed ing
v s ses sed sing
v x xes xed xing
v z zes zed zing
v ch ches ched ching
v sh shes shed shing
v e es ed ing
v y ies ied ying
v C Cs CCed CCing
a - er est
a e er est
a y ier iest ily
"""

_DUTCH = """
n - s en e es n
n e en s es er
n C CCen CCe
n1 VVC VCen VCe
n f ven ve
n s zen ze
n heid heden
n um a ums
v en - t te ten de den end
v CCen C Ct Cte Cten Cde Cden
v1 VCen VVC VVCt VVCte VVCten VVCde VVCden
"""

_SWEDISH = """
n4 - en et n t s ens ets ar arna ars arnas er erna ers ernas or orna ors ornas a e
n a an as ans or orna ornas
n e en es ens ar arna arnas
v a ar ade at as ades er te t
n - t a
"""
_DANISH = """
n4 - en et n t s ens ets e ene es enes er erne ers ernes r rne
n e en er ene erne et
n - t e
v e er ede te et t es
"""

_FRENCH = """
n - s
n - x
n al aux ale ales
n ail aux
n el els elle elles
n eux euse euses
n f fs ve ves
a - e s es
a er ers ère ères
a on ons onne onnes
a en ens enne ennes
v er e es ent ons ez é ée és ées ait aient ant era eront
v ger ge ges gent geons gez gé gée gés gées geait geant gera
v cer ce ces cent çons cez cé cée cés cées çait çant cera
v ir is it issons issez issent i ie ies issant ira iront
v re s t ons ez ent te ts tes u ue us ues ait ant ra ront
"""
_SPANISH = """
n - s es
n z ces
n án anes
n én enes
n ín ines
n ón ones
n ún unes
n és eses
n agen ágenes
n amen ámenes
n umen úmenes
n igen ígenes
n oven óvenes
a o a os as
a - a es as
v ar o as a amos an é ó aron ado ada ados adas ando aba aban ará arán e en
v er o es e emos en í ió ieron ido ida idos idas iendo ía ían erá erán a an
v ir o es e imos en í ió ieron ido ida idos idas iendo ía ían irá irán a an
"""
_PORTUGUESE = """
n - s es
n m ns
n ão ões ães ãos
n al ais
n el eis éis
n il is eis
n ol óis
n ul uis
n ês eses
a o a os as
v ar o as a amos am ei ou aram ado ada ados adas ando ava avam ará arão e em
v er o es e emos em i eu eram ido ida idos idas endo ia iam erá erão a am
v ir o es e imos em i iu iram ido ida idos idas indo ia iam irá irão a am
"""
_ITALIAN = """
n o i
n a e
n e i
n a i
n io i
n co chi
n ca che
n go ghi
n ga ghe
n ista isti iste
a o a i e
v are o i a iamo ate ano ato ata ati ate ando ava avano erà eranno
v ere o i e iamo ete ono uto uta uti ute endo eva evano erà eranno
v ire o i e iamo ite ono isco isci isce iscono ito ita iti ite endo iva ivano irà
"""
_ROMANIAN = """
n - ul ului i ii ilor e ele elor le lui uri urile urilor
n ă a e ei ele elor i ii ile ilor
n e ea i ii ile ilor a
n a ele elor le
n iune iunea iuni iunii iunile iunilor
"""
_CATALAN = """
n - s
n a es
n ó ons
n ca ques
n ga gues
a - a s es
"""

_GREEK = """
n ος ου ο ε οι ων ους
n ης η ες ων
n η ης ες ων
n η ης εις εων εως
n α ας ες ων
n ας α ες ων
n ο ου α ων
n ι ιου ια ιων
n μα ματος ματα ματων
n ος ους η ων
n ος η ο ου ης οι ες α ων ους
n ικος ικη ικο ικου ικης ικοι ικες ικα ικων ικους
"""
_TURKISH_CASES = "- ı i u ü yı yi yu yü nı ni nu nü a e ya ye na ne da de ta te nda nde dan den tan ten ndan nden "
_TURKISH_CASES += "ın in un ün nın nin nun nün la le yla yle dır dir dur dür tır tir tur tür daki deki taki teki"
_TURKISH_OWN = "- ım im um üm m ı i u ü sı si su sü ımız imiz umuz ümüz mız miz ınız iniz unuz ünüz ları leri"
_TURKISH = f"""
n - lar ler * {_TURKISH_OWN} * {_TURKISH_CASES}
n k ğ * ı i u ü a e ın in un ün ım im um üm ımız imiz ını ini unu ünü ına ine una üne ında inde unda ünde ları leri
n p b * - ı i u ü a e ın in un ün ım im um üm ını ini unu ünü ına ine una üne ında inde unda ünde
n t d * - ı i u ü a e ın in un ün ım im um üm ını ini unu ünü ına ine una üne ında inde unda ünde
n ç c * - ı i u ü a e ın in un ün ım im um üm ını ini unu ünü ına ine una üne ında inde unda ünde
n k ğ lar ler klar kler
v mak ır ar yor ıyor uyor dı du mış muş acak ması mayı manın an
v mek ir er iyor üyor di dü miş müş ecek mesi meyi menin en
"""
_FINNISH_CASES = "- n a ä ta tä ssa ssä sta stä lla llä lta ltä lle ksi na nä tta ttä en in on an än ön hin"
_FINNISH_OWN = "- ni si nsa nsä mme nne kin kaan kään"
_FINNISH = f"""
n - i * {_FINNISH_CASES} * {_FINNISH_OWN}
n - t ja jä iden itä ita jen ien oita öitä oiden öiden oja öjä oihin öihin oissa oista oilla
n nen sen sta stä seen sessa sesta sella selta selle seksi set sia siä sten sien siin sissa sista silla sille
n us uksen usta ukseen uksessa uksesta uksella ukselle ukset uksia usten uksien uksiin uksissa uksista
n ys yksen ystä ykseen yksessä yksestä yksellä ykselle ykset yksiä ysten yksien yksiin yksissä yksistä
n os oksen osta okseen oksessa oksesta oksella okset oksia osten oksiin oksissa
n i en in ea iä eä eet eita eissa eista iin essa essä esta estä ellä ella elle et ien
n kk k * a ä i o u y e * - n t ssa ssä sta stä lla llä lta ltä lle ksi an än in on un yn en a ä
n pp p * a ä i o u y e * - n t ssa ssä sta stä lla llä lta ltä lle ksi an än in on un yn en a ä
n tt t * a ä i o u y e * - n t ssa ssä sta stä lla llä lta ltä lle ksi an än in on un yn en a ä
"""
_HUNGARIAN_CASES = "- t ot et öt at nak nek val vel ban ben ba be ból ből on en ön n ra re ról ről nál nél hoz hez "
_HUNGARIAN_CASES += "höz tól től ért ig ként vá vé"
_HUNGARIAN_OWN = "- k ok ek ök ak m om em öm am d od ed a e ja je unk ünk uk ük juk jük i ai ei jai jei "
_HUNGARIAN_OWN += "aink eink jaink jeink á é já jé"
_HUNGARIAN = f"""
n - * {_HUNGARIAN_OWN} * {_HUNGARIAN_CASES}
n a á * - k m d ja nk * {_HUNGARIAN_CASES}
n e é * - k m d je nk * {_HUNGARIAN_CASES}
"""

_ARABIC = """
n2 - ه ها هم هما هن نا ك كم ي ا
n2 - ات اته اتها اتهم
n2 ة ات ته تها تهم تنا تك تي تان تين
n2 - ون ين ان ين
n2 ي ية يات يون يين
"""
_HEBREW = """
n2 - ים ות י יו יה יהם ו ה
n2 ה ות ת תו תה
n2 ת ות יות ויות
"""
_PERSIAN = """
n2 - ها های هایی هایش ی ان ات م ش مان شان
n2 ه ها های
"""
_HINDI = """
n2 ा े ों ी
n2 ी ियाँ ियां ियों
n2 - ें ों एँ एं ओं
n2 ि ियाँ ियां ियों
"""
_KOREAN = """
n2 - 들 * - 은 는 이 가 을 를 의 에 에서 에게 께 로 으로 와 과 도 만 까지 부터 보다 처럼
n2 - 들 * - 나 이나 라는 이라는 인 이다 입니다 이며 이고 이라고 라고 마다
n2 - 들 * - 에는 에도 에서는 에서도 에서의 으로는 로는 에게는 으로서 로서 으로써 로써 과의 와의 으로의 로의 만의
v2 하다 합니다 하는 한 할 하고 하여 해 했다 했습니다 하면 하기 하며 됩니다 되는 된 되었다 될
"""
_INDONESIAN = """
n - nya lah kah ku mu
"""

_LOAN = "n - s"  # words of English in texts of other scripts

ENDINGS: dict[str, str] = {
    "en": _ENGLISH, "de": _GERMAN, "nl": _DUTCH, "af": _DUTCH, "sv": _SWEDISH, "da": _DANISH, "nb": _DANISH,
    "nn": _SWEDISH, "fr": _FRENCH, "es": _SPANISH, "gl": _PORTUGUESE, "pt": _PORTUGUESE, "it": _ITALIAN,
    "ro": _ROMANIAN, "ca": _CATALAN, "ru": RUSSIAN, "be": UKRAINIAN, "uk": UKRAINIAN, "bg": BULGARIAN,
    "mk": BULGARIAN, "pl": POLISH, "cs": CZECH, "sk": SLOVAK, "hr": SOUTH_SLAVIC, "bs": SOUTH_SLAVIC,
    "sl": SOUTH_SLAVIC, "sr": SOUTH_SLAVIC + SERBIAN, "el": _GREEK, "tr": _TURKISH, "az": _TURKISH,
    "fi": _FINNISH, "hu": _HUNGARIAN, "ar": _ARABIC, "he": _HEBREW, "fa": _PERSIAN, "ur": _PERSIAN, "hi": _HINDI,
    "mr": _HINDI, "ko": _KOREAN, "id": _INDONESIAN, "ms": _INDONESIAN, "vi": "", "fil": "",
    "zh": _LOAN, "ja": _LOAN, "th": _LOAN, "km": _LOAN, "lo": _LOAN, "my": _LOAN,
}  # fmt: skip
"""By language. Those that are not here are written with endings of up to three letters, as far as we know."""

PREFIXES: dict[str, tuple[str, ...]] = {
    "ar": ("ال", "وال", "بال", "كال", "فال", "لل", "ولل", "و", "ف", "ب", "ل", "ك", "وب", "ول"),
    "he": ("ה", "ו", "ב", "ל", "מ", "כ", "ש", "וה", "ול", "וב", "ומ", "שה", "מה", "כש", "של"),
}
"""What is written as one word with the word that follows: articles, prepositions, "and"."""
