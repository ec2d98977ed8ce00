"""The language of an article and of each of its lines."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.language.detection import ENOUGH, NAMES, PARAGRAPH, UNDECIDED, detect, detect_each
from dateline.language.scripts import dominant_script
from dateline.settings import Engine

#: How sure a paragraph must be to be in another language than its article.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class ArticleLanguages:
    """The languages of an article.

    Attributes:
        language: of most of its text; ISO 639-1, `und` when undecided.
        confidence: 0-1; the share of the text in that language enters it.
        lines: the language of each line given.
        others: other languages that whole paragraphs are in, most text first.
    """

    language: str
    confidence: float
    lines: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    letters: int
    language: str
    confidence: float


def detect_article(lines: Sequence[str], *, engine: Engine = "langdetect") -> ArticleLanguages:
    """Returns the language of an article given as its lines, and of each line; empty lines take the article's.

    A pure function of the lines. They vote by their letters and how sure they are. A short line is in one of the
    languages that paragraphs of the page are in, mostly the main one, unless the evidence is strong.
    """
    read = _read([line[:ENOUGH] for line in lines], engine)
    language, confidence, read = _of_article(read, engine)
    paragraphs = [_of_paragraph(line, language, engine) for line in read]
    text_in: Counter[str] = Counter()
    for line, code in zip(read, paragraphs, strict=True):
        if code not in (language, UNDECIDED, ""):
            text_in[code] += line.letters
    others = tuple(sorted(text_in, key=lambda code: (-text_in[code], code)))
    page = () if language == UNDECIDED else (language, *others)
    each = tuple(code or _of_short(line, page, engine) for line, code in zip(read, paragraphs, strict=True))
    return ArticleLanguages(language, confidence, each, others)


def _read(texts: Sequence[str], engine: Engine) -> list[_Line]:
    letters = [dominant_script(text)[2] for text in texts]
    asked = [text for text, n in zip(texts, letters, strict=True) if n >= NAMES]
    found = dict(zip(asked, detect_each(asked, engine=engine), strict=True))
    return [_Line(text, n, *found.get(text, (UNDECIDED, 0.0))) for text, n in zip(texts, letters, strict=True)]


def _of_article(read: list[_Line], engine: Engine) -> tuple[str, float, list[_Line]]:
    """The article's language, how sure it is, and the lines in its light.

    What the lines vote for is read again as one text, with the second opinion: it knows languages that langdetect
    takes for their neighbours.
    """
    votes: dict[str, float] = defaultdict(float)
    for line in read:
        if line.language != UNDECIDED:
            votes[line.language] += line.letters * line.confidence
    voted = min(votes, key=lambda code: (-votes[code], code), default=UNDECIDED)
    sample = "\n".join(line.text for line in read if line.language == voted or not votes)
    language, confidence = detect(sample, engine=engine, thorough=True)
    if not votes:
        return language, confidence, read
    if language != voted:
        read = [replace(line, language=language) if line.language == voted else line for line in read]
    return language, round(confidence * votes[voted] / sum(votes.values()), 4), read


def _of_paragraph(line: _Line, language: str, engine: Engine) -> str:
    """The language of a paragraph; empty for a shorter line."""
    if not line.letters or line.language == language:
        return language
    if line.letters < PARAGRAPH:
        return ""
    if line.confidence >= _SURE or language == UNDECIDED:
        return line.language
    code, confidence = detect_each([line.text], engine=engine, page=(language,))[0]
    return code if confidence >= _SURE else language


def _of_short(line: _Line, page: tuple[str, ...], engine: Engine) -> str:
    code, _ = detect_each([line.text], engine=engine, page=page)[0]
    return page[0] if page and code == UNDECIDED else code
