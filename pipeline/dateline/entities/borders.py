"""Repairs where the names of an article begin and end: names that the model split, cut short or missed after `King`."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from dateline.article import NameSpan
from dateline.entities.words import Words, particles
from dateline.letters import CAPITAL, SMALL

SPACES = re.compile(r"\s+")
ROMAN = re.compile(r"[IVX]+\Z|(?:Jr|Sr)\.?\Z")

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r" |(?<=\bal) ?- ?")

#: The word before a name, after a word in lower case, a comma or a number: not where a sentence starts, so that its
#: capital means a name.
_GIVEN = re.compile(rf"(?<=[{SMALL}0-9,;*)–—-] )([{CAPITAL}][{SMALL}][^\W\d_]+) \Z")
_LONGEST_GIVEN = 25

_PREVIOUS = re.compile(r"(?<![\w'’-])([^\W\d_]{2,6}) \Z")
_LONGEST_PARTICLE = 8
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*\.?) \Z")

#: A vowel that sounds: not the last `e` of `Gaulle`.
_SYLLABLE = re.compile(r"[aeiouyà-ÿ]+(?!\Z)|[aiouyà-ÿ]+\Z")

#: A name of one or two words and an ordinal, as it stands after a title.
_REALM = re.compile(rf" [IVX]{{1,5}} (?:[{SMALL}]{{1,3}} |[{SMALL}]['’])([{CAPITAL}][^\W\d_]+)")
_REIGN = re.compile(rf" ([{CAPITAL}][^\W\d_]+(?:[ -][{CAPITAL}][^\W\d_]+)? (?:[IVX]{{1,5}}|1er)\b)(?!['’-]\w\w)")


#: Two or three capitalised words and one or two more in brackets.
_NATIONAL = re.compile(
    rf"(?<!\w)([{CAPITAL}][\w'’-]{{1,20}}(?: [{CAPITAL}][\w'’-]{{1,20}}){{1,2}}) ?"
    rf"\( ?([{CAPITAL}][\w.]{{1,20}}(?: [^\W\d_][\w.]{{1,20}})?) ?\)"
)


def repair(texts: Sequence[str], spans: Sequence[NameSpan], *, known: Words) -> list[NameSpan]:
    """Returns the spans of one article with split persons joined, particles and given names taken in."""
    return with_given_names(texts, _joined(texts, spans), known=known)


def with_given_names(texts: Sequence[str], spans: Sequence[NameSpan], *, known: Words) -> list[NameSpan]:
    """Returns the spans, one-word persons with the particle and the given name before them."""
    ends = {(span.passage, span.end) for span in spans}
    full = (surname(surface(texts, span)).lower() for span in spans if span.label == "PERSON")
    particled = known.particle_names.union(name for name in full if " " in name or "'" in name or "’" in name)
    return [_with_given_name(texts, span, ends, particled, known) for span in spans]


def rulers(texts: Sequence[str], known: Words) -> Iterator[NameSpan]:
    """Yields `[Hassan II]` after a ruler's title, whatever the model makes of it."""
    for number, text in enumerate(texts):
        for match in _WORD.finditer(text):
            if match.group().lower() in known.titles.ruler and (name := _REIGN.match(text, match.end())):
                yield NameSpan(number, name.start(1), name.end(1), "PERSON")


def realms(texts: Sequence[str], is_place: Callable[[str], bool]) -> Iterator[NameSpan]:
    """Yields `[Jordanie]` of `Abdallah II de Jordanie`: a name of its own, where models see one with the ruler's."""
    for number, text in enumerate(texts):
        for match in _REALM.finditer(text):
            if is_place(match.group(1)):
                yield NameSpan(number, match.start(1), match.end(1), "PLACE")


def surface(texts: Sequence[str], span: NameSpan) -> str:
    """Returns the text of a span, white space folded."""
    return SPACES.sub(" ", texts[span.passage][span.start : span.end])


def surname(name: str) -> str:
    """Returns the family name of a full name, with its particles and without ordinals; '' when the name is one word."""
    parts = [part for part in SPACES.split(name) if not ROMAN.match(part)]
    if len(parts) != len(SPACES.split(name)) or len(parts) < 2:
        return ""  # a ruler has no family name
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower().strip("'’-") in particles():
        first -= 1
    return " ".join(parts[first:])


def without_overlaps(spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Returns the spans in reading order; where two overlap, the one that came first in the argument stays."""
    kept: list[NameSpan] = []
    taken: dict[int, set[int]] = defaultdict(set)
    for span in spans:
        inside = range(span.start, span.end)
        if taken[span.passage].isdisjoint(inside):
            taken[span.passage].update(inside)
            kept.append(span)
    return sorted(kept, key=lambda span: (span.passage, span.start))


def _joined(texts: Sequence[str], spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Joins a person and a single word after it, also a person: `Ahmad Mustafa` `Ghany`, which the model split.

    Longer ones are neighbours in a list (`Mark Calcavecchia Payne Stewart`), and so are initials (`S. Waugh Bevan`).
    """
    alone = Counter(surface(texts, span) for span in spans)
    joined: list[NameSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.passage == span.passage and last.label == span.label == "PERSON":
            between = texts[span.passage][last.end : span.start]
            name, before = surface(texts, span), surface(texts, last)
            if _GAP.fullmatch(between) and " " not in name and alone[name] == 1 and "." not in before:
                joined[-1] = replace(last, end=span.end)
                continue
        joined.append(span)
    return joined


def nationals(texts: Sequence[str], is_country: Callable[[str], bool]) -> Iterator[NameSpan]:
    """Yields `[Ana Duarte]` of `Ana Duarte (Portugal)`: lists of results, where models have no sentence to go by."""
    for number, text in enumerate(texts):
        for match in _NATIONAL.finditer(text):
            if is_country(match.group(2)):
                yield NameSpan(number, match.start(1), match.end(1), "PERSON")


def _with_given_name(
    texts: Sequence[str], span: NameSpan, ends: Set[tuple[int, int]], particled: Set[str], known: Words
) -> NameSpan:
    """Returns the span, a one-word person with an untagged capitalised word before it: `[Abdelkhader] Benjelloun`.

    Not where the sentence starts, and not over titles, cues or common words.
    """
    text = texts[span.passage]
    span = _with_particle(text, span, particled, known)
    if span.label != "PERSON" or known.capital_nouns or SPACES.search(text, span.start, span.end):
        return span
    given = _GIVEN.search(text, max(0, span.start - _LONGEST_GIVEN), span.start)
    if given is None or ROMAN.match(given.group(1)) or (span.passage, given.end(1)) in ends:
        return span
    return span if _is_word(given.group(1), known) else replace(span, start=given.start(1))


def _with_particle(text: str, span: NameSpan, particled: Set[str], known: Words) -> NameSpan:
    """Returns the span with the particle before it: `[de] Gaulle`; where `de` is also a word, only if it is known."""
    before = _PREVIOUS.search(text, max(0, span.start - _LONGEST_PARTICLE), span.start)
    if span.label != "PERSON" or before is None:
        return span
    particle = before.group(1).lower()
    if particle not in particles() or (before.group(1).isupper() and len(particle) > 1):
        return span
    if particle in known.lower | known.articles:
        name = text[span.start : span.end].lower()
        if f"{particle} {name}" not in particled or not _keeps(text, before, name, known):
            return span
    return replace(span, start=before.start(1))


def _keeps(text: str, particle: re.Match[str], name: str, known: Words) -> bool:
    """Tells the particle of a name from a preposition: `selon [de Lesseps]`, but `la statue de [Lesseps]`.

    French names of one syllable, and those with an article, never go without theirs (`la statue de Gaulle` is none).
    """
    if particle.group(1) != "de" or len(_SYLLABLE.findall(name)) == 1:
        return True
    word = _WORD_BEFORE.search(text, max(0, particle.start() - _LONGEST_GIVEN), particle.start(1))
    return word is None or word.group(1).lower() in known.before_particle or _is_word_title(word.group(1), known)


def _is_word_title(word: str, known: Words) -> bool:
    return word.rstrip(".").lower() in known.titles.heads or word.rstrip(".").lower() in known.titles.short


def _is_word(word: str, known: Words) -> bool:
    lower, titles = word.lower(), known.titles
    around = (known.lower, known.articles, known.never_person, known.cues_after, titles.heads, titles.modifiers)
    return any(lower in words for words in around) or lower in titles.short or word in known.cues_before
