"""Places full names across articles: one by one, longest first, each to the best person that nothing speaks against."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.persons.comparison import Verdict, compare
from dateline.persons.parsing import Name
from dateline.persons.pool import Growing, Local, Pool

#: Share of a person's articles that may be in conflict with a new form: one misspelling must not bar it.
_MOST_CONFLICT = 0.2

#: Candidates whose scores differ by less are a tie; the one with most articles wins it when it has this share of them.
_TIE = 0.02
DOMINANT = 0.6

Placed = dict[tuple[str, int], tuple[int, str | None]]  #: (doc_id, local person) -> (person, reason)


def place_full(locals_: Sequence[Local], pool: Pool) -> Placed:
    """Puts the locals that have a full name into the pool; returns where each went."""
    groups: dict[str, list[Local]] = defaultdict(list)
    for local in locals_:
        groups[local.head.key].append(local)
    placed: Placed = {}
    order = sorted(
        groups, key=lambda key: (key not in pool.known, *_says_less(groups[key][0].head), -len(groups[key]), key)
    )
    for key in order:
        number = _place(key, groups[key], pool)
        for local in groups[key]:
            pool.persons[number].docs.add(local.doc_id)
            pool.persons[number].locals.append(local)
            placed[local.doc_id, local.number] = number, None
    return placed


def _says_less(name: Name) -> tuple[int, int]:
    """Sorts names that say more first, so that an initial finds all the names it may stand for."""
    return name.n_initials, -len(name.tokens)


def _place(key: str, group: Sequence[Local], pool: Pool) -> int:
    heads = Counter(local.head for local in group)
    head = min(heads, key=lambda name: (-heads[name], name.language, name.clean))
    number = pool.known.get(key)
    if number is None:
        number = _join(head, {local.doc_id for local in group}, pool)
    if number is None:
        number = pool.create(key)
    pool.add_name(number, head, weight=len(group))
    return number


def _join(name: Name, docs: set[str], pool: Pool) -> int | None:
    """Returns the person that a new name goes to; None when no one fits, or several do equally.

    A person who stands in the same article under another name is somebody else, or the article would have linked them.
    """
    options = []
    for number in pool.blocks.find(name):
        person = pool.persons[number]
        if docs.isdisjoint(person.docs) and (fit := _fit(name, person)) is not None:
            options.append((*fit, number))
    if not options:
        return None
    verdict, score, _ = max(options)
    ties = [number for option, value, number in options if option == verdict and value >= score - _TIE]
    best = max(ties, key=lambda number: (pool.persons[number].size, -number))
    if len(ties) > 1 and pool.persons[best].size < DOMINANT * sum(pool.persons[number].size for number in ties):
        return None
    return best


def _fit(name: Name, person: Growing) -> tuple[Verdict, float] | None:
    """Returns how well a name fits a person, None when it does not or too many of the person's names conflict."""
    best, conflict = (Verdict.UNKNOWN, 0.0), 0
    for other, weight in person.weights.items():
        found = compare(name, other)
        if found.verdict is Verdict.CONFLICT:
            conflict += weight
        best = max(best, (found.verdict, found.score))
    fits = best[0] > Verdict.UNKNOWN and conflict <= _MOST_CONFLICT * person.weights.total()
    return best if fits else None
