"""Heads and tails of pages: `-` before a line means furniture, `=` the title, `+` what belongs to the article."""

import pytest

from dateline.clean import clean_page

PROSE = {
    "en": "The harbour of the small town was closed on Tuesday after a storm had damaged two of its three cranes, the mayor said, and ships were sent to the next port forty miles to the south.",
    "fr": "Le port de la petite ville a été fermé mardi après qu’une tempête eut abîmé deux de ses trois grues, a dit le maire, et les navires ont été envoyés au port suivant, à soixante kilomètres de là.",
    "es": "El puerto de la pequeña ciudad fue cerrado el martes después de que una tormenta dañara dos de sus tres grúas, dijo el alcalde, y los barcos fueron enviados al puerto siguiente, más al sur.",
    "de": "Der Hafen der kleinen Stadt wurde am Dienstag geschlossen, nachdem ein Sturm zwei der drei Kräne beschädigt hatte, sagte der Bürgermeister, und die Schiffe fuhren in den nächsten Hafen.",
    "ar": "أغلق ميناء المدينة الصغيرة يوم الثلاثاء بعد أن ألحقت العاصفة أضرارا باثنتين من رافعاته الثلاث، كما قال رئيس البلدية، وأرسلت السفن إلى الميناء التالي الواقع على بعد ستين كيلومترا إلى الجنوب.",
    "he": "הנמל של העיירה הקטנה נסגר ביום שלישי לאחר שסערה פגעה בשניים משלושת המנופים שלו, כך אמר ראש העיר, והאוניות נשלחו אל הנמל הבא, הנמצא שישים קילומטרים דרומה משם, עד להודעה חדשה.",
}

PAGES = [
    ("en", "The Kalvik Times", """
-The Kalvik Times
-Home | World | Sport | Weather
=Storm closes harbour for weeks
+By Jane Doe
+24 November 2021
-Share   Tweet   Print   3 comments
*
-17 readers like this
-© 2021 The Kalvik Times"""),
    ("en", "KALVIK TIMES", """
-KALVIK TIMES
-News Sport Opinion Weather Podcasts
-Sign in   Register
-News > Sea > Harbours
=Cranes fall, and nobody asks why
+Two of three were forty years old. The third is older.
+Our correspondent in Kalvik
+Wed 24 Nov 2021 05.00 GMT
*
-Kalvik Times, a division of Norland Media. Switchboard +47 555 0100"""),
    ("en", "Herring Weekly", """
-Herring Weekly
-Log in  Subscribe for $2 a month
=The cranes of Kalvik
+How a town that lived by two machines learned to live by one.
+Words: Jane Doe
-Listen to this article (4 min)
+The two cranes of the inner harbour, in a picture taken in 1961
*
-This article is part of our series “Harbours”. Next: The lighthouse that moved
-You have read 1 of 3 free articles this month."""),
    ("en", "The Norland Observer", """
-The Norland Observer
-Edition: International | Français | Español | العربية
-You are here: Home > Sea > Cranes
=A crane, a mayor and 1,200 herrings
+By Jane Doe | Updated: 24 November 2021 06:40
-Font size: A- A A+  |  Print this page  |  0 comments
*
-Read also: The port that paid twice
-Get the Observer in your inbox"""),
    ("en", "", """
-English Français Español Deutsch Italiano Português Русский العربية עברית فارسی Türkçe Ελληνικά 中文 日本語 ⵜⴰⵎⴰⵣⵉⵖⵜ
-Home » Articles » Norland
=The secret of the third crane
+JANE DOE
+Publication date of original article: 17/12/2020
*
+Equipped with grease
*
+Down with the harbour tax!
+[1] https://example.org/cranes
-PLEASE SIGN THE PETITION!
-https://petitions.example.org/cranes
-Tags: Norland-KalvikHarbourCranes
-Visited 1 times, 1 visit(s) today"""),
    ("en", "Network of the Sea", """
-Network of the Sea — Réseau de la mer — Red del mar — شبكة البحر — רשת הים — Сеть моря
-[Deutsch] [English] [Español] [Français] [العربية] [עברית]
-ABOUT US · ARCHIVE · AUTHORS · SUPPORT US
=Twelve nights on the breakwater
+JANE DOE
+Publication date of original article: 17/09/2020
*
-Courtesy of Network of the Sea
-Source: http://www.networkofthesea.example.org/article?n=3"""),
    ("en", "", """
=Storm closes harbour for weeks
+The mayor of the small town asks the ministry for two new cranes
+By Jane Doe
*
+They want more.
*
-Up next: Another storm"""),
    ("en", "", """
=Post office closes in Kalvik
+Villagers must drive to the next town for their letters
+By Jane Doe
*"""),
    ("en", "", """
=Times change for the fishermen of Kalvik
+24 November 2021
*"""),
    ("en", "", """
=Kalvik storm of 24 November 2021
+By Jane Doe
*"""),
    ("fr", "LE COURRIER DE LA JETÉE", """
-LE COURRIER DE LA JETÉE
-Deutsch | English | Español | Français
-Accueil > Mer > Ports
=Le port fermé par la tempête
+Deux grues sont tombées. La troisième attend son tour depuis 1961.
+Par Solange Arnoux, publié le 24 novembre 2021
-Imprimer   Envoyer à un ami   Partager   Aucune réaction
*
-À lire aussi : Ce que pesait une grue
-© Le Courrier de la jetée – Mentions légales
-Page vue 1 018 fois"""),
    ("fr", "Cahiers du port", """
-Cahiers du port
-Revue trimestrielle d’histoire des grues et des jetées – n° 12
-[ Sommaire ] [ Numéros parus ] [ Abonnement ]
=Trois nuits sur la jetée
+par Solange Arnoux
+Mis en ligne le 24 novembre 2006
-Version imprimable | Réagir à cet article
*
-Du même auteur : Le phare et la dette
-Abonnez-vous : 4 numéros, 30 €
-Cahiers du port, association loi 1901. ISSN 0000-0000"""),
    ("fr", "", """
=Le journal du port a cent ans
+Cent ans de tempêtes, de grues et de harengs
+Par Solange Arnoux
*"""),
    ("es", "La Gaceta del Puerto", """
-La Gaceta del Puerto
-Portada | Política | Economía | Deportes
-Inicio > Mar > Puertos
=La tormenta cierra el puerto durante semanas
+Por Marta Solís
+24 de noviembre de 2021
-Imprimir   Compartir   3 comentarios
*
-Lea también: Las grúas que nadie quiso
-Visto 312 veces"""),
    ("es", "", """
=La voz del puerto se apaga
+Por Marta Solís
*
-A 12 lectores les gusta esto"""),
    ("de", "Kalviker Rundschau", """
-Kalviker Rundschau
-Politik  Wirtschaft  Kultur  Sport  Meinung
=Sturm schließt den Hafen für Wochen
+Der Bürgermeister fordert zwei neue Kräne, das Ministerium schweigt.
+Von Jörg Müller
+24. November 2021
-Drucken | Teilen | 4 Kommentare
*
-Lesen Sie auch: Der dritte Kran
-Jetzt abonnieren ab 9,90 Euro"""),
    ("de", "", """
=Drei Kräne und ein Bürgermeister
+Von Jörg Müller
*
-Dieser Artikel ist Teil der Serie „Häfen“"""),
    ("ar", "صحيفة المرسى", """
-صحيفة المرسى
-English | Français | العربية | עברית
-الرئيسية | أخبار | اقتصاد | رياضة
-أنت هنا: الرئيسية < بحر
=العاصفة تغلق الميناء لأسابيع
+بقلم: رشا منصور
+نشر في: 24 نوفمبر 2021
-شارك   طباعة   أرسل إلى صديق   التعليقات (7)
*
-اقرأ أيضا: الرافعة الثالثة
-جميع الحقوق محفوظة © صحيفة المرسى 2021
-عدد الزيارات: 518"""),
    ("ar", "", """
=مجلة قديمة عن الميناء تعود إلى الظهور
+بقلم: رشا منصور
*"""),
    ("he", "עיתון המזח", """
-עיתון המזח
-ראשי | חדשות | כלכלה | ספורט
-ראשי > ים > נמלים
=הסערה סוגרת את הנמל לשבועות
+מאת: נטע שגיא
+פורסם בתאריך 24 בנובמבר 2021
-שתף   הדפס   שלח לחבר   3 תגובות
*
-קראו גם: המנוף השלישי
-כל הזכויות שמורות © עיתון המזח
-מספר צפיות: 1,433"""),
    ("he", "", """
=שלושה מנופים וראש עיר אחד
+מאת: נטע שגיא
*
-תגיות: נמל, מנופים"""),
]  # fmt: skip


def page(language, layout):
    """The marks of a layout and its lines, with a paragraph in place of every `*`."""
    rows = [(row[0], row[1:]) for row in layout.strip().split("\n")]
    paragraphs = [PROSE[language] + f" {n}." * (n > 0) for n in range(len(rows))]
    return [mark for mark, _ in rows], [paragraphs.pop(0) if mark == "*" else line for mark, line in rows]


@pytest.mark.parametrize(("language", "publisher", "layout"), PAGES)
def test_head_and_tail(language, publisher, layout):
    marks, lines = page(language, layout)
    found = clean_page("\n".join(lines))
    assert found.title == lines[marks.index("=")]
    assert found.publisher == publisher
    kept = "".join(
        "-" if line.section == "boilerplate" else "=" if line.section == "title" else "+" for line in found.lines
    )
    assert kept == "".join(marks).replace("*", "+")


@pytest.mark.parametrize(
    "title",
    [
        "The Crane Review",
        "Market Report",
        "Lettre ouverte au ministre",
        "Times change at the Kalvik Post",
        "Le Journal du port",
        "مجلة قديمة تعود",
    ],
)
def test_headline_with_the_words_of_a_newspaper_stays_the_title(title):
    found = clean_page(f"{title}\n{PROSE['en']}\n{PROSE['en']} Again.")
    assert (found.title, found.publisher, found.lines[0].section) == (title, "", "title")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["THE KALVIK GLOBE", "BREAKING: Ferry delayed by fog", "Subscribe | Log in", "Sea & Harbour", "Crane falls in Kalvik; two hurt", "BY JANE DOE"], "Crane falls in Kalvik; two hurt"),
        (["The Kalvik Daily News", "Opinion", "The crane and the two kings", "Jane Doe", "24 November 2021"], "The crane and the two kings"),
        (["ANALYSIS", "The crane and the two kings", "How a machine ended a quarrel", "By Jane Doe"], "The crane and the two kings"),
        (["L’Écho des jetées", "Menu", "S’abonner à partir de 1 €", "Enquête", "Comment la grue a vaincu deux rois", "Par Solange Arnoux"], "Comment la grue a vaincu deux rois"),
        (["www.kalvik.example.org", "Home > News", "The crane and the two kings", "By Jane Doe"], "The crane and the two kings"),
        (["العربية English Français Español", "المرسى نت", "الرئيسية » مقالات » بحر", "الرافعة والملكان", "بقلم: رشا منصور"], "الرافعة والملكان"),
        (["The Kalvik Times", "Home | News | Sport", "Four cranes and a line drawn on the quay", "JANE DOE", "Share | Print | 3 comments", "How two towns quarrelled over a strip of mud for more than twenty years, and who settled it"], "Four cranes and a line drawn on the quay"),
        (["Skip to content", "Kalvik Solidarity", "Menu", "Home", "The crane and the two kings", "Posted on November 24, 2021 by Jane Doe"], "The crane and the two kings"),
    ],
)  # fmt: skip
def test_title_below_names_sections_and_buttons(lines, title):
    assert clean_page("\n".join([*lines, PROSE["en"], f"{PROSE['en']} Again."])).title == title


def test_open_line_below_the_buttons_is_a_caption_and_above_them_a_dek():
    lines = [
        "Storm closes harbour for weeks",
        "How two cranes of the inner harbour fell in one night",
        "By Jane Doe",
        "Share this",
        "The two cranes of the inner harbour before the storm",
        PROSE["en"],
        f"{PROSE['en']} Again.",
    ]
    assert [line.section for line in clean_page("\n".join(lines)).lines] == [
        "title",
        "dek",
        "byline",
        "boilerplate",
        "caption",
        "body",
        "body",
    ]


@pytest.mark.parametrize("line", ["The Kalvik Times", "KALVIK POST", "Le Courrier du port", "جريدة الميناء"])
def test_given_publisher_wins_over_the_name_on_the_page(line):
    menu = "Home | News | Sport | Weather"
    assert (
        clean_page(
            f"{line}\n{menu}\nStorm closes harbour for weeks\n{PROSE['en']}", publisher="Norland Media"
        ).publisher
        == "Norland Media"
    )


def test_name_is_known_by_the_imprint_or_the_address():
    head = "Sjøfolk i Kalvik\nStorm closes harbour for weeks\nBy Jane Doe\n"
    for tail in (
        "Sjøfolk i Kalvik, PO Box 3, Kalvik",
        "© 2021 Sjøfolk i Kalvik",
        "Write to desk@sjøfolkikalvik.example.org",
    ):
        found = clean_page(f"{head}{PROSE['en']}\n{PROSE['en']} Again.\n{tail}")
        assert (found.title, found.publisher) == ("Storm closes harbour for weeks", "Sjøfolk i Kalvik")


@pytest.mark.parametrize(
    "line",
    [
        "The delegates spoke English, French, Spanish, German and Arabic.",
        "He said « non » > and left",
        "Goals   12   Assists   3   Minutes   940",
        "Support the strikers of Kalvik!",
        "Prices rose 5 percent in a week",
        "History",
        "Islands and borders: politics of the sea",
        "شارك في المظاهرة آلاف العمال من المدينة",
    ],
)  # fmt: skip
def test_prose_that_looks_like_a_row_stays(line):
    found = clean_page(f"Storm closes harbour for weeks\n{PROSE['en']}\n{line}\n{PROSE['en']} Again.")
    assert found.lines[2].section != "boilerplate"


def test_a_sentence_below_the_first_line_sums_it_up() -> None:
    body = "The ferry to the islands has been late every morning since the spring, says its captain, and nobody knows why. "
    page = clean_page(
        f"The late ferry\n\nWhat a year of timetables tells about one small harbour in the north.\n{body * 3}\n{body * 2}"
    )
    assert page.title == "The late ferry"
