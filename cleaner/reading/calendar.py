"""The words that dates are made of, in many languages, in lower case: a table, no pattern.

`WORDS` gives for each of them what a date is read with: `#6` for a month, `@0` for a weekday,
nothing for a word that only joins. A name that is two months in two languages gives both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    "hu": "január|február|március márc|április ápr|május máj|június jún|július júl|augusztus"
    "|szeptember szept|október|november|december",
    "pl": "stycznia styczeń|lutego luty|marca marzec|kwietnia kwiecień|maja maj|czerwca czerwiec"
    "|lipca lipiec|sierpnia sierpień|września wrzesień|października październik"
    "|listopada listopad|grudnia grudzień",
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
    "tr": "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
    "id": "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november nopember"
    "|desember",
    "el": "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ"
    "|απριλίου απρίλιος απρ|μαΐου μαίου μάιος μαϊ|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ"
    "|αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ|οκτωβρίου οκτώβριος οκτ"
    "|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
    "ru": "января янв|февраля фев|марта мар|апреля апр|мая май|июня июн|июля июл|августа авг"
    "|сентября сент сен|октября окт|ноября нояб ноя|декабря дек",
    "uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    "bg": "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "ar": "يناير|فبراير|مارس|أبريل ابريل|مايو|يونيو يونيه|يوليو يوليه|أغسطس اغسطس|سبتمبر"
    "|أكتوبر اكتوبر|نوفمبر|ديسمبر",
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
    "es": "lunes|martes|miércoles miercoles|jueves|viernes|sábado sabado|domingo",
    "it": "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
    "pt": "segunda|terça|quarta|quinta|sexta|sábado|domingo",
    "nl": "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    "ro": "luni|marți|miercuri|joi|vineri|sâmbătă|duminică",
    "sv": "måndag mån|tisdag tis|onsdag ons|torsdag tors|fredag fre|lördag lör|söndag sön",
    "da": "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
    "fi": "maanantai maanantaina|tiistai tiistaina|keskiviikko keskiviikkona|torstai torstaina"
    "|perjantai perjantaina|lauantai lauantaina|sunnuntai sunnuntaina",
    "hu": "hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap",
    "pl": "poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela",
    "cs": "pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle",
    "hr": "ponedjeljak ponedeljak|utorak|srijeda sreda|četvrtak|petak|subota|nedjelja nedelja",
    "tr": "pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar",
    "id": "senin|selasa|rabu|kamis|jumat|sabtu|minggu",
    "el": "δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή",
    "ru": "понедельник пн|вторник вт|среда ср|четверг чт|пятница пт|суббота сб|воскресенье вс",
    "uk": "понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя",
    "ar": "الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    "hi": "सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार",
}
JOINTS = (
    "at on of the um am uhr vom den der à le du la las el de del às as em alle ore il om uur op"
    " o godz godzina r w dnia в г года року kl klo klokken saat pukul jam lúc ngày năm v ve dne"
    " στις ώρα ora hrs hour hours h hodin feira time clock"
    " local uk daylight standard"
).split()
"""Words without a meaning of their own around the parts of a date."""

FIRST_JOINTS = frozenset("vom am den le el il lunes em dne w dnia ngày".split())
"""Of these a line that is nothing but a date may begin with one."""

ORDINALS = frozenset("st nd rd th er re º ª e η".split())
"""Glued to the number of a day."""


def _numbered(tables: Iterable[str], first: int) -> Mapping[str, tuple[int, ...]]:
    """Return which places in the tables each name has."""
    numbers: dict[str, tuple[int, ...]] = {}
    for table in tables:
        for number, names in enumerate(table.split("|"), first):
            for name in names.split():
                known = numbers.get(name, ())
                numbers[name] = known if number in known else (*known, number)
    return numbers


MONTHS = _numbered(MONTH_NAMES.values(), 1)
WEEKDAYS = _numbered(WEEKDAY_NAMES.values(), 0)
WESTERN_MONTHS = _numbered([MONTH_NAMES[each] for each in ("en", "de", "fr", "es", "it", "pt")], 1)
"""Those that datelines of news agencies have."""

ZONES = {"eastern": "et ", "central": "ct ", "mountain": "mt ", "pacific": "pt "}
"""`3 p.m. Eastern Time`."""

WORDS = {
    **dict.fromkeys(JOINTS, " "),
    **ZONES,
    **{name: "@" + "/".join(map(str, numbers)) for name, numbers in WEEKDAYS.items()},
    **{name: "#" + "/".join(map(str, numbers)) for name, numbers in MONTHS.items()},
}
