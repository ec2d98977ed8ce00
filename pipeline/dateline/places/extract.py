"""Place mentions of an article: spans, resolution per document, usage."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.article import NameSpan, Passage
from dateline.places.context import acts
from dateline.places.gazetteer import gazetteer, local_id
from dateline.places.lookup import Found, is_feature
from dateline.places.model import Kind, Place, PlaceMention
from dateline.places.outlet import home_country
from dateline.places.resolve import Choice, Group, is_adjacent, resolve
from dateline.places.spans import SURE, toponyms
from dateline.places.toponym import Toponym

# Seats of power besides capitals and countries: who says `Brussels refused` means no town council.
_SEATS = frozenset((Kind.CAPITAL, Kind.COUNTRY, Kind.TERRITORY, Kind.HISTORIC))
_SEAT_FACILITIES = frozenset(
    ("White House", "Kremlin", "Pentagon", "Downing Street", "Élysée Palace", "European Union")
)
# How often a span of each origin is a place at all: between gold of geoparsing (.96 and more) and gold of names, where
# clubs, events and compounds are none (.86 for both, .64 for the scan alone).
_SPAN_TRUST = {"both": 0.95, "scan": 0.8, "ner": 0.7}
_MOST_TRUST = 0.93  # in a span that only the models see, however sure they are
_UNLISTED_TRUST = 0.75  # in one that no list holds, of what the models say: of 235 at .8 on average, 63 % were right
_SHORTEST_UNLISTED = 3  # letters; what is shorter is seldom a name
_LONGEST_CODE = 3  # letters in capitals that are an abbreviation: `PA`, `HQ`


def extract_places(
    passages: Sequence[Passage], names: Sequence[NameSpan], *, publisher: str = ""
) -> list[PlaceMention]:
    """Return the place mentions of one article in reading order, without overlaps.

    Args:
        passages: the article's passages.
        names: NER's spans in them, persons already settled; may be empty in languages without NER.
        publisher: name or domain of the outlet, which speaks for its own country first.
    """
    spans, silent = toponyms(passages, names)
    known = [t for t in spans if t.found.candidates]
    choices = _choices(passages, known, silent, home_country(publisher))
    mentions = [_mention(passages[t.passage], t, choices[_key(t)]) for t in known]
    mentions += _unlisted(passages, [t for t in spans if not t.found.candidates])
    return sorted(mentions, key=lambda m: (m.passage, m.start))


def _key(toponym: Toponym) -> tuple[str, bool]:
    return toponym.found.key, toponym.found.demonym


def _choices(
    passages: Sequence[Passage], known: Sequence[Toponym], silent: Sequence[Found], home: str
) -> dict[tuple[str, bool], Choice]:
    counts = Counter(map(_key, known))
    counts.update({(f.key, f.demonym): 1 for f in silent if (f.key, f.demonym) not in counts})
    numbers = {key: number for number, key in enumerate(counts)}
    candidates = {(f.key, f.demonym): f.candidates for f in silent}
    candidates |= {_key(t): t.found.candidates for t in reversed(known)}
    parents: dict[tuple[str, bool], set[int]] = {key: set() for key in counts}
    for left, right in itertools.pairwise(known):
        between = passages[left.passage].text[left.end : right.start] if left.passage == right.passage else ""
        if is_adjacent(between) and _key(left) != _key(right) and not right.found.demonym:
            parents[_key(left)].add(numbers[_key(right)])
    groups = [Group(candidates[key], counts[key], frozenset(parents[key])) for key in counts]
    return dict(zip(counts, resolve(groups, home), strict=True))


def _mention(passage: Passage, toponym: Toponym, choice: Choice) -> PlaceMention:
    place = _named_after(passage, toponym, gazetteer().place(choice.candidate.entry))
    return PlaceMention(
        passage=toponym.passage,
        start=toponym.start,
        end=toponym.end,
        confidence=round(_trust(toponym) * (0.3 + 0.7 * choice.confidence), 3),
        place=place,
        usage=_usage(passage, toponym, choice, place),
        link_reason=choice.reason,
        candidates=len(toponym.found.candidates),
    )


def _trust(toponym: Toponym) -> float:
    """Return how likely a span is a place at all; where only the models see one, as likely as they say."""
    if toponym.seen == "ner" and toponym.sure:
        return min(toponym.sure, _MOST_TRUST)
    return _SPAN_TRUST[toponym.seen]


def _named_after(passage: Passage, toponym: Toponym, place: Place) -> Place:
    """Return a place, or what bears its name with a head word there (`lac de Tunis`)."""
    feature = toponym.feature
    if feature is None or feature.kind is None:
        return place
    name = _folded_space(passage.text[toponym.start : toponym.end])
    whole = replace(place, place_id=local_id(name), name=name, kind=feature.kind.column, population=None)
    return replace(whole, country_code="", country="", admin1="") if feature.wide else whole


def _folded_space(name: str) -> str:
    return " ".join(name.split())


def _usage(passage: Passage, toponym: Toponym, choice: Choice, place: Place) -> str:
    if toponym.found.demonym:
        return "demonym"
    seat = choice.candidate.kind in _SEATS or place.name in _SEAT_FACILITIES
    if seat and acts(passage.text, toponym.start, toponym.end, passage.language):
        return "metonymic"
    return "literal"


def _is_sure(toponym: Toponym, name: str) -> bool:
    """Tells a name that the models are sure of from common words and abbreviations (`states`, `PA`)."""
    short = len(name) < _SHORTEST_UNLISTED or (name.isupper() and len(name) <= _LONGEST_CODE)
    return toponym.sure >= SURE and not short and not name[0].islower()


def _unlisted(passages: Sequence[Passage], spans: Sequence[Toponym]) -> list[PlaceMention]:
    mentions = []
    for t in spans:
        passage = passages[t.passage]
        name = _folded_space(passage.text[t.start : t.end])
        kind = t.feature.kind.column if t.feature is not None and t.feature.kind is not None else "other"
        if t.feature is None and not _is_sure(t, name) and not is_feature(name, passage.language):
            continue
        place = Place(local_id(name), name, kind, "", "", "", None, None, None)
        mentions.append(
            PlaceMention(
                passage=t.passage,
                start=t.start,
                end=t.end,
                confidence=round(_UNLISTED_TRUST * _trust(t), 3),
                place=place,
                usage="literal",
                link_reason="unlisted",
                candidates=0,
            )
        )
    return mentions
