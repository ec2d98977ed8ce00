"""Makes the names of one article agree with each other: one label for one string, and no repeat left untagged.

Small rules, worth +4 F1 on persons of WikiGold and CoNLL-2003 over the model alone.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dateline.article import NameSpan
from dateline.entities.borders import (
    SPACES,
    nationals,
    realms,
    repair,
    rulers,
    surface,
    surname,
    with_given_names,
    without_overlaps,
)
from dateline.entities.clitics import cuts, holds_semitic, is_semitic, without_clitics
from dateline.entities.evidence import IsTown, weigh
from dateline.entities.humans import with_humans
from dateline.entities.months import with_months
from dateline.entities.words import Words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*")

#: Letters of a family name that is looked for where no model saw it: `Xi`, `Wu` are too often something else.
_SHORTEST_REPEAT = 3

_BARE = {
    code: bare[0]
    for code in range(0xC0, 0x250)
    if (bare := unicodedata.normalize("NFD", chr(code)))[0].isascii() and bare[0].isalpha()
} | dict(zip(map(ord, "øØłŁıđĐ"), "oOlLidD", strict=True))

#: How sure a name is that the models never called what it is, the surname of a full name above all: as one of a model
#: that does not say how sure it is.
_RULED = 0.7

#: How sure a name has to be that is looked for in a script where every word looks like one: F1 of persons rises by .7
#: (Arabic) and .8 (Hebrew, development sets); from 0 on it falls by .6 for Arabic, from .6 on by 1.1 and 1.2.
_SURE = 0.4

StrongPlace = Callable[[str], bool]
_Listed = Sequence[tuple[str, str, float]]  #: names that begin with one word: name, label, how sure
_ByFirst = Mapping[str, _Listed]


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that an article is sure of.

    Attributes:
        labels: string -> label that all its mentions get.
        sure: string -> how sure the models are of that label, at best.
        surnames: family names (with their particles) of the full names in the article, without accents.
    """

    labels: Mapping[str, str]
    sure: Mapping[str, float]
    surnames: frozenset[str]

    def has_surname(self, name: str) -> bool:
        """Tells whether a name is the family name of somebody in the article."""
        return unaccented(name) in self.surnames


def arbitrate(
    texts: Sequence[str], spans: Sequence[NameSpan], *, known: Words, is_strong_place: StrongPlace, is_town: IsTown
) -> list[NameSpan]:
    """Returns the spans of one article, one label per string and repeats added, in reading order, none overlapping."""
    ruled = [*rulers(texts, known), *realms(texts, is_strong_place)]
    found = without_overlaps([*ruled, *spans, *nationals(texts, is_strong_place)])
    found = with_humans(texts, found, known=known, is_place=lambda name: is_strong_place(name) or is_town(name))
    spans = weigh(texts, repair(texts, found, known=known), known=known, is_town=is_town)
    spans = without_clitics(texts, spans, is_place=is_strong_place)
    names = _names(texts, spans, known, is_strong_place)
    agreed = [part for span in spans for part in _agreed(texts[span.passage], span, names)]
    named = without_overlaps([*agreed, *_repeats(texts, names)])
    complete = without_overlaps(with_given_names(texts, named, known=known))  # another Brooke: `Zinzan Brooke`
    return with_months(texts, complete, known=known)


def _names(texts: Sequence[str], spans: Sequence[NameSpan], known: Words, is_strong: StrongPlace) -> _Known:
    """Returns what the article is sure of; a surname like `May` or `April` stays what the model says each time."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    best: dict[tuple[str, str], float] = {}
    for span in spans:
        name = surface(texts, span)
        votes[name][span.label] += 1
        best[name, span.label] = max(span.confidence, best.get((name, span.label), 0.0))
    full = {name for name, seen in votes.items() if " " in name and _winner(seen) == "PERSON"}
    surnames = frozenset(unaccented(_looked_for(surname(name), known, is_strong)) for name in full) - {""}
    labels = {name: _label(name, seen, surnames, is_strong) for name, seen in votes.items()}
    labels |= {name: "PERSON" for name in surnames if name not in labels and not is_strong(name)}
    by_surname = ((unaccented(_looked_for(surname(name), known, is_strong)), best[name, "PERSON"]) for name in full)
    best |= {(name, "PERSON"): sure for name, sure in sorted(by_surname) if name not in votes}
    for name in [name for name in labels if name.lower() in known.never_person]:
        if unaccented(name) in surnames:
            del labels[name]
        elif labels[name] == "PERSON":
            labels[name] = "OTHER"
    sure = {name: best[name, label] for name, label in labels.items() if (name, label) in best}
    return _Known(labels, sure, surnames)


def _looked_for(family: str, known: Words, is_strong: StrongPlace) -> str:
    """Returns the part of a surname that is one wherever it stands: `Lesseps`, `al-Assad`, nothing of `de Belgique`."""
    particle, _, rest = family.rpartition(" ")
    if particle and is_strong(rest):
        return ""
    return rest if particle.lower() in known.lower | known.articles else family


def _winner(votes: Counter[str]) -> str:
    """Returns the label with most votes; of two, the one that is right more often when they disagree."""
    return min(votes, key=lambda label: (-votes[label], _PRECEDENCE.index(label)))


_PRECEDENCE = ("PERSON", "PLACE", "NORP", "ORG", "OTHER")


def _label(name: str, votes: Counter[str], surnames: frozenset[str], is_strong_place: StrongPlace) -> str:
    winner = _winner(votes)
    if unaccented(name) in surnames and not (is_strong_place(name) and winner == "PLACE"):
        return "PERSON"
    if winner == "PERSON" and unaccented(name) not in surnames and is_strong_place(name):
        return "PLACE"
    return winner


def _agreed(text: str, span: NameSpan, names: _Known) -> Iterator[NameSpan]:
    """Yields the span with the label of its string; a pair of family names (`Dayan-Tuhami`) as two."""
    name = SPACES.sub(" ", text[span.start : span.end])
    parts = re.split(r"[-–]", name)
    if len(parts) == 2 and all(map(names.has_surname, parts)) and not names.has_surname(name):
        middle = span.start + len(parts[0])
        yield replace(span, end=middle, label="PERSON")
        yield replace(span, start=middle + 1, label="PERSON")
    else:
        label = names.labels.get(name, span.label)
        yield span if label == span.label else replace(span, label=label, confidence=names.sure.get(name, _RULED))


def _repeats(texts: Sequence[str], names: _Known) -> Iterator[NameSpan]:
    """Yields occurrences of known names anywhere in the article, longest first at each place."""
    wanted = {name: label for name, label in names.labels.items() if _is_findable(name, label, names)}
    by_first: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for name, label in sorted(wanted.items(), key=lambda item: (-len(item[0]), item[0])):
        if first := _WORD.match(bare := unaccented(name)):
            by_first[first.group()].append((bare, label, names.sure.get(name, _RULED)))
    plain = [unaccented(text) for text in texts] if by_first else []
    found = [frozenset(_WORD.findall(text)) for text in plain]
    everywhere = frozenset().union(*found)
    for number, text in enumerate(plain):
        if found[number].isdisjoint(by_first) and not holds_semitic(text):
            continue
        at = 0
        for match in _WORD.finditer(text):
            if match.start() < at:
                continue
            cut, known = _listed(match.group(), by_first)
            for name, label, sure in known:
                start = match.start() + cut
                end = start + len(name)
                if (
                    text.startswith(name, start)
                    and not text[end : end + 1].isalnum()
                    and _is_name(name, sure, everywhere)
                ):
                    yield NameSpan(number, start, end, label, sure)
                    at = end
                    break


def _listed(word: str, by_first: _ByFirst) -> tuple[int, _Listed]:
    """Returns the names that begin with a word, and how many letters of it are Arabic or Hebrew clitics."""
    if word in by_first or not is_semitic(word):
        return 0, by_first.get(word, ())
    return next(((cut, by_first[word[cut:]]) for cut in cuts(word)[1:] if word[cut:] in by_first), (0, ()))


def _is_name(name: str, sure: float, everywhere: Set[str]) -> bool:
    """Tells a name from a word that the article has without a capital, too; scripts without case do not tell."""
    lower = name.lower()
    return lower not in everywhere or (sure >= _SURE and is_semitic(name))


def unaccented(text: str) -> str:
    """Returns the text, as long as before, with Latin letters bare: `Hammarskjöld` is `Hammarskjold` elsewhere."""
    return text if text.isascii() else text.translate(_BARE)


def _is_findable(name: str, label: str, names: _Known) -> bool:
    """Only persons and places are worth looking for, under names that are not also common words."""
    if label == "PERSON":
        return len(name) > _SHORTEST_REPEAT or (len(name) == _SHORTEST_REPEAT and names.has_surname(name))
    return label == "PLACE" and len(name) > _SHORTEST_REPEAT
