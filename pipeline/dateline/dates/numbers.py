"""Numbers in dates: digits with a language's separators, and number words up to the hundreds."""

import re
from dataclasses import dataclass

from dateline.dates.forms import NUMBER, Slot, alternatives


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one language: what the slot `{n}` matches and the value of what it matched."""

    slot: Slot
    values: dict[str, float]
    thousands: str
    decimal: str

    def value(self, text: str) -> float:
        """The value of a match of the slot; 0 for what is no number."""
        found = self.values.get(" ".join(text.split()))
        if found is not None:
            return found
        whole, half, _ = text.partition("1/2")
        if half:
            return float(whole or 0) + 0.5
        digits = text.replace(self.thousands, "").replace(self.decimal, ".")
        return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else 0.0


def make_numbers(
    words: dict[str, float], joiners: list[str], thousands: str, decimal: str, *, units_first: bool = False
) -> Numbers:
    """Builds the numbers of a language from its simple words: tens are joined with what is below twenty.

    Args:
        words: simple number words and their values (`twenty` 20, `soixante` 60, `dozen` 12).
        joiners: what stands between tens and units (`-`, ` `, ` et `).
        thousands: the separator of groups of three digits.
        decimal: the decimal mark.
        units_first: whether the unit stands before the ten, in one word: zweiundzwanzig.
    """
    tens = {word: value for word, value in words.items() if 20 <= value < 100 and value % 10 == 0}
    below = 10 if units_first else 20  # up to nineteen: soixante-dix-neuf
    units = {word: value for word, value in words.items() if 1 <= value < below and " " not in word}
    heads, tails = (units, tens) if units_first else (tens, units)
    compounds = {
        f"{head}{joiner}{tail}": heads[head] + tails[tail] for head in heads for tail in tails for joiner in joiners
    }
    simple = alternatives(list(words))
    joined = "|".join(map(re.escape, sorted(joiners, key=len, reverse=True)))
    compound = f"(?:{'|'.join(map(re.escape, heads))})(?:{joined}){alternatives(list(tails)).pattern}"
    group, mark = re.escape(thousands), re.escape(decimal)
    grouped = rf"\d{{1,3}}(?:{group}\d{{3}}){{1,3}}(?!\d)"
    plain = rf"\d{{1,6}}(?:{mark}\d{{1,2}})?(?!\d|{mark}\d)"
    every = alternatives([*words, *compounds])
    pattern = rf"(?:(?:\d{{1,2}} )?1/2|{grouped}|{plain}|{compound}|{simple.pattern})"
    slot = Slot(pattern, every.first | NUMBER, every.second | NUMBER)
    values = words | compounds
    return Numbers(slot, values, thousands, decimal)
