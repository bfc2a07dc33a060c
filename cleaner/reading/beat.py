"""The names of sections, as pages print them above a headline, in their menus and beside a date."""

from __future__ import annotations

import re

SECTIONS = frozenset(
    """africa|americas|analysis|arts|asia|asia pacific|australia|books|breaking|breaking news
    business|canada|celebrity|china|cities|climate|column|comment|commentary|companies|courts
    cricket|crime|culture|defence|defense|economy|editorial|education|election|elections|energy
    entertainment|environment|europe|exclusive|explainer|farming|fashion|feature|features|film
    finance|football|gaming|global|golf|health|headlines|immigration|india|international
    investigation|investigations|israel|japan|latest news|letters|lifestyle|live|local|local news
    markets|media|medicine|middle east|money|motoring|music|national|nation|news|obituaries|obituary
    opinion|opinions|pakistan|people|politics|property|real estate|region|religion|revealed|royals
    rugby|russia|science|showbiz|special report|sport|sports|style|tech|technology|tennis
    top news|top stories|top story|travel|trending|tv|u.s.|u.s. news|uk|uk news|ukraine|us|us news
    usa|video|watch|weather|world|world news""".replace(" " * 4, "")
    .replace("\n", "|")
    .split("|")
)
"""English, in lower case; a kicker is one of these."""

MAX_NAMES = 3
OTHERS = frozenset(
    """politik|wirtschaft|kultur|panorama|gesellschaft|wissen|wissenschaft|netzwelt|medien|ausland
    inland|gesundheit|digital|meinung|regional|nachrichten|politique|économie|société|monde|france
    sciences|santé|actualités|política|economía|sociedad|cultura|deportes|internacional
    nacional|mundo|españa|opinión|ciencia|salud|noticias|politica|economia|cronaca|esteri|mondo
    italia|attualità|notizie|scienze|esportes|brasil|desporto|saúde|notícias|politiek|economie
    binnenland|buitenland|cultuur|nieuws|polityka|gospodarka|świat|kraj|społeczeństwo|wiadomości
    πολιτική|οικονομία|ελλάδα|κόσμος|αθλητικά|κοινωνία|политика|экономика|общество|мир|культура
    спорт|новости|siyaset|ekonomi|gündem|dünya|spor|kültür|haberler|domácí|zahraničí|ekonomika
    inrikes|utrikes|nyheter|indland|udland|kotimaa|ulkomaat|talous|国内|国际|社会|财经|体育|娱乐
    政治|経済|国際|スポーツ|정치|경제|사회""".replace(" " * 4, "")
    .replace("\n", "|")
    .split("|")
)


def is_section(words: str) -> bool:
    """Tell whether words name a section, or two of them: ``Kultur, Medien``.

    Not ``Live``: with ``updates`` it is a headline.
    """
    names = [name.strip() for name in re.split("[,/&]", words.lower())]
    is_known = all(name in SECTIONS or name in OTHERS for name in names)
    return is_known and len(names) <= MAX_NAMES and names != ["live"]
