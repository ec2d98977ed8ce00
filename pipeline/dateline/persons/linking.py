"""Links the names of one article: full names first, then lone names back to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.persons.blocking import Blocks, Parts
from dateline.persons.comparison import Verdict, compare, thresholds
from dateline.persons.gender import given_gender, title_gender
from dateline.persons.parsing import Name, Token
from dateline.persons.titles import is_ruler
from dateline.persons.tokens import Likeness, match_tokens


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of an article on its way to a person.

    Attributes:
        name: the parsed name.
        title: the title around it, or ''.
        passage: index of its passage.
        is_other: whether the words before say that it is not the one just named (`another Pierre`, `his brother Amin`).
    """

    name: Name
    title: str
    passage: int
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Where a mention goes: a cluster of the article, why, and how sure that is, 0-1."""

    cluster: int
    reason: str
    confidence: float


@dataclass(slots=True)
class _Cluster:
    """One person of the article while it grows."""

    head: Name
    names: list[Name]
    titles: set[str] = field(default_factory=set)
    first_seen: dict[int, int] = field(default_factory=dict)  # passage -> first mention in it

    def add(self, at: int, naming: Naming) -> None:
        if naming.name not in self.names:
            self.names.append(naming.name)
        self.titles.update([naming.title] if naming.title else [])
        self.first_seen[naming.passage] = min(at, self.first_seen.get(naming.passage, at))

    @property
    def gender(self) -> str:
        return title_gender(self.titles, self.head.language) or given_gender(self.head)


Slots = Sequence[tuple[int, int]]  #: (cluster, which part of its full name), of one lone name

#: How sure a mention is, by why it went where it did: share of right rows (span and person) on AIDA dev and news-fair,
#: of those that are persons (.98, .96, 1.0, .71, .78 in this order), less the persons that a model invents.
#: A surname of two is low by contract.
_CONFIDENCE = {
    "full-name": 0.92, "surname-in-document": 0.9, "given-name-in-document": 0.85, "alias": 0.75, "single-name": 0.65,
    "regnal": 0.95, "ambiguous-surname": 0.4,
}  # fmt: skip

#: A lone name has to be alike by this much more than a token of a full name; short ones by more, and with another
#: first letter they must be nearly the same.
_LONE_MARGIN = 0.15
_SHORT, _SHORT_LEAST = 5, 0.88
_FIRST_LETTER_LENGTH, _FIRST_LETTER_LEAST = 6, 0.97


def lone_threshold(lone: Name, full: Name, token: Token, other: Token) -> float:
    """Returns how alike a lone name's token and one of a full name must be, 0-1, for the one to refer to the other."""
    least = thresholds(lone, full)[0] + _LONE_MARGIN
    length = min(len(token.roman), len(other.roman))
    if length <= _SHORT:
        least = max(least, _SHORT_LEAST)
    if lone.script == full.script and length <= _FIRST_LETTER_LENGTH and token.roman[:1] != other.roman[:1]:
        least = max(least, _FIRST_LETTER_LEAST)
    return least


def link(namings: Sequence[Naming]) -> list[Link]:
    """Returns where each mention of an article goes; clusters count from 0 in order of appearance."""
    clusters: list[_Cluster] = []
    placed = _link_full(namings, clusters)
    placed |= _link_lone(namings, clusters)
    numbers: dict[int, int] = {}
    links = []
    for at in range(len(namings)):
        cluster, reason = placed[at]
        number = numbers.setdefault(cluster, len(numbers))
        links.append(Link(number, reason, _CONFIDENCE[reason]))
    return links


def _link_full(namings: Sequence[Naming], clusters: list[_Cluster]) -> dict[int, tuple[int, str]]:
    """Puts full names together, longest first, so that each finds the form that says most."""
    full = [at for at, naming in enumerate(namings) if naming.name.is_full]
    full.sort(key=lambda at: (*_length(namings[at].name), at))
    blocks, placed = Blocks(), {}
    home: dict[Name, tuple[int, str]] = {}
    for at in full:
        name = namings[at].name
        if name not in home:
            cluster, verdict = _best(name, clusters, blocks)
            if cluster is None:
                cluster = len(clusters)
                clusters.append(_Cluster(name, []))
            blocks.add(name, cluster)
            exact = verdict in (None, Verdict.SAME)
            home[name] = cluster, "regnal" if name.ordinal is not None else "full-name" if exact else "alias"
        placed[at] = home[name]
        clusters[home[name][0]].add(at, namings[at])
    return placed


def _length(name: Name) -> tuple[int, int]:
    return -len(name.tokens), sum(token.initial for token in name.tokens)


def _best(name: Name, clusters: Sequence[_Cluster], blocks: Blocks) -> tuple[int | None, Verdict | None]:
    """Returns the cluster that a full name joins; none where it is as much a short form of another (`George Bush`)."""
    best: tuple[Verdict, float, int] | None = None
    tie = False
    for number in blocks.find(name):
        found = [compare(name, other) for other in clusters[number].names]
        if any(comparison.verdict is Verdict.CONFLICT for comparison in found):
            continue
        top = max((comparison.verdict, comparison.score) for comparison in found)
        if top[0] > Verdict.UNKNOWN and (best is None or top > best[:2]):
            best, tie = (*top, number), False
        elif best is not None and top == best[:2]:
            tie = True
    return (None, None) if best is None or tie else (best[2], best[0])


def _link_lone(namings: Sequence[Naming], clusters: list[_Cluster]) -> dict[int, tuple[int, str]]:
    """Refers lone names back to full ones; those without one become persons by their single name."""
    parts = Parts()
    for number, cluster in enumerate(clusters):
        for full in cluster.names:
            parts.add(full, number)
    placed: dict[int, tuple[int, str]] = {}
    slots: dict[Name, list[tuple[int, int]]] = {}
    own: dict[str, int] = {}
    for at, naming in enumerate(namings):
        name = naming.name
        if name.is_full:
            continue
        if name not in slots:
            slots[name] = _slots(name, parts.find(name), clusters)
        choice, ambiguous = _choose(at, naming, slots[name], clusters)
        if choice is None:
            if name.key not in own:
                own[name.key] = len(clusters)
                clusters.append(_Cluster(name, []))
            placed[at] = own[name.key], "ambiguous-surname" if ambiguous else "single-name"
        else:
            placed[at] = choice[0], _lone_reason(clusters[choice[0]], choice[1])
        clusters[placed[at][0]].add(at, naming)
    return placed


def _lone_reason(cluster: _Cluster, slot: int) -> str:
    if cluster.head.ordinal is not None:
        return "regnal"
    return "surname-in-document" if slot > _GIVEN else "given-name-in-document"


#: What part of the full name a lone name repeats, best last.
_GIVEN, _MIDDLE, _FAMILY = 1, 2, 3


def _slots(lone: Name, candidates: Sequence[int], clusters: Sequence[_Cluster]) -> list[tuple[int, int]]:
    """Returns (cluster, slot) for the full names that a lone name may repeat, those of the best slot only."""
    if not lone.tokens:
        return []
    found = []
    for number in candidates:
        slot = max((_slot(lone, name) for name in clusters[number].names if name.is_full), default=0)
        if slot:
            found.append((number, slot))
    best = max((slot for _, slot in found), default=0)
    return [(number, slot) for number, slot in found if slot == best]


def _slot(lone: Name, full: Name) -> int:
    token, last = lone.tokens[0], len(full.tokens) - 1
    for place in range(last, -1, -1):
        other = full.tokens[place]
        match = match_tokens(token, other, lone, full)
        if match.score < lone_threshold(lone, full, token, other):
            continue
        if place or last == 0:
            return _FAMILY if place == last else _MIDDLE
        if match.why in (Likeness.EQUAL, Likeness.INFLECTED):
            return _GIVEN
    return 0


def _choose(at: int, naming: Naming, slots: Slots, clusters: Sequence[_Cluster]) -> tuple[tuple[int, int] | None, bool]:
    """Returns the full name that the context says, and whether there were several and it says none."""
    gender = title_gender([naming.title], naming.name.language)
    fits = [
        (number, slot)
        for number, slot in slots
        if not _clash(gender, clusters[number].gender) and (slot > _GIVEN or _may_be_given(naming, clusters[number]))
    ]
    if len(fits) < 2:
        return (fits[0] if fits else None), False
    said = (
        _of_gender(gender, fits, clusters),
        _of_title(naming, fits, clusters),
        _of_passage(at, naming, fits, clusters),
        _seen(at, fits, clusters),
    )
    for narrowed in said:
        if len(narrowed) == 1:
            return narrowed[0], False
    return None, True


def _may_be_given(naming: Naming, cluster: _Cluster) -> bool:
    """Tells whether a lone name may be a given name: not `another Pierre`, nor `King Idris` without a king."""
    if naming.is_other:
        return False
    language = naming.name.language
    return not is_ruler([naming.title], language) or is_ruler(cluster.titles, language)


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _of_gender(gender: str, fits: Slots, clusters: Sequence[_Cluster]) -> Slots:
    return [fit for fit in fits if gender and clusters[fit[0]].gender == gender]


def _of_title(naming: Naming, fits: Slots, clusters: Sequence[_Cluster]) -> Slots:
    return [fit for fit in fits if naming.title and naming.title in clusters[fit[0]].titles]


def _of_passage(at: int, naming: Naming, fits: Slots, clusters: Sequence[_Cluster]) -> Slots:
    """Returns those named before in the same passage."""
    return [fit for fit in fits if clusters[fit[0]].first_seen.get(naming.passage, at) < at]


def _seen(at: int, fits: Slots, clusters: Sequence[_Cluster]) -> Slots:
    """Returns those named before anywhere in the article."""
    return [fit for fit in fits if min(clusters[fit[0]].first_seen.values()) < at]
