"""All stages in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.executors import Executor, available_cores
from dateline.progress import Reporter, Silent
from dateline.settings import Settings, load_settings
from dateline.stages.clean import clean
from dateline.stages.detect import detect
from dateline.stages.documents import documents
from dateline.stages.extract import extract
from dateline.stages.resolve import resolve
from dateline.stages.tables import Report, tables
from dateline.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        folder: where the tables are.
        report: what they hold.
        extracted: articles extracted now.
        reused: articles whose extraction an earlier run had finished.
    """

    folder: Path
    report: Report
    extracted: int
    reused: int


def run(
    paths: str | Path | Sequence[str | Path],
    output: str | Path = "outputs",
    *,
    reporter: Reporter | None = None,
    settings: Settings | None = None,
    **options: Any,
) -> Summary:
    """Turns a dump into tables in `output`; what an earlier run finished there is not done again.

    Args:
        paths: files or folders, or `-` for standard input.
        output: folder of the tables.
        reporter: is told of the progress.
        settings: all options at once; by default `dateline.toml` of the working directory.
        options: single options by name (`keep_duplicates=True`), over those of `dateline.toml`.

    With more than one job, a script that calls this needs `if __name__ == "__main__":`, as all of Python's
    multiprocessing does.

    Raises:
        DatelineError: a wrong option, nothing to read, or an output folder that cannot be written.
    """
    chosen = settings if settings is not None else load_settings(**options)
    work = Workspace(Path(output))
    tell = reporter if reporter is not None else Silent()
    work.prepare()
    with Executor(chosen.jobs or available_cores()) as executor:
        clean([paths] if isinstance(paths, str | Path) else paths, work, chosen, executor, tell)
        detect(work, chosen, executor, tell)
        documents(work, chosen)
        extracted, reused = extract(work, chosen, executor, tell)
    resolve(work, tell)
    return Summary(work.folder, tables(work, chosen, tell), extracted, reused)
