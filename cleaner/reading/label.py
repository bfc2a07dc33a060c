"""The words before a date that say what it is the date of, in many languages: a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ENGLISH = (
    r"(?:(?:(?:first|last|latest|originally|date|time|issue|e|"
    r"(?:this |the )?(?:story|article|page|post)(?: was)?(?: last)?)[ -]?)*"
    r"(?:publish(?:ed)?|publication|update[ds]?|posted|modified|edited|issued|revised"
    r"|revision(?= as of|:)|uploaded|written)"
    r"|date of (?:last )?(?:publication|revision|update)|dat(?:e|um)(?=:))"
    r"(?: date| time)?(?: as of| at| on)?"
)
ENGLISH_STEMS = (
    *"ublish ublicat pdate osted odified dited ssued evised ploaded ritten ate: atum:".split(),
    *("evision:", "evision as of"),
)
PUBLISHED = """
veröffentlicht|erschienen|erstellt|publiziert|online seit|stand:|datum:|datum |publié|publiée
mis en ligne|posté|date de publication|publicado|publicada|fecha de publicación|fecha:|pubblicato
pubblicata|data di pubblicazione|data:|postado|data da publicação|gepubliceerd|geplaatst
opublikowano|opublikowany|data publikacji|dodano|δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση
ημερομηνία δημοσίευσης|ημερομηνία:|опубликовано|дата публикации|опубліковано|публикувано
публикувана|publicerad|publicerat|publiceret|offentliggjort|publisert|julkaistu|publikováno
zveřejněno|publikované|zverejnené|megjelent|közzétéve|publikálva|publicat|data publicării
yayınlanma tarihi|yayınlanma|yayın tarihi|giriş tarihi|oluşturulma tarihi|diterbitkan
dipublikasikan|terbit:|ngày đăng|đăng ngày|xuất bản|objavljeno|објављено|发布时间|发布日期|发布于
发表于|发表时间|日期|時間|时间|發布時間|發佈時間|发布|公開日時|公開日|公開|掲載日|掲載|投稿日|配信
기사입력|입력|등록|작성일|승인|نشر في|نُشر في|نشر|تاريخ النشر|प्रकाशित
""".replace("\n", "|").strip("|")
UPDATED = """
aktualisiert|letzte aktualisierung|zuletzt aktualisiert|zuletzt geändert|geändert|mis à jour
modifié|mise à jour|dernière mise à jour|actualisé|actualizado|última actualización|modificado
aggiornato|ultimo aggiornamento|ultima modifica|atualizado|última atualização|laatste update
bijgewerkt|laatst bijgewerkt|gewijzigd|aktualizacja|zaktualizowano|ostatnia aktualizacja
ενημερώθηκε|τελευταία ενημέρωση|ενημέρωση|обновлено|изменено|последнее обновление|оновлено
обновена|актуализирано|uppdaterad|senast uppdaterad|ändrad|opdateret|sidst opdateret|oppdatert
sist oppdatert|päivitetty|muokattu|aktualizováno|aktualizované|frissítve|módosítva|actualizat
ultima actualizare|son güncelleme|güncellenme tarihi|güncelleme tarihi|güncelleme|diperbarui
cập nhật|ažurirano|更新时间|更新時間|更新日時|更新日|最終更新|最后更新|更新于|更新|修改时间|최종수정
수정|업데이트|آخر تحديث|تحديث|अपडेटेड|अपडेट
""".replace("\n", "|").strip("|")
JOINT = r"(?: (?:am|le|el|il|em|op|on|den|dne|w dniu|in data|sur|la|ngày|vào|pada|tarihi))?"


def _phrases(table: str) -> str:
    return "|".join(sorted(map(re.escape, table.split("|")), key=len, reverse=True))


PHRASES = f"{_phrases(UPDATED)}|{_phrases(PUBLISHED)}"
PATTERN = rf"(?:{ENGLISH}|(?:{PHRASES}){JOINT})"
RE = re.compile(
    rf"(?P<label>{PATTERN})(?:(?<=[:\s])|(?<=[⺀-￿])|(?!\w))\s*(?P<mark>[:：–-]?)\s*(?P<value>.*)"
)
UPDATE_RE = re.compile(rf"updat|modif|revis|edited|{_phrases(UPDATED)}")


SIGN_CHARS = 7
"""A word so long stands for its phrase: shorter ones are in other words too."""


def _signs() -> Iterator[str]:
    """Yield a part of each label that stands in it whether or not its first letter is large."""
    for stem in ENGLISH_STEMS:
        yield from (stem, stem.upper())
    for phrase in f"{PUBLISHED}|{UPDATED}".split("|"):
        longest = max(phrase.split(" "), key=len)
        word = longest if len(longest) >= SIGN_CHARS else phrase
        rest = word[1:] if word[0].upper() != word[0] else word
        yield from (rest, rest.upper())


WORD_RE = re.compile(r"[^\W\d_]+")
WORDS = frozenset(
    (
        *"date datum epublished publish published publication update updates updated".split(),
        *"posted modified edited issued revised revision uploaded written".split(),
        *re.findall(rf"(?:^|\|)({WORD_RE.pattern})", f"{PUBLISHED}|{UPDATED}"),
    )
)
"""One of these is in every label."""

FIRST_WORDS = WORDS | frozenset("first last latest originally time issue e this story".split())
"""With which labels begin."""

SIGNS = tuple(dict.fromkeys(_signs()))
"""Every label has one of these; it is none where letters of both cases alternate in it."""


class Label(NamedTuple):
    """A label at the start of a line: what it is the date of, its mark, and what follows."""

    words: str
    key: str
    mark: str
    value: str


def match(text: str) -> Label | None:
    """Find a label at the start of a text."""
    small = text.lower()
    found = RE.fullmatch(small) if len(small) == len(text) and is_in(small) else None
    if not found or not any(map(text.__contains__, SIGNS)):
        return None
    key = "updated" if UPDATE_RE.search(found["label"]) else "date"
    return Label(found["label"], key, found["mark"], text[found.start("value") :])


def is_in(small: str) -> bool:
    """Tell whether a word of labels is in a text, which is in lower case."""
    return not WORDS.isdisjoint(WORD_RE.findall(small))
