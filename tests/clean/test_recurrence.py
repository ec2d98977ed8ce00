from collections import Counter

from dateline.clean import RECURRING_PAGES, clean_page, line_keys

PARAGRAPH = "Norland and Sutland have had no diplomatic ties since their fishermen first quarrelled over herring in 1961, agencies say."
TEXTS = [
    f"Harbour number {['one', 'two', 'three', 'four'][n]} has closed for good\nBy Jane Doe\nBerth {n} reported tonight\nThe town of number {n} was surprised to hear that its harbour would not open again this year.\n{PARAGRAPH}\nWith herring prices from our own scales"
    for n in range(4)
]
PAGES = [clean_page(text) for text in TEXTS]
BERTH = 5816059853589341797  # of `berth 0 reported tonight`; stored keys stay comparable only while this holds


def counted(pages):
    """Returns the keys of as many pages as make a line furniture."""
    counts = Counter(key for page in pages for key in {key for _, key in line_keys(page)})
    return {key for key, count in counts.items() if count >= RECURRING_PAGES}


def recurring(page, keys):
    found = [page.lines[index] for index, key in line_keys(page) if key in keys]
    return [page.text.text[line.start : line.end] for line in found]


def test_short_lines_of_three_pages_recur_whatever_their_numbers():
    keys = counted(PAGES[:3])
    assert recurring(PAGES[3], keys) == ["Berth 3 reported tonight", "With herring prices from our own scales"]


def test_two_pages_are_not_enough():
    assert counted(PAGES[:2]) == set()


def test_paragraphs_titles_and_bylines_are_no_candidates():
    lines = [
        PAGES[0].text.text[PAGES[0].lines[index].start : PAGES[0].lines[index].end] for index, _ in line_keys(PAGES[0])
    ]
    assert PARAGRAPH not in lines
    assert "By Jane Doe" not in lines
    assert not any(line.startswith("Harbour number") for line in lines)


def test_keys_are_63_bit_and_the_same_in_every_process():
    assert line_keys(clean_page(f"A title for the page\n{PARAGRAPH}\nBerth 5 reported tonight\n{PARAGRAPH} Again."))[
        -1
    ] == (2, BERTH)
