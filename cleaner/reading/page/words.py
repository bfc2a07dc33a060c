"""The words by which lines of a page are told apart: as data, in several languages."""

from __future__ import annotations

from cleaner.pattern import late

FUNCTION_WORDS = frozenset(
    """the of and to in a that is was for on with as it at by be from he his are has have had not
    this but they which who their will an were been or its she her we you i if would there said
    when about
    der die das und den von zu mit ist auf für nicht ein eine dem des im sich auch es werden aus er
    hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber
    vor zur bis mehr durch man
    le la les et en un une du que est pour qui dans pas sur au plus par ce il sont avec ne se son
    aux cette ont été elle mais
    el los las y del con su para al lo como más o pero sus fue
    di che è non della sono si da nel alla dei come anche gli ha delle
    e do os não uma com dos na no mais ao
    het van op te dat zijn voor met niet aan als
    w z się nie że jest jak po przez dla od
    και το να του η της με για από στο είναι τα τον των στην θα δεν σε
    в и не на что с по а как из за к у от для""".split()
)

NAVIGATION_RE = late(
    r"(?i)\b(?:home|news|sports?|log ?in|sign in|sign up|register|subscri(?:be|ption)|newsletters?"
    r"|rss|contact us|about us|advertis\w*|careers|jobs|site ?map|privacy|cookies?|terms|help|faq"
    r"|search|menu|skip to|navigation|mobile|apps?|podcasts?|alerts?|my account|feedback"
    r"|startseite|kontakt|anmelden|abmelden|registrieren|suche|abo|karriere|hilfe|werbung"
    r"|accueil|connexion|inscription|recherche|s['’]abonner|publicité|aide|actualités?"
    r"|inicio|portada|contacto|acceder|iniciar sesión|registrarse|buscar|deportes|publicidad"
    r"|contatti|accedi|registrati|cerca|pubblicità|início|contato|entrar|assine|esportes"
    r"|zaloguj|szukaj|reklama|inloggen|zoeken|αρχική|επικοινωνία|αναζήτηση|главная|контакты"
    r"|войти|поиск|реклама)\b"
)
MENU_RE = late(
    r"(?i)\b(?:front page|forums?|archives?|sections|categories|blogs?|shop|store|classifieds"
    r"|site index|back to top|toggle|close)\b"
)
"""More words of menus, that tell a page but not a line of one."""

SHARING_RE = late(
    r"(?i)\b(?:share|tweet|facebook|twitter|linkedin|google|reddit|digg|stumbleupon|pinterest"
    r"|whatsapp|e-?mail|print|bookmark|delicious|follow us|like this|recommend|teilen|drucken"
    r"|merken|partager|imprimer|compartir|imprimir|condividi|stampa|compartilhar|udostępnij"
    r"|delen|κοινοποίηση|поделиться)\b"
)
POINTING_RE = late(
    r"(?i)\b(?:related|read more|more from|more on|see also|also read|top stories|latest"
    r"|most (?:popular|read|viewed|commented|shared|recent)|recommended|you may|you might|trending"
    r"|around the web|don['’]t miss|popular|recent|previous|next|continue reading|full story"
    r"|view all|gallery|photos?|video|watch|slideshow|click|mehr zum thema|meistgelesen|weiterlesen"
    r"|lire aussi|à lire|les plus lus|voir aussi|leer más|lo más|ver más|te puede|leggi anche"
    r"|più letti|leia (?:mais|também)|mais lidas|czytaj|lees (?:ook|meer)|читайте)\b"
)
COMMENTING_RE = late(
    r"(?i)\b(?:comments?|repl(?:y|ies)|report abuse|flag|likes?|dislike|permalink|posted by|post a"
    r"|join the (?:discussion|conversation)|leave a|log in to|cancel|disqus|member since|joined"
    r"|posts?|ago|wrote|says|add your|have your say|rat(?:e|ing)|votes?|thumbs|kommentare?"
    r"|antworten|commentaires?|répondre|comentarios?|responder|commenti|rispondi|comentários?"
    r"|komentarze|reacties|σχόλια|комментари\w+|ответить)\b"
)
LEGAL_RE = late(
    r"(?i)copyright|©|all rights reserved|\(c\) \d{4}|is not responsible|material may not be"
    r"|registered (?:in|office)|trademark|powered by|designed by|terms of (?:use|service)"
    r"|privacy policy|cookie|javascript|browser|your email|house rules|moderat|subscribers?\b"
    r"|impressum|datenschutz|alle rechte|mentions légales|tous droits|aviso legal|privacidad"
    r"|todos (?:los|os) direitos|todos los derechos|tutti i diritti|prawa zastrzeżone"
    r"|alle rechten|δικαιώματα|права защищены"
)
MAKING_RE = late(
    r"(?i)(?:by|von|par|por|di|door)\s+\S"
    r"|(?:published|(?:last )?updated|(?:first )?posted|created)\b"
)
DATE_RE = late(
    r"(?i)\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\b\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago\b"
)
LIST_RE = late(
    r"(?i)(?:tags?|categor(?:y|ies)|topics?|keywords?|filed under|photos?|picture|credit|source"
    r"|reporter|also|statistics courtesy) ?:"
)
"""Labels in front of lists and names, which are no headlines."""

ADDRESS_RE = late(r"http|www\.|\w\.(?:com|co|org|net)\b")
PERSONAL_RE = late(r"\b(?:I|I'm|you|your|my|me|lol|u)\b")
TELLING_WORDS = frozenset(("said", "says", "told", "according", "sagte", "dit", "dijo"))
SENTENCE_RE = late(r"[.!?]['\"”’)]* +['\"“‘(]?[^\W\d_a-z]")

BELOW_RE = late(
    r"(?i)\W*(?:\d+ )?(?:comments?|replies|responses?|reader comments|leave a (?:reply|comment)"
    r"|post a comment|add (?:a|your) comments?|(?:related|latest|popular|trending|recent)\b.*"
    r"|more (?:from|on|stories|news)\b.*|most (?:popular|read|viewed|commented|recent|shared)\b.*"
    r"|(?:recommended|sponsored|top stories|follow us|see also|also read|read more)\b.*"
    r"|share (?:this|tools).*|you (?:may|might) .*|tags?:?.*|filed under.*|about the author.*"
    r"|advertisement|around the web|email|print|what do you think.*|join the .*)"
    r"\W*(?:\(?\d+\)?)?\W*"
)
"""Labels that stand under a story, above what is none."""

MARKER_RE = late(
    r"(?i)\W*(?:advertise?ments?(?: \d+)?|advertising|ads?|sponsored|promoted|article ad box"
    r"|loading|article content|anzeige|werbung|publicité|publicidad"
    r"|(?:skip|hide) ad(?:vertisement)?|(?:story|article|content) continues below\b.*"
    r"|(?:[\w ]+ )?continue reading (?:the main story|below))\W*"
)
MAX_MARKER_CHARS = 70


def is_marker(text: str) -> bool:
    """Tell whether a line marks the place of an advertisement, which may be amid the story."""
    return len(text) <= MAX_MARKER_CHARS and MARKER_RE.fullmatch(text) is not None
