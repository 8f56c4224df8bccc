"""The endings of Slavic languages, in lines as ``endings`` explains them."""

RUSSIAN = """
n - а у ом е ы и ов ам ами ах
n - а у ем е и ей ев ам ами ах
n а ы и е у ой ою - ам ами ах
n я и е ю ей ею ь ям ями ях
n ия ии ию ией ий иям иями иях
n ь я ю ем е и ей ям ями ях
n ь и ью ей ям ями ях
n й я ю ем е и ев ям ями ях
n о а у ом е ам ами ах -
n е я ю ем и ей ям ями ях
n е а у ем ам ами ах
n ие ия ию ием ии ий иям иями иях
n ок ка ку ком ке ки ков кам ками ках
n ец ца цу цом цем це цы цев цов цам цами цах
n ка ки ке ку кой ок ек кам ками ках
n мя мени менем мена мен менам менами менах
n ый ая ое ые ого ому ым ом ой ую ыми ых ою
n ой ая ое ые ого ому ым ом ую ыми ых ою
n ий яя ее ие его ему им ем ей юю ими их
n ий ая ое ие ого ому им ом ой ую ими их
n ий ая ее ие его ему им ем ей ую ими их
v ать аю аешь ает аем аете ают ал ала ало али ай айте ан ана ано аны
v ить ю у ишь ит им ите ят ат ил ила ило или ен ена ено ены
v еть ею еет еешь еем еете еют ел ела ело ели
v овать ую уешь ует уем уете уют овал овала овало овали ован овано ована ованы
"""
UKRAINIAN = """
n - а у ові ом ем і и ів ам ами ах
n а и і у ою - ам ами ах
n я і ю ею ь ей ям ями ях
n ія ії ію ією ій іям іями іях
n ь я ю ем і ів ей ям ями ях еві
n ь і ю ей ям ями ях
n й я ю єм ї їв ям ями ях
n о а у ом і ам ами ах -
n е я ю ем і ь ям ями ях
n ння нню нням нні нь нням ннями ннях
n ка ки ці ку кою ок кам ками ках
n ість ості істю ей остей остям остями остях
n ий а е і ого ому им ій ої у ою их ими
n ій я є і ього ьому ім ій ьої ю ьою іх іми
v ати аю аєш ає аємо аєте ають ав ала ало али
v ити ю иш ить имо ите ять ив ила ило или
"""
BULGARIAN = """
n - а ът я ят и ите ове овете
n а ата и ите
n я ята и ите
n о ото а ата
n е ето ета етата
n ие ието ия ията
n ия ията ии иите
n ка ката ки ките
n - а о и ят ия ата ото ите
n ен на но ни ният ния ната ното ните
n ски ския ският ска ската ско ското ските
"""
POLISH = """
n - a u owi em ie y i e ów om ami ach
n a y i ę ą o e ie - om ami ach
n o a u em ie om ami ach -
n e a u em om ami ach -
n ie ia iu iem ia iom iami iach
n ia ii ię ią ie io iom iami iach i
n ja ji ję ją je jo jom jami jach
n ca cy cę cą ce co cami cach com
n owa owy owie owę ową owo ów owom owami owach
n ka ki kę ką ce ko ek kom kami kach
n ość ości ością ościom ościami ościach
n ek ka kowi kiem ku ki ków kom kami kach
n iec ca cowi cem cu cy ców com cami cach
n nie nia niu niem ń niom niami niach
n y a e ego emu ym ej ą i ych ymi
n i a ie iego iemu im iej ą ich imi
v ać am asz a amy acie ają ał ała ało ali ały any ana ane
v ić ę isz i imy icie ią ił iła iło ili iły ony ona one
v ować uję ujesz uje ujemy ujecie ują ował owała owali owany owana owane
"""
CZECH = """
n - a u ovi em e ě y i ů ům ech ích
n a y ě e u o ou - ám ami ách
n e i í ím ích emi -
n o a u em ě ům y ech -
n í ího ímu ím ích ími
n ka ky ce ku ko kou ek kám kami kách
n ost osti ostí ostem ostmi ostech
n ek ku kem ky ků kům cích
n ý á é ého ému ém ým ou ých ými í
v at ám áš á áme áte ají al ala alo ali án ána áno
v it ím íš í íme íte il ila ilo ili en ena eno
v ovat uji uješ uje ujeme ujete ují oval ovala ovali ován
"""
SLOVAK = """
n - a u ovi om e y i ov om och ami
n a y e i u ou - ám ami ách
n o a u om e ám ami ách -
n ie ia iu ím í iam iami iach
n ka ky ke ku kou iek ok kám kami kách
n osť osti osťou ostí ostiam osťami ostiach
n ý á é ého ému om ým ej ú ou ých ými í
v ať ám áš á áme áte ajú al ala alo ali
v iť ím íš í íme íte ia il ila ilo ili
"""
SOUTH_SLAVIC = """
n - a u om em e i ima ova ove ovi ovima eva eve evi evima
n a e i u o om - ama
n o a u om ima -
n e a u em ima
n ost osti ošću ostima
n ak ka ku kom če ci ke ka cima
n i a o e og oga om ome omu im ima oj u ih
n an na no ni ne nog noga nom nome nim nima noj nu nih
v ati am aš a amo ate aju ao ala alo ali
v iti im iš i imo ite e io ila ilo ili
"""
SERBIAN = """
n - а у ом ем е и има ова ове ови овима
n а е и у о ом - ама
n о а у ом има -
n е а у ем има
n и а о е ог ога ом оме ому им има ој у их
"""
