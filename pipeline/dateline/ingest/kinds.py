"""What a file is when it is no text that Dateline reads."""

import tomllib
from functools import cache
from importlib import resources

CONTROL_SHARE = 0.03  # of a text's first bytes; damaged text has single NULs and escapes, random bytes 0.1

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def not_text(prefix: bytes, suffix: str, beginning: str) -> str:
    """Returns what a file is by its first bytes, its suffix and its decoded beginning: `a PDF`; '' for text."""
    kinds = _kinds()
    shown = next((kind for magic, kind in kinds["magic"].items() if prefix.startswith(bytes.fromhex(magic))), "")
    if shown or suffix in kinds["other"]:
        return shown or kinds["other"][suffix]
    controls = sum(map(beginning.count, map(chr, _CONTROLS)))
    return "binary" if controls > CONTROL_SHARE * len(beginning) else ""


def zipped_document(suffix: str) -> str:
    """Returns what a zip file of that suffix is when it is a document, '' for an archive."""
    return _kinds()["zipped"].get(suffix, "")


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("dateline.ingest").joinpath("data/kinds.toml").read_text("utf-8"))
