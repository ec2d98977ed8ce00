"""The language of a text: by its script where that decides, else by n-grams and common words."""

import re
import string
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from dateline.language.ngrams import score_ngrams
from dateline.language.profiles import TEMPERATURE, is_noise, score
from dateline.language.scripts import Script, ascii_letters, dominant_script
from dateline.language.tables import Scores, softmax
from dateline.language.words import score_words
from dateline.settings import Engine

UNDECIDED = "und"
_SMALL = string.ascii_lowercase.encode()
#: Links, e-mail addresses and handles are in no language.
_ADDRESS = re.compile(r"(?<!\S)(?:[^\s@]{0,64}@|https?:|www\.)\S+")
#: From this many letters on a text is a paragraph: it decides by itself, and can be in any language.
PARAGRAPH = 60
#: Longer texts are judged by their beginning; accuracy is flat from a paragraph on.
ENOUGH = 600
#: What is read of a paragraph at first: enough where langdetect is sure of it.
_GLANCE = 120
#: How many paragraphs are read at once, which bounds the memory that takes: 2 MB.
_AT_ONCE = 256
#: How sure langdetect must be of a paragraph to need no second opinion: of 5,102 that it was so sure of, in 30
#: languages, a second opinion would have put one right.
_SURE = 0.99
#: Advantage, in nats, of the languages that dumps mostly hold: half a point of accuracy on five words, and sentences
#: in the other languages lose nothing.
_COMMON = 9.0
#: What langdetect's score counts for beside the second opinion's; a larger weight loses up to a point on five words.
_WEIGHT = 0.2
#: N-grams overlap, so that their sum is over-sure, the more the longer the text: the sum divided by this times the
#: square root of the bytes had about the least log loss on 14,500 labelled texts in 35 languages.
_TEMPERATURE = 0.5
#: Below this no language is named.
_LEAST_CONFIDENCE = 0.5
#: The same for a short text without any function word: a name, an identifier or keys hit at random, which come to 0.87.
_LEAST_WITHOUT_WORDS = 0.88
#: The same for noise.
_NEVER = 2.0
#: Two letters are a code or a unit, not a text.
_LEAST_LETTERS = 3
#: Log-odds of a language against the page's main one: another one that whole paragraphs of the page are in ...
_ELSEWHERE = -1.5
#: ... and one that none is in, for a line and for a caption or a name, which is seldom in the language it looks like.
_ABSENT, _ABSENT_FROM_NAMES = -9.2, -30.0
#: Shorter texts are mostly names, titles of newspapers, furniture.
NAMES = 20


def detect(text: str, *, engine: Engine = "langdetect", thorough: bool = False) -> tuple[str, float]:
    """Returns the language of a text (ISO 639-1; `und` when undecided) and how sure that is, 0-1. Deterministic.

    Args:
        text: of any length; the first 600 characters count.
        engine: whose score decides; the other one is the second opinion on short and doubtful texts.
        thorough: whether to ask for a second opinion on any text, which finds languages unknown to langdetect.
    """
    if thorough:
        return _second_opinion(_without_addresses(text), (), engine)
    return detect_each([text], engine=engine)[0]


def detect_each(
    texts: Sequence[str], *, engine: Engine = "langdetect", page: tuple[str, ...] = ()
) -> list[tuple[str, float]]:
    """Returns the same for each text, much faster than one by one; `page`: the page's languages, the main one first."""
    plain = [_without_addresses(text) for text in texts]
    first: list[tuple[str, float] | None] = [None] * len(plain)
    if engine == "langdetect":
        glances = [text[:_GLANCE] for text in plain]
        first = [one for at in range(0, len(plain), _AT_ONCE) for one in _first_opinions(glances[at : at + _AT_ONCE])]
    return [sure or _second_opinion(text, page, engine) for text, sure in zip(plain, first, strict=True)]


def _without_addresses(text: str) -> str:
    text = text[:ENOUGH]
    return _ADDRESS.sub(" ", text) if "@" in text or "http" in text or "www." in text else text


def _first_opinions(texts: Sequence[str]) -> list[tuple[str, float] | None]:
    """What langdetect says of each paragraph that it is sure of."""
    found: list[tuple[str, float] | None] = [None] * len(texts)
    in_script: dict[Script, list[tuple[int, float, str]]] = defaultdict(list)
    for place, text in enumerate(texts):
        script, share, letters = dominant_script(text)
        if script is not None and letters >= PARAGRAPH and len(script.languages) > 1:
            in_script[script].append((place, share, _in_script(script, share, text)))
    for script, asked in in_script.items():
        fits = score([text for _, _, text in asked], script.languages)
        chances = softmax((fits.logs + _advantages(script, paragraph=False)[: len(script.languages)]) / TEMPERATURE)
        doubtful = (chances.max(axis=-1) < _SURE) | is_noise(fits)
        for (place, share, _), row, best, doubt in zip(asked, chances, chances.argmax(axis=-1), doubtful, strict=True):
            if not doubt:
                found[place] = script.languages[best], round(float(row[best]) * share, 4)
    return found


@lru_cache(maxsize=1024)
def _second_opinion(text: str, page: tuple[str, ...], engine: Engine) -> tuple[str, float]:
    """What both opinions and the common words say of a text on a page in these languages."""
    script, share, letters = dominant_script(text)
    if script is None or letters < _LEAST_LETTERS:
        return UNDECIDED, 0.0
    if len(script.languages) == 1:
        language, confidence = script.languages[0], 1.0
    else:
        evidence = _weigh(_in_script(script, share, text), script, letters >= PARAGRAPH, engine)
        language, confidence = _best(evidence.logits + _page_prior(script, page, letters < NAMES), script)
        if confidence < evidence.least:
            language = UNDECIDED
    return language, round(confidence * share, 4)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Log-odds of the languages of a script, and how sure a verdict must be."""

    logits: Scores
    least: float


@lru_cache(maxsize=1024)
def _weigh(text: str, script: Script, paragraph: bool, engine: Engine) -> _Evidence:
    """What both opinions and the common words say of a text, wherever it stands."""
    words, n_words = score_words(text, script)
    scores = score_ngrams(text, script) + words + _advantages(script, paragraph)
    noise = False
    if engine == "langdetect":
        fits = score([text], script.languages)
        scores[: len(script.languages)] += _WEIGHT * (fits.logs[0] - fits.logs[0].max())
        noise = bool(is_noise(fits)) and (paragraph or not n_words)
    elif not n_words:
        noise = bool(is_noise(score([text], script.languages)))
    least = _NEVER if noise else _LEAST_CONFIDENCE if n_words or paragraph else _LEAST_WITHOUT_WORDS
    return _Evidence(scores / (_TEMPERATURE * len(text.encode("utf-8", "surrogatepass")) ** 0.5), least)


def _best(logits: Scores, script: Script) -> tuple[str, float]:
    chances = softmax(logits)
    best = int(chances.argmax())
    return script.all_languages[best], float(chances[best])


@cache
def _advantages(script: Script, paragraph: bool) -> Scores:
    """What is added to the score of each language: short texts are in no rare one."""
    given = [_COMMON if language in script.common else 0.0 for language in script.languages]
    return np.array(given + [0.0 if paragraph else -np.inf] * len(script.rare))


@cache
def _page_prior(script: Script, page: tuple[str, ...], name: bool) -> Scores:
    """Log-odds of the languages; all the same without a page, or where none of its languages is in this script."""
    odds = dict.fromkeys(page, _ELSEWHERE) | dict.fromkeys(page[:1], 0.0)
    absent = _ABSENT_FROM_NAMES if name else _ABSENT
    return np.array([odds.get(language, absent) for language in script.all_languages])


def _in_script(script: Script, share: float, text: str) -> str:
    """The words of a text that are in its script, the foreign ones say nothing; in lower case if mostly in capitals.

    The profiles hold running text.
    """
    if share < 1:
        text = " ".join(word for word in text.split() if dominant_script(word)[0] is script)
    narrow, wide = ascii_letters(text)
    upper = sum(map(str.isupper, wide)) + len(narrow.translate(None, _SMALL))
    return text.lower() if upper * 2 > sum(map(str.isalpha, wide)) + len(narrow) else text
