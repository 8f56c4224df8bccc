"""Numbers written out, in the languages that most is translated between.

A line for each language: the value, then the words that mean it (ordinals and forms included, and words that say it
without counting: dozen, both, noon). Words that languages put together (zweiunddreißig) are taken apart into these.
"""

TABLES = {
    "en": """
        0 zero nil nought none no | 1 one a an first once single each per every
        | 2 two second twice both double pair couple | 3 three third thrice triple | 4 four fourth | 5 five fifth
        | 6 six sixth | 7 seven seventh | 8 eight eighth | 9 nine ninth | 10 ten tenth tens | 11 eleven eleventh
        | 12 twelve twelfth dozen noon midday | 13 thirteen thirteenth | 14 fourteen fourteenth fortnight
        | 15 fifteen fifteenth | 16 sixteen sixteenth | 17 seventeen seventeenth | 18 eighteen eighteenth
        | 19 nineteen nineteenth | 20 twenty twentieth twenties | 30 thirty thirtieth thirties
        | 40 forty fortieth forties | 50 fifty fiftieth fifties | 60 sixty sixtieth sixties
        | 70 seventy seventieth seventies | 80 eighty eightieth eighties | 90 ninety ninetieth nineties
        | 100 hundred hundredth hundreds | 1000 thousand thousandth thousands | 1e6 million millions
        | 1e9 billion billions | 1e12 trillion
    """,
    "de": """
        0 null kein keine keinen | 1 ein eins eine einen einem einer eines erste ersten erster erstes erstem einmal
        pro je | 2 zwei zwo zweite zweiten zweiter zweites zweitem zweimal beide beiden doppelt doppelte paar
        | 3 drei dritte dritten dritter drittes drittem dreimal | 4 vier vierte vierten vierter viertes
        | 5 fünf fünfte fünften fünfter | 6 sechs sechste sechsten sechster
        | 7 sieben siebte siebten siebter siebente | 8 acht achte achten achter | 9 neun neunte neunten neunter
        | 10 zehn zehnte zehnten zehner | 11 elf elfte elften | 12 zwölf zwölfte zwölften dutzend mittag mittags
        | 13 dreizehn dreizehnte | 14 vierzehn | 15 fünfzehn | 16 sechzehn | 17 siebzehn | 18 achtzehn | 19 neunzehn
        | 20 zwanzig zwanziger | 30 dreißig dreissig dreißiger | 40 vierzig vierziger | 50 fünfzig fünfziger
        | 60 sechzig sechziger | 70 siebzig siebziger | 80 achtzig achtziger | 90 neunzig neunziger
        | 100 hundert hundertste | 1000 tausend | 1e6 million millionen | 1e9 milliarde milliarden
        | 1.5 anderthalb eineinhalb anderthalbfache | 2.5 zweieinhalb | 3.5 dreieinhalb
    """,
    "fr": """
        0 zéro aucun aucune | 1 un une premier première premiers premières chaque par
        | 2 deux deuxième second seconde double paire | 3 trois troisième triple | 4 quatre quatrième
        | 5 cinq cinquième | 6 six sixième | 7 sept septième | 8 huit huitième huitaine | 9 neuf neuvième
        | 10 dix dixième dizaine | 11 onze onzième | 12 douze douzième douzaine midi | 13 treize treizième
        | 14 quatorze quatorzième | 15 quinze quinzième quinzaine | 16 seize seizième
        | 20 vingt vingtième vingtaine vingts | 30 trente trentième trentaine | 40 quarante quarantaine
        | 50 cinquante cinquantaine | 60 soixante soixantaine | 70 septante | 80 octante huitante | 90 nonante
        | 100 cent cents centième centaine | 1000 mille millier milliers | 1e6 million millions
        | 1e9 milliard milliards
    """,
    "es": """
        0 cero ningún ninguna | 1 un uno una primer primero primera cada por
        | 2 dos segundo segunda doble par ambos ambas | 3 tres tercer tercero tercera triple
        | 4 cuatro cuarto cuarta | 5 cinco quinto quinta | 6 seis sexto sexta | 7 siete séptimo séptima
        | 8 ocho octavo octava | 9 nueve noveno novena | 10 diez décimo décima decena | 11 once undécimo
        | 12 doce docena duodécimo mediodía | 13 trece | 14 catorce | 15 quince quincena | 16 dieciséis
        | 17 diecisiete | 18 dieciocho | 19 diecinueve | 20 veinte vigésimo | 21 veintiuno veintiún veintiuna
        | 22 veintidós | 23 veintitrés | 24 veinticuatro | 25 veinticinco | 26 veintiséis | 27 veintisiete
        | 28 veintiocho | 29 veintinueve | 30 treinta | 40 cuarenta | 50 cincuenta | 60 sesenta | 70 setenta
        | 80 ochenta | 90 noventa | 100 cien ciento centenar cientos | 200 doscientos doscientas
        | 300 trescientos trescientas | 400 cuatrocientos cuatrocientas | 500 quinientos quinientas
        | 600 seiscientos seiscientas | 700 setecientos setecientas | 800 ochocientos ochocientas
        | 900 novecientos novecientas | 1000 mil millar miles | 1e6 millón millones
    """,
    "it": """
        0 zero | 1 un uno una primo prima ogni | 2 due secondo seconda doppio paio entrambi
        | 3 tre terzo terza triplo | 4 quattro quarto quarta | 5 cinque quinto quinta | 6 sei sesto sesta
        | 7 sette settimo settima | 8 otto ottavo ottava | 9 nove nono nona | 10 dieci decimo decima decina
        | 11 undici undicesimo | 12 dodici dodicesimo dozzina mezzogiorno | 13 tredici | 14 quattordici
        | 15 quindici quindicina | 16 sedici | 17 diciassette | 18 diciotto | 19 diciannove
        | 20 venti vent ventesimo ventina | 30 trenta trent trentina | 40 quaranta quarant | 50 cinquanta cinquant
        | 60 sessanta sessant | 70 settanta settant | 80 ottanta ottant | 90 novanta novant
        | 100 cento centinaio centinaia | 1000 mille mila migliaio | 1e6 milione milioni | 1e9 miliardo miliardi
    """,
    "pt": """
        0 zero nenhum | 1 um uma primeiro primeira cada por | 2 dois duas segundo segunda dobro par ambos ambas
        | 3 três terceiro terceira triplo | 4 quatro quarto quarta | 5 cinco quinto quinta | 6 seis sexto sexta meia
        | 7 sete sétimo sétima | 8 oito oitavo oitava | 9 nove nono nona | 10 dez décimo décima dezena | 11 onze
        | 12 doze dúzia dúzias | 13 treze | 14 catorze quatorze | 15 quinze quinzena | 16 dezesseis dezasseis
        | 17 dezessete dezassete | 18 dezoito | 19 dezenove dezanove | 20 vinte vigésimo | 30 trinta | 40 quarenta
        | 50 cinquenta | 60 sessenta | 70 setenta | 80 oitenta | 90 noventa | 100 cem cento centena centenas
        | 200 duzentos duzentas | 300 trezentos trezentas | 400 quatrocentos quatrocentas
        | 500 quinhentos quinhentas | 600 seiscentos seiscentas | 700 setecentos setecentas
        | 800 oitocentos oitocentas | 900 novecentos novecentas | 1000 mil milhar milhares | 1e6 milhão milhões
        | 1e9 bilhão bilhões
    """,
    "nl": """
        0 nul | 1 een één eerste per elke | 2 twee tweede dubbel paar beide | 3 drie derde | 4 vier vierde
        | 5 vijf vijfde | 6 zes zesde | 7 zeven zevende | 8 acht achtste | 9 negen negende | 10 tien tiende
        | 11 elf elfde | 12 twaalf twaalfde dozijn | 13 dertien | 14 veertien | 15 vijftien | 16 zestien
        | 17 zeventien | 18 achttien | 19 negentien | 20 twintig | 30 dertig | 40 veertig | 50 vijftig | 60 zestig
        | 70 zeventig | 80 tachtig | 90 negentig | 100 honderd | 1000 duizend | 1e6 miljoen | 1e9 miljard
        | 1.5 anderhalf anderhalve
    """,
    "sv": """
        0 noll | 1 en ett första per varje | 2 två andra båda par dubbla | 3 tre tredje | 4 fyra fjärde
        | 5 fem femte | 6 sex sjätte | 7 sju sjunde | 8 åtta åttonde | 9 nio nionde | 10 tio tionde | 11 elva elfte
        | 12 tolv tolfte dussin | 13 tretton | 14 fjorton | 15 femton | 16 sexton | 17 sjutton | 18 arton
        | 19 nitton | 20 tjugo | 30 trettio | 40 fyrtio | 50 femtio | 60 sextio | 70 sjuttio | 80 åttio | 90 nittio
        | 100 hundra | 1000 tusen | 1e6 miljon miljoner | 1e9 miljard miljarder | 1.5 halvannan
    """,
    "da": """
        0 nul | 1 en et én ét første | 2 to anden andet begge par | 3 tre tredje | 4 fire fjerde | 5 fem femte
        | 6 seks sjette | 7 syv syvende | 8 otte ottende | 9 ni niende | 10 ti tiende | 11 elleve | 12 tolv dusin
        | 13 tretten | 14 fjorten | 15 femten | 16 seksten | 17 sytten | 18 atten | 19 nitten | 20 tyve | 30 tredive
        | 40 fyrre | 50 halvtreds | 60 tres | 70 halvfjerds | 80 firs | 90 halvfems | 100 hundrede hundred
        | 1000 tusind tusinde | 1e6 million millioner | 1e9 milliard milliarder | 1.5 halvanden
    """,
    "nb": """
        0 null | 1 en et én ett ei første | 2 to andre begge par | 3 tre tredje | 4 fire fjerde | 5 fem femte
        | 6 seks sjette | 7 sju syv sjuende | 8 åtte åttende | 9 ni niende | 10 ti tiende | 11 elleve
        | 12 tolv dusin | 13 tretten | 14 fjorten | 15 femten | 16 seksten | 17 sytten | 18 atten | 19 nitten
        | 20 tjue tyve | 30 tretti | 40 førti | 50 femti | 60 seksti | 70 sytti | 80 åtti | 90 nitti | 100 hundre
        | 1000 tusen | 1e6 million millioner | 1e9 milliard milliarder | 1.5 halvannen
    """,
    "fi": """
        0 nolla | 1 yksi yhden yhtä yhdessä ensimmäinen ensimmäisen
        | 2 kaksi kahden kahta kahdessa toinen toisen molemmat pari | 3 kolme kolmen kolmas kolmannen
        | 4 neljä neljän neljäs | 5 viisi viiden viides | 6 kuusi kuuden kuudes | 7 seitsemän seitsemäs
        | 8 kahdeksan kahdeksas | 9 yhdeksän yhdeksäs | 10 kymmenen kymmenes kymmentä | 11 yksitoista
        | 12 kaksitoista tusina | 13 kolmetoista | 14 neljätoista | 15 viisitoista | 16 kuusitoista
        | 17 seitsemäntoista | 18 kahdeksantoista | 19 yhdeksäntoista | 100 sata sataa | 1000 tuhat tuhatta
        | 1e6 miljoona miljoonaa | 1e9 miljardi miljardia | 1.5 puolitoista
    """,
    "hu": """
        0 nulla | 1 egy első | 2 két kettő második mindkét pár | 3 három harmadik | 4 négy negyedik | 5 öt ötödik
        | 6 hat hatodik | 7 hét hetedik | 8 nyolc nyolcadik | 9 kilenc kilencedik | 10 tíz tizedik tizen | 12 tucat
        | 20 húsz huszon huszadik | 30 harminc | 40 negyven | 50 ötven | 60 hatvan | 70 hetven | 80 nyolcvan
        | 90 kilencven | 100 száz | 1000 ezer | 1e6 millió | 1e9 milliárd | 1.5 másfél
    """,
    "pl": """
        0 zero | 1 jeden jedna jedno jednego jednej jednym pierwszy pierwsza pierwsze pierwszego pierwszej raz | 2
        dwa dwie dwóch dwoje dwom dwoma drugi druga drugie drugiego drugiej oba obie para
        | 3 trzy trzech trzej troje trzeci trzecia trzeciego | 4 cztery czterech czworo czwarty czwarta czwartego
        | 5 pięć pięciu pięcioro piąty piąta | 6 sześć sześciu szósty szósta | 7 siedem siedmiu siódmy siódma
        | 8 osiem ośmiu ósmy ósma | 9 dziewięć dziewięciu dziewiąty | 10 dziesięć dziesięciu dziesiąty
        | 11 jedenaście jedenastu jedenasty | 12 dwanaście dwunastu dwunasty tuzin południe
        | 13 trzynaście trzynastu | 14 czternaście czternastu | 15 piętnaście piętnastu | 16 szesnaście szesnastu
        | 17 siedemnaście siedemnastu | 18 osiemnaście osiemnastu | 19 dziewiętnaście dziewiętnastu
        | 20 dwadzieścia dwudziestu dwudziesty | 30 trzydzieści trzydziestu | 40 czterdzieści czterdziestu
        | 50 pięćdziesiąt pięćdziesięciu | 60 sześćdziesiąt | 70 siedemdziesiąt | 80 osiemdziesiąt
        | 90 dziewięćdziesiąt | 100 sto stu setki | 200 dwieście | 300 trzysta | 400 czterysta | 500 pięćset
        | 600 sześćset | 700 siedemset | 800 osiemset | 900 dziewięćset | 1000 tysiąc tysiące tysięcy
        | 1e6 milion miliony milionów | 1e9 miliard miliardy miliardów | 1.5 półtora półtorej
    """,
    "cs": """
        0 nula | 1 jeden jedna jedno jednoho jedné první prvního
        | 2 dva dvě dvou dvěma druhý druhá druhé oba obě pár | 3 tři tří třem třetí | 4 čtyři čtyř čtvrtý čtvrtá
        | 5 pět pěti pátý | 6 šest šesti šestý | 7 sedm sedmi sedmý | 8 osm osmi osmý | 9 devět devíti devátý
        | 10 deset deseti desátý | 11 jedenáct jedenácti | 12 dvanáct dvanácti tucet poledne | 13 třináct
        | 14 čtrnáct | 15 patnáct | 16 šestnáct | 17 sedmnáct | 18 osmnáct | 19 devatenáct | 20 dvacet dvaceti
        | 30 třicet | 40 čtyřicet | 50 padesát | 60 šedesát | 70 sedmdesát | 80 osmdesát | 90 devadesát
        | 100 sto set sta | 200 dvě stě | 1000 tisíc tisíce | 1e6 milion miliony milionů
        | 1e9 miliarda miliardy miliard
    """,
    "ru": """
        0 ноль нуля | 1 один одна одно одного одной одному одним одну первый первая первое первого первой первом
        первую раз кажд каждый каждую | 2 два две двух двум двумя двое второй вторая второе второго второму обе оба
        обоих пара пару дважды | 3 три трёх трех трём трем тремя трое третий третья третьего третьей трижды
        | 4 четыре четырёх четырех четверо четвёртый четвертый четвёртого
        | 5 пять пяти пятью пятый пятая пятого пятеро | 6 шесть шести шестой шестого | 7 семь семи седьмой седьмого
        | 8 восемь восьми восьмой восьмого | 9 девять девяти девятый девятого
        | 10 десять десяти десятый десятого десяток | 11 одиннадцать одиннадцати
        | 12 двенадцать двенадцати полдень полдня дюжина дюжину | 13 тринадцать тринадцати
        | 14 четырнадцать четырнадцати | 15 пятнадцать пятнадцати | 16 шестнадцать шестнадцати
        | 17 семнадцать семнадцати | 18 восемнадцать восемнадцати | 19 девятнадцать девятнадцати
        | 20 двадцать двадцати двадцатый двадцатого | 30 тридцать тридцати | 40 сорок сорока
        | 50 пятьдесят пятидесяти пятидесятые | 60 шестьдесят шестидесяти шестидесятые
        | 70 семьдесят семидесяти семидесятые | 80 восемьдесят восьмидесяти восьмидесятые восьмидесятых
        | 90 девяносто девяностые девяностых | 100 сто ста сотня сотни | 200 двести двухсот | 300 триста трёхсот
        | 400 четыреста | 500 пятьсот пятисот | 600 шестьсот | 700 семьсот | 800 восемьсот | 900 девятьсот
        | 1000 тысяча тысячи тысяч тысячу | 1e6 миллион миллиона миллионов | 1e9 миллиард миллиарда миллиардов
        | 1.5 полтора полторы полутора
    """,
    "uk": """
        0 нуль | 1 один одна одне одного одній перший перша перше першого першій
        | 2 два дві двох двом двоє другий друга другого обидва пара | 3 три трьох троє третій третя третього
        | 4 чотири чотирьох четвертий | 5 п'ять п’ять пяти п'яти п’яти п'ятий | 6 шість шести шостий
        | 7 сім семи сьомий | 8 вісім восьми восьмий | 9 дев'ять дев’ять дев'ятий | 10 десять десяти десятий
        | 11 одинадцять | 12 дванадцять дюжина полудень | 13 тринадцять | 14 чотирнадцять
        | 15 п'ятнадцять п’ятнадцять | 16 шістнадцять | 17 сімнадцять | 18 вісімнадцять
        | 19 дев'ятнадцять дев’ятнадцять | 20 двадцять двадцяти | 30 тридцять | 40 сорок | 50 п'ятдесят п’ятдесят
        | 60 шістдесят | 70 сімдесят | 80 вісімдесят | 90 дев'яносто дев’яносто | 100 сто | 200 двісті | 300 триста
        | 400 чотириста | 500 п'ятсот п’ятсот | 1000 тисяча тисячі тисяч | 1e6 мільйон мільйони мільйонів
        | 1e9 мільярд мільярди мільярдів | 1.5 півтора
    """,
    "tr": """
        0 sıfır | 1 bir birinci ilk her | 2 iki ikinci çift | 3 üç üçüncü | 4 dört dördüncü | 5 beş beşinci
        | 6 altı altıncı | 7 yedi yedinci | 8 sekiz sekizinci | 9 dokuz dokuzuncu | 10 on onuncu | 12 düzine
        | 20 yirmi | 30 otuz | 40 kırk | 50 elli | 60 altmış | 70 yetmiş | 80 seksen | 90 doksan | 100 yüz
        | 1000 bin | 1e6 milyon | 1e9 milyar
    """,
    "ar": """
        0 صفر | 1 واحد واحدة أحد إحدى أول أولى الأول الأولى مرة كل
        | 2 اثنان اثنين اثنتان اثنتين اثنا ثاني ثانية الثاني الثانية | 3 ثلاث ثلاثة ثالث ثالثة الثالث الثالثة
        | 4 أربع أربعة رابع الرابع الرابعة | 5 خمس خمسة خامس الخامس الخامسة | 6 ست ستة سادس السادس السادسة
        | 7 سبع سبعة سابع السابع السابعة | 8 ثمان ثماني ثمانية ثامن الثامن الثامنة | 9 تسع تسعة تاسع التاسع التاسعة
        | 10 عشر عشرة عاشر العاشر العاشرة عشرات | 20 عشرون عشرين العشرين العشرون | 30 ثلاثون ثلاثين
        | 40 أربعون أربعين | 50 خمسون خمسين | 60 ستون ستين | 70 سبعون سبعين | 80 ثمانون ثمانين | 90 تسعون تسعين
        | 100 مئة مائة مئات | 200 مئتان مئتين مائتان مائتين | 300 ثلاثمئة ثلاثمائة | 400 أربعمئة أربعمائة
        | 500 خمسمئة خمسمائة | 600 ستمئة ستمائة | 700 سبعمئة سبعمائة | 800 ثمانمئة ثمانمائة | 900 تسعمئة تسعمائة
        | 1000 ألف آلاف الآلاف | 2000 ألفان ألفين | 1e6 مليون ملايين مليوني | 1e9 مليار مليارات
    """,
    "fa": """
        1 یک اول | 2 دو دوم | 3 سه سوم | 4 چهار چهارم | 5 پنج پنجم | 6 شش ششم | 7 هفت هفتم | 8 هشت هشتم | 9 نه نهم
        | 10 ده دهم | 11 یازده | 12 دوازده | 13 سیزده | 14 چهارده | 15 پانزده | 16 شانزده | 17 هفده | 18 هجده
        | 19 نوزده | 20 بیست | 30 سی | 40 چهل | 50 پنجاه | 60 شصت | 70 هفتاد | 80 هشتاد | 90 نود | 100 صد
        | 1000 هزار | 1e6 میلیون | 1e9 میلیارد
    """,
    "he": """
        1 אחד אחת ראשון ראשונה | 2 שניים שתיים שני שתי שנייה | 3 שלוש שלושה שלישי | 4 ארבע ארבעה רביעי
        | 5 חמש חמישה חמישי | 6 שש שישה שישי | 7 שבע שבעה שביעי | 8 שמונה שמיני | 9 תשע תשעה תשיעי
        | 10 עשר עשרה עשירי | 20 עשרים | 30 שלושים | 40 ארבעים | 50 חמישים | 60 שישים | 70 שבעים | 80 שמונים
        | 90 תשעים | 100 מאה | 200 מאתיים | 1000 אלף אלפים | 2000 אלפיים | 1e6 מיליון | 1e9 מיליארד
    """,
    "hi": """
        0 शून्य | 1 एक पहला पहली पहले | 2 दो दूसरा दूसरी दूसरे दोनों | 3 तीन तीसरा तीसरी | 4 चार चौथा चौथी | 5 पाँच पांच पाँचवाँ
        | 6 छह छः छठा | 7 सात सातवाँ | 8 आठ आठवाँ | 9 नौ | 10 दस दसवाँ | 11 ग्यारह | 12 बारह दर्जन | 13 तेरह | 14 चौदह
        | 15 पंद्रह पन्द्रह | 16 सोलह | 17 सत्रह | 18 अठारह | 19 उन्नीस | 20 बीस | 24 चौबीस | 25 पच्चीस | 30 तीस | 40 चालीस
        | 50 पचास | 60 साठ | 70 सत्तर | 75 पचहत्तर | 80 अस्सी | 90 नब्बे | 100 सौ | 1000 हज़ार हजार | 1e5 लाख | 1e7 करोड़
        | 1e9 अरब | 1.5 डेढ़ | 2.5 ढाई
    """,
    "id": """
        0 nol | 1 satu pertama setiap per se | 2 dua kedua ganda pasang | 3 tiga ketiga | 4 empat keempat
        | 5 lima kelima | 6 enam keenam | 7 tujuh ketujuh | 8 delapan lapan kedelapan | 9 sembilan kesembilan
        | 10 sepuluh kesepuluh | 11 sebelas | 12 lusin | 100 seratus ratus | 1000 seribu ribu | 1e6 sejuta juta
        | 1e9 miliar | *10 puluh | +10 belas
    """,
    "vi": """
        0 không | 1 một nhất mỗi mốt đầu | 2 hai nhì đôi | 3 ba | 4 bốn tư | 5 năm lăm | 6 sáu | 7 bảy | 8 tám
        | 9 chín | 10 mười | 100 trăm | 1000 nghìn ngàn | 1e6 triệu | 1e9 tỷ tỉ | *10 mươi | 0.5 rưỡi nửa
    """,
    "el": """
        0 μηδέν | 1 ένας ένα μία μια έναν πρώτος πρώτη πρώτο κάθε | 2 δύο δυο δεύτερος δεύτερη δεύτερο
        | 3 τρεις τρία τρίτος τρίτη τρίτο | 4 τέσσερις τέσσερα τέταρτος | 5 πέντε πέμπτος | 6 έξι έκτος
        | 7 επτά εφτά έβδομος | 8 οκτώ οχτώ όγδοος | 9 εννέα εννιά ένατος | 10 δέκα δέκατος | 11 έντεκα
        | 12 δώδεκα μεσημέρι | 13 δεκατρία | 14 δεκατέσσερα | 15 δεκαπέντε | 16 δεκαέξι | 17 δεκαεπτά | 18 δεκαοκτώ
        | 19 δεκαεννέα | 20 είκοσι | 30 τριάντα | 40 σαράντα | 50 πενήντα | 60 εξήντα | 70 εβδομήντα | 80 ογδόντα
        | 90 ενενήντα | 100 εκατό | 1000 χίλια χιλιάδες | 1e6 εκατομμύριο εκατομμύρια
        | 1e9 δισεκατομμύριο δισεκατομμύρια
    """,
    "ro": """
        0 zero | 1 un unu una o prim prima primul | 2 doi două doua doilea ambele | 3 trei treia treilea | 4 patru
        | 5 cinci | 6 șase | 7 șapte | 8 opt | 9 nouă | 10 zece | 11 unsprezece | 12 doisprezece douăsprezece duzină
        | 13 treisprezece | 14 paisprezece | 15 cincisprezece | 16 șaisprezece | 17 șaptesprezece | 18 optsprezece
        | 19 nouăsprezece | 20 douăzeci | 30 treizeci | 40 patruzeci | 50 cincizeci | 60 șaizeci | 70 șaptezeci
        | 80 optzeci | 90 nouăzeci | 100 sută sute | 1000 mie mii | 1e6 milion milioane | 1e9 miliard miliarde
    """,
    "th": """
        1 หนึ่ง เอ็ด แรก | 2 สอง ยี่ | 3 สาม | 4 สี่ | 5 ห้า | 6 หก | 7 เจ็ด | 8 แปด | 9 เก้า | 10 สิบ | 100 ร้อย | 1000 พัน
        | 1e4 หมื่น | 1e5 แสน | 1e6 ล้าน | 0.5 ครึ่ง
    """,
    "ko": """
        1 하나 한 첫 일 | 2 둘 두 이 | 3 셋 세 석 삼 | 4 넷 네 사 | 5 다섯 오 | 6 여섯 육 | 7 일곱 칠 | 8 여덟 팔
        | 9 아홉 구 | 10 열 십 | 20 스물 스무 | 30 서른 | 40 마흔 | 50 쉰 | 60 예순 | 70 일흔 | 80 여든 | 90 아흔
        | 100 백 | 1000 천 | 1e4 만 | 1e8 억 | 1e12 조
    """,
    "zh": """
        0 〇 零 | 1 一 壹 | 2 二 两 兩 双 雙 | 3 三 | 4 四 | 5 五 | 6 六 | 7 七 | 8 八 | 9 九 | 10 十 | 100 百
        | 1000 千 | 1e4 万 萬 | 1e8 亿 億 | 1e12 兆
    """,
    "ja": """
        0 〇 零 | 1 一 ひと | 2 二 ふた | 3 三 | 4 四 | 5 五 | 6 六 | 7 七 | 8 八 | 9 九 | 10 十 | 100 百 | 1000 千
        | 1e4 万 | 1e8 億 | 1e12 兆
    """,
}  # fmt: skip
"""Before a value, ``*`` says that it multiplies the digit before it (dua puluh), ``+`` that it is added (dua belas)."""

KANA = """
    ひとつ=1 ふたつ=2 みっつ=3 よっつ=4 いつつ=5 むっつ=6 ななつ=7 やっつ=8 ここのつ=9 とお=10
    ひとり=1 ふたり=2 はたち=20
"""

FRACTIONS = {
    "0.5": """
        half halves halb* anderthalb* hälfte* moitié demi demie demies medio media medios medias mitad metà mezzo mezza
        meia meio metade helft halve halva hälften halv* puol* fél* połow* pół* půl* полов* пол полтор* полчаса пів*
        yarım buçuk yarı* setengah separuh nửa rưỡi jumătate μισ* نصف النصف والنصف ونصف חצי וחצי आधा आधे आधी साढ़े
        半+ 절반+ 반+ ครึ่ง+
    """,
    "0.25": """
        quarter quarters viertel* quart quarts cuarto cuartos quarto quarti kwart* fjärdedel* kvart* ćwier* čtvrt*
        четверт* чверт* çeyrek ربع الربع والربع وربع seperempat רבע 四分之+ 刻+ 4分の+ 분의+
    """,
    "0.333333": """
        third thirds drittel* tiers tercio tercios terzo terzi terço terços derde tredjedel* трет* ثلث الثلث
        三分之+ 3分の+
    """,
}
"""Parts of a whole, and what they are called, as ``phrases.either`` reads it."""
