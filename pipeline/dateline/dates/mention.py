"""DateMention: the row of `dates.csv`."""

from dataclasses import dataclass
from datetime import date

from dateline.article import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A temporal expression with what it denotes.

    Attributes:
        type: `date`, `time`, `duration` or `set`, as in TIMEX3.
        timex: TIMEX3 value; `X` where a digit is unknown, `A/B` for a range.
        edtf: the same in ISO 8601-2, empty where EDTF has no word for it (durations, sets, weekdays without a date).
        date_start: first day it can mean; `None` for durations, sets, open starts and what cannot be anchored.
        date_end: last day it can mean; `None` likewise.
        modifier: `approx`, `early`, `mid`, `late`, `before`, `after`, `less_than`, `more_than`.
        relative: whether it had to be anchored (`last week`, `Friday`, `24 November` without a year).
        anchor: the day it was anchored on, `None` when it was not.
        anchor_from: `published`, `text` (the day of publication, from the byline), `previous-date` or empty.
    """

    type: str
    timex: str
    edtf: str
    date_start: date | None
    date_end: date | None
    modifier: tuple[str, ...] = ()
    relative: bool = False
    anchor: date | None = None
    anchor_from: str = ""
