"""News agencies and outlets, as datelines and source lines name them."""

from __future__ import annotations

from cleaner.pattern import late


def _names(listed: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in listed.split(","))


AGENCIES = _names(
    """
    aa, aap, abc news, adnkronos, afp, agence france-presse, agencia efe, agerpres, al
    jazeera, anadolu, anadolu agency, ani, anp, ansa, antara, ap, ap news, ape-mpe,
    associated press, bbc, bbc news, belga, bernama, bloomberg, bloomberg news, business
    wire, businesswire, cbs, cbs news, cna, cnbc, cnn, cnn business, cnn newsource, cnn
    politics, cnn wire, cnnmoney, cp, deutsche welle, dpa, dw, efe, euronews, europa press,
    fox news, globe newswire, globenewswire, healthday, healthday news, ians, interfax,
    irna, jiji press, kuna, kyodo, kyodo news, lapresse, lusa, mena, mia, nbc news,
    newswise, npr, pa media, postmedia news, pr newswire, press association, press trust of
    india, prnewswire, prnewswire-firstcall, prnewswire-usnewswire, pti, reuters, reuters
    health, rfe/rl, ria novosti, ritzau, rna, rns, sana, sapa, sputnik, stl.news, tanjug,
    tass, tca, the associated press, the canadian press, thomson reuters foundation, tnn,
    tns, tribune news service, unb, uni, united news of india, united press international,
    upi, voa, wam, xinhua, xinhua news agency, yonhap, yonhap news agency, zenger news
    """
)
OUTLETS = _names(
    """
    axios, business insider, daily mail, financial times, forbes, gulf news, hindustan times,
    los angeles times, ndtv, new york times, newsweek, politico, sky news, the athletic, the
    daily mail, the economist, the financial times, the guardian, the guardian us, the hill,
    the hindu, the independent, the new york times, the sun, the telegraph, the times, the
    times of india, the verge, the wall street journal, the washington post, times of
    india, usa today, wall street journal, washington post
    """
)

PLAIN_WORD_RE = late(r"[a-z]+")
MAX_SPACES = 12
"""More are in no name, even where some of them stand in runs."""

SITE_RE = late(r"[A-Z][a-z]{3,}[A-Z][a-z]{2,}\b")
"""Two words in one, as sites and not people are called: `QuayPost`, not `McDonald`."""

SOURCE_STARTS = frozenset(PLAIN_WORD_RE.findall(name)[0] for name in AGENCIES | OUTLETS)
SOURCE_ENDS = frozenset(PLAIN_WORD_RE.findall(name)[-1] for name in AGENCIES | OUTLETS)


def is_agency(name: str) -> bool:
    """Tell whether ``name`` is a news agency that stands in datelines."""
    return name.count(" ") <= MAX_SPACES and " ".join(name.lower().split()) in AGENCIES


def is_source(name: str) -> bool:
    """Tell whether ``name`` is an agency or a known outlet, or two of them: ``LaPresse/AP``."""
    return all(
        is_agency(part) or " ".join(part.lower().split()) in OUTLETS for part in name.split("/")
    )


def is_site(word: str) -> bool:
    """Tell whether a word is spelt as the names of sites are: ``QuayPost``."""
    return SITE_RE.fullmatch(word) is not None
