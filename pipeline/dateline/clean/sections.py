"""What part of the article a kept line is."""

import re
from functools import cache

from dateline.clean.lines import Measured
from dateline.clean.words import words_of

#: A credit in brackets at the end of a line: `(AFP)`, `(Fadel Senna / AFP)`, `(Photo: Defense Ministry)`.
_CREDIT = re.compile(r"""[.!?…"”'»)\w]\s*\(([^()]{2,80})\)\.?$""")
#: A line of its own with where, when and who: `Pristina (Yugoslavia), 23 may (EFE).-`
_DATELINE = re.compile(
    r"[^\W\d_][^\d\n,]{1,40},(?: [^\W\d_]{1,12}\.?)? \d{1,2}\b[^\d()\n]{0,16}\(([^()\n]{2,30})\)[\s.:–—-]*$"
)
_HEADING_LONGEST = 12
_CAPTION_LONGEST = 80
_DEK_LONGEST, _DEK_SHORTEST = 45, 5
_QUOTE_LONGEST = 60
_QUOTED = re.compile(r"""^["“«„](?P<said>[^"“”«»„]+)["”»“]$""")
_OPEN_END = re.compile(r"[,;:\-–—]$")


def is_caption(line: Measured) -> bool:
    """Whether a line is the caption of a picture: it ends in a credit in brackets or starts with a label."""
    if line.words > _CAPTION_LONGEST:
        return False
    if _label_pattern().match(line.text):
        return True
    credit = _CREDIT.search(line.text, max(0, len(line.text) - 90))
    if credit is None:
        return False
    closed = line.text[: credit.start() + 1].rstrip()[-1:] in '.!?…"”'
    capitals = all(word[0].isupper() or not word[0].isalpha() or len(word) < 4 for word in credit[1].split())
    return _credit_pattern().search(credit[1]) is not None or (closed and capitals and credit[1][0].isupper())


def is_dateline(line: Measured) -> bool:
    """Whether a line is an agency's dateline and nothing else: a name, a comma, a day, the agency in brackets."""
    found = _DATELINE.match(line.text)
    return found is not None and not line.text[0].islower() and found[1].lower() in words_of("bylines")["agencies"]


def is_heading(line: Measured) -> bool:
    """Whether a line between paragraphs can head what follows: short and open, or a short question."""
    if line.words > _HEADING_LONGEST or _OPEN_END.search(line.text):
        return False
    return not line.is_closed or line.text[-1] in "?？؟"


def is_quote(line: Measured) -> bool:
    """Whether a line is one quotation and nothing else."""
    return line.words <= _QUOTE_LONGEST and _QUOTED.match(line.text) is not None


def is_dek(line: Measured, following: Measured | None) -> bool:
    """Whether the line below a title sums the article up: open-ended, or far shorter than the paragraph after it."""
    if not _DEK_SHORTEST <= line.words <= _DEK_LONGEST:
        return False
    return not line.is_closed or (following is not None and following.words > 2 * line.words)


@cache
def _credit_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_of("captions")["credits"]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _label_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_of("captions")["labels"]))
    return re.compile(rf"(?:{words})\s?(?:\d+\s?)?[:：]\s*\S", re.IGNORECASE)
