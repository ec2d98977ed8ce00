"""Articles that tell history: which year a date without one belongs to, that of the paper or that of the story."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import extract_dates


def told(language: str, published: str, *paragraphs: str) -> dict[str, str]:
    """The value of each date by its surface; a paragraph that begins with `caption:` is one."""
    passages = []
    for text in paragraphs:
        section, colon, rest = text.partition(": ")
        aside = colon and section in ("caption", "byline", "heading")
        passages.append(Passage("text", 0, rest if aside else text, section if aside else "body", language))  # type: ignore[arg-type]
    day = date.fromisoformat(published) if published else None
    return {passages[r.passage].text[r.start : r.end]: r.timex for r in extract_dates(passages, published=day)}


ENGLISH = [
    (  # an anniversary told in days
        "2019-07-14",
        [
            "Fifty years ago this week the crew lifted off. They left on 16 July 1969 and came home a week later.",
            "On 20 July the lander touched down. The next day they lifted off again, and on 24 July they splashed down.",
        ],
        {"20 July": "1969-07-20", "The next day": "1969-07-21", "24 July": "1969-07-24", "a week later": "1969-07-23"},
    ),
    (  # one paragraph of news, then the story
        "2011-03-02",
        [
            "The museum opened a gallery on Tuesday about the whaler Maria.",
            "She sailed on 3 May 1871. On 12 June she met ice, and two days later the hull gave way.",
            "By 4 August the men had eaten the dogs. Rescue came on 9 September.",
        ],
        {"Tuesday": "2011-03-01", "12 June": "1871-06-12", "two days later": "1871-06-14", "4 August": "1871-08-04",
         "9 September": "1871-09-09"},
    ),
    (  # the company founded in 1869 is an aside
        "2006-05-05",
        [
            "The strike began on 1 March 1926. The owners, a company founded in 1869, refused to talk.",
            "On 9 March the gates were locked. On 20 March 1926 soldiers came, and on 2 April the men went back.",
        ],
        {"9 March": "1926-03-09", "2 April": "1926-04-02"},
    ),
    (  # a paragraph on what led up to it
        "2015-10-10",
        [
            "The bridge fell on 14 November 1940. Work on it had been urged for years.",
            "The first plan dates from 3 June 1889. A second was drawn in April 1903.",
            "On 20 November the governor named a panel. It met on 2 December 1940 for the first time.",
        ],
        {"20 November": "1940-11-20", "2 December 1940": "1940-12-02"},
    ),
    (  # a book of today about it does not take the story with it
        "2016-01-20",
        [
            "The fire broke out on 5 May 1937. A historian wrote in 1998 that sparks were seen.",
            "On 7 May the inquiry opened; on 21 May 1937 it closed.",
        ],
        {"7 May": "1937-05-07"},
    ),
    (  # the turn of the year
        "2004-11-11",
        [
            "The siege began in October 1914. In December the guns fell silent. In January the relief came.",
        ],
        {"December": "1914-12", "January": "1915-01"},
    ),
    (  # chapters
        "2001-01-05",
        [
            "In 1957, the league had nine clubs. In March two of them folded.",
            "In 1961, it had four. In June it was wound up.",
        ],
        {"March": "1957-03", "June": "1961-06"},
    ),
    (  # the exact day, so many years ago
        "2014-08-04",
        ["One hundred years ago today the lamps went out.", "Twenty-five years ago this month the queue began."],
        {"One hundred years ago today": "1914-08-04", "Twenty-five years ago this month": "1989-08"},
    ),
    ("2010-02-02", ["They met in May 1950, as agreed in November of the previous year."],
     {"November of the previous year": "1949-11"}),
    ("2010-02-02", ["She won in August 1950. In September of that year she retired."],
     {"September of that year": "1950-09"}),
    ("2010-02-02", ["The ship sank on 3 July 1850. The mutiny took less than a fortnight."],
     {"less than a fortnight": "P2W"}),
    (  # news that names a past year once stays news
        "2021-06-30",
        ["The bank, founded in 1885, said on Monday it would close. In March it cut 200 jobs."],
        {"Monday": "2021-06-28", "March": "2021-03"},
    ),
    (  # deictic words are those of the paper, whatever the story
        "1998-04-15",
        [
            "The liner went down on 15 April 1912. On 18 April the Carpathia reached New York.",
            "Yesterday a wreath was laid. Last year there was none.",
        ],
        {"18 April": "1912-04-18", "Yesterday": "1998-04-14", "Last year": "1997"},
    ),
    (  # the date of a caption is that of the picture
        "2012-09-01",
        [
            "The eruption of 27 August 1883 was heard far away.",
            "caption: The island in October 1979.",
            "On 30 August the first reports came in.",
        ],
        {"30 August": "1883-08-30"},
    ),
    (  # the weekday rules a year out
        "2012-09-01",
        ["The trial opened on Monday, 20 November 1945. On Tuesday, 1 October 1946 it ended."],
        {"Tuesday, 1 October 1946": "1946-10-01"},
    ),
    (  # a treaty named by its year on the way
        "2018-11-30",
        [
            "Troops crossed the river on 24 June 1812. By the treaty of 1807 they should not have.",
            "On 14 September they entered the city. They left it on 19 October 1812.",
        ],
        {"14 September": "1812-09-14"},
    ),
    (  # nothing says which year: no year
        "", ["The mill burnt on 2 May. Two days later it rained."],
        {"2 May": "XXXX-05-02", "Two days later": "XXXX-XX-XX"},
    ),
    (  # the byline is the day of publication where nothing else is
        "", ["byline: By Ann Lee, 26 July 2016", "Tolls rose last year."], {"last year": "2015"},
    ),
    (  # two days in the credits: neither
        "", ["byline: 26 July 2016, updated 3 August 2016", "Tolls rose last year."], {"last year": "XXXX"},
    ),
    (  # a prepositional after counts no date
        "2016-07-26", ["It opened in 1906. Ten years after the quake, the hall was full. Two days before the vote it rained."],
        {"Ten years": "P10Y", "Two days": "P2D"},
    ),
    (  # a story that goes on in the next paragraph
        "2022-02-24",
        [
            "The climbers set out on 29 May 1953. Weather held.",
            "They had reached the col by dusk. No one slept.",
            "On 2 June the news reached London.",
        ],
        {"2 June": "1953-06-02"},
    ),
    (  # news or story: nothing tells, so no year
        "2011-03-02",
        ["The mayor spoke on Tuesday.", "The bridge opened on 3 May 1932.", "On 12 June a crack was found."],
        {"12 June": "XXXX-06-12"},
    ),
    (  # some Thursday is not last Thursday; a bare year long past is enough where nothing is of these days
        "1999-10-29",
        ["The panic of 1907 began on a Thursday. On 24 October banks shut. Five days later it was over."],
        {"Thursday": "XXXX-WXX-4", "24 October": "1907-10-24", "Five days later": "1907-10-29"},
    ),
    (  # the programme of today around the story
        "2023-05-20",
        [
            "The show opens on 2 July and runs until 14 September.",
            "On 2 June 1953 the coach left at ten. Rain had fallen since 1 June.",
            "It was mended that winter. In February it went north.",
            "Tickets go on sale on 25 May.",
        ],
        {"2 July": "2023-07-02", "14 September": "2023-09-14", "1 June": "1953-06-01", "February": "1954-02",
         "25 May": "2023-05-25"},
    ),
    (  # a look back ends where the sentence looks forward, or the story would step back from the news at hand
        "2019-02-27",
        [
            "The states met on Tuesday.",
            "They, invited to the club in July 2017, will join it on 12 March.",
            "The clerk, jailed in July 2008, was freed in January.",
        ],
        {"12 March": "2019-03-12", "January": "2019-01"},
    ),
    (  # a day of the news keeps its year in the paragraphs of history
        "2019-01-20",
        [
            "The vote of 3 January changed little.",
            "The party, founded in 1989, ruled from 1991. It split in 1994, and again in 1998.",
            "On 3 January it lost.",
        ],
        {"3 January": "2019-01-03"},
    ),
    (  # a Friday of the news is not the Friday of the story
        "2018-11-21",
        [
            "The officer was found on Friday, 23 October 2015, in his yard.",
            "On Friday, a spokesman said there was nothing new. On Tuesday he had said so too.",
        ],
        {"Friday": "2018-11-16", "Tuesday": "2018-11-20"},
    ),
    (  # by then it had happened: no plan
        "2011-03-02",
        ["The Maria sailed on 3 May 1871. By 4 August the men had left her."],
        {"4 August": "1871-08-04"},
    ),
    ("2011-03-02", ["They signed on 10 September1952."], {"10 September1952": "1952-09-10"}),
    (  # a year that is named more often is the one it moves on to
        "2009-12-25",
        [
            "The wall opened on 9 November 1989, and in November 1989 nobody had foreseen it.",
            "Talks had begun in October 1988. In March they failed.",
        ],
        {"March": "1989-03"},
    ),
]  # fmt: skip

FRENCH = [
    (
        "2018-11-11",
        [
            "Il y a cent ans aujourd'hui, les armes se taisaient.",
            "Les plénipotentiaires passèrent les lignes le 7 novembre 1918. Le lendemain, on leur lut les conditions.",
            "Le 9 novembre, le Kaiser abdiqua. Deux jours plus tard, tout était fini.",
        ],
        {"Il y a cent ans aujourd'hui": "1918-11-11", "Le lendemain": "1918-11-08", "9 novembre": "1918-11-09",
         "Deux jours plus tard": "1918-11-11"},
    ),
    (
        "2010-01-28",
        [
            "La crue atteignit Paris le 21 janvier 1910. Le pont, bâti en 1854, tint bon.",
            "Le 28 janvier, l'eau monta encore. Le 5 février 1910, elle baissait.",
        ],
        {"28 janvier": "1910-01-28"},
    ),
    (
        "2012-05-05",
        [
            "L'accord fut signé le 3 février 1955. L'affaire remontait au 8 octobre 1936, date d'une première rencontre.",
            "Le 1er mars, la Chambre vota. En 1970, on le dénonça.",
        ],
        {"1er mars": "1955-03-01"},
    ),
    (
        "2003-06-06",
        ["Le navire coula le 4 mars 1921, après une avarie survenue en novembre de l'année précédente."],
        {"novembre de l'année précédente": "1920-11"},
    ),
    (
        "2003-06-06",
        ["Il quitta la scène en mai 1931. Il n'en parla que trente ans après, dans ses mémoires."],
        {"trente ans": "P30Y"},
    ),
    (
        "2003-06-06",
        ["Le général Juin commandait. Le tournage, en juin, dura un mois. Il mourut à Sète, à 91 ans."],
        {"juin": "2003-06"},
    ),
    (
        "2003-06-06",
        ["Le peintre, qui avait quarante-deux ans, s'installa. Il resta sept ans. Un séjour de trois mois suivit."],
        {"sept ans": "P7Y", "trois mois": "P3M"},
    ),
    (
        "2020-10-01",
        ["La banque, fondée en 1822, a annoncé lundi un plan. En mai, elle avait supprimé 300 postes."],
        {"lundi": "2020-09-28", "mai": "2020-05"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "published", "paragraphs", "expected"),
    [("en", *case) for case in ENGLISH] + [("fr", *case) for case in FRENCH],
)
def test_the_year_of_the_story(language: str, published: str, paragraphs: list[str], expected: dict[str, str]) -> None:
    found = told(language, published, *paragraphs)
    assert {surface: found.get(surface) for surface in expected} == expected


def test_a_day_carried_over_is_less_sure() -> None:
    passages = [
        Passage("text", 0, "They set out on 29 May 1953. On 1 June they rested.", "body", "en"),
        Passage("text", 60, "On 2 June the news came.", "body", "en"),
    ]
    first, same, carried = extract_dates(passages, published=date(2022, 2, 24))
    assert first.confidence > same.confidence > carried.confidence > 0


def test_an_almanac_is_read_in_linear_time() -> None:
    text = " ".join(f"On 3 May {year} it rained. On 4 June it did not." for year in range(1500, 2000)) * 20
    found = extract_dates([Passage("text", 0, text, "body", "en")], published=date(2020, 1, 1))
    assert len(found) == 20_000
    assert {row.timex[:4] for row in found} == {str(year) for year in range(1500, 2000)}


def test_ages_and_surnames_are_no_dates() -> None:
    assert told("fr", "2003-06-06", "Le maréchal Juin, qui avait soixante ans, mourut à Paris, à 78 ans.") == {}
