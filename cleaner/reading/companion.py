"""What stands beside the date of a story and says nothing that is kept: counts, buttons, times."""

from __future__ import annotations

import re

from cleaner.pattern import late


def _any_of(words: str) -> str:
    return "|".join(words.split())


COUNTED = _any_of(
    r"""
    comments? repl(?:y|ies) responses? reactions? views? reads? hits? likes? shares? votes? visits?
    downloads? kommentare? aufrufe? meinung(?:en)? ergänzung(?:en)? antwort(?:en)? reaktion(?:en)?
    commentaires? réactions? vues? lectures? partages? comentarios? visitas? lecturas? vistas?
    visualizaciones respuestas? comment[oi] visualizzazioni letture condivisioni visite
    comentários? visualizações leituras? partilhas? acessos? compartilhamentos? reacties?
    weergaven komentarz(?:y|e)? odsłon[ay]? wyświetle(?:ń|nia) komentář(?:e|ů)? zobrazení
    комментари(?:й|я|ев) просмотр(?:а|ов|ы)? коментар(?:а|і|ів)? yorum okunma görüntül(?:en)?me
    kommentar(?:er)? visningar visninger σχόλι(?:ο|α) προβολές αναγνώσεις kommenttia hozzászólás
    megtekintés comentarii vizualizări afișări komentara pregleda komentar dilihat tayangan
    评论 條評論 条评论 阅读 閱讀 阅读量 浏览 瀏覽 浏览次数 阅读次数 点击次数 点击
    點擊 人气 阅读数 コメント
    조회 조회수 댓글 تعليق تعليقات مشاهدة مشاهدات قراءة
    """
)
NONE = _any_of("no keine? aucun sin ningún nessun nenhum sem geen brak без нет ingen inga yok")
NUMBER = r"\d[\d.,]*[km]?"
COUNT = (
    rf"(?:{NUMBER}|{NONE}) ?(?:{COUNTED})"
    rf"|(?:{COUNTED}) ?[:：(]? ?{NUMBER}\)?(?: \(including replies\)?)?"
    rf"|\(?{NUMBER} ?(?:x|mal|keer|veces|fois|volte|vezes) (?:gelesen|angesehen|kommentiert)\)?"
)
MINUTES = (
    r"(?:min(?:s|ute[ns]?|utos?|uti|uter|ut|uuttia)?\.?|мин\w*\.?|dk|dakika|分钟|分鐘|分|분|دقائق)"
)
READING = _any_of(
    """reading lesezeit lesedauer lecture lectura lettura leitura leestijd lästid læsetid lesetid
    czytania čtení чтения okuma lukuaika"""
)
READING_WORDS = _any_of(
    "estimated time temps durée tiempo tempo duração czas doba время süresi de di da del"
)
READING_TIME = (
    rf"(?:(?:{READING_WORDS}) ){{0,2}}(?:{READING})(?: (?:{READING_WORDS}))? ?:? ?(?:ca\. ?)?\d+"
    rf" ?{MINUTES}(?: read)?|\d+ ?{MINUTES} to read"
    rf"|\d+ ?{MINUTES} (?:(?:{READING_WORDS}) ){{0,2}}(?:{READING})(?: (?:{READING_WORDS}))?"
)
LABELS = _any_of(
    """topics? tags? tagged section category categories categoría categorías catégories? categoria
    categorias kategori(?:e|en|a|e)? rubrik ressort rubrique sección seção editoria rubryka dział
    рубрика раздел категория schlagw(?:ö|o)rte(?:r)? schlagworte thema themen location editor
    редактор redaktion redakcja 编辑 編輯 责编 責編 责任编辑 責任編輯 校对 审核
    分类 標籤 标签 カテゴリ カテゴリー"""
)
"""With a colon, they name the section, the tags or the editor."""

RE = late(
    rf"{COUNT}|{READING_TIME}|(?:{LABELS})\s?[:：]\s?.{{0,60}}|{NUMBER}|[@#]\w+"
    r"|hits: ?\d+|comments?|(?:leave|add|post|write) a comment|get short url|\(?(?:edit|undo)\)?"
    r"|for the .{2,30} blog"
    r"|(?:(?:filed|posted) (?:under|in):?|gespeichert unter|abgelegt unter) .{2,60}"
    r"|(?:categories|kategorien|catégories|categorías|categorie|schlagwörter|tags)\b.*"
    r"|share(?: this(?: story| article)?)?|print|e-?mail|save|listen|from the print edition"
    r"|all posts|teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|stampa"
    r"|compartilhar|",
    re.IGNORECASE,
)
TAIL_RE = late(
    r"\s*(?:\b(?:hits|views): ?\d+|(?<=[12]\d\d\d)(?: \d{1,3}){1,3}"
    rf"|\(?{NUMBER} (?:x|mal) gelesen\)?"
    r"|\s\d?\d:\d\d min\.?)$",
    re.IGNORECASE,
)
"""Counts, or the length of a film, behind a date without a mark."""

AGO_RE = late(
    r"\d+ ?(?:min(?:ute)?|hour|hr|day|week|month|year|sec(?:ond)?|[mhdwy])s? ago(?: \d{1,3})?"
    r"|an hour ago|just now|moments ago|yesterday at \d\d?[:.]\d\d ?(?:[ap]m)?"
    r"|vor (?:\d+|einer|einem) (?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n)?"
    r"|(?:il )?y a (?:\d+|une?) (?:minutes?|heures?|jours?|semaines?|mois|ans?)"
    r"|\d+ (?:minut|godzin|dni)\w* temu"
    r"|hace (?:\d+|una?) (?:minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)"
    r"|há (?:\d+|uma?) (?:minutos?|horas?|dias?|semanas?|m[êe]s(?:es)?|anos?)"
    r"|\d+ (?:minut[io]|or[ae]|giorn[io]) fa|\d+ (?:minu(?:ut|ten)|uur|dag(?:en)?) geleden"
    r"|\d+ (?:dk|dakika|saat|gün|hafta|ay) önce|\d+ (?:минут|час|дн|день|дня)\w* назад"
    r"|för \d+ (?:minuter|timm(?:e|ar)|dag(?:ar)?) sedan"
    r"|for \d+ (?:minutter|timer?|dage?) siden|před \d+ (?:minut|hodin|dn)\w*"
    r"|acum \d+ (?:minute|ore|zile)|\d+ (?:menit|jam|hari)(?: yang)? lalu"
    r"|(?:πριν(?: από)? )?\d+ (?:λεπτά|ώρες|ημέρες|μέρες)(?: πριν)?|\d+ (?:phút|giờ|ngày) trước"
    r"|\d+ ?(?:分钟|小时|天|分鐘|小時|分|時間|日|분|시간|일) ?(?:前|전)"
    r"|منذ \d+ (?:دقيقة|دقائق|ساعة|ساعات|أيام|يوم)",
    re.IGNORECASE,
)
READING_TIME_RE = late(
    r"(?:reading time:? ?|estimated reading time:? ?)?<? ?\d{1,2}[ -]?min(?:ute)?s?(?: read)?\.?",
    re.IGNORECASE,
)
BUTTONS = _any_of(
    """comments? share print save listen kommentare? drucken teilen merken kommentieren partager
    imprimer commenter compartir imprimir comentar compartilhar condividi stampa commenta"""
)
CHROME_RE = late(
    rf"(?:{BUTTONS})(?: (?:{BUTTONS})){{1,4}}|comments?|gift article"
    r"|(?:latest|print|today['’]s|digital|u\.?s\.?|international) edition|today['’]s (?:e-?)?paper"
    r"|e-?paper|\d{1,3} ?° ?[cf]",
    re.IGNORECASE,
)
"""Beside these a date is the day of the visit."""


def is_companion(words: str) -> bool:
    """Tell whether words beside a date are furniture."""
    return RE.fullmatch(words) is not None


def without_tail(text: str) -> str:
    """Return a date without the counts or tags behind it."""
    return TAIL_RE.sub("", text)
