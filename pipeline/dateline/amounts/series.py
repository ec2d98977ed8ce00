"""Units that a parallel number leaves out: `55.5 billion cubic metres for Egypt, 18.5 billion for Sudan`."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.amounts.lexicon import Lexicon
from dateline.amounts.number import HUNDRED, ONE, is_year
from dateline.amounts.quantity import Quantity
from dateline.amounts.tokens import Tokens

GAP = 15  # tokens between the two; further apart the second is read on its own
LED = 4  # tokens from where a change began to where it led
NAMES = 3  # capitalised words between the link and the second number: `and the Sudan 18.5 billion`
LARGE = 2200  # what is no year; small bare numbers name or date things as often as they count them
PARTS = 40  # tokens from a whole to its last part
LINKS = 3  # tokens between two numbers of a list: `12, and then 20`
YEARS = range(1000, 2201)
SENTENCE_ENDS = frozenset(".!?:")
BREAKS = frozenset(".!?:;()[]")  # no sentence, no bracket between the two


def share_units(quantities: Sequence[Quantity], tokens: Tokens, lex: Lexicon) -> list[Quantity]:
    """The quantities, a large bare number given what the one before it counts where the two are parallel."""
    shared: list[Quantity] = []
    before: Quantity | None = None
    for quantity in _parts(_listed(_partitive(quantities, tokens, lex), tokens, lex), tokens, lex):
        if before is not None and (
            (_elided(before, quantity) and _parallel(before, quantity, tokens, lex))
            or _changed(before, quantity, tokens, lex)
            or _led(before, quantity, tokens, lex)
            or _echoed(before, quantity, tokens, lex)
        ):
            quantity = _like(quantity, before)
        shared.append(quantity)
        before = quantity if quantity.unit or quantity.name else before
    return shared


def _partitive(quantities: Sequence[Quantity], tokens: Tokens, lex: Lexicon) -> list[Quantity]:
    """The quantities, a part given the unit of its whole: `280 million of the 1.5 billion shekels`."""
    told: list[Quantity] = []
    for quantity in reversed(quantities):
        whole = told[-1] if told else None
        bare = quantity.kind == "count" and not quantity.unit
        if whole is not None and bare and whole.kind in ("money", "measure", "count"):
            gap = tokens.lows[quantity.last : whole.first]
            told_whole = len(gap) == 2 and gap[1] in lex.numbers.ratio.determiners
            scaled = len(gap) == 1 and quantity.number.scale > ONE and quantity.high < whole.low  # 12m of 19m voters
            if (told_whole or scaled) and gap[0] in lex.nouns.of:
                quantity = _like(quantity, whole)
        told.append(quantity)
    return told[::-1]


def _listed(quantities: Sequence[Quantity], tokens: Tokens, lex: Lexicon) -> list[Quantity]:
    """The quantities, those of a list given what its last one counts: `5, 10 or 20 grams`, `12, then 20 stations`."""
    words = lex.qualifiers
    links = words.and_words | words.or_words | words.then
    told: list[Quantity] = []
    shared = False  # whether the one told last is of a list already, so that a comma alone goes on with it
    for quantity in reversed(quantities):
        whole = told[-1] if told else None
        gap = tokens.lows[quantity.last : whole.first] if whole is not None else []
        linked = 0 < len(gap) <= LINKS and links.union(",").issuperset(gap) and (shared or gap != [","])
        other = gap[0] == "," and not words.or_words.isdisjoint(gap) if gap else False  # fell 126.23, or 0.5 per cent
        opens = whole is not None and linked and not other and (shared or _written_last(whole))
        shared = opens and _is_bare(quantity) and not _is_year(quantity)
        told.append(_like(quantity, whole) if shared and whole is not None else quantity)
    return told[::-1]


def _written_last(quantity: Quantity) -> bool:
    """Whether a quantity has its unit after its number, where the ones before it in a list leave theirs out."""
    unit = bool(quantity.unit or quantity.name) and not quantity.minor and quantity.number.scale == ONE
    return unit and quantity.last > quantity.number.last and quantity.number.form in ("digits", "words")


def _is_year(quantity: Quantity) -> bool:
    return quantity.number.scale == ONE and is_year(quantity.number.low, YEARS)


def _parts(quantities: Sequence[Quantity], tokens: Tokens, lex: Lexicon) -> list[Quantity]:
    """The quantities, bare ones given the noun of the whole they are of: `of the 1,200 detainees, 340 were charged`."""
    told: list[Quantity] = []
    whole: Quantity | None = None
    for quantity in quantities:
        near = whole is not None and quantity.first - whole.last <= PARTS
        if whole is not None and not (near and SENTENCE_ENDS.isdisjoint(tokens.lows[whole.last : quantity.first])):
            whole = None
        if whole is not None and _is_bare(quantity) and quantity.high < whole.low and not _is_year(quantity):
            quantity = _like(quantity, whole)
        elif quantity.kind == "count" and quantity.unit and lex.nouns.wholes.before(tokens, quantity.first) is not None:
            whole = quantity
        told.append(quantity)
    return told


def _like(quantity: Quantity, other: Quantity) -> Quantity:
    """A quantity counted in what another one is."""
    return replace(
        quantity, kind=other.kind, unit=other.unit, name=other.name,
        candidates=other.candidates, basis=other.basis,
    )  # fmt: skip


def _changed(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a bare change follows one in percent: `rose by 2 percent and the other decreased by 1`."""
    words, by, verb = lex.qualifiers, tokens.low(b.first - 1), tokens.low(b.first - 2)
    if a.kind != "percent" or not _is_bare(b) or b.high > HUNDRED or b.first - a.last > GAP:
        return False
    if tokens.low(b.last)[:1].isalpha() and not _closes(b.last, tokens, lex):
        return False
    return by in words.by and (verb in words.up or verb in words.down)


def _echoed(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a bare number repeats how one in percent goes on: `31 per cent in the north and 12 in the south`."""
    if a.kind != "percent" or not _is_bare(b) or b.high > HUNDRED or b.first - a.last > GAP:
        return False
    following, link = tokens.low(a.last), tokens.low(b.first - 1)
    linked = link == "," or link in lex.qualifiers.and_words
    return linked and following in lex.nouns.stops and following == tokens.low(b.last)


def _led(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a bare number is where a change from one with a unit led: `from 21 mpg combined to 23`."""
    words = lex.qualifiers
    if a.kind not in ("measure", "percent") or not _is_bare(b) or b.first - a.last > LED:
        return False
    return tokens.low(b.first - 1) in words.to and tokens.low(a.first - 1) in words.start


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and not quantity.unit and quantity.number.form == "digits"


def _elided(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are of one size, the first with a unit written after it, the second without any."""
    if b.kind != "count" or b.unit or b.number.form not in ("digits", "words") or a.minor or a.low <= 0:
        return False
    if a.kind == "money" and a.number.last == a.last:  # who writes "$40 million" writes "$55 million"
        return False
    scaled = a.number.scale > ONE and b.number.scale > ONE
    return (scaled and a.kind in ("money", "measure", "count") and bool(a.unit or a.name)) or (
        a.kind == "count" and bool(a.unit) and a.low > LARGE and b.low > LARGE
    )


def _parallel(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether `and`, `against`, a comma or the like links the two, and the second counts nothing else."""
    words, following = lex.qualifiers, tokens.low(b.last)
    if following in lex.nouns.of or not (not following[:1].isalpha() or _closes(b.last, tokens, lex)):
        return False
    modifier = words.before.before(tokens, b.first)
    at = (modifier[0] if modifier is not None else b.first) - 1
    if at + 1 - a.last > GAP or not BREAKS.isdisjoint(tokens.lows[a.last : at + 1]):
        return False
    for step in range(at, max(a.last - 1, at - NAMES - 1), -1):
        word = tokens.lows[step]
        if word == "," or word in words.and_words or word in words.to or word in words.series:
            return True
        if not tokens.words[step][:1].isupper() and word not in words.fillers:
            return False
    return False


def _closes(at: int, tokens: Tokens, lex: Lexicon) -> bool:
    return tokens.low(at) in lex.nouns.stops or tokens.taken[at]
