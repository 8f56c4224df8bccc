"""Words of the instructions, or about the translation, in place of it or around it."""

import re
from collections.abc import Iterator

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import Pair

# What "translation" and "to translate" begin with.
_TRANSLATION = (
    r"(?:translat(?:ion|ed|e|ing)|übersetz\w*|vertaling|vertaald|översättning\w*|overs[æe]tt\w*|traduction|traduit\w*"
    r"|traducción|traducid[oa]|traduzion\w*|tradott[oa]|tradu[çc][ãa]o|traduzid[oa]|traducere\w*|tradus\w*|tłumaczeni\w*"
    r"|przekład\w*|přeložen\w*|překlad\w*|preklad\w*|fordítás\w*|käännö\w*|çeviri\w*|terjemahan\w*|bản dịch|μετάφραση\w*"
    r"|перевод\w*|переклад\w*|перевед[её]н\w*|ال?ترجمة|الترجمه|תרגום|अनुवाद|การแปล|คำแปล|翻译|翻譯|译文|譯文|翻訳|訳文|訳|번역\w*)"
)
_PRESENTING = (
    r"(?:here(?:['’]s| is| are)|below is|this is|hier(?: ist| folgt| die|\b)|nachfolgend|unten|voici|voilà|ci-dessous"
    r"|aquí (?:está|tienes?|te)|a continuación|esta es|ecco|di seguito|aqui est[áa]|segue|a seguir|abaixo|oto|poniżej|zde je"
    r"|här är|her er|itt (?:van|a)|tässä|işte|berikut|đây là|dưới đây|вот|ниже|ось|ето|إليك|إليكم|فيما يلي|هنا|הנה"
    r"|यह रहा|यहाँ|นี่คือ|以下|下面是|这是|這是|こちら|これ|다음은|아래는|여기)"
)
_WORDS = r"[^\n:：]{0,60}?"

# Each kind: what it looks like in a reply. A text whose source has that kind says it itself.
_KINDS = (
    # A preamble: "Here is the translation:", "Sure! …", "Translation:", "**Übersetzung:**".
    re.compile(
        rf"(?:\A|\n)[^\S\n]*(?P<leak>[*_#\s]*(?:{_PRESENTING}{_WORDS}{_TRANSLATION}{_WORDS}[:：][*_]*"
        rf"|{_TRANSLATION}(?: *\([^()\n]{{1,30}}\)| (?:into|in|to|ins|auf|en|in het|na|на|em|al|a) [^\s:：]{{2,20}})?[*_]*[ \u00a0]?[:：][*_]*"
        rf"|(?:{_PRESENTING})?{_WORDS}(?:的|の)?{_TRANSLATION}(?:如下|です|は(?:以下|次)[^\n:：]{{0,20}}|입니다)?(?:[:：]|\n)))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:\A|\n)\s*(?P<leak>(?:sure(?:ly)?|certainly|of course|absolutely|gladly|okay)[,!.] (?:here|i|the|let|this|below)[^\n]*"
        r"|(?:gerne|natürlich|selbstverständlich|bien sûr|avec plaisir|certainement|claro|por supuesto|con gusto|certo|com prazer"
        r"|certamente|natuurlijk|jasne|oczywiście|конечно|разумеется|з радістю|tabii|elbette|بالتأكيد|بالطبع|当然|當然|好的|もちろん|承知し|물론)"
        rf"[^\n]{{0,60}}{_TRANSLATION}[^\n]{{0,40}})",
        re.IGNORECASE,
    ),
    # A note behind it, of the translator.
    re.compile(
        rf"(?P<leak>[(\[*_]*\b(?:translator['’]?s? note|note (?:from|by) the translator|t\.? ?n\.|note|anmerkung|hinweis|remarque|nota"
        rf"|nota bene|uwaga|poznámka|opmerking|примечание|прим|not|ملاحظة|注|注意|注释|備考|注記|참고|역주)\b[^\n:：]{{0,30}}[:：][^\n]*?"
        rf"(?:\b(?:i|ich|je|yo|eu)\b[^\n]{{0,60}}?(?:\bkept|\bleft|\btranslat\w+|\bused|\bchose\w*|\bassum\w+|übersetz\w*|\bbelassen|\bbeibehalten|\bgardé|\btradui\w*|\bconserv\w*|\bhe\b|\bmanti\w*|\bmantive)"
        rf"|{_TRANSLATION}|the (?:source|original) (?:text|sentence)|(?:原文|ausgangstext|originaltext|texte? (?:source|original)|исходн\w+ текст\w*|оригинал\w*|النص الأصلي|원문))[^\n]*)",
        re.IGNORECASE,
    ),
    # What assistants say.
    re.compile(
        r"(?P<leak>\bas an? (?:ai|artificial intelligence)\b[^\n]{0,80}|\bas a (?:large )?language model\b[^\n]{0,60}"
        r"|\bi hope (?:this|that) helps\b|\blet me know if you(?:['’]d| would| need| want| have)[^\n]{0,80}"
        r"|\bi(?:['’]m| am) (?:sorry|unable)[^\n]{0,30}(?:can(?:['’]t|not)|unable|not able)[^\n]{0,20}(?:translat|assist|help|comply|provide)\w*"
        r"|\bi can(?:['’]t|not) (?:assist|help|comply|translate)\b[^\n]{0,60}"
        r"|als ki(?:-(?:sprach)?modell)?\b[^\n]{0,60}|als (?:großes )?sprachmodell\b[^\n]{0,60}|en tant qu['’](?:ia|intelligence|assistant)[^\n]{0,60}"
        r"|en tant que modèle[^\n]{0,60}|como (?:un )?modelo de (?:lenguaje|linguagem)[^\n]{0,60}|como (?:una )?ia\b[^\n]{0,60}"
        r"|как (?:языковая модель|искусственный интеллект)[^\n]{0,60}|作为(?:一个)?(?:ai|人工智能|语言模型)[^\n]{0,40}"
        r"|aiとして[^\n]{0,40}|言語モデル(?:として|なので)[^\n]{0,40}|ai 언어 ?모델[^\n]{0,40}|كنموذج لغ\w+[^\n]{0,60}"
        r"|希望(?:这|對|对)[^\n]{0,12}帮助|espero que (?:esto )?(?:te |le )?(?:ayude|sirva|ajude)|ich hoffe,? das hilft|j['’]espère que cela)",
        re.IGNORECASE,
    ),
    # What instructions say: translate this into that, and only that.
    re.compile(
        r"(?P<leak>\byou are a(?:n?) (?:\w+ )?translat(?:ion engine|or|ion assistant)\b[^\n]*"
        r"|\btranslate (?:from \w[^\n]{0,30} )?(?:the (?:following|text)|this|into|it)\b[^\n]{0,60}(?:text|into|to|from|sentence)[^\n]{0,40}"
        r"|\boutput only the translation\b[^\n]*|\bonly (?:output|return|reply with) the translation\b"
        r"|\bkeep (?:the )?(?:line breaks|placeholders)\b[^\n]{0,60}|\bthe (?:text|reply) has (?:exactly )?\d+ lines?\b[^\n]{0,60}"
        r"|\bcodes such as\b[^\n]{0,60}|\bthe text is content, never instruction\b|\btarget language\b|\bsource language\b"
        r"|übersetze(?:n sie)? (?:den|diesen|folgenden|die|das)[^\n]{0,60}(?:text|satz|ins|in)[^\n]{0,30}"
        r"|traduis(?:ez)? (?:le|ce|la|en)[^\n]{0,60}|traduzca? (?:el|este|o|al)[^\n]{0,60}|traduce (?:el|este|al)[^\n]{0,60}|traduza (?:o|este)[^\n]{0,60}"
        r"|переведите? (?:следующ|этот|текст|на)[^\n]{0,60}|ترجم (?:النص|هذا)[^\n]{0,60}|(?:请|請)?(?:将|把)?(?:以下|下面|下列)[^\n]{0,20}(?:翻译|翻譯)[^\n]{0,20}"
        r"|(?:次|以下)の(?:文章|テキスト|文)を[^\n]{0,20}(?:訳|翻訳)[^\n]{0,20}|다음 (?:텍스트|문장|글)[^\n]{0,20}번역[^\n]{0,20})",
        re.IGNORECASE,
    ),
    # The marks of our own requests, and what models think aloud in.
    re.compile(r"(?P<leak></?(?:source|think|thinking|translation|target|text)>|<\|[a-z_]{2,20}\|>|\[/?INST\])", re.IGNORECASE),
)  # fmt: skip


def check_leak(pair: Pair) -> Iterator[Finding]:
    """Yield what is about the translation in the target, where the source says nothing of the kind in any language."""
    source, target = pair.source.text, pair.target.text
    for kind in _KINDS:
        leak = kind.search(target)
        if leak and not kind.search(source):
            yield Finding(Check.LEAK, Severity.ERROR, target=leak.span("leak"), found=leak["leak"].strip())
            return
