"""Which stretches of a document are place names: NER's spans, corrected by and joined with the scan's."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.article import NameSpan, Passage
from dateline.places.context import in_other_name, is_language, is_located
from dateline.places.features import Feature, features
from dateline.places.gazetteer import MAIN, gazetteer
from dateline.places.inferred import inferred
from dateline.places.lookup import Found, feature_candidates, look_up, strong_candidates
from dateline.places.model import NATURE, Kind
from dateline.places.names import fold
from dateline.places.overlaps import Overlaps
from dateline.places.scan import Hit, has_names, scan
from dateline.places.ships import is_ship, ship_names
from dateline.places.toponym import Toponym

_CURRENCY_SIGNS = ("$", "€", "£")  # `US$` is money
_LEAST_TOWN = 15_000  # people: smaller towns bear the names of firms and clubs too often
_HYPHENS = "-‑–"
#: How sure the models have to be of a place that no list holds: more than one that does not say how sure it is (.7).
#: F1 of places on the development sets of nine languages is the same from .62 to .82, within half a point.
SURE = 0.82
#: How sure the models have to be to be believed against the gazetteer, of a club named `Barcelona` and of a square
#: `Place de Paris`: more than a model that does not say how sure it is.
_VERY_SURE = 0.75
_ARTICLE = 4  # characters of an article that NER may have taken into its span: `the `, `les `


def toponyms(passages: Sequence[Passage], names: Sequence[NameSpan]) -> tuple[list[Toponym], list[Found]]:
    """Return the place names of a document in reading order, without overlaps, and its silent witnesses.

    Those are strong names inside names of organisations: no mentions (`Kansas Department of Transportation`), but they
    tell where the document is.
    """
    spans: dict[int, list[NameSpan]] = defaultdict(list)
    for name in names:
        spans[name.passage].append(name)
    persons = _person_words(passages, names)
    found: list[Toponym] = []
    silent: list[Found] = []
    surnames = _surnames(passages, names)
    ships = ship_names(passages)
    for index, passage in enumerate(passages):
        if not has_names(passage.language):
            continue
        around: Overlaps[NameSpan] = Overlaps()
        for span in spans[index]:
            around.add(span.start, span.end, span)
        counting = []
        for hit in scan(passage.text, passage.language):
            near = around.at(hit.start, hit.end)
            if _counts(hit, passage, near, persons, ships):
                counting.append(hit)
            elif not hit.demonym and any(s.label == "ORG" for s in near):
                silent.append(strong_candidates(passage.text, hit, passage.language))
        found += _in_passage(index, passage, around, spans[index], counting, surnames, ships)
    return found, silent


def _person_words(passages: Sequence[Passage], names: Sequence[NameSpan]) -> frozenset[str]:
    """Return the words of the document's person names that NER calls a place nowhere."""
    words = {
        word
        for n in names
        if n.label == "PERSON"
        for word in passages[n.passage].text[n.start : n.end].replace("-", " ").split()
    }
    return frozenset(words - {passages[n.passage].text[n.start : n.end] for n in names if n.label == "PLACE"})


def _surnames(passages: Sequence[Passage], names: Sequence[NameSpan]) -> frozenset[str]:
    """Return the last words of the document's full person names."""
    full = (passages[n.passage].text[n.start : n.end].split() for n in names if n.label == "PERSON")
    return frozenset(words[-1] for words in full if len(words) > 1)


def _in_passage(
    index: int,
    passage: Passage,
    around: Overlaps[NameSpan],
    spans: Sequence[NameSpan],
    hits: Sequence[Hit],
    surnames: frozenset[str],
    ships: frozenset[str],
) -> list[Toponym]:
    text, language = passage.text, passage.language
    taken: Overlaps[Toponym] = Overlaps()
    kept = {
        (h.start, h.end): Toponym(index, h.start, h.end, strong_candidates(text, h, language), "scan") for h in hits
    }
    for (start, end), toponym in kept.items():
        taken.add(start, end, toponym)
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        located = is_located(text, span.start, language)
        if span.label not in ("PLACE", "NORP"):
            if located and span.label != "PERSON":
                _settle_located(index, kept, taken, span, passage)
            continue
        if not located and _is_other(text, span, language, surnames, ships):
            continue
        for start, end, found in look_up(text, span.start, span.end, span.label == "NORP" and not located, language):
            if not any(s.label in ("PERSON", "ORG", "OTHER") for s in around.at(start, end)):
                _settle(kept, taken, Toponym(index, start, end, found, "ner", span.confidence), text, language)
    for feature in features(text, language):
        _settle_feature(index, kept, taken, around, feature, passage)
    for toponym in inferred(index, text, list(kept.values()), taken, around):
        kept[toponym.start, toponym.end] = toponym
        taken.add(toponym.start, toponym.end, toponym)
    return sorted(kept.values(), key=lambda t: t.start)


def _settle(
    kept: dict[tuple[int, int], Toponym], taken: Overlaps[Toponym], new: Toponym, text: str, language: str
) -> None:
    """Add a name that NER saw, unless the scan's longer one stands there; the scan's shorter ones give way to it."""
    inside = taken.at(new.start, new.end)
    same = kept.get((new.start, new.end))
    if same is not None:
        if same.seen == "scan":
            taken.remove(new.start, new.end, same)
            kept[new.start, new.end] = replace(same, seen="both", sure=new.sure)
            taken.add(new.start, new.end, kept[new.start, new.end])
        return
    if any((t.start <= new.start and new.end <= t.end) or t.seen != "scan" for t in inside):
        return
    unproved = not new.found.candidates and new.sure <= _VERY_SURE
    if (inside and unproved) or in_other_name(text, new.start, new.end, language):
        return
    for old in inside:
        del kept[old.start, old.end]
        taken.remove(old.start, old.end, old)
    kept[new.start, new.end] = new
    taken.add(new.start, new.end, new)


def _is_other(text: str, span: NameSpan, language: str, surnames: frozenset[str], ships: frozenset[str]) -> bool:
    """Is what NER takes for a place a person of the document, or a ship?"""
    if text[span.start : span.end] in surnames:
        return True
    begin = text.rfind(" ", span.start, span.end) + 1  # `HMS Sheffield`: the ship's word may be in the span
    return any(is_ship(text, start, span.end, language, ships) for start in {span.start, begin or span.start})


def _settle_located(
    index: int, kept: dict[tuple[int, int], Toponym], taken: Overlaps[Toponym], span: NameSpan, passage: Passage
) -> None:
    """Add a town that NER took for something else, after a preposition of place (`near Portsmouth`)."""
    text = passage.text
    key = fold(text[span.start : span.end])
    places = gazetteer().named(key)
    town = any(c.role == MAIN and c.population >= _LEAST_TOWN and c.kind in (Kind.CITY, Kind.CAPITAL) for c in places)
    if town and text[span.start].isupper():
        _settle(
            kept, taken, Toponym(index, span.start, span.end, Found(key, places, False), "ner"), text, passage.language
        )


def _settle_feature(
    index: int,
    kept: dict[tuple[int, int], Toponym],
    taken: Overlaps[Toponym],
    around: Overlaps[NameSpan],
    feature: Feature,
    passage: Passage,
) -> None:
    """Add a name that its head word proves, unless it is part of another or no more is known of it than the word."""
    text, start, end = passage.text, feature.start, feature.end
    near = around.at(start, end)
    if any(s.label == "PERSON" or s.start < start - _ARTICLE or end < s.end for s in near):
        return
    inside = taken.at(start, end)
    if any(t.start < start or end < t.end or (t.found.candidates and (t.start, t.end) == (start, end)) for t in inside):
        return
    found = feature_candidates(text, feature, passage.language)
    proved = feature.kind in NATURE or any(s.label == "PLACE" for s in near)
    if (not found.candidates and not proved) or in_other_name(text, start, end, passage.language):
        return
    for old in inside:
        del kept[old.start, old.end]
        taken.remove(old.start, old.end, old)
    listed = bool(found.candidates) and found.key == fold(text[start:end])
    seen = "both" if near else "scan"
    kept[start, end] = Toponym(index, start, end, found, seen, feature=None if listed else feature)
    taken.add(start, end, kept[start, end])


def _counts(
    hit: Hit, passage: Passage, near: Sequence[NameSpan], persons: frozenset[str], ships: frozenset[str]
) -> bool:
    """Is a strong name a place where it stands: not in a person's or other name, not a language?"""
    text, language = passage.text, passage.language
    if in_other_name(text, hit.start, hit.end, language) or text[hit.end : hit.end + 1] in _CURRENCY_SIGNS:
        return False
    if is_ship(text, hit.start, hit.end, language, ships):
        return False
    if hit.demonym and is_language(text, hit.start, hit.end, language):
        return False
    if not near:
        return text[hit.start : hit.end] not in persons
    return all(_lets(span, hit, text) for span in near)


def _lets(span: NameSpan, hit: Hit, text: str) -> bool:
    """Does a NER span let a strong name inside it be a place?"""
    if span.label in ("PLACE", "NORP"):
        return True
    if span.label == "PERSON":
        return False
    if (span.start, span.end) == (hit.start, hit.end):
        return span.confidence <= _VERY_SURE
    return span.start <= hit.start and hit.end <= span.end and _is_compound(span, hit, text)


def _is_compound(span: NameSpan, hit: Hit, text: str) -> bool:
    """`Paris-based`, `Israel-Morocco`: the name is hyphened to a word or to another place."""
    rest = text[hit.end : span.end]
    if hit.start > span.start and text[hit.start - 1] in _HYPHENS:
        return not rest
    return rest[:1] in tuple(_HYPHENS) and (rest[1:].islower() or bool(scan(rest[1:], "en")))
