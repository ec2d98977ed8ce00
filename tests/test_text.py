from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text import AlignedText


def test_identity_has_no_blocks():
    text = AlignedText.of("Rabat, Morocco")
    assert (text.text, text.to_blocks(), text.raw_span(7, 14)) == ("Rabat, Morocco", [], (7, 14))


def test_replaced_run_is_atomic():
    text = AlignedText.of("le cafÃ© noir").edit([(6, 8, "é")])
    assert text.text == "le café noir"
    assert text.raw_span(3, 7) == (3, 8)
    assert text.raw_span(6, 7) == (6, 8)
    assert text.raw_span(8, 12) == (9, 13)


def test_part_of_a_longer_replacement_maps_to_the_whole_run():
    text = AlignedText.of("a ½ b").edit([(2, 3, "1/2")])
    assert text.raw_span(3, 4) == (2, 3)
    assert text.raw_span(4, 7) == (2, 5)


def test_deleted_run_stays_outside_its_neighbours_and_inside_a_span_over_it():
    text = AlignedText.of("govern-\nment fell").edit([(6, 8, "")])
    assert text.text == "government fell"
    assert text.raw_span(0, 6) == (0, 6)
    assert text.raw_span(6, 10) == (8, 12)
    assert text.raw_span(0, 10) == (0, 12)
    assert text.raw_span(6, 6) == (8, 8)


def test_edit_of_an_edit_joins_the_blocks_it_touches():
    text = AlignedText.of("x &amp;amp; y").edit([(2, 7, "&")])
    again = text.edit([(2, 7, "&")])
    assert again.text == "x & y"
    assert again.raw_span(2, 3) == (2, 11)
    assert again.raw_span(4, 5) == (12, 13)


def test_earlier_deletion_survives_a_later_edit_elsewhere():
    text = AlignedText.of("a--b c").edit([(1, 3, "")]).edit([(3, 4, "CC")])
    assert (text.text, text.raw_span(0, 1), text.raw_span(1, 2), text.raw_span(3, 5)) == (
        "ab CC",
        (0, 1),
        (3, 4),
        (5, 6),
    )


def test_insertion_takes_no_raw_character():
    text = AlignedText.of("ab").edit([(1, 1, "-")])
    assert (text.text, text.raw_span(0, 1), text.raw_span(1, 2), text.raw_span(2, 3)) == ("a-b", (0, 1), (1, 1), (1, 2))


def test_exchange_moves_nothing_and_refuses_to():
    text = AlignedText.of("x “a”").edit([(0, 1, "")]).exchange(' "a"')
    assert (text.text, text.raw_span(1, 4)) == (' "a"', (2, 5))
    with pytest.raises(ValueError, match="single"):
        text.exchange('"a')


@pytest.mark.parametrize("edits", [[(0, 2, ""), (1, 3, "")], [(2, 9, "")], [(-1, 1, "")], [(2, 1, "")]])
def test_impossible_edits_are_refused(edits):
    with pytest.raises(ValueError, match="replacement"):
        AlignedText.of("abcd").edit(edits)


@pytest.mark.parametrize("span", [(-1, 1), (0, 5), (3, 2)])
def test_spans_outside_the_text_are_refused(span):
    with pytest.raises(IndexError):
        AlignedText.of("abcd").raw_span(*span)


def test_damaged_alignment_is_refused():
    with pytest.raises(ValueError, match="four"):
        AlignedText.from_blocks("a", [1, 2, 3])


@st.composite
def edited(draw):
    """A text edited up to three times, with a marker alphabet that tells raw characters from new ones."""
    raw = draw(st.text(alphabet="abcdé ", max_size=40))
    text = AlignedText.of(raw)
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text.text)), max_size=8)))
        spans = list(zip(cuts[::2], cuts[1::2], strict=False))
        text = text.edit([(a, b, draw(st.text(alphabet="XYZ", max_size=3))) for a, b in spans])
    return raw, text


@given(edited(), st.data())
def test_spans_without_a_replacement_read_the_same_in_the_raw_string(made, data):
    raw, text = made
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    first, last = text.raw_span(start, end)
    assert 0 <= first <= last <= len(raw)
    touched = any((b < end and start < e) or start < b < end for b, e in zip(text.starts, text.ends, strict=True))
    if not touched and not set("XYZ") & set(text.text[start:end]):
        assert raw[first:last] == text.text[start:end]


@given(edited())
def test_single_characters_map_in_order_and_cover_every_kept_raw_character(made):
    text = made[1]
    spans = [text.raw_span(i, i + 1) for i in range(len(text.text))]
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    kept = [s for s, c in zip(spans, text.text, strict=True) if c not in "XYZ"]
    assert all(b - a >= 1 for a, b in kept)


@given(edited())
def test_alignment_survives_serialisation(made):
    text = made[1]
    assert AlignedText.from_blocks(text.text, text.to_blocks()) == text
    assert all(number >= 0 for number in text.to_blocks())
