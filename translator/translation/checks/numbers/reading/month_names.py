"""Names of months, in the languages that most is translated between: the forms that stand in dates."""

MONTHS = {
    "en": """
        january jan | february feb | march mar | april apr | may | june jun | july jul | august aug
        | september sept sep | october oct | november nov | december dec
    """,
    "de": """
        januar jänner jan | februar feber feb | märz mär | april apr | mai | juni jun | juli jul | august aug
        | september sept sep | oktober okt | november nov | dezember dez
    """,
    "fr": """
        janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août aout | septembre sept
        | octobre oct | novembre nov | décembre déc
    """,
    "es": """
        enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago
        | septiembre setiembre sept sep | octubre oct | noviembre nov | diciembre dic
    """,
    "it": """
        gennaio genn gen | febbraio febbr feb | marzo mar | aprile apr | maggio magg mag | giugno giu | luglio lug
        | agosto ago | settembre sett set | ottobre ott | novembre nov | dicembre dic
    """,
    "pt": """
        janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago
        | setembro set | outubro out | novembro nov | dezembro dez
    """,
    "nl": """
        januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug
        | september sept sep | oktober okt | november nov | december dec
    """,
    "sv": """
        januari jan | februari feb | mars mar | april apr | maj | juni jun | juli jul | augusti aug
        | september sept sep | oktober okt | november nov | december dec
    """,
    "da": """
        januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug
        | september sept sep | oktober okt | november nov | december dec
    """,
    "nb": """
        januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug
        | september sept sep | oktober okt | november nov | desember des
    """,
    "fi": """
        tammikuu tammikuuta | helmikuu helmikuuta | maaliskuu maaliskuuta | huhtikuu huhtikuuta
        | toukokuu toukokuuta | kesäkuu kesäkuuta | heinäkuu heinäkuuta | elokuu elokuuta | syyskuu syyskuuta
        | lokakuu lokakuuta | marraskuu marraskuuta | joulukuu joulukuuta
    """,
    "hu": """
        január jan | február febr | március márc | április ápr | május máj | június jún | július júl | augusztus aug
        | szeptember szept | október okt | november nov | december dec
    """,
    "pl": """
        styczeń stycznia styczniu sty | luty lutego lutym lut | marzec marca marcu mar
        | kwiecień kwietnia kwietniu kwi | maj maja maju | czerwiec czerwca czerwcu cze | lipiec lipca lipcu lip
        | sierpień sierpnia sierpniu sie | wrzesień września wrześniu wrz
        | październik października październiku paź | listopad listopada listopadzie lis
        | grudzień grudnia grudniu gru
    """,
    "cs": """
        leden ledna lednu | únor února únoru | březen března březnu | duben dubna dubnu | květen května květnu
        | červen června červnu | červenec července červenci | srpen srpna srpnu | září | říjen října říjnu
        | listopad listopadu | prosinec prosince prosinci
    """,
    "ru": """
        январь января январе янв | февраль февраля феврале фев | март марта марте мар | апрель апреля апреле апр
        | май мая мае | июнь июня июне | июль июля июле | август августа августе авг
        | сентябрь сентября сентябре сент сен | октябрь октября октябре окт | ноябрь ноября ноябре нояб
        | декабрь декабря декабре дек
    """,
    "uk": """
        січень січня січні | лютий лютого лютому | березень березня березні | квітень квітня квітні
        | травень травня травні | червень червня червні | липень липня липні | серпень серпня серпні
        | вересень вересня вересні | жовтень жовтня жовтні | листопад листопада листопаді | грудень грудня грудні
    """,
    "tr": """
        ocak ocakta | şubat şubatta | mart martta | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim
        | kasım | aralık
    """,
    "ar": """
        يناير جانفي كانون_الثاني | فبراير فيفري شباط | مارس آذار | أبريل إبريل ابريل أفريل نيسان | مايو ماي أيار
        | يونيو يونيه جوان حزيران | يوليو يوليه جويلية تموز | أغسطس اغسطس أوت آب | سبتمبر أيلول
        | أكتوبر اكتوبر تشرين_الأول | نوفمبر تشرين_الثاني | ديسمبر كانون_الأول
    """,
    "he": "ינואר | פברואר | מרץ מרס | אפריל | מאי | יוני | יולי | אוגוסט | ספטמבר | אוקטובר | נובמבר | דצמבר",
    "hi": """
        जनवरी | फ़रवरी फरवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर | अक्टूबर अक्तूबर | नवंबर नवम्बर
        | दिसंबर दिसम्बर
    """,
    "id": """
        januari jan | februari feb | maret mar | april apr | mei | juni jun | juli jul | agustus agu | september sep
        | oktober okt | november nov | desember des
    """,
    "ro": """
        ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug
        | septembrie sept | octombrie oct | noiembrie nov | decembrie dec
    """,
    "el": """
        ιανουάριος ιανουαρίου ιανουάριο | φεβρουάριος φεβρουαρίου φεβρουάριο | μάρτιος μαρτίου μάρτιο
        | απρίλιος απριλίου απρίλιο | μάιος μαΐου μάιο | ιούνιος ιουνίου ιούνιο | ιούλιος ιουλίου ιούλιο
        | αύγουστος αυγούστου αύγουστο | σεπτέμβριος σεπτεμβρίου σεπτέμβριο | οκτώβριος οκτωβρίου οκτώβριο
        | νοέμβριος νοεμβρίου νοέμβριο | δεκέμβριος δεκεμβρίου δεκέμβριο
    """,
    "th": """
        มกราคม ม.ค. | กุมภาพันธ์ ก.พ. | มีนาคม มี.ค. | เมษายน เม.ย. | พฤษภาคม พ.ค. | มิถุนายน มิ.ย. | กรกฎาคม ก.ค.
        | สิงหาคม ส.ค. | กันยายน ก.ย. | ตุลาคม ต.ค. | พฤศจิกายน พ.ย. | ธันวาคม ธ.ค.
    """,
}  # fmt: skip
"""The twelve, in order, for each language; an underscore stands for a blank within a name."""
