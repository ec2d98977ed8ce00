"""Writes the checksums of our own models into `models.toml`, after a training: `python -m` with this module."""

import re
from hashlib import sha256
from pathlib import Path

from dateline.entities.catalog import home, model_catalog, source


def checksums(folder: Path) -> dict[str, str]:
    """Returns the sha256 of each file under a folder, by its path in it."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


def with_checksums(toml: str, model: str, files: dict[str, str]) -> str:
    """Returns the text of `models.toml` with `[models.ID.files]` new, at the end where there was none."""
    table = "".join([f"[models.{model}.files]\n", *(f'"{name}" = "{digest}"\n' for name, digest in files.items())])
    old = re.compile(rf"^\[models\.{re.escape(model)}\.files\]\n(?:[\"#].*\n)*", re.MULTILINE)
    if old.search(toml):
        return old.sub(lambda _: table, toml)
    return f"{toml.rstrip()}\n\n{table}"


if __name__ == "__main__":
    text = source().read_text(encoding="utf-8")
    for entry in model_catalog().models.values():
        if entry.source == "own":
            text = with_checksums(text, entry.id, checksums(home() / entry.folder))
    source().write_text(text, encoding="utf-8")
