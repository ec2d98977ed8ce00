"""Which language a text, an article and each of its lines is in."""

from dateline.language.articles import ArticleLanguages, detect_article
from dateline.language.detection import UNDECIDED, detect

__all__ = ["UNDECIDED", "ArticleLanguages", "detect", "detect_article"]
