"""What a dump as a whole decides: one document per text, duplicates, lines that recur across an outlet's pages."""

import random
from pathlib import Path

import pytest

from dateline.executors import Executor
from dateline.progress import Silent
from dateline.settings import Settings
from dateline.stages import clean as clean_stage
from dateline.stages.clean import clean
from dateline.stages.detect import detect
from dateline.stages.documents import content_key, documents
from dateline.workspace import Workspace

WORDS = [
    "harbour", "council", "herring", "bridge", "winter", "letter", "engine", "garden", "market", "copper",
    "window", "valley", "station", "teacher", "captain", "village", "morning", "kitchen", "library", "soldier",
    "river", "mountain", "forest", "island", "village", "doctor", "farmer", "painter", "signal", "paper",
]  # fmt: skip


def prose(seed: int, sentences: int = 12) -> str:
    pick = random.Random(seed)
    return "\n".join(
        f"The {' '.join(pick.choice(WORDS) for _ in range(14))} of {pick.choice(WORDS)} {seed * 37 + n} was closed."
        for n in range(sentences)
    )


def reduced(folder: Path, dump: dict[str, str], order: int = 0) -> dict[str, dict]:
    """Returns the documents of a dump by name of their first source; an `order` reads its files in that one."""
    paths = [folder / "dump" / name for name in dump]
    for path, text in zip(paths, dump.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    random.Random(order).shuffle(paths)
    work = Workspace(folder / f"out{order}")
    work.prepare()
    with Executor(1) as executor:
        clean(paths if order else [folder / "dump"], work, Settings(), executor, Silent())
        detect(work, Settings(), executor, Silent())
        documents(work, Settings())
    return {row["source"].rpartition("/")[2]: row for row in work.load("documents", stage="detect").to_pylist()}


FULL = "A harbour closes for the winter\n\n" + prose(1)
DUMP = {
    "full.txt": FULL,
    "menu.txt": "Home\nSubscribe to our newsletter\n\n" + FULL + "\n\nShare this article\nAll rights reserved",
    "cut.txt": "\n".join(FULL.split("\n")[:7]),
    "cut_again.txt": "\n".join(FULL.split("\n")[:5]),
    "other.txt": "Another harbour is opened\n\n" + prose(2),
    "both.txt": "Two harbours quarrel about herring\n\n" + prose(3, 8) + "\n" + "\n".join(FULL.split("\n")[2:6]),
    "note.txt": "The harbour is closed.",
}


def test_duplicates_point_at_the_fuller_article_and_say_how(tmp_path: Path) -> None:
    found = reduced(tmp_path, DUMP)
    kept = {row["doc_id"]: name for name, row in found.items()}
    duplicates = {
        name: (kept[row["duplicate_of"]], row["duplicate_kind"]) for name, row in found.items() if row["duplicate_of"]
    }
    whole = {"full.txt", "menu.txt"} - set(duplicates)
    assert len(whole) == 1
    assert {name: kind for name, (_, kind) in duplicates.items()} == {
        **dict.fromkeys({"full.txt", "menu.txt"} - whole, "exact"),
        "cut.txt": "excerpt",
        "cut_again.txt": "excerpt",
    }
    assert {other for other, _ in duplicates.values()} == whole


def test_no_order_and_no_cut_of_shards_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = reduced(tmp_path, DUMP, order=1)
    assert reduced(tmp_path, DUMP, order=2) == first
    monkeypatch.setattr("dateline.shards.SHARD_ARTICLES", 2)
    assert reduced(tmp_path, DUMP, order=3) == first


def test_records_with_one_text_are_one_document(tmp_path: Path) -> None:
    found = reduced(tmp_path, {"b/2019-02-03-x.txt": FULL, "a/y.txt": FULL, "c/2018-05-06-z.txt": FULL})
    (row,) = found.values()
    assert row["sources"] == ["a/y.txt", "b/2019-02-03-x.txt", "c/2018-05-06-z.txt"]
    assert (row["source"], str(row["published"])) == ("c/2018-05-06-z.txt", "2018-05-06")


def page(seed: int, *lines: str) -> str:
    return f"Headline of the day number {seed}\n\n{prose(seed)}\n" + "\n".join(lines)


def test_lines_of_three_articles_of_an_outlet_recur(tmp_path: Path) -> None:
    found = reduced(
        tmp_path,
        {
            **{f"one/{n}.txt": page(n, "Our herring of the week", f"Own line {n * 'x'}") for n in range(1, 4)},
            **{f"two/{n}.txt": page(n, "Our whales of the week") for n in range(4, 6)},
        },
    )
    counts = {name: (len(row["recurring"]), row["n_boilerplate_lines"]) for name, row in found.items()}
    assert counts == {**dict.fromkeys(("1.txt", "2.txt", "3.txt"), (1, 1)), **dict.fromkeys(("4.txt", "5.txt"), (0, 0))}
    assert found["1.txt"]["n_words"] == found["4.txt"]["n_words"] - 5 + 3


def test_copies_of_an_article_are_one_page(tmp_path: Path) -> None:
    line = "Our herring of the week"
    copies = {f"{n}.txt": page(1, line) + "\n" * n + "Leave a comment\n" * n for n in range(5)}
    assert not any(row["recurring"] for row in reduced(tmp_path, {**copies, "b.txt": page(2, line)}).values())


def test_a_new_page_changes_the_keys_of_the_articles_it_touches_only(tmp_path: Path) -> None:
    line = "Our herring of the week"
    dump = {"one/1.txt": page(1, line), "one/2.txt": page(2, line), "two/9.txt": page(9, line)}
    before = {name: content_key(row) for name, row in reduced(tmp_path, dump).items()}
    after = {name: content_key(row) for name, row in reduced(tmp_path, {**dump, "one/3.txt": page(3, line)}).items()}
    assert {name for name in before if before[name] != after[name]} == {"1.txt", "2.txt"}


def test_a_shard_written_twice_counts_once(tmp_path: Path) -> None:
    first = reduced(tmp_path, DUMP)
    store = Workspace(tmp_path / "out0").store("clean", clean_stage.PAGES)
    (path,) = store.folder.glob("*.parquet")
    (store.folder / "0000.parquet").write_bytes(path.read_bytes())
    assert reduced(tmp_path, DUMP) == first
