from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import shards
from dateline.shards import Store, batches, digest, read_rows, write_whole

SCHEMA = pa.schema([("key", pa.string()), ("n", pa.int64())])


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_a_digest_tells_apart_where_parts_end(left: list[str], right: list[str]) -> None:
    assert (digest(*left) == digest(*right)) == (left == right)


def test_a_store_finds_what_it_wrote(tmp_path: Path) -> None:
    store = Store(tmp_path / "stage", SCHEMA)
    path = store.write([{"key": "b", "n": 2}, {"key": "a", "n": 1}])
    assert store.index() == {"a": path, "b": path}
    assert read_rows(path, ["a", "b"]) == [{"key": "a", "n": 1}, {"key": "b", "n": 2}]
    assert store.paths(["a", "unknown"]) == [path]


def test_the_same_keys_are_the_same_file(tmp_path: Path) -> None:
    store = Store(tmp_path, SCHEMA)
    assert store.write([{"key": "a", "n": 1}]) == store.write([{"key": "a", "n": 1}])
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_shard_is_done_again(tmp_path: Path) -> None:
    store = Store(tmp_path, SCHEMA)
    path = store.write([{"key": "a", "n": 1}])
    path.write_bytes(path.read_bytes()[:-9])
    assert store.index() == {}
    assert not path.exists()


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_whole(tmp_path / "x", fail)
    assert list(tmp_path.iterdir()) == []


def test_batches_are_bounded_by_number_and_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_ARTICLES", 3)
    monkeypatch.setattr(shards, "SHARD_CHARACTERS", 10)
    assert list(batches([1, 1, 1, 1, 9, 2, 50, 1], int)) == [[1, 1, 1], [1, 9], [2, 50], [1]]
