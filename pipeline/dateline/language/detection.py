"""The language of a text: by its script where that decides, else by n-grams and common words."""

import re
from functools import cache, lru_cache

import numpy as np

from dateline.language.ngrams import score_ngrams
from dateline.language.profiles import TEMPERATURE, is_noise, score
from dateline.language.scripts import Script, dominant_script
from dateline.language.tables import Scores, softmax
from dateline.language.words import score_words
from dateline.settings import Engine

UNDECIDED = "und"
#: Links, e-mail addresses and handles are in no language.
_ADDRESS = re.compile(r"(?<!\S)(?:[^\s@]{0,64}@|https?:|www\.)\S+")
#: From this many letters on a text is a paragraph: it decides by itself, and can be in any language.
PARAGRAPH = 60
#: Longer texts are judged by their beginning; accuracy is flat from a paragraph on.
ENOUGH = 1000
#: A text this long that langdetect is sure of needs no more of it to be read.
_GLANCE = 300
#: How sure langdetect must be of a paragraph to need no second opinion: 0 of 5,342 texts of news and web in 18
#: languages that it is so sure of are in another one, two of them being in two.
_SURE = 0.99
#: Advantage, in nats, of the languages that dumps mostly hold: half a point of accuracy on five words, and sentences
#: in the other languages lose nothing.
_COMMON = 9.0
#: What langdetect's score counts for beside the second opinion's; with 1 it would cost a point on five words.
_WEIGHT = 0.2
#: N-grams overlap, so that their sum is over-sure, the more the longer the text: the sum divided by this times the
#: square root of the bytes had the least log loss on 16,000 labelled texts in 35 languages.
_TEMPERATURE = 0.5
#: Below this no language is named.
_LEAST_CONFIDENCE = 0.5
#: The same for a short text without any common word: a name, an identifier or keys hit at random.
_LEAST_WITHOUT_WORDS = 0.9
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
        text: of any length; the first 1,000 characters count.
        engine: whose score decides; the other one is the second opinion on short and doubtful texts.
        thorough: whether to ask for a second opinion on any text, which finds languages unknown to langdetect.
    """
    return _detect(text[:ENOUGH], (), engine, thorough)


def detect_within(text: str, page: tuple[str, ...], engine: Engine) -> tuple[str, float]:
    """Returns the same for a text on a page in these languages, the main one first."""
    return _detect(text[:ENOUGH], page, engine, False)


@lru_cache(maxsize=4096)
def _detect(text: str, page: tuple[str, ...], engine: Engine, thorough: bool) -> tuple[str, float]:
    text = _ADDRESS.sub(" ", text)
    script, share, letters = dominant_script(text)
    if script is None or letters < _LEAST_LETTERS:
        return UNDECIDED, 0.0
    language, confidence = script.languages[0], 1.0
    if len(script.languages) > 1:
        text = _in_lower_case(text if share == 1 else _words_in(script, text))
        glance = engine == "langdetect" and letters >= PARAGRAPH and not thorough
        first = _first_opinion(text, script) if glance else None
        language, confidence = first or _among(text, script, letters, page, engine)
    if confidence < _LEAST_CONFIDENCE:
        language = UNDECIDED
    return language, round(confidence * share, 4)


def _among(text: str, script: Script, letters: int, page: tuple[str, ...], engine: Engine) -> tuple[str, float]:
    """The language of the script that a text is in."""
    paragraph = letters >= PARAGRAPH
    words, n_words = score_words(text, script)
    scores = score_ngrams(text, script) + words + _advantages(script, paragraph)
    if engine == "langdetect":
        ours = score(text, script.languages)
        if is_noise(ours) and (paragraph or not n_words):
            return UNDECIDED, 0.0
        scores[: len(script.languages)] += _WEIGHT * (ours.logs - ours.logs.max())
    elif not n_words and is_noise(score(text, script.languages)):
        return UNDECIDED, 0.0
    logits = scores / (_TEMPERATURE * len(text.encode("utf-8", "surrogatepass")) ** 0.5)
    language, confidence = _best(softmax(logits + _page_prior(script, page, letters < NAMES)), script.all_languages)
    doubtful = not n_words and not paragraph and confidence < _LEAST_WITHOUT_WORDS
    return (UNDECIDED if doubtful else language), confidence


def _first_opinion(text: str, script: Script) -> tuple[str, float] | None:
    """What langdetect says of a paragraph, if it is sure."""
    for length in sorted({min(len(text), _GLANCE), len(text)}):
        found = score(text[:length], script.languages)
        advantages = _advantages(script, paragraph=False)[: len(script.languages)]
        language, confidence = _best(softmax((found.logs + advantages) / TEMPERATURE), script.languages)
        if confidence >= _SURE and not is_noise(found):
            return language, confidence
    return None


def _best(chances: Scores, languages: tuple[str, ...]) -> tuple[str, float]:
    best = int(chances.argmax())
    return languages[best], float(chances[best])


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


def _words_in(script: Script, text: str) -> str:
    """The words of a text that are in one script: foreign names and links say nothing of the language."""
    return " ".join(word for word in text.split() if dominant_script(word)[0] is script)


def _in_lower_case(text: str) -> str:
    """A text mostly in capitals in lower case: the profiles hold running text."""
    upper = sum(map(str.isupper, text))
    return text.lower() if upper * 2 > sum(map(str.isalpha, text)) else text
