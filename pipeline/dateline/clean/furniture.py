"""Lines that are certainly page furniture, each with the reason; and those that are certainly notes."""

import re

from dateline.clean.lines import Measured
from dateline.clean.phrases import is_furniture
from dateline.clean.rows import row_reason

_URL = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info)(?:/\S*)?", re.IGNORECASE
)
_NOTE = re.compile(r"\[[0-9]{1,3}\]|\([0-9]{1,3}\)|\^|[0-9]{1,3}[.)]?\s|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_BRACKETED = re.compile(r"\[[0-9]{1,3}\]\s")
_LINK = re.compile(r"https?://|www\.|doi\.org|\bdoi:|\bISBN\b|\bibid\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^(?:copyright\s)?\W{0,3}(?:©|\(c\)\s*[12][09]\d\d|℗)|©\s*[12][09]\d\d", re.IGNORECASE)
_MARK = re.compile(r"©|℗|\([cC]\)")
#: Copyright notices are no longer than this; a paragraph about copyright is.
_LONGEST_NOTICE = 60


def certain_reason(line: Measured) -> str:
    """Why a line certainly is page furniture; empty if it is not certain.

    `url`, `symbols`, `phrase`, `copyright`, or one of `rows.row_reason`.
    """
    if _URL.fullmatch(line.text):
        return "url"
    if not any(map(str.isalnum, line.text)):
        return "symbols"
    if is_furniture(line):
        return "phrase"
    if line.words <= _LONGEST_NOTICE and _MARK.search(line.text) and _COPYRIGHT.search(line.text):
        return "copyright"
    return row_reason(line)


def is_note(line: Measured) -> bool:
    """Whether a line is a note: `[1] Public Record Office`, or `1. http://...` with a link in it."""
    if _BRACKETED.match(line.text):
        return True
    return _NOTE.match(line.text) is not None and _LINK.search(line.text) is not None
