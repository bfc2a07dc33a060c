"""The words that dates are made of, in many languages, in lower case: a table, no pattern.

`WORDS` gives for each of them what a date is read with: `#6` for a month, `@0` for a weekday,
nothing for a word that only joins. A name that is two months in two languages gives both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

ENGLISH_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
ENGLISH_MONTH_IN_SHORT = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
"""Patterns of one with its capital, written out, and in short or written out."""

MONTH_NAMES = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
    "|september sept sep|october oct|november nov|december dec",
    "de": "januar jänner|februar feber|märz mär|april|mai|juni|juli|august|september|oktober okt"
    "|november|dezember dez",
    "fr": "janvier janv|février fevrier févr fév|mars|avril avr|mai|juin|juillet juil|août aout"
    "|septembre|octobre|novembre|décembre decembre déc",
    "es": "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre"
    "|octubre|noviembre|diciembre dic",
    "it": "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto"
    "|settembre set sett|ottobre ott|novembre|dicembre",
    "pt": "janeiro|fevereiro fev|março marco|abril|maio|junho|julho|agosto|setembro|outubro out"
    "|novembro|dezembro",
    "nl": "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november"
    "|december",
    "ca": "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
    "ro": "ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie"
    "|octombrie|noiembrie noi|decembrie",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "no": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember des",
    "fi": "tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta"
    "|syyskuuta|lokakuuta|marraskuuta|joulukuuta",
    "et": "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november"
    "|detsember",
    "hu": "január|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus"
    "|szeptember szept|október|november|december",
    "pl": "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj"
    "|czerwca czerwiec cze|lipca lipiec|sierpnia sierpień sie|września wrzesień wrz"
    "|października październik paź|listopada listopad|grudnia grudzień gru",
    "cs": "ledna leden|února únor|března březen|dubna duben|května květen|června červen"
    "|července červenec|srpna srpen|září|října říjen|listopadu listopad|prosince prosinec",
    "sk": "januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra"
    "|decembra",
    "hr": "siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada"
    "|studenog studenoga|prosinca",
    "sr": "januara јануара јануар|februara фебруара фебруар|marta марта март"
    "|aprila априла април|maja маја мај|juna јуна јун|jula јула јул|avgusta августа август"
    "|septembra септембра септембар|oktobra октобра октобар|novembra новембра новембар"
    "|decembra децембра децембар",
    "sl": "januarja|februarja|marec|aprila|maja|junija junij|julija julij|avgusta avgust|septembra"
    "|oktobra|novembra|decembra",
    "lv": "janvāris janvārī|februāris februārī|marts|aprīlis aprīlī|maijs maijā|jūnijs jūnijā"
    "|jūlijs jūlijā|augusts augustā|septembris septembrī|oktobris oktobrī|novembris novembrī"
    "|decembris decembrī",
    "tr": "ocak oca|şubat şub|mart|nisan ni\u0307san nis|mayıs|haziran hazi\u0307ran haz"
    "|temmuz tem|ağustos ağu|eylül eyl|ekim eki\u0307m eki|kasım kas|aralık ara",
    "id": "januari|februari|maret|april|mei|juni|juli|agustus agu agt"
    "|september|oktober|november nopember|desember",
    "el": "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ"
    "|απριλίου απρίλιος απρ|μαΐου μαίου μαϊου μάιος μαϊ μάι|ιουνίου ιούνιος ιουν ιούν"
    "|ιουλίου ιούλιος ιουλ ιούλ|αυγούστου αύγουστος αυγ αύγ|σεπτεμβρίου σεπτέμβριος σεπ σεπτ"
    "|οκτωβρίου οκτώβριος οκτ"
    "|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
    "ru": "января янв|февраля фев|марта мар|апреля апр|мая май|июня июн|июля июл|августа авг"
    "|сентября сент сен|октября окт|ноября нояб ноя|декабря дек",
    "uk": "січня січ|лютого лют|березня бер|квітня квіт|травня трав|червня черв|липня лип"
    "|серпня серп|вересня вер|жовтня жовт|листопада лист|грудня груд",
    "bg": "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "ar": "يناير جانفي|فبراير شباط فيفري|مارس آذار|أبريل ابريل نيسان أفريل|مايو أيار ماي"
    "|يونيو يونيه حزيران جوان|يوليو يوليه تموز جويلية يوليوز|أغسطس اغسطس آب أوت غشت"
    "|سبتمبر أيلول شتنبر|أكتوبر اكتوبر|نوفمبر نونبر|ديسمبر دجنبر",
    "he": "בינואר ינואר|בפברואר פברואר|במרץ מרץ|באפריל אפריל|במאי מאי|ביוני יוני|ביולי יולי"
    "|באוגוסט אוגוסט|בספטמבר ספטמבר|באוקטובר אוקטובר|בנובמבר נובמבר|בדצמבר דצמבר",
    "hi": "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर"
    "|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
}
WEEKDAY_NAMES = {
    "en": "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri"
    "|saturday sat|sunday sun",
    "de": "montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa"
    "|sonntag so",
    "fr": "lundi lun|mardi|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim",
    "es": "lunes|martes|miércoles miercoles mié|jueves jue|viernes vie|sábado sabado sáb"
    "|domingo dom",
    "it": "lunedì|martedì|mercoledì|giovedì gio|venerdì|sabato sab|domenica",
    "pt": "segunda seg|terça ter|quarta qua|quinta qui|sexta sex|sábado|domingo",
    "nl": "maandag ma|dinsdag di|woensdag wo|donderdag do|vrijdag vr|zaterdag za|zondag zo",
    "ro": "luni|marți|miercuri|joi|vineri|sâmbătă|duminică",
    "sv": "måndag mån|tisdag tis|onsdag ons|torsdag tors|fredag fre|lördag lör|söndag sön",
    "da": "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
    "fi": "maanantai maanantaina ma|tiistai tiistaina|keskiviikko keskiviikkona|torstai torstaina"
    "|perjantai perjantaina|lauantai lauantaina|sunnuntai sunnuntaina",
    "hu": "hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap",
    "pl": "poniedziałek|wtorek wt|środa śr|czwartek czw|piątek|sobota sob|niedziela niedz",
    "cs": "pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle",
    "hr": "ponedjeljak ponedeljak|utorak|srijeda sreda|četvrtak|petak|subota|nedjelja nedelja",
    "tr": "pazartesi pazartesi\u0307|salı|çarşamba|perşembe|cuma|cumartesi cumartesi\u0307|pazar",
    "id": "senin|selasa|rabu|kamis|jumat|sabtu|minggu",
    "el": "δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή",
    "ru": "понедельник пн|вторник вт|среда среду ср|четверг чт|пятница пятницу пт"
    "|суббота субботу сб|воскресенье вс",
    "uk": "понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя",
    "bg": "понеделник|вторник|сряда|четвъртък|петък|събота|неделя",
    "ar": "الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    "hi": "सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार",
}
JOINTS = (
    "at on of the um am uhr vom den der à le du la las el de del às as em alle ore il om uur op"
    " o godz godzina r w dnia в г года року kl klo klokken saat pukul jam lúc ngày năm v ve dne"
    " στις τις ώρα ora hrs hour hours h hodin feira time clock gada dňa pe din"
    " dia a alla tanggal horas hs hod ч sati plkst kell u ob на बजे d tarihinde"
    " local uk daylight standard"
).split()
"""Words without a meaning of their own around the parts of a date."""

FIRST_JOINTS = frozenset("vom am den le el il em dne w dnia ngày".split())
"""Of these a line that is nothing but a date may begin with one."""

ORDINALS = frozenset("st nd rd th er re º ª e η".split())
"""Glued to the number of a day."""


FOLD = str.maketrans("ıάέήίόύώ", "iαεηιουω")
"""What capitals lose in Turkish and Greek: names are known with it and without."""


def _numbered(tables: Iterable[str], first: int) -> Mapping[str, tuple[int, ...]]:
    """Return which places in the tables each name has."""
    numbers: dict[str, tuple[int, ...]] = {}
    for table in tables:
        for number, names in enumerate(table.split("|"), first):
            for name in (*names.split(), *names.translate(FOLD).split()):
                known = numbers.get(name, ())
                numbers[name] = known if number in known else (*known, number)
    return numbers


MONTHS = _numbered(MONTH_NAMES.values(), 1)
WEEKDAYS = _numbered(WEEKDAY_NAMES.values(), 0)
WESTERN_MONTHS = _numbered([MONTH_NAMES[each] for each in ("en", "de", "fr", "es", "it", "pt")], 1)
"""Those that datelines of news agencies have."""

ZONES = {"eastern": "et ", "central": "ct ", "mountain": "mt ", "pacific": "pt ", "мск": "msk "}
"""`3 p.m. Eastern Time`, `14:05 мск`."""

WORDS = {
    **dict.fromkeys(JOINTS, " "),
    **ZONES,
    **{name: "@" + "/".join(map(str, numbers)) for name, numbers in WEEKDAYS.items()},
    **{name: "#" + "/".join(map(str, numbers)) for name, numbers in MONTHS.items()},
}
