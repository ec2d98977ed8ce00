"""Money: the symbols and codes around a number, and which currency of a family (dollar, dirham) is meant."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

# A country other than the default one must be named this often, and this many times as often as the default's own,
# before a bare "$" is taken for its dollar: foreign affairs in an American paper are told in American dollars.
MIN_VOTES = 3
MIN_LEAD = 3
# Where a name has no default, its countries' votes must be as far apart: francs, in a story on France and on Chad.
CLEAR_LEAD = 2
CANDIDATES = 5  # listed for a name with a default, its own first: what else "$" may be is as a rule one of the big ones


@dataclass(frozen=True, slots=True)
class Family:
    """A currency name that several countries share.

    Attributes:
        default: ISO code meant where nothing tells, empty when a guess would be no better than chance.
        members: ISO country -> ISO currency, present and past.
        adjective: more of them, that only an adjective can tell (`Israeli pounds`).
        listed: more ISO codes that are candidates but that only another symbol tells (`E£`).
    """

    default: str
    members: Mapping[str, str]
    adjective: Mapping[str, str] = field(default_factory=dict)
    listed: tuple[str, ...] = ()

    @property
    def homes(self) -> dict[str, str]:
        """All its countries, those only an adjective can tell included, with their currencies."""
        return {**self.members, **self.adjective}

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> "Family":
        """The family as `currencies.toml` declares it."""
        return cls(
            entry.get("default", ""), entry["members"], entry.get("adjective", {}), tuple(entry.get("listed", ()))
        )


@dataclass(frozen=True, slots=True)
class Takeover:
    """When a currency took over its name, and from which.

    Attributes:
        since: the year.
        old: the codes that bore the name before, each with its first and last year.
    """

    since: int
    old: tuple[tuple[str, int, int], ...]

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> "Takeover":
        """The takeover as `cldr/tender.toml` declares it."""
        return cls(entry["since"], tuple((code, first, last) for code, first, last in entry["old"]))

    def code(self, year: int) -> str:
        """The currency that bore the name in a year before, empty where there was none or more than one."""
        codes = {code for code, first, last in self.old if first <= year <= last}
        return codes.pop() if len(codes) == 1 else ""


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as decided: `unit`, `unit_candidates` and `unit_from` of the amounts table."""

    code: str
    candidates: tuple[str, ...]
    basis: str


def resolve(
    name: str, *, basis: str, country: str, families: Mapping[str, Family], countries: Mapping[str, int]
) -> Currency:
    """The currency that a symbol or word means in this article.

    Args:
        name: an ISO code, or `?family`.
        basis: how it was written, `code` or `symbol`.
        country: ISO country of an adjective beside it, or empty.
        families: the families of `currencies.toml`.
        countries: how often the article names each country.
    """
    if not name.startswith("?"):
        return Currency(name, (), basis)
    family = families[name[1:]]
    told = family.homes.get(country)
    if told:
        return Currency(told, (), "adjective")
    votes: Counter[str] = Counter()
    for code, currency in family.members.items():
        votes[currency] += countries.get(code, 0)
    ranked = sorted((c for c in votes if votes[c]), key=lambda c: (-votes[c], c))
    chosen, how = _elect(ranked, votes, family.default)
    rival, named = max(
        ((code, countries.get(home, 0)) for home, code in family.adjective.items()),
        key=lambda entry: entry[1],
        default=("", 0),
    )
    if named >= MIN_VOTES and named >= MIN_LEAD * max(votes.values(), default=0):  # pounds, in a story on Israel
        return Currency("", (rival, chosen), "country")
    likely = [code for code in dict.fromkeys((chosen, *ranked, family.default)) if code]
    members = dict.fromkeys((*likely, *family.members.values(), *family.listed))
    candidates = tuple(members)[: max(len(likely), CANDIDATES)] if likely else tuple(members)
    return Currency(chosen, candidates if len(candidates) > 1 else (), how)


def _elect(ranked: list[str], votes: Mapping[str, int], default: str) -> tuple[str, str]:
    """The currency with enough votes and what decided, the default where none has."""
    best = ranked[0] if ranked else ""
    if not default:
        clear = bool(best) and (len(ranked) == 1 or votes[best] >= CLEAR_LEAD * votes[ranked[1]])
        return (best, "country") if clear else ("", "default")
    if best == default:
        return default, "country"
    if best and votes[best] >= MIN_VOTES and votes[best] >= MIN_LEAD * votes.get(default, 0):
        return best, "country"
    return default, "default"


def _any(symbols: Iterable[str]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=lambda symbol: (-len(symbol), symbol)))


def money_patterns(
    shared: Mapping[str, Any], own: Mapping[str, str]
) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """The pattern that ends where a number starts, the one that starts where it ends, and symbol -> currency.

    Both have the groups `symbol`, `code` and `strict`; the first also `lower` (`cad$`), `glued`, `mega` (`MEUR 60`) and
    `minus`, the second `scale` (`3 Md€`).

    Args:
        shared: `currencies.toml`.
        own: more symbols, of one language.
    """
    symbols = {**shared["symbols"], **own}
    glued = set(shared["glued"]["symbols"].split())
    plain, spaced, strict = (shared["codes"][key].replace(" ", "|") for key in ("plain", "spaced", "strict"))
    loose = _any(set(symbols) - glued)
    code = f"{plain}|{spaced}"
    alone = r"(?<![^\W_])"  # no letter or digit before
    before = (
        rf"(?:{alone}(?P<mega>M)?(?P<code>{plain}|(?:{spaced})(?=[ \xa0]))(?: ?\$)?[ \xa0]?"
        rf"|{alone}(?P<lower>{code.lower()})\$[ \xa0]?|{alone}(?P<strict>{strict})|{alone}(?P<glued>{_any(glued)})"
        rf"|(?:{alone}|(?=[^\w.]))(?P<symbol>{loose})[ \xa0]?)(?P<minus>-)?$"
    )
    after = (
        rf"[ \xa0-]?(?:(?:de |d')(?=[^\w\s]))?"
        rf"(?P<scale>(?:Mr?ds?|[kKM])(?=[^\w\s]|{code}|D[Hh]))?"
        rf"(?:(?P<symbol>{loose})(?!\w)|(?P<code>{code})(?!\w)|(?P<strict>(?<=\d)(?:{strict}))(?!\w))"
    )
    return re.compile(before), re.compile(after), symbols
