"""How the core tells what it is doing; it never prints. The CLI draws it, a notebook may, by default nobody does."""

from typing import Protocol


class Reporter(Protocol):
    """What a caller of `run()` may pass to be told of its progress."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins; `total` articles lie before it, None when not known yet."""

    def advance(self, articles: int) -> None:
        """So many articles of the current stage are done."""

    def note(self, line: str) -> None:
        """Something the user should read, as one line."""


class Silent:
    """A Reporter that says nothing."""

    def stage(self, name: str, total: int | None) -> None:
        """Ignores the stage."""

    def advance(self, articles: int) -> None:
        """Ignores the progress."""

    def note(self, line: str) -> None:
        """Ignores the line."""
