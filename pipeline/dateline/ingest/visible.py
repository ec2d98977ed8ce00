"""The text that an HTML page shows, flattened: one line for each block of it, in the order of the markup."""

from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

#: Elements that end a line where they begin and where they end. Cells too: in old layouts they hold columns of a page.
_BREAKING = """
    address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup
    option p plaintext pre section select summary table tbody td tfoot th thead tr ul xmp
"""
#: Elements whose content no page shows as text.
_HIDDEN = """
    applet area audio base canvas datalist embed head iframe link map math meta noembed noframes noscript object param
    script style svg template textarea title video
"""
_BREAKS, _UNSEEN = frozenset(_BREAKING.split()), frozenset(_HIDDEN.split())
#: Blocks that say what their lines are.
TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
CAPTION = "figcaption"
_TELLING = frozenset((*TITLES, CAPTION))
#: Blocks in which line ends count.
_SET = frozenset(("pre", "listing", "plaintext", "xmp"))
_MARKING = _BREAKS | _TELLING | _SET


@dataclass(frozen=True, slots=True)
class Visible:
    r"""The visible text of a page.

    Attributes:
        lines: its lines, none of them blank, with single spaces.
        tags: for each line the block that says what it is, `h1` to `h6` or `figcaption`, else ''.
        depths: the depths of all elements that are seen, added up.
        deepest: the depth of the deepest of them.
    """

    lines: tuple[str, ...]
    tags: tuple[str, ...]
    depths: int = 0
    deepest: int = 0

    @property
    def text(self) -> str:
        r"""The lines as one string, joined with `\n`; offsets count in it."""
        return "\n".join(self.lines)


def visible(tree: _Element) -> Visible:
    """Returns the visible text of a parsed page; linear in its size, whatever the depth of its elements."""
    flattened = _Flattened()
    depth = deepest = depths = 0
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            depth -= 1
            if tag in _MARKING:
                flattened.end(tag)
            if tail := element.tail:
                flattened.add(tail)
            continue
        depth += 1
        depths += depth
        if depth > deepest:
            deepest = depth
        if tag in _MARKING:
            flattened.start(tag)
        if tag in _UNSEEN or not isinstance(tag, str) or element.get("hidden") is not None:
            walk.skip_subtree()
        elif text := element.text:
            flattened.add(text)
    flattened.break_line()
    return Visible(tuple(flattened.lines), tuple(flattened.tags), depths, deepest)


class _Flattened:
    """The lines so far, and the one at work."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.tags: list[str] = []
        self._pieces: list[str] = []
        self._inside: list[str] = []
        self._n_set = 0

    def start(self, tag: str) -> None:
        """Begins an element."""
        self._break_at(tag)
        if tag in _TELLING:
            self._inside.append(tag)
        self._n_set += tag in _SET

    def end(self, tag: str) -> None:
        """Ends an element."""
        self._break_at(tag)
        if tag in _TELLING:
            self._inside.pop()
        self._n_set -= tag in _SET

    def add(self, text: str) -> None:
        """Adds text to the line; where line ends count, they end it."""
        if not self._n_set:
            self._pieces.append(text)
            return
        *whole, rest = text.split("\n")
        for line in whole:
            self._pieces.append(line)
            self.break_line()
        self._pieces.append(rest)

    def break_line(self) -> None:
        """Ends the line, which counts if it is not blank."""
        if not self._pieces:
            return
        line = " ".join("".join(self._pieces).split())
        self._pieces = []
        if line:
            self.lines.append(line)
            self.tags.append(self._inside[-1] if self._inside else "")

    def _break_at(self, tag: str) -> None:
        if tag in _BREAKS:
            self.break_line()
