"""Forms: the small language that the lexicons write word order in, compiled to regular expressions.

    {month}        a slot: one of the words of the lexicon's table `slot.month`, or a number (`{day}`, `{year}`, `{n}`)
    {day:day_to}   the same slot under another name, here for the end of a range; `day_and`: of a second date in a list
    [the |a ]      optional, with alternatives          (of|in)    alternatives
    ~              a space or a hyphen                  ' '        one or two spaces
    {weekday}+{part}    in one word: Montagabend

A form also knows which first words a match can begin with and which can come second, so that a text is scanned once and
only the forms that can start at a word are tried there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.unspaced import HANGUL, UNSPACED

# The keys of tokens in digits, by their length: what can begin a day or an hour, a year, and other numbers.
SHORT, YEAR, OTHER = "0", "0000", "000"
NUMBER = frozenset({SHORT, YEAR, OTHER})
ANY = ""  # among second tokens: any, or none
#: Characters that no space parts from the next word: each is a token, and a word can end before any.
RUN_ON = UNSPACED + HANGUL
TOKEN = re.compile(rf"[^\W\d_{RUN_ON}]+|[{RUN_ON}]|'?\d+")
_RUN_ON = re.compile(f"[{RUN_ON}]")
_ITEM = re.compile(r"\{(?P<slot>\w+)(?::(?P<alias>\w+))?\}|(?P<text>[^\[\](){}|+]+)|(?P<mark>[\[\]()|+])")
_BOUND = r"(?![^\W\d])"


@dataclass(frozen=True, slots=True)
class Slot:
    """What a slot matches: a regular expression without groups of its own, first and second tokens of its words."""

    pattern: str
    first: frozenset[str]
    second: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Form:
    """A compiled form: its regular expression, what tokens can come first and second, (name, slot) of each group."""

    pattern: re.Pattern[str]
    first: frozenset[str]
    second: frozenset[str]
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands around a word to the left of a date, as regular expressions.

    Attributes:
        before: no letter, or one of the proclitics of the language.
        after: a space, needed after no `'` or `-`; in a language that writes some words on the next, nothing is.
        proclitic: one of those words, right before the date.
    """

    before: str = r"(?<!\w)"
    after: str = r"(?:(?<=['(-])| {1,2})"
    proclitic: str = r"(?!)"


def edges(proclitics: list[str]) -> Edges:
    """The edges of words in a language that writes these on the next word, maybe with a hyphen."""
    if not proclitics:
        return Edges()
    one = rf"(?:{'|'.join(proclitics)})-?"
    return Edges(rf"(?<!\w)(?:{one})?", r"[('-]? {0,2}", rf"(?<!\w){one}$")


@dataclass(slots=True)
class _Part:
    pattern: str = ""
    first: frozenset[str] = frozenset()
    nullable: bool = True
    last: frozenset[str] = frozenset()  # what of `first` a word glued on now makes longer
    glue: bool = False
    heads: frozenset[str] = frozenset()  # tokens it can begin with, where it has any
    second: frozenset[str] = frozenset()
    empty: bool = True  # whether it can pass without a token
    single: bool = False  # whether one token can be all of it
    edge: bool = False  # whether it can end in a letter, which the next one would make longer

    def follow(self, heads: frozenset[str], second: frozenset[str], *, empty: bool, single: bool, joins: bool) -> None:
        """Takes in the tokens of what comes next; `joins` says that its first may be one with the last of this."""
        self.second |= (heads if self.single else frozenset()) | (second if self.empty else frozenset())
        if (joins and self.edge) or self.glue:
            self.second |= {ANY}
        self.heads |= heads if self.empty else frozenset()
        self.single, self.empty = (self.single and empty) or (self.empty and single), self.empty and empty

    def then(self, pattern: str, first: frozenset[str], nullable: bool) -> None:
        if self.glue:
            joined = frozenset(one if one in NUMBER else one + other for one in self.last for other in first)
            self.first, self.last, self.glue = (self.first - self.last) | joined, joined, False
        else:
            self.last = first if self.nullable else frozenset()
            self.first |= self.last
        self.pattern += pattern
        self.nullable = self.nullable and nullable


def key(token: str) -> str:
    """The key a token is filed under: the word itself, or one of `NUMBER`."""
    if token[0].isalpha():
        return token
    digits = len(token) - (token[0] == "'")
    return SHORT if digits < 3 else YEAR if digits == 4 else OTHER


def runs_on(text: str) -> bool:
    """Whether a text has characters that no space parts from the next word."""
    return _RUN_ON.search(text) is not None


def words(text: str) -> str:
    """A literal as a regular expression: spaces may be doubled, `~` is a space or a hyphen."""
    return re.escape(text).replace(r"\ ", " {1,2}").replace(r"\~", "(?: {1,2}|-)").replace("\\-", "-")


def alternatives(texts: list[str]) -> Slot:
    """A slot for a list of words, the longest tried first, each ending where no letter follows."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    bounded = (words(text) + (_BOUND if _ends(text) else "") for text in ordered)
    # Without spaces nothing but the longest word is one: `พฤษภาคม` is not `พฤษภา` with something behind it.
    opening = "(?>" if runs_on("".join(ordered)) else "(?:"
    pattern = f"{opening}{'|'.join(bounded) or '(?!)'})"
    return Slot(pattern, frozenset(_first(text) for text in ordered), _second(ordered))


def compile_form(form: str, slots: dict[str, Slot], after: str = "") -> Form:
    """Compiles one form; `after` is a regular expression that must not follow it.

    Raises:
        ValueError: for an unknown slot or unbalanced brackets, naming the form.
    """
    items = list(_ITEM.finditer(form))
    part, end = _alternation(items, 0, slots, form)
    if end != len(items) or part.nullable:
        raise ValueError(f"unbalanced or empty date form: {form!r}")
    groups = tuple((item["alias"] or item["slot"], item["slot"]) for item in items if item["slot"])
    bound = "" if runs_on(part.pattern) else r"(?!\w)"
    second = part.second | {ANY} if part.single else part.second
    return Form(re.compile(part.pattern + bound + (f"(?!{after})" if after else "")), part.first, second, groups)


def _ends(text: str) -> bool:
    """Whether no letter can follow a word."""
    return text[-1].isalnum() and not runs_on(text[-1])


def _alternation(items: list[re.Match[str]], at: int, slots: dict[str, Slot], form: str) -> tuple[_Part, int]:
    branches = [_Part()]
    while at < len(items) and items[at]["mark"] not in ("]", ")"):
        item, part = items[at], branches[-1]
        at += 1
        if item["mark"] == "|":
            branches.append(_Part())
        elif item["mark"] == "+":
            part.glue = True
        elif item["mark"] is not None:
            inner, at = _alternation(items, at, slots, form)
            optional = item["mark"] == "["
            if at >= len(items) or items[at]["mark"] != ("]" if optional else ")"):
                raise ValueError(f"unbalanced date form: {form!r}")
            part.follow(
                inner.heads,
                inner.second,
                empty=optional or inner.empty,
                single=inner.single,
                joins=inner.heads != frozenset(),
            )
            part.edge = inner.edge or (part.edge and (optional or inner.empty))
            part.then(inner.pattern + ("?" if optional else ""), inner.first, optional or inner.nullable)
            at += 1
        elif item["slot"] is not None:
            if item["slot"] not in slots:
                raise ValueError(f"unknown slot {item['slot']!r} in date form {form!r}")
            slot = slots[item["slot"]]
            glued = at < len(items) and items[at]["mark"] == "+"
            part.follow(slot.first, slot.second, empty=False, single=True, joins=not slot.first <= NUMBER)
            part.edge = not slot.first <= NUMBER
            part.then(f"({slot.pattern.replace(_BOUND, '') if glued else slot.pattern})", slot.first, False)
        else:
            text = item["text"]
            tokens = [key(token) for token in TOKEN.findall(text)]
            part.follow(
                frozenset(tokens[:1]),
                frozenset(tokens[1:2]),
                empty=not tokens,
                single=len(tokens) == 1,
                joins=text[0].isalpha(),
            )
            part.edge = text[-1].isalpha()
            part.then(words(text), frozenset({_first(text)}), False)
    whole = _Part(f"(?:{'|'.join(part.pattern for part in branches)})")
    whole.first = frozenset().union(*(part.first for part in branches))
    whole.nullable = any(part.nullable for part in branches)
    whole.heads = frozenset().union(*(part.heads for part in branches))
    whole.second = frozenset().union(*(part.second for part in branches))
    whole.empty, whole.single = any(part.empty for part in branches), any(part.single for part in branches)
    whole.edge = any(part.edge for part in branches)
    return whole, at


def _second(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(key(token) for text in texts for token in TOKEN.findall(text)[1:2])


def _first(text: str) -> str:
    token = TOKEN.match(text)
    return key(token[0]) if token else SHORT if text[0] == "'" else text[0]
