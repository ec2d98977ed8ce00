"""Where shards are computed: in this process or in many, behind one `map_shards()`.

A shard's result is a file named by its content, so it does not matter who computes it, in which order, or how often.
"""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from typing import Any

#: Shards that wait in the queue per worker: enough to keep it busy, few enough to bound memory.
_QUEUED = 3

#: Numeric libraries would otherwise start a thread per core in every worker.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one shard: its result, or the items of it that kill every process that touches them."""

    result: Any = None
    poison: tuple[Any, ...] = ()


class Executor(AbstractContextManager["Executor"]):
    """Runs shard functions in up to `jobs` processes, started when first needed and kept until the end."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map_shards(self, function: Callable[[Any], Any], shards: Iterable[Sequence[Any]]) -> Iterator[Outcome]:
        """Yields an Outcome per shard as they finish; `function` takes a list of items and must be importable.

        A single shard, or `jobs=1`, runs in this process. Exceptions of `function` are raised here.
        """
        stream = iter(shards)
        head = list(islice(stream, 2))
        if self.jobs == 1 or len(head) < 2:
            for shard in chain(head, stream):
                yield Outcome(function(shard))
            return
        suspects = yield from self._parallel(function, chain(head, stream))
        for shard in suspects:
            yield from self._alone(function, shard)

    def _parallel(
        self, function: Callable[[Any], Any], shards: Iterator[Sequence[Any]]
    ) -> Generator[Outcome, None, list[Sequence[Any]]]:
        """Yields outcomes; returns the shards that were in flight when a worker died."""
        running: dict[Future[Any], Sequence[Any]] = {}
        suspects: list[Sequence[Any]] = []
        exhausted = False
        while running or not exhausted:
            while not exhausted and len(running) < self.jobs * _QUEUED:
                shard = next(shards, None)
                if shard is None:
                    exhausted = True
                    break
                running[self._submit(function, shard)] = shard
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                shard = running.pop(future)
                try:
                    yield Outcome(future.result())
                except BrokenProcessPool:
                    suspects.append(shard)
            if suspects and not running:
                self._stop()
        return suspects

    def _submit(self, function: Callable[[Any], Any], shard: Sequence[Any]) -> Future[Any]:
        try:
            return self._started().submit(function, shard)
        except BrokenProcessPool:
            self._stop()
            return self._started().submit(function, shard)

    def _alone(self, function: Callable[[Any], Any], shard: Sequence[Any]) -> Iterator[Outcome]:
        """Runs a shard by itself; when it kills its process, halves it until the guilty item stands alone."""
        pool = _start_pool(1)
        try:
            result = pool.submit(function, shard).result()
        except BrokenProcessPool:
            if len(shard) == 1:
                yield Outcome(poison=tuple(shard))
                return
            middle = len(shard) // 2
            yield from self._alone(function, shard[:middle])
            yield from self._alone(function, shard[middle:])
        else:
            yield Outcome(result)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _start_pool(self.jobs)
        return self._pool

    def _stop(self, *, wait: bool = False) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=True)
            self._pool = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop(wait=kind is None)


def available_cores() -> int:
    """Returns how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_pool(workers: int) -> ProcessPoolExecutor:
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    return ProcessPoolExecutor(max_workers=workers, mp_context=multiprocessing.get_context("spawn"))
