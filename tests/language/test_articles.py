import pytest

from dateline.language import detect_article

EN = "The minister said on Wednesday that the two countries had agreed to hold joint exercises in the spring."
FR = "Le ministre a déclaré mercredi que les deux pays avaient convenu de mener des exercices communs au printemps."
AR = "وقال الوزير يوم الأربعاء إن البلدين اتفقا على إجراء مناورات مشتركة في الربيع المقبل بمشاركة قوات من البلدين."


def test_paragraph_in_another_language_is_told_apart():
    found = detect_article([EN, EN, FR, EN])
    assert (found.language, found.lines, found.others) == ("en", ("en", "en", "fr", "en"), ("fr",))
    assert 0.6 < found.confidence < 0.9


@pytest.mark.parametrize(
    "line", ["Scroll to Top", "Haftar", "Yossi Melman", "AND TODAY?", "", "1961-2004", "Le Monde, 2020"]
)
def test_short_lines_inherit(line):
    found = detect_article([EN, line, EN])
    assert (found.lines[1], found.others) == ("en", ())


def test_short_line_in_a_script_of_its_own_does_not_inherit():
    assert detect_article([EN, "שלום לכולם"]).lines == ("en", "he")


def test_middling_line_needs_to_be_sure_to_differ():
    found = detect_article([FR, FR, "Abdellatif Loudiyi, Nasser Bourita", "Tous droits réservés par le journal"])
    assert found.lines == ("fr",) * 4


def test_only_paragraphs_name_other_languages():
    assert detect_article([EN, EN, "Rien ne va plus, mes amis, dit-il"]).others == ()


def test_other_languages_come_by_their_share():
    assert detect_article([EN] * 5 + [FR] + [AR] * 2).others == ("ar", "fr")


@pytest.mark.parametrize("lines", [[], [""], ["", "1961", "* * *"]])
def test_nothing_to_read_is_undecided(lines):
    found = detect_article(lines)
    assert (found.language, found.confidence, len(found.lines), found.others) == ("und", 0.0, len(lines), ())


def test_article_of_short_lines_is_judged_as_a_whole():
    assert detect_article(["Der Hafen ist zu", "Zwei Kräne sind", "schwer beschädigt"]).language == "de"


def test_line_of_languages_sways_nothing():
    header = "English Français Deutsch Español Italiano Português Nederlands Türkçe Русский Українська العربية فارسی اردو עברית 中文 日本語"
    found = detect_article([header, FR, "Rabat", FR])
    assert (found.language, found.lines, found.others) == ("fr", ("fr",) * 4, ())


def test_short_lines_go_to_languages_the_page_is_in():
    lines = [FR, FR, EN, "The minister did not answer", "Le ministre n'a pas répondu", "Nasser Bourita"]
    assert detect_article(lines).lines == ("fr", "fr", "en", "en", "fr", "fr")


@pytest.mark.parametrize("engine", ["langdetect", "py3langid"])
def test_both_engines_read_mixed_pages(engine):
    assert detect_article([EN, FR, EN, AR, EN], engine=engine).lines == ("en", "fr", "en", "ar", "en")
