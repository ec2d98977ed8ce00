"""Characters per CPU second of `extract_amounts`: on prose of every language with a grammar, and on hostile input.

    python benchmarks/amounts.py [--characters 200000]

The prose is business news, an amount every eighty characters. The word lists are read before the clock starts; the best
of three rounds counts. Hostile texts are timed at one length and at four times that: a factor near 4 is linear.
"""

import argparse
import time
from collections.abc import Sequence

from dateline.amounts import extract_amounts
from dateline.article import Passage

ROUNDS = 3
PROSE = {
    "en": "The company said on Thursday that sales rose by 3.5 per cent to $4.2 billion, up from $4bn a year earlier, "
    "as 530 workers in three plants went on strike and nearly two thirds of the orders were lost. The minister, who "
    "was travelling, declined to comment on the report before the committee meets to discuss its findings. ",
    "fr": "Le groupe a annoncé jeudi que ses ventes avaient progressé de 3,5 % à 4,2 milliards d'euros, tandis que "
    "530 ouvriers de trois usines cessaient le travail. Le ministre, en voyage, n'a pas souhaité commenter le rapport "
    "avant que la commission ne se réunisse pour en examiner les conclusions. ",
    "es": "La empresa dijo el jueves que sus ventas crecieron un 3,5 % hasta 4.200 millones de dólares, mientras 530 "
    "trabajadores de tres plantas paraban. El ministro, que estaba de viaje, no quiso comentar el informe antes de que "
    "la comisión se reúna para examinar sus conclusiones. ",
    "de": "Das Unternehmen teilte am Donnerstag mit, der Umsatz sei um 3,5 Prozent auf 4,2 Milliarden Euro gestiegen, "
    "während zweihundertfünfzig Arbeiter in drei Werken streikten. Der Minister, der auf Reisen war, wollte den "
    "Bericht nicht kommentieren, bevor der Ausschuss über die Ergebnisse berät. ",
}
HOSTILE = {
    "digits": "1 ", "groups": "1,000,", "dots": "1.", "dollars": "$", "ranges": "5 to ", "lists": "5, ",
    "words": "two hundred and ", "scales": "million ", "of": "tens of ", "fractions": "1/2 ", "minus": "- 5 ",
    "brackets": "($5 ", "nouns": "5 big big ", "by": "rose by ", "long": "9" * 50 + " ", "quotes": "5'5'",
}  # fmt: skip


def seconds(text: str, language: str) -> float:
    """Returns the CPU seconds that the amounts of a text take, at best."""
    passages = [Passage("text", 0, text, "body", language)]
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        extract_amounts(passages, taken=[])
        best = min(best, time.process_time() - begin)
    return best


def prose(language: str, characters: int) -> list[str]:
    """Returns about so many characters of prose, in articles of some thousand."""
    article = PROSE[language] * 10
    return [article] * max(1, characters // len(article))


def speed(texts: Sequence[str], language: str) -> float:
    """Returns characters per CPU second over texts of a language, the word lists read before."""
    seconds(texts[0], language)
    return sum(map(len, texts)) / sum(seconds(text, language) for text in texts)


def main() -> None:
    """Prints a line for each language and each hostile text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=200_000)
    asked = parser.parse_args()
    for language in PROSE:
        print(f"{language:12} {speed(prose(language, asked.characters), language):12,.0f} characters per CPU second")
    size = asked.characters // 10
    for name, piece in HOSTILE.items():
        short, long = (seconds(piece * (times * size // len(piece)), "en") for times in (1, 4))
        rate, factor = 4 * size / long, long / short
        print(f"{name:12} {rate:12,.0f} characters per CPU second; {factor:.1f} times as long for 4 times the text")


if __name__ == "__main__":
    main()
