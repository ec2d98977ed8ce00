"""What English news do with amounts beyond the phenomena of all languages: directions, lists, elided nouns, units."""

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage


def rows(text: str, **countries: int) -> list[AmountMention]:
    return extract_amounts([Passage("text", 0, text, "body", "en")], taken=[], countries=countries)


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("The index lost 12.5 points, or 1.3 percent, to 1,334.20.", ["down", "down", ""]),
        ("The Dow fell 126.23, or 0.5 per cent, to 25,962.51.", ["down", "down", ""]),
        ("The index added 30 points (0.4%) at noon.", ["up", "up"]),
        ("Gap was down 2.3%, Foot Locker by 2.6% and Ross by 1 percent.", ["down", "down", "down"]),
        ("The deficit widened by $43 billion to $419 billion.", ["up", ""]),
        ("The bank lifted interest rates 25 basis points in June.", ["up"]),
        ("They cut its key rate 0.5 percentage points.", ["down"]),
        ("The firm raised $40 million from two banks.", ["", ""]),
        ("The firm raised its offer by $40 million.", ["up"]),
        ("It raised prices by 5 percent.", ["up"]),
        ("He added a 30 degree angle to the plan.", [""]),
        ("They lost a $5m contract.", [""]),
        ("The party lost 300 members.", [""]),
        ("Oil rose $2 to $80 a barrel.", ["up", ""]),
        ("Shares fell 3 per cent. Growth by 4 per cent was hoped for.", ["down", "up"]),
    ],
)
def test_a_change_has_its_direction_and_nothing_else_has(text: str, directions: list[str]) -> None:
    assert [row.direction for row in rows(text)] == directions
