"""The words of one language as the grammar wants them, and the tables of symbols that all languages share."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from dateline.amounts.currencies import Family, Takeover, money_patterns
from dateline.amounts.fused import FusedCardinals
from dateline.amounts.particles import with_particles
from dateline.amounts.phrases import Phrases, phrase_set, split
from dateline.amounts.tokens import Tokens, token_pattern
from dateline.amounts.words import read, words_of

V = TypeVar("V")


def _decimals(entries: Mapping[str, str | int]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in entries.items()}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the grammar of numbers needs; see the comments in the language files."""

    starters: frozenset[str]  # what a number in words can begin with
    decimal: str
    articles: frozenset[str]
    joins: frozenset[str]
    joins_after: frozenset[str]
    cardinals: Mapping[str, Decimal] | FusedCardinals
    compounds: Phrases[Decimal]
    glued: Mapping[str, tuple[str, bool]]  # word with a particle -> the word, whether the particle is `and`
    prefixes: frozenset[str]
    duals: frozenset[str]  # a unit and its two in one word
    teens_after: frozenset[int]
    scales: Mapping[str, Decimal]
    implicit: frozenset[str]
    doubled: frozenset[str]  # scales that are twice themselves right before a noun
    spelled_only: frozenset[str]
    mixed: bool  # whether scales stand between digits: 2 mil 500 millones
    abbreviations: Mapping[str, Decimal]
    dotted: frozenset[str]  # abbreviations never written without their dot, even before a capital
    attached: Mapping[str, Decimal]
    halves: Phrases[bool]
    fractions: Phrases[tuple[Decimal, Decimal]]
    minus: frozenset[str]
    ordinal_suffixes: frozenset[str]
    ordinal_after: frozenset[str]  # words before digits that a dot makes an ordinal: am 24., zum 100. Mal
    pronouns: frozenset[str]
    vague: Mapping[str, Decimal]
    few: Phrases[bool]
    nearly: Phrases[Decimal]
    of: frozenset[str]
    out_of: Phrases[bool]  # value: whether it is loose, no ratio unless it starts with one
    nouns_between: bool
    parts: Mapping[str, int]
    portions: Phrases[int]  # parts of two words: una quinta parte
    wholes: Phrases[Decimal]
    part_determiners: frozenset[str]
    not_before_part: frozenset[str]
    before_bare_part: frozenset[str]
    stops: frozenset[str]
    parts_stand_alone: bool

    def is_fused(self, word: str) -> bool:
        """Whether a word is a number put together of several: `zweihundertfünfzig`."""
        return isinstance(self.cardinals, FusedCardinals) and word in self.cardinals

    def prefixed(self, tokens: Tokens, first: int) -> str:
        """The particle that a token is written onto, empty where it is none: Hebrew `כ-500`, Arabic `ب500`."""
        at = first - 1
        if tokens.low(at) == "-" and tokens.glued(at):
            at -= 1
        written_on = tokens.glued(at) and tokens.word(at - 1)[-1:].isalnum()
        return tokens.low(at) if tokens.low(at) in self.prefixes and not written_on else ""


@dataclass(frozen=True, slots=True)
class Units:
    """Percent signs, units of measure, ages, names of money."""

    percent: Phrases[str]
    names: Phrases[str]
    symbols: Phrases[str]
    glued_only: frozenset[str]
    spaced: frozenset[str]  # of these, units also after a blank in running text
    money: Phrases[str]
    minor: Phrases[str]
    needs_scale: frozenset[str]
    by_country: frozenset[str]
    by_price: frozenset[str]  # of these, only after a word of `prices`
    prices: frozenset[str]
    exchange: frozenset[str]
    weights: Mapping[str, str]
    weight_cues: frozenset[str]
    countries: Phrases[str]
    of: frozenset[str]
    age: Phrases[int]
    sure_age: Phrases[bool]  # units that make an age of any number: 52enne
    before_age: Phrases[bool]
    before_bare_age: Phrases[bool]
    after_age: frozenset[str]
    at_age: frozenset[str]
    aged: frozenset[str]
    people: frozenset[str]
    before_apposed: Phrases[bool]
    after_name: Phrases[int]
    lone_age: frozenset[str]  # years that are an age after `weak_age` where no date row holds them
    weak_age: Phrases[bool]
    age_bracketed: bool  # Marta Klein (67) führt
    angles: frozenset[str]  # words near degrees that are none of temperature; empty where that is not asked
    points: Phrases[str]  # percentage points, if a word of `polls` is near
    polls: frozenset[str]
    age_needs_word: bool  # "52 ans" is a duration unless a word or a name says it is an age


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Ranges, bounds, rates and directions."""

    to: frozenset[str]
    led: frozenset[str]  # only from where a change began to where it led: German `auf`
    dash: frozenset[str]
    definite: frozenset[str]  # articles before a number: el 30 %, i 20
    and_words: frozenset[str]
    or_words: frozenset[str]
    between: frozenset[str]
    start: frozenset[str]
    by: frozenset[str]
    moves: frozenset[str]
    series: frozenset[str]
    then: frozenset[str]  # between the numbers of a list: 12, puis 20 gares
    updated: frozenset[str]
    before: Phrases[str]
    after: Phrases[str]
    per: frozenset[str]
    per_articles: frozenset[str]
    per_of_article: frozenset[str]
    per_not_before: frozenset[str]
    per_pairs: Phrases[bool]
    per_canonical: Mapping[str, str]
    per_alone: Phrases[str]
    stops: frozenset[str]  # what ends a noun phrase
    per_ucum: Mapping[str, str]
    per_cased: bool  # a noun keeps its capital: pro Kopf
    up: frozenset[str]
    down: frozenset[str]
    after_up: frozenset[str]
    after_down: frozenset[str]
    fillers: frozenset[str]
    subject: int  # words that may stand between a verb and its change: Arabic has the verb first
    by_only: bool  # whether a change always has a `by`: Hebrew "rise" is also "cost"
    transitive: frozenset[str]  # verbs that tell a change only before `by` or a percentage: raised $5m
    points: frozenset[str]  # counted nouns that a verb of change moves by: points
    target: frozenset[str]  # before where a change led: sank auf 2 %
    separable: Mapping[str, Mapping[str, str]]  # verb -> the particle that ends its clause -> `up` or `down`
    particles: Mapping[str, str]  # a word that opens an amount, with a particle written onto it -> the particle
    by_particle: Mapping[str, str]  # particle -> the bound it is


@dataclass(frozen=True, slots=True)
class Nouns:
    """What the counted noun phrase is told by, and the words that make a number something else."""

    head_first: bool
    told_by: str  # what a noun stands out by: `plural` ending, `capital` letter, or `position` after the number
    adjectives: tuple[str, ...]
    not_starts: tuple[str, ...]  # particles that begin no noun, unless `plurals` has it
    definite: str  # an article that only nouns after vague numbers have
    plural: tuple[str, ...]
    not_plural: tuple[str, ...]
    plurals: frozenset[str]
    apostrophe_plural: bool  # Dutch auto's
    attributive: frozenset[str]
    after_one: bool
    not_before_one: frozenset[str]
    not_one: frozenset[str]
    no_singular: tuple[str, ...]
    joins: frozenset[str]
    modifiers: int
    run: int
    extra: Phrases[bool]
    of: frozenset[str]
    ordinals: frozenset[str]
    suffixes: frozenset[str]
    closed: frozenset[str]
    stops: frozenset[str]
    time: frozenset[str]
    time_adjectives: frozenset[str]
    naming: Phrases[bool]
    naming_bare: Phrases[bool]
    named: frozenset[str]
    identifiers: frozenset[str]
    transparent: frozenset[str]
    listed: frozenset[str]  # people counted together: men, women and children
    wholes: Phrases[bool]  # before a whole whose parts follow without a noun: of the 1,200 detainees


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the grammar knows of one language."""

    token: re.Pattern[str]
    numbers: NumberWords
    units: Units
    qualifiers: Qualifiers
    nouns: Nouns
    families: Mapping[str, Family]
    money_before: re.Pattern[str]
    money_after: re.Pattern[str]
    money_symbols: Mapping[str, str]


def _prefixed(entries: Mapping[str, V], particles: Iterable[str]) -> dict[str, V]:
    """The entries, and each with every particle written onto it."""
    return {particle + phrase: value for particle in particles for phrase, value in entries.items()} | dict(entries)


def _numbers(data: Mapping[str, Any]) -> NumberWords:
    vague, ratio = data["vague"], data["ratio"]
    scales, numbers = _decimals(data["scales"]), _decimals(data["cardinals"])
    cardinals = {word: value for word, value in numbers.items() if " " not in word}
    compounds = {phrase: value for phrase, value in numbers.items() if " " in phrase}
    prefixes: dict[str, bool] = data.get("prefixes", {})
    glued = {particle + word: (word, joins) for particle, joins in prefixes.items() for word in (*cardinals, *scales)}
    glued = {word: entry for word, entry in glued.items() if word not in data["nouns"]["ordinals"]}  # השני, the second
    compounds = _prefixed(compounds, prefixes)
    parts = dict.fromkeys(data["half_words"], "0.5") | data["quarters"]
    fractions = {
        f"{part} {word}": (Decimal(share), scale) for part, share in parts.items() for word, scale in scales.items()
    }
    words = NumberWords(
        starters=frozenset(),
        decimal=data["decimal"],
        articles=frozenset(data["articles"]),
        joins=frozenset(data["joins"]),
        joins_after=frozenset(data.get("joins_after", ())),
        cardinals=FusedCardinals(cardinals, data["fused"]) if "fused" in data else cardinals,
        compounds=Phrases(compounds, hyphens=True),
        glued=glued,
        prefixes=frozenset(prefixes),
        duals=frozenset(with_particles(data.get("duals", ()), prefixes)),
        teens_after=frozenset(data.get("teens_after", ())),
        scales=scales,
        implicit=frozenset(data.get("implicit", ())),
        doubled=frozenset(data.get("doubled", ())),
        spelled_only=frozenset(data.get("spelled_only", ())),
        mixed=data.get("mixed", False),
        abbreviations=_decimals(data["abbreviations"]),
        dotted=frozenset(data.get("dotted", ())),
        attached=_decimals(data["attached"]),
        halves=phrase_set(data["halves"]),
        fractions=Phrases(_prefixed(fractions, prefixes), hyphens=True),
        minus=frozenset(data["minus"]),
        ordinal_suffixes=frozenset(data["ordinal_suffixes"]),
        ordinal_after=frozenset(data.get("ordinal_after", ())),
        pronouns=frozenset(data["pronouns"]),
        vague=_prefixed(_decimals(vague["words"]), prefixes),
        few=Phrases(_prefixed(dict.fromkeys(vague["few"], True), prefixes)),
        nearly=Phrases(_prefixed(_decimals(vague["exact"]), prefixes)),
        of=frozenset(vague["of"]),
        out_of=Phrases(ratio["out_of"]),
        nouns_between=ratio.get("nouns_between", False),
        parts=ratio["parts"],
        wholes=Phrases(_prefixed(_decimals(ratio["any"]), prefixes)),
        portions=Phrases(ratio.get("portions", {})),
        part_determiners=frozenset(ratio["determiners"]),
        not_before_part=frozenset(ratio["not_after"]),
        before_bare_part=frozenset(ratio["compared"]),
        stops=frozenset(data["nouns"]["stops"]),
        parts_stand_alone=ratio.get("stand_alone", False),
    )
    phrases = (words.compounds, words.fractions, words.few, words.nearly, words.wholes)
    openers: Iterable[str] = (word for word, (bare, _) in glued.items() if bare in cardinals or bare in words.implicit)
    sets = (words.articles, words.implicit, words.vague, words.duals)
    lists = (*sets, cardinals, openers, *(phrase.firsts for phrase in phrases))
    return replace(words, starters=frozenset().union(*lists))


def _with_duals(entries: dict[str, str], data: Mapping[str, Any]) -> dict[str, str]:
    """The entries, duals among them also with the particles that are written onto numbers: `بدولارين`."""
    duals = {word: entries[word] for word in data.get("duals", ()) if word in entries}
    return entries | _prefixed(duals, data.get("prefixes", ()))


def _units(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Units:
    ambiguous, age, points = data["ambiguous"], data["age"], data.get("points", {})
    return Units(
        percent=Phrases(data["percent"], hyphens=True),
        names=Phrases(_with_duals(data["units"], data), hyphens=True),
        symbols=Phrases(shared["symbols"], cased=True),
        glued_only=frozenset(shared["glued"]["only"].split()),
        spaced=frozenset(shared["glued"]["spaced"].split()),
        money=Phrases(_with_duals(data["money"], data), hyphens=True),
        minor=Phrases(data["minor"]),
        needs_scale=frozenset(ambiguous["money"]),
        by_country=frozenset(ambiguous["by_country"]),
        by_price=frozenset(ambiguous.get("by_price", ())),
        prices=frozenset(ambiguous["prices"]),
        exchange=frozenset(ambiguous["exchange"]),
        weights=ambiguous["weights"],
        weight_cues=frozenset(ambiguous["weight_cues"]),
        countries=Phrases(data["countries"], hyphens=True),
        of=frozenset(data["vague"]["of"]),
        age=Phrases(age["units"], hyphens=True),
        sure_age=phrase_set(age.get("sure", ())),
        before_age=phrase_set(age["before"]),
        before_bare_age=phrase_set(age["before_end"]),
        after_age=frozenset(age["followed"]),
        at_age=frozenset(age["at"]),
        aged=frozenset(age["pronouns"]),
        people=frozenset(age["people"]),
        before_apposed=phrase_set(age["between"]),
        lone_age=frozenset(age.get("lone", ())),
        weak_age=phrase_set(age.get("weak", ())),
        age_bracketed=age.get("bracketed", False),
        angles=frozenset(data.get("angles", ())),
        points=Phrases(points.get("names", {})),
        polls=frozenset(points.get("cues", ())),
        after_name=Phrases(dict.fromkeys(age["after_name"], 1)),
        age_needs_word=age.get("needs_word", False),
    )


def _qualifiers(data: Mapping[str, Any]) -> Qualifiers:
    span, per, way = data["range"], data["per"], data["direction"]
    prefixes = data.get("prefixes", ())
    parts = (*data["half_words"], *data["quarters"], *data["ratio"]["any"])
    vague = (*data["vague"]["words"], *data["vague"]["few"], *data["vague"]["exact"])
    opening = (*data["cardinals"], *data["scales"], *data.get("duals", ()), *data["bounds"], *parts, *vague)
    onto = with_particles((split(phrase)[0] for phrase in opening), prefixes)
    return Qualifiers(
        to=frozenset(span["to"]),
        led=frozenset(span.get("led", ())),
        dash=frozenset(span["dash"]),
        definite=frozenset(data.get("definite", ())),
        and_words=frozenset(span["and_words"]),
        or_words=frozenset(span["or_words"]),
        between=frozenset(span["between"]),
        start=frozenset(span["from"]),
        by=frozenset(span["by"]),
        moves=frozenset(span.get("moves", ())),
        series=frozenset(span["series"]),
        then=frozenset(span.get("then", ())),
        updated=frozenset(span["updated"]),
        before=Phrases(_prefixed(data["bounds"], prefixes)),
        after=Phrases(data["bounds_after"]),
        per=frozenset(per["words"]),
        per_articles=frozenset(per["articles"]),
        per_of_article=frozenset(per["of_article"]),
        per_not_before=frozenset(per["not_before"]),
        per_pairs=phrase_set(per["pairs"], hyphens=True),
        per_canonical=per["canonical"],
        per_alone=Phrases(per["alone"]),
        stops=frozenset(data["nouns"]["stops"]),
        per_ucum=per["ucum"],
        per_cased=data["nouns"].get("told_by") == "capital",
        up=frozenset(way["up"]),
        down=frozenset(way["down"]),
        after_up=frozenset(way["after_up"]),
        after_down=frozenset(way["after_down"]),
        fillers=frozenset(way["between"]),
        subject=way.get("subject", 0),
        by_only=way.get("by_only", False),
        transitive=frozenset(way.get("transitive", ())),
        points=frozenset(way.get("points", ())),
        target=frozenset(way.get("target", ())),
        separable=way.get("separable", {}),
        particles={word: particle for word, particle in onto.items() if particle},
        by_particle=data.get("particle_bounds", {}),
    )


def _nouns(data: Mapping[str, Any]) -> Nouns:
    nouns, context, one = data["nouns"], data["context"], data.get("one", {})
    return Nouns(
        head_first=nouns["head"] == "first",
        told_by=nouns.get("told_by", "plural"),
        adjectives=tuple(nouns.get("adjective_endings", ())),
        not_starts=tuple(nouns.get("not_starts", ())),
        definite=nouns.get("definite", ""),
        plural=tuple(nouns["plural_endings"]),
        not_plural=tuple(nouns["not_plural_endings"]),
        plurals=frozenset(nouns["plurals"]),
        apostrophe_plural=nouns.get("apostrophe_plural", False),
        attributive=frozenset(nouns["attributive"]),
        joins=frozenset(nouns["joins"]),
        after_one="one" in data,
        not_before_one=frozenset(one.get("not_after", ())),
        not_one=frozenset(one.get("never", ())),
        no_singular=tuple(one.get("not_endings", ())),
        modifiers=nouns["modifiers"],
        run=nouns["run"],
        extra=phrase_set(nouns["extra"]),
        of=frozenset(nouns["of"]),
        ordinals=frozenset(nouns["ordinals"]),
        suffixes=frozenset(nouns["suffixes"]),
        closed=frozenset(nouns["closed"]),
        stops=frozenset(nouns["stops"]),
        time=frozenset(nouns["time"]),
        time_adjectives=frozenset(nouns["time_adjectives"]),
        naming=phrase_set(context["naming"]),
        naming_bare=phrase_set(context["naming_bare"]),
        named=frozenset(context["named"]),
        identifiers=frozenset(context["identifiers"]),
        transparent=frozenset(context["transparent"]),
        listed=frozenset(nouns.get("listed", ())),
        wholes=phrase_set(nouns.get("wholes", ())),
    )


@cache
def families() -> Mapping[str, Family]:
    """The names that several currencies share, by family."""
    return {name: Family.read(entry) for name, entry in read("currencies")["families"].items()}


@cache
def predecessors() -> Mapping[str, Takeover]:
    """Currency -> since when it bears its name, and which ones bore it before."""
    return {code: Takeover.read(entry) for code, entry in (read("cldr/tender") | read("currencies")["before"]).items()}


@cache
def lexicon(language: str) -> Lexicon:
    """The words and patterns of a language that has a grammar (`words.has_grammar`)."""
    data, shared = words_of(language), read("currencies")
    before, after, symbols = money_patterns(shared, data.get("symbols", {}))
    return Lexicon(
        token=token_pattern(space_groups=data["space_groups"]),
        numbers=_numbers(data),
        units=_units(data, read("units")),
        qualifiers=_qualifiers(data),
        nouns=_nouns(data),
        families=families(),
        money_before=before,
        money_after=after,
        money_symbols=symbols,
    )


@cache
def with_decimal(language: str, mark: str) -> Lexicon:
    """The lexicon of a language with another decimal sign than its usual one."""
    lex = lexicon(language)
    return replace(lex, numbers=replace(lex.numbers, decimal=mark))
