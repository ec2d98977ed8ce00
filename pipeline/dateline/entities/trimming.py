"""Brings a model's span to the name alone: no article, title, quote, bracket or possessive ending."""

import re
from dataclasses import replace

from dateline.entities.tagged import Tagged
from dateline.entities.words import Words, particles

_EDGE = " \t\r\n\f\v\u00a0\u200e\u200f\"'“”‘’„«»‹›()[]{}<>*_,;:|/\\.!?-–—…@#&"
_INITIAL_END = re.compile(r"(?:\b\w|\b(?:Jr|Sr|St|Mt|Inc|Ltd|Co|Corp))\.\Z")
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z", re.IGNORECASE)
_FIRST = re.compile(r"(?:[ldLD]['’](?=[^\W\d_]))|(\S+)\s+(?=\S)")
_BREAK = re.compile(r"\s*(?:[,;:|/@()\[\]\"“”«»]|\n|\s[-–—]+\s|--+)\s*")
_LAST = re.compile(r"\s+(\S+)\Z")
_ORDINAL = re.compile(r"\s(?:[IVX]{1,5}\b(?![.'’-]\w)|(?:Jr|Sr)\b\.?)(?!\w)")
#: A ruler's name and number, where the realm follows: `Abdallah II de Jordanie`.
_REIGN = re.compile(r"[^\W\d_].*?\s[IVX]{1,5}(?=\s+(?:[a-zà-ÿ]{1,3}\s|[dD]['’]))")
_PARTICLE = re.compile(
    r"(?:\b(?:[Aa]l|[Ee]l|[Uu]l|[Bb]en|[Bb]in|[Aa]bu|[Aa][sznrd]|[Aa]sh) ?[-–] ?|\b(?:d|D|O|o|M)['’])\Z"
)


def trim(text: str, span: Tagged, known: Words) -> Tagged | None:
    """Returns the span of the name alone, or None when nothing is left of it."""
    label = span.label
    start, end = _strip(text, span.start, span.end)
    if label == "PERSON":
        start, end = _person(text, start, end, known)
    else:
        start = _without_articles(text, _without_small_words(text, start, end, known), end, known)
        start, end = _strip(text, start, end if label == "OTHER" else _without_possessive(text, start, end))
    return replace(span, start=start, end=end) if start < end and any(map(str.isalpha, text[start:end])) else None


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and _INITIAL_END.search(text, max(start, end - 6), end) is None:
        end -= 1
    return start, end


def _person(text: str, start: int, end: int, known: Words) -> tuple[int, int]:
    """Cuts a person's span at a comma or bracket or before a realm, drops titles, takes ordinals and particles in."""
    if inside := _BREAK.search(text, start, end):
        end = inside.start()
    if reign := _REIGN.match(text, start, end):
        end = reign.end()
    end = _without_possessive(text, start, end)
    start = _without_titles(text, _without_articles(text, start, end, known), end, known)
    start = _without_verb(text, start, end)
    end = _without_tail(text, start, end, known)
    if (before := _PARTICLE.search(text, max(0, start - 5), start)) and not _is_elided(text, before, end, known):
        start = before.start()
    if after := _ORDINAL.match(text, end):
        end = after.end()
    return _strip(text, start, end)


def _is_elided(text: str, particle: re.Match[str], end: int, known: Words) -> bool:
    """Tells `la veuve d'Oufkir` from `Lefèvre d'Ormesson`: a language with `l'` elides its prepositions, too."""
    if particle.group().lower() not in ("d'", "d’") or "l'" not in known.articles:
        return False
    return text[particle.start() : end].lower().replace("’", "'") not in known.particle_names


def _without_articles(text: str, start: int, end: int, known: Words) -> int:
    while (first := _FIRST.match(text, start, end)) and _is_article(first, known):
        start = first.end()
    return start


def _without_small_words(text: str, start: int, end: int, known: Words) -> int:
    """Skips common words before the name of a place or an organisation: `de France`."""
    while (first := _FIRST.match(text, start, end)) and (first.group(1) or "") in known.lower:
        start = first.end()
    return start


def _is_article(first: re.Match[str], known: Words) -> bool:
    word = first.group(1)
    return ("l'" in known.articles) if word is None else word in known.articles


def _without_titles(text: str, start: int, end: int, known: Words) -> int:
    """Skips title words; a modifier only where a head comes later (`Prime Minister X`, but `Grant X`)."""
    titles, at, kept = known.titles, start, start
    while first := _FIRST.match(text, at, end):
        word = (first.group(1) or "").rstrip(".,").lower()
        if word in titles.heads or word in titles.short:
            at = kept = first.end()
        elif word in titles.modifiers or (word in known.lower and first.group(1).islower()):
            at = first.end()
            kept = at if word in known.lower else kept
        else:
            break
    return kept


def _without_verb(text: str, start: int, end: int) -> int:
    """Skips words in lower case before a name, unless they belong to it: `las Günter Schabowski`, `bin Laden`."""
    at = start
    while (first := _FIRST.match(text, at, end)) and (first.group(1) or "").islower():
        if first.group(1) in particles():
            return start
        at = first.end()
    return at if text[at : at + 1].isupper() else start


def _without_tail(text: str, start: int, end: int, known: Words) -> int:
    """Drops common words and roles from the end of a name: `Chris Abel Manager`, `John and`."""
    while last := _LAST.search(text, start, end):
        word = last.group(1)
        common = word in known.lower or (word.islower() and not text[start].islower())  # `Felipe VI hereda`
        if not (common or (word.lower() in known.titles.heads and " " in text[start : last.start()])):
            break
        end = last.start()
    return end


def _without_possessive(text: str, start: int, end: int) -> int:
    ending = _POSSESSIVE.search(text, max(start + 1, end - 2), end)
    return end if ending is None else ending.start()
