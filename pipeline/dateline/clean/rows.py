"""Lines that are rows of links or buttons: languages, menus, breadcrumbs, what one can do with a page."""

import re
import unicodedata
from functools import cache

from dateline.clean.lines import Measured, bare, fold
from dateline.clean.phrases import is_entry, is_phrase
from dateline.clean.words import words_of

#: Longest line that is looked at; a row has few words.
_LONGEST = 60
_SEPARATOR = re.compile(r"\s[|•·›»→>/]\s|[|•·›»→](?=\S)|\s::\s")
#: What stands between buttons: separators, brackets, gaps.
_GAP = re.compile(r"\s*(?:[|•·›»→>\[\]]|::)\s*|\s{2,}|\s[/–—]\s")
_CRUMB = re.compile(r"\s+[›»>→]\s+")
_BRACKETS = re.compile(r"(?:\[[^\[\]]{1,40}\]\s*){2,}")
_WORDS = re.compile(r"[^\s|•·/,;:\[\]()<>›»–—-]+")
#: So many separators make a row of links; prose has one at most.
_LEAST_SEPARATORS = 2
#: Words between separators: links are short.
_LONGEST_LINK = 5
#: So many parts with gaps between them are a menu; tables, which have gaps too, hold numbers or small words.
_LEAST_GAPS, _LONGEST_ENTRY = 4, 3
#: A menu without separators: so many words, this share of which are entries of menus by themselves.
_LEAST_ENTRIES, _ENTRIES = 4, 0.4
#: So many names of languages, and this share of all words, make a line a choice of languages.
_LEAST_LANGUAGES, _LANGUAGES = 3, 0.6
#: An open line in so many scripts says the same thing several times: the name of a site, a choice of languages. With
#: one script less it needs more words, for a name can be given in three.
_SCRIPTS, _MANY_WORDS = 4, 8
#: Letters that a script needs to count.
_LEAST_LETTERS = 2


def row_reason(line: Measured) -> str:
    """Why a line certainly is a row of links or buttons: `languages`, `breadcrumb`, `controls`; empty if it is not."""
    if line.words > _LONGEST or line.is_closed:
        return ""
    if _is_languages(line):
        return "languages"
    if _is_breadcrumb(line.text):
        return "breadcrumb"
    return "controls" if _is_controls(line.text) else ""


def is_links(line: Measured) -> bool:
    """Whether a line looks like a row of links: short parts with separators between them. So do rows of tables."""
    if line.words > _LONGEST or line.is_closed:
        return False
    parts = _SEPARATOR.split(line.text)
    return len(parts) > _LEAST_SEPARATORS and line.words <= _LONGEST_LINK * len(parts)


def is_row(line: Measured) -> bool:
    """Whether a line has separators inside, or begins with one: a way through the site, a row of links."""
    return len(_SEPARATOR.findall(f" {line.text}")) >= _LEAST_SEPARATORS


def is_menu(line: Measured) -> bool:
    """Whether a line can be the menu at the head of a page: links, entries with gaps between, sections in a row."""
    if is_links(line):
        return line.words <= _LONGEST_ENTRY * len(_SEPARATOR.split(line.text))
    if line.words > _LONGEST or line.is_closed or line.words < _LEAST_ENTRIES:
        return False
    parts = re.split(r"\s{2,}", line.text)
    if len(parts) >= _LEAST_GAPS:
        return all(len(part.split()) <= _LONGEST_ENTRY and not any(map(str.isdigit, part)) for part in parts)
    words = line.text.split()
    entries = sum(is_entry(word) for word in words)
    return all(not word[0].islower() for word in words) and entries >= max(2, _ENTRIES * len(words))


def _is_languages(line: Measured) -> bool:
    """Whether a line lists languages, or is written in many scripts."""
    if line.words < _LEAST_LANGUAGES:
        return False
    words = _WORDS.findall(line.text.lower())
    known = len(set(words) & _languages())
    if known >= _LEAST_LANGUAGES and known >= _LANGUAGES * len(words):
        return True
    if line.text.isascii():
        return False
    scripts = _scripts(line.text)
    return scripts >= _SCRIPTS or (scripts == _SCRIPTS - 1 and line.words >= _MANY_WORDS)


def _is_breadcrumb(text: str) -> bool:
    """Whether a text is a way through the site, `News > Water > Ethiopia`; guillemets can also be a quotation's."""
    if "«" in text or not _CRUMB.search(text):
        return False
    parts = _CRUMB.split(text)
    short = all(len(part.split()) <= _LONGEST_LINK for part in parts[:-1])
    return short and (len(parts) > _LEAST_SEPARATORS or is_phrase(parts[0])) and not any(map(str.isdigit, parts[0]))


def _is_controls(text: str) -> bool:
    """Whether all parts of a text are furniture, but for one of three or more; or words in brackets, side by side."""
    if _BRACKETS.fullmatch(text):
        return any(map(str.isalpha, text))
    parts = [part for part in _GAP.split(text) if bare(fold(part))]
    if len(parts) < _LEAST_SEPARATORS:
        return False
    unknown = [part for part in parts if not (is_phrase(part) or is_entry(part))]
    return not unknown or (len(parts) > _LEAST_SEPARATORS and len(unknown) == 1 and len(unknown[0].split()) <= 2)


def _scripts(text: str) -> int:
    """In how many scripts a text is written; Chinese and Japanese count as one."""
    counts: dict[str, int] = {}
    for character in text:
        if not character.isascii() and character.isalpha() and ord(character) > _LATIN_ENDS:
            name = unicodedata.name(character, "").partition(" ")[0]
            name = _SAME.get(name, name)
            counts[name] = counts.get(name, 0) + 1
    latin = any(character.isascii() and character.isalpha() for character in text)
    return latin + sum(count >= _LEAST_LETTERS for count in counts.values())


#: Latin letters with their accents end here.
_LATIN_ENDS = 0x24F
_SAME = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK", "LATIN": "", "MODIFIER": "", "MICRO": ""}


@cache
def _languages() -> frozenset[str]:
    names = words_of("languages")
    return frozenset((*names["own"], *names["others"]))
