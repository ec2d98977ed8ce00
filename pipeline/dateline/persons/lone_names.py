"""Places lone names that no full name of their article explains: `Biden` where nothing says `Joe Biden`."""

from collections import defaultdict
from collections.abc import Sequence

from dateline.persons.blocking import Parts
from dateline.persons.comparison import Verdict, compare
from dateline.persons.full_names import DOMINANT, Placed
from dateline.persons.linking import lone_threshold
from dateline.persons.parsing import Name
from dateline.persons.pool import Local, Pool
from dateline.persons.titles import is_ruler
from dateline.persons.tokens import Likeness, match_tokens

#: Articles that call a person by another part of the name than the family name, for a lone one to be that person's.
_FEWEST_CALLING = 2


#: How alike a lone name and the family name of somebody in another article must be when their scripts differ: right
#: pairs of Arabic or Hebrew and Latin names have .93 to .99, wrong ones (`de Gaulle`, `الخولي`) up to .9.
_ACROSS_SCRIPTS = 0.92


def place_lone(locals_: Sequence[Local], pool: Pool, placed: Placed) -> Placed:
    """Puts the locals with a single name into the pool, full names being placed already; returns where each went."""
    return _LoneNames(pool, placed).place(locals_)


class _LoneNames:
    """The state of placing: who stands in which article, and the persons known by a single name."""

    def __init__(self, pool: Pool, placed: Placed) -> None:
        self._pool = pool
        self._present: dict[str, set[int]] = defaultdict(set)
        for (doc_id, _), (number, _) in placed.items():
            self._present[doc_id].add(number)
        self._singles: list[tuple[Name, int]] = []
        self._by_part = Parts()

    def place(self, locals_: Sequence[Local]) -> Placed:
        groups: dict[str, list[Local]] = defaultdict(list)
        for local in locals_:
            groups[local.head.key].append(local)
        placed: Placed = {}
        for key in sorted(groups, key=lambda key: (-len(groups[key]), key)):
            placed |= self._place_group(key, groups[key])
        return placed

    def _place_group(self, key: str, group: Sequence[Local]) -> Placed:
        head = min((local.head for local in group), key=lambda name: (name.language, name.clean))
        candidates = self._candidates(head)
        before = sorted(
            {self._pool.lone[key, local.doc_id] for local in group if (key, local.doc_id) in self._pool.lone}
        )
        self._adopt(before, candidates)
        placed: Placed = {}
        for local in group:
            number, reason = self._place_one(local, candidates, before)
            self._pool.persons[number].locals.append(local)
            placed[local.doc_id, local.number] = number, reason
        return placed

    def _adopt(self, before: Sequence[int], candidates: Sequence[int]) -> None:
        """Lets a new person take over the id of the single name it now explains, so that old rows keep theirs."""
        target = self._dominant(candidates)
        if target is None or len(before) != 1:
            return
        single, person = self._pool.persons[before[0]], self._pool.persons[target]
        if not single.weights and not single.locals and person.person_id is None and single.person_id is not None:
            person.person_id, single.person_id = single.person_id, None
            for at, number in self._pool.lone.items():
                if number == before[0]:
                    self._pool.lone[at] = target

    def _place_one(self, local: Local, candidates: Sequence[int], before: Sequence[int]) -> tuple[int, str | None]:
        known = self._pool.lone.get((local.head.key, local.doc_id))
        if known is not None:
            return known, "surname-across-documents" if self._pool.persons[known].weights else None
        present = self._present[local.doc_id].intersection(candidates)
        others = [number for number in candidates if number not in present]
        best = self._dominant(_titled(local, others, self._pool))
        if best is not None and len(present) < 2:
            return best, "surname-across-documents"
        if candidates or len(self._reigns(local.head)) > 1:  # several could be meant: nobody is guessed
            return self._pool.create(f"{local.head.key}\n{local.doc_id}"), None
        return self._single(local.head, before), None

    def _candidates(self, lone: Name) -> list[int]:
        """Returns the persons whose family name a lone name repeats; no ruler, as there are others of that name."""
        if not lone.tokens:
            return []
        reigns = self._reigns(lone)
        sharing = [number for number in self._pool.parts.find(lone) if number not in reigns]
        family = [number for number in sharing if any(_is_family(lone, n) for n in self._pool.persons[number].weights)]
        return family or self._known_as(lone, sharing)

    def _reigns(self, lone: Name) -> set[int]:
        """Returns the rulers of a name, whatever their number: `Faisal I`, `Faisal II`."""
        if not lone.tokens:
            return set()
        return {
            number
            for number in self._pool.parts.find(lone)
            if any(n.ordinal is not None and _is_family(lone, n) for n in self._pool.persons[number].weights)
        }

    def _known_as(self, lone: Name, sharing: Sequence[int]) -> list[int]:
        """Returns the person with a lone name in any place whom articles call by it alone (`Saddam`), in a list."""
        bearers = [number for number in sharing if any(_has_part(lone, n) for n in self._pool.persons[number].weights)]
        best = self._dominant(bearers)
        if best is None:
            return []
        calling = sum(any(form.key == lone.key for form in local.forms) for local in self._pool.persons[best].locals)
        return [best] if calling >= _FEWEST_CALLING else []

    def _dominant(self, numbers: Sequence[int]) -> int | None:
        """Returns the person who has most of the articles that name one of these in full, or None."""
        if not numbers:
            return None
        sizes = {number: self._pool.persons[number].size for number in numbers}
        best = max(numbers, key=lambda number: (sizes[number], -number))
        return best if sizes[best] >= DOMINANT * sum(sizes.values()) else None

    def _single(self, lone: Name, before: Sequence[int]) -> int:
        """Returns the person known by this single name, in this spelling or another; a new one when there is none."""
        if len(before) == 1 and not self._pool.persons[before[0]].weights:
            return before[0]
        for at in self._by_part.find(lone):
            name, number = self._singles[at]
            if name.ordinal == lone.ordinal and compare(name, lone).verdict >= Verdict.VARIANT:
                return number
        self._by_part.add(lone, len(self._singles))
        self._singles.append((lone, self._pool.create(lone.key)))
        return self._singles[-1][1]


def _has_part(lone: Name, full: Name) -> bool:
    return any(token.roman == lone.tokens[0].roman for token in full.tokens)


def _is_family(lone: Name, full: Name) -> bool:
    """Tells whether a lone name is the family name of a full one; in one language they must be spelled the same."""
    token, other = lone.tokens[0], full.tokens[-1]
    match = match_tokens(token, other, lone, full)
    if (lone.language, lone.script) == (full.language, full.script):
        return match.why in (Likeness.EQUAL, Likeness.INFLECTED, Likeness.SPELLING)
    least = _ACROSS_SCRIPTS if lone.script != full.script else 0.0
    return match.score >= max(least, lone_threshold(lone, full, token, other))


def _titled(local: Local, numbers: Sequence[int], pool: Pool) -> Sequence[int]:
    """Returns the persons that bear a title of the local one elsewhere, or all when none does; a king is a king."""
    titled = [
        number
        for number in numbers
        if any(title in other.titles for other in pool.persons[number].locals for title in local.titles)
    ]
    return titled if titled or is_ruler(local.titles, local.head.language) else numbers
