"""Megabytes of plain text, and pages of HTML, that clean and detect get through in a second on one core.

    python benchmarks/cleaning.py [--articles 4000] [--html FOLDER]

Plain text is the sample corpus repeated with sentences and numbers varied. HTML is whatever pages a folder holds:
made-up markup would say nothing. Imports count for neither: what the same commands take on one article is subtracted.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from throughput import make_dump

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def seconds(dump: Path, output: Path) -> float:
    """Returns how long `dateline clean` and `dateline detect` take on a dump, in one process."""
    begin = time.perf_counter()
    for command in (["clean", str(dump)], ["detect"]):
        subprocess.run([sys.executable, "-m", "dateline", *command, "-o", output, "-j", "1", "-q"], check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Prints the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--html", type=Path, help="folder of .html pages")
    given = parser.parse_args()
    os.environ.update(_ONE_THREAD)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dump, single = folder / "dump.jsonl", folder / "single.jsonl"
        make_dump(dump, given.articles)
        make_dump(single, 1)
        start = seconds(single, folder / "one")
        took = seconds(dump, folder / "all") - start
        size = dump.stat().st_size / 1e6
        print(f"plain text  {size:6.1f} MB  {took:6.1f} s  {size / took:6.2f} MB/s  (start {start:.1f} s)")
        if given.html is not None:
            pages = sum(1 for path in given.html.rglob("*.html"))
            took = seconds(given.html, folder / "html") - start
            print(f"HTML        {pages:6d} pages  {took:6.1f} s  {pages / took:6.1f} pages/s")


if __name__ == "__main__":
    main()
