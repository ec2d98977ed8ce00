"""What a person at the terminal sees: progress with rate and time left, one line per problem, a closing summary."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:  # at run time these would load pandas and the models' libraries for `dateline --help`
    from dateline.explanation import Explanation
    from dateline.stages.tables import Report

#: Lines of one sort shown before the rest is only counted.
_SHOWN = 20

#: C0 and C1 controls, marks and overrides of direction, halves of characters.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def printable(text: str) -> str:
    """Returns a text whose control characters are spelled out (`\\x1b`): none of them may reach a terminal."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def say_error(line: str) -> None:
    """Prints an error as one line on stderr."""
    _err.print(f"dateline: {printable(line)}", style="red" if _err.is_terminal else None, markup=False)


class _Rate(ProgressColumn):
    """Articles per second."""

    def render(self, task: Task) -> Text:
        """Returns the rate as text."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


class Terminal:
    """A Reporter that draws progress on a terminal, and nothing when piped or quiet."""

    def __init__(self, *, quiet: bool) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=_err, transient=True, disable=quiet or not _err.is_terminal)
        self._quiet = quiet
        self._task = None if quiet else self._progress.add_task("starting", total=None)
        self._notes: list[str] = []

    def stage(self, name: str, total: int | None) -> None:
        """Starts a new bar."""
        if self._task is not None:
            self._progress.remove_task(self._task)
            self._task = self._progress.add_task(name, total=total)

    def advance(self, articles: int) -> None:
        """Moves the bar."""
        if self._task is not None:
            self._progress.advance(self._task, articles)

    def note(self, line: str) -> None:
        """Keeps the line until the bars are gone."""
        self._notes.append(line)

    def __enter__(self) -> "Terminal":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()
        if not self._quiet:
            show_lines(self._notes, "more warnings")


def show_lines(lines: Sequence[str], more: str) -> None:
    """Prints warnings or problems on stderr, one a line: of many, the first and how many `more` there are."""
    for line in lines[:_SHOWN]:
        _err.print(f"dateline: {printable(line)}", markup=False)
    if len(lines) > _SHOWN:
        _err.print(f"dateline: … and {len(lines) - _SHOWN:,} {more}", markup=False)


def show_summary(report: "Report", folder: Path, extracted: int | None, reused: int | None, *, quiet: bool) -> None:
    """Prints the problems on stderr and, unless quiet, what was done and where the tables are."""
    show_lines(report.problems, "such records; sources.csv has them all")
    if quiet:
        return
    _out.print(
        f"{report.rows['sources']:,} records, {report.rows['documents']:,} articles: {_counts(report.languages)}"
    )
    skipped = {name: count for name, count in report.statuses.items() if name != "ok"}
    if skipped:
        _out.print(f"of the records: {_counts(skipped)}")
    if extracted is not None and reused is not None:
        _out.print(_work(extracted, reused))
    _out.print(", ".join(f"{name} {count:,}" for name, count in report.rows.items()))
    _out.print(f"tables in {escape(str(folder))}/ (README.md there says what each column means)")


def _work(extracted: int, reused: int) -> str:
    if extracted == 0:
        return f"extracted nothing new: all {reused:,} articles were done by an earlier run"
    return f"extracted from {extracted:,} articles" + (f", {reused:,} were done by an earlier run" if reused else "")


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in counts.items())


def show_explanation(explanation: "Explanation") -> None:
    """Prints a row, its place in the text and the reasons."""
    _out.print(explanation.heading, style="bold", markup=False)
    grid = Table.grid(padding=(0, 2))
    for name, value in explanation.facts.items():
        grid.add_row(Text(name, style="dim"), Text(value))
    _out.print(grid)
    for heading, lines in explanation.sections.items():
        _out.print(f"\n{heading}", style="bold", markup=False)
        for line in lines:
            _out.print(f"  {line}", markup=False)
