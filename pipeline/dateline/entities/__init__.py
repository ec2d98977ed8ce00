"""Article -> name spans: one NER pipeline per language, and rules that make the names of an article agree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import astuple
from functools import partial

from dateline.article import NameSpan, Passage
from dateline.entities.arbitration import arbitrate
from dateline.entities.casing import truecase
from dateline.entities.catalog import model_catalog
from dateline.entities.evidence import countries
from dateline.entities.filters import sift
from dateline.entities.models import NONE_CHOSEN, members
from dateline.entities.tagged import Tagged
from dateline.entities.tagging import tag
from dateline.entities.trimming import trim
from dateline.entities.words import words
from dateline.places import is_strong_place
from dateline.places.gazetteer import DEMONYM, MAIN, gazetteer
from dateline.places.model import Kind
from dateline.places.names import fold
from dateline.settings import Tier

__all__ = ["find_names", "languages"]


#: People in a town whose one-word name outweighs a model that sees a person; villages bear every surname.
_SMALLEST_TOWN = 30_000


def languages() -> frozenset[str]:
    """Returns the ISO 639-1 codes of the languages that have a model."""
    return frozenset(model_catalog().languages)


def find_names(
    documents: Sequence[Sequence[Passage]], *, tier: Tier = "default", chosen: Mapping[str, str] = NONE_CHOSEN
) -> list[list[NameSpan]]:
    """Returns the names of each article, in reading order; passages in a language without a model have none.

    Takes many articles at once, because the models are fastest on batches.

    Args:
        documents: the passages of each article.
        tier: how much time the names are worth.
        chosen: language -> the model to use in its stead: an id of `models.toml`, a folder, a package.

    Raises:
        ModelError: a model that a passage needs is missing or not the pinned one.
    """
    texts = [truecase(passages) for passages in documents]
    found: list[list[NameSpan]] = [[] for _ in documents]
    known = languages() | chosen.keys()
    for language, places in sorted(_by_language(documents, known).items()):
        here = [texts[document][passage] for document, passage in places]
        raw = tag(here, language=language, members=members(language, tier, chosen))
        for (document, passage), spans in zip(places, raw, strict=True):
            found[document] += _clean(texts[document][passage], passage, spans, language)
    return [
        _arbitrated(passages, cased, spans, known)
        for passages, cased, spans in zip(documents, texts, found, strict=True)
    ]


def _by_language(documents: Sequence[Sequence[Passage]], known: Set[str]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, passages in enumerate(documents):
        for number, passage in enumerate(passages):
            if passage.language in known:
                places[passage.language].append((document, number))
    return places


def _clean(text: str, passage: int, spans: Sequence[Tagged], language: str) -> list[NameSpan]:
    known = words(language)
    trimmed = (trim(text, span, known) for span in spans)
    sifted = (sift(text, span, known) for span in trimmed if span is not None)
    named = (span for span in sifted if span is not None)
    return [NameSpan(passage, *astuple(span)) for span in named if not _is_people(text, span)]


def _is_people(text: str, span: Tagged) -> bool:
    """Tells one word, for a model a person and in the gazetteer a people alone: `البريطانيون`, `Moroccans`."""
    name = text[span.start : span.end]
    if span.label != "PERSON" or " " in name:
        return False
    places = gazetteer().named(fold(name))
    return bool(places) and all(place.role == DEMONYM for place in places)


def _is_town(name: str) -> bool:
    """Tells a name that a town of some size bears; a name of several words may be a village's."""
    least = 0 if " " in name else _SMALLEST_TOWN
    return any(place.population >= least and place.role != DEMONYM for place in gazetteer().named(fold(name)))


def _is_country(name: str) -> bool:
    """Tells a name that means a country before any town or region: `Chad`, `Jordan`, not `Lincoln`."""
    places = gazetteer().named(fold(name))
    return bool(places) and places[0].kind is Kind.COUNTRY and places[0].role == MAIN


def _arbitrated(
    passages: Sequence[Passage], texts: Sequence[str], spans: Sequence[NameSpan], known: Set[str]
) -> list[NameSpan]:
    """Lets the passages of one language agree with each other; other languages have other surnames and cues."""
    result: list[NameSpan] = []
    for language in sorted({passage.language for passage in passages} & known):
        own = [text if passage.language == language else "" for passage, text in zip(passages, texts, strict=True)]
        here = [span for span in spans if passages[span.passage].language == language]
        here = countries(own, here, is_country=_is_country)
        strong = partial(is_strong_place, language=language)
        result += arbitrate(own, here, known=words(language), is_strong_place=strong, is_town=_is_town)
    return sorted(result, key=lambda span: (span.passage, span.start))
