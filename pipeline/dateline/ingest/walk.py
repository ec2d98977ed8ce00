"""The files of a dump in a fixed order, each under the source it goes by; nothing is opened here."""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from dateline.errors import UsageError

STDIN = "-"
SIDECAR = "metadata.csv"

# Case counts: `License to kill.txt` is an article.
_NOT_AN_ARTICLE = re.compile(
    r"\..*|(?:README|LICENSE|LICENCE|COPYING|NOTICE)(?:\..*)?|__MACOSX|Thumbs\.db|desktop\.ini", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the dump.

    Attributes:
        source: what it is called in `Record.source`.
        path: where it is; None for the standard input.
        error: why it cannot be read, '' when it can.
    """

    source: str
    path: Path | None
    error: str = ""


def walk(paths: Sequence[str | Path]) -> list[Iterator[File]]:
    """Returns the files of each dump argument: a file, a folder (its files sorted by path), or `-`.

    A file reached twice is given once. Where two arguments hold the same source, both get the names of their folders
    in front of it.

    Raises:
        UsageError: a path does not exist.
    """
    for path in paths:
        if path != STDIN and not os.path.exists(path):
            raise UsageError(f"{path}: no such file or folder")
    if len(paths) == 1:
        return [_files(paths[0])]
    seen: set[str] = set()
    listed = [[file for file in _files(path) if not _is_repeat(file, seen)] for path in paths]
    shared = {source for source, n in Counter(file.source for files in listed for file in files).items() if n > 1}
    clashing = [any(file.source in shared for file in files) for files in listed]
    fronts = iter(_distinct([_root(path) for path, clash in zip(paths, clashing, strict=True) if clash]))
    return [
        _in_front(next(fronts), files) if clash else iter(files) for files, clash in zip(listed, clashing, strict=True)
    ]


def is_article(name: str) -> bool:
    """True unless a file or folder is hidden, a README or a licence by its name."""
    return name in (".", "..") or _NOT_AN_ARTICLE.fullmatch(name) is None


def readable(name: str) -> str:
    r"""Returns a file name as one line of valid text: white space folded, bytes that are not UTF-8 as `\xe9`."""
    return " ".join(os.fsencode(name).decode("utf-8", "backslashreplace").split())


def _files(argument: str | Path) -> Iterator[File]:
    if argument == STDIN:
        yield File(STDIN, None)
        return
    root = Path(argument)
    if not root.is_dir():
        yield _file(root, readable(root.resolve().name))
        return
    visited: set[tuple[int, int]] = set()  # folders, so that links in a circle end
    waiting = [root]
    while waiting:
        path = waiting.pop()
        source = readable(path.relative_to(root).as_posix())
        if not path.is_dir():
            yield _file(path, source)
            continue
        status = path.stat()
        if (status.st_dev, status.st_ino) in visited:
            continue
        visited.add((status.st_dev, status.st_ino))
        try:
            names = [name for name in os.listdir(path) if is_article(name)]
        except OSError as error:
            yield File(source, path, f"cannot be opened ({error.strerror}): check its permissions")
            continue
        # popped from the end; the sidecar first, for it is needed to read the others
        waiting.extend(path / name for name in sorted(names, key=lambda name: (name != SIDECAR, name), reverse=True))


def _file(path: Path, source: str) -> File:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return File(source, path, f"a link that leads nowhere or a lost file ({error.strerror}): remove it")
    if not stat.S_ISREG(mode):
        return File(source, path, "a pipe, socket or device, not a file: remove it, or give `-` to read a stream")
    return File(source, path)


def _is_repeat(file: File, seen: set[str]) -> bool:
    real = os.path.realpath(file.path) if file.path is not None else STDIN
    repeat = real in seen
    seen.add(real)
    return repeat


def _root(argument: str | Path) -> PurePosixPath:
    path = Path(argument).resolve()
    return PurePosixPath((path if path.is_dir() else path.parent).as_posix())


def _distinct(roots: list[PurePosixPath]) -> list[str]:
    # the last names of each folder, as many as tell them apart
    for depth in range(1, max((len(root.parts) for root in roots), default=0) + 1):
        names = ["/".join(root.parts[-depth:]) for root in roots]
        if len(set(names)) == len(set(roots)):
            return names
    return [str(root) for root in roots]


def _in_front(front: str, files: list[File]) -> Iterator[File]:
    return (replace(file, source=f"{readable(front)}/{file.source}") for file in files)
