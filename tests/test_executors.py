"""Shards in processes, one of which dies."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.executors import Executor

MODULE = """
import os

def work(items):
    if "poison" in items:
        os._exit(9)
    if "bad" in items:
        raise ValueError("bad")
    return [item.upper() for item in items]
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], list[str]]:
    """A function that worker processes can import."""
    (tmp_path / "shard_work.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    function: Callable[[list[str]], list[str]] = importlib.import_module("shard_work").work
    return function


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_shard_is_done_once(work: Callable[[list[str]], list[str]], jobs: int) -> None:
    with Executor(jobs) as executor:
        done = [outcome.result for outcome in executor.map_shards(work, [["a", "b"], ["c"], ["d"]])]
    assert sorted(done) == [["A", "B"], ["C"], ["D"]]


def test_an_item_that_kills_its_process_is_set_apart_and_nothing_else_is_lost(
    work: Callable[[list[str]], list[str]],
) -> None:
    shards = [["a", "b"], ["c", "poison", "d"], ["e"], ["f"]]
    with Executor(2) as executor:
        outcomes = list(executor.map_shards(work, shards))
    assert [item for outcome in outcomes for item in outcome.poison] == ["poison"]
    done = sorted(item for outcome in outcomes for item in outcome.result or [])
    assert done == ["A", "B", "C", "D", "E", "F"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_is_raised_here(work: Callable[[list[str]], list[str]], jobs: int) -> None:
    with Executor(jobs) as executor, pytest.raises(ValueError, match="bad"):
        list(executor.map_shards(work, [["a"], ["bad"], ["c"]]))


def test_no_shards_start_no_process(work: Callable[[list[str]], list[str]]) -> None:
    with Executor(2) as executor:
        assert list(executor.map_shards(work, [])) == []
        assert executor._pool is None
