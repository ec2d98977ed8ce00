"""Models that are fetched: from a server of our own, with a wheel made here."""

import io
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest
import spacy
from typer.testing import CliRunner

from dateline.cli import app
from dateline.entities import catalog, fetching, locations, models

_SHIPPED = catalog.model_catalog()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An address and the folder whose files it serves."""
    folder = tmp_path / "served"
    folder.mkdir()
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}", folder
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_MODELS", str(tmp_path / "cache"))
    return tmp_path / "cache"


def wheel(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def pipeline(folder: Path) -> dict[str, bytes]:
    """Returns the files of a wheel with an untrained pipeline in it."""
    nlp = spacy.blank("de")
    nlp.add_pipe("ner").add_label("PER")
    nlp.initialize()
    nlp.to_disk(folder)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {"tiny/__init__.py": b"raise SystemExit", **{f"tiny/tiny-1.0/{name}": data for name, data in files.items()}}


def offer(monkeypatch: pytest.MonkeyPatch, url: str, digest: str, name: str = "tiny") -> None:
    """Puts one fetched model into the catalogue."""
    entry = catalog.Entry(
        id=name,
        source="url",
        version="1.0",
        folder="tiny/tiny-1.0",
        licence="MIT",
        url=url,
        sha256=digest,
        language="de",
    )
    offered = catalog.Catalog(_SHIPPED.languages, _SHIPPED.labels, {"en-md": _SHIPPED.models["en-md"], name: entry})
    for module in (fetching, locations, models):
        monkeypatch.setattr(module, "model_catalog", lambda: offered)


def fetch(name: str = "tiny") -> tuple[int, str]:
    result = CliRunner().invoke(app, ["models", "fetch", name])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, " ".join((result.stdout + result.stderr).split("\n")).strip()


def test_a_fetched_model_is_unpacked_into_the_cache_and_loads_from_there(
    server: tuple[str, Path], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = wheel(pipeline(tmp_path / "saved"))
    (server[1] / "tiny.whl").write_bytes(data)
    offer(monkeypatch, f"{server[0]}/tiny.whl", sha256(data).hexdigest()[:12])
    for _ in range(2):  # the second in place of the first
        code, said = fetch()
        assert code == 0
        assert f"tiny in {cache / 'tiny-1.0'}: use it with --models de=tiny" in said
        assert [path.name for path in cache.iterdir()] == ["tiny-1.0"]
    (member,) = models.members("de", chosen={"de": "tiny"})
    assert member.pipeline.pipe_names == ["ner"]


def test_another_file_than_the_pinned_one_is_removed(
    server: tuple[str, Path], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (server[1] / "tiny.whl").write_bytes(wheel({"tiny/tiny-1.0/config.cfg": b""}))
    offer(monkeypatch, f"{server[0]}/tiny.whl", "0" * 12)
    code, said = fetch()
    assert code == 1
    assert "not the file that models.toml pins" in said
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"tiny/tiny-1.0/config.cfg": b"", "tiny/tiny-1.0/../../../../escaped": b"x"}, "leads out of it"),
        ({"tiny/tiny-1.0/config.cfg": b"", "tiny/tiny-1.0//tmp/dateline-escaped": b"x"}, "leads out of it"),
        ({"tiny/tiny-2.0/config.cfg": b""}, "no pipeline tiny/tiny-1.0 in it"),
    ],
)
def test_a_wheel_is_unpacked_safely(
    server: tuple[str, Path],
    cache: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: Mapping[str, bytes],
    says: str,
) -> None:
    data = wheel(files)
    (server[1] / "tiny.whl").write_bytes(data)
    offer(monkeypatch, f"{server[0]}/tiny.whl", sha256(data).hexdigest())
    code, said = fetch()
    assert code == 1
    assert says in said
    assert list(cache.iterdir()) == []
    assert not [path for path in (*tmp_path.rglob("escaped"), Path("/tmp/dateline-escaped")) if path.exists()]


def test_what_is_no_wheel_is_refused(server: tuple[str, Path], cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (server[1] / "tiny.whl").write_bytes(b"<html>Please sign in to this network</html>")
    offer(monkeypatch, f"{server[0]}/tiny.whl", "")
    assert "not a wheel" in fetch()[1]


def test_being_offline_is_one_line(server: tuple[str, Path], cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, f"{server[0]}/absent.whl", "0" * 12)
    code, said = fetch()
    assert (code, "absent.whl: cannot be fetched (" in said, "try again online" in said) == (1, True, True)
    offer(monkeypatch, "http://127.0.0.1:9/tiny.whl", "0" * 12)
    assert "cannot be fetched" in fetch()[1]
    assert list(cache.iterdir()) == []


def test_a_cache_that_cannot_be_written_names_the_remedy(
    server: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATELINE_MODELS", str(tmp_path / "file"))
    offer(monkeypatch, f"{server[0]}/tiny.whl", "")
    assert "DATELINE_MODELS" in fetch()[1]


@pytest.mark.parametrize(("name", "says"), [("nope", "no such model"), ("en-md", "comes with dateline")])
def test_an_unknown_id_lists_the_known_ones(monkeypatch: pytest.MonkeyPatch, name: str, says: str) -> None:
    offer(monkeypatch, "http://127.0.0.1:9/tiny.whl", "")
    assert fetch(name) == (2, f"dateline: {name}: {says}; there are tiny")
