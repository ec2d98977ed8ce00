"""What code, data and models a result was made with: part of every key, so that a change re-does what it touches."""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline.shards import digest

_ROOT = Path(__file__).parent
_GENERATED = {".pyc", ".tmp"}


@cache
def code_version(parts: tuple[str, ...], packages: tuple[str, ...] = ()) -> str:
    """Returns a hash of modules and data folders of this package and of the versions of others.

    Args:
        parts: names of modules (`text.py`) and subpackages (`dates`) below `dateline`.
        packages: distributions whose version matters (`spacy`).
    """
    hashed = [digest(str(path.relative_to(_ROOT)), path.read_bytes()) for path in _files(parts)]
    return digest(*hashed, *(f"{name} {_installed(name)}" for name in packages))


def _files(parts: Iterable[str]) -> Iterable[Path]:
    for part in parts:
        path = _ROOT / part
        if path.is_file():
            yield path
        else:
            yield from sorted(
                file for file in path.rglob("*")
                if file.is_file() and file.suffix not in _GENERATED
            )  # fmt: skip


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
