"""The language of a text: by its script where that decides, else by langdetect's profiles for that script."""

from collections.abc import Mapping
from functools import cache, lru_cache

from dateline.language.profiles import probabilities, score
from dateline.language.scripts import Script, dominant_script

UNDECIDED = "und"
#: Longer texts are judged by their beginning; accuracy is flat from a paragraph on.
ENOUGH = 1000
#: Advantage, in nats, of the languages that dumps mostly hold: a point of accuracy on five words, and sentences in the
#: other languages lose nothing.
_COMMON = 9.0
#: A text in no known language: 99 % of sentences in a known one have a larger share of familiar n-grams than this ...
_LEAST_KNOWN = 0.78
#: ... and a mean log-probability above this; keyboard noise has less.
_LEAST_MEAN = -6.2
#: Below this no language is named.
_LEAST_CONFIDENCE = 0.5
#: Two letters are a code or a unit, not a text.
_LEAST_LETTERS = 3


def detect(text: str) -> tuple[str, float]:
    """The language of a text (ISO 639-1; `und` when undecided) and how sure that is, 0-1. Deterministic."""
    return detect_among(text[:ENOUGH], "")


@lru_cache(maxsize=4096)
def detect_among(text: str, favoured: str) -> tuple[str, float]:
    """The same, with an advantage for one language: that of the article around the text; empty for none."""
    script, share, letters = dominant_script(text)
    if script is None or letters < _LEAST_LETTERS:
        return UNDECIDED, 0.0
    language, confidence = script.languages[0], 1.0
    if len(script.languages) > 1:
        text = text if share == 1 else _words_in(script, text)
        language, confidence = _by_profiles(_in_lower_case(text), script, favoured)
    if confidence < _LEAST_CONFIDENCE:
        return UNDECIDED, round(confidence * share, 4)
    return language, round(confidence * share, 4)


def _by_profiles(text: str, script: Script, favoured: str) -> tuple[str, float]:
    scores, known, n = score(text, script.languages)
    if not known:
        return UNDECIDED, 0.0
    if known < _LEAST_KNOWN * n or float(scores.max()) < _LEAST_MEAN * known:
        return UNDECIDED, 0.0
    chances = probabilities(scores, script.languages, _prior(script, favoured))
    best = int(chances.argmax())
    return script.languages[best], float(chances[best])


@cache
def _prior(script: Script, favoured: str) -> Mapping[str, float]:
    prior = dict.fromkeys(script.common, _COMMON)
    if favoured:
        prior[favoured] = prior.get(favoured, 0.0) + _COMMON
    return prior


def _words_in(script: Script, text: str) -> str:
    """The words of a text that are in one script: foreign names and links say nothing of the language."""
    return " ".join(word for word in text.split() if dominant_script(word)[0] is script)


def _in_lower_case(text: str) -> str:
    """A text mostly in capitals in lower case: the profiles hold running text."""
    upper = sum(map(str.isupper, text))
    return text.lower() if upper * 2 > sum(map(str.isalpha, text)) else text
