"""Scripts that put no space between words, so that a character stands for what is a word elsewhere."""

#: As part of a regular expression's set of characters: Thai and Lao, Burmese, Khmer, kana, Chinese.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
#: Korean spaces its words, but writes particles on them, and counters on numbers.
HANGUL = "\uac00-\ud7af"
