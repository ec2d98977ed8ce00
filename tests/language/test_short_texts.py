"""Short texts: where langdetect alone is wrong one time in twenty."""

import pytest

from dateline.language import detect, detect_article

FIVE_WORDS = {
    "en": ["the ministers of both countries", "after the storm had passed", "will be closed on Sunday"],
    "fr": ["dans la nuit de mardi", "les ministres des deux pays", "n'a pas encore été annoncé"],
    "es": ["la noche del martes pasado", "los ministros de ambos países", "todavía no ha sido anunciado"],
    "pt": ["na noite da última terça-feira", "os ministros dos dois países", "ainda não foi anunciado hoje"],
    "de": ["in der Nacht zum Mittwoch", "die Minister der beiden Länder", "ist noch nicht bekannt geworden"],
    "nl": ["in de nacht van dinsdag", "de ministers van beide landen", "is nog niet bekend gemaakt"],
    "it": ["nella notte di martedì scorso", "i ministri dei due paesi", "non è stato ancora annunciato"],
    "tr": ["geçen salı gecesi sona erdi", "iki ülkenin dışişleri bakanları", "henüz resmen açıklanmadı ama bekleniyor"],
    "ru": ["в ночь на прошлую среду", "министры обеих стран встретились вчера", "ещё не было объявлено официально"],
    "uk": ["у ніч на минулу середу", "міністри обох країн зустрілися вчора", "ще не було оголошено офіційно"],
    "ar": ["في ليلة الثلاثاء الماضي انتهى", "وزراء البلدين اجتمعوا يوم أمس", "لم يعلن عن ذلك رسميا"],
    "fa": ["در شب سه‌شنبه گذشته پایان یافت", "وزیران دو کشور دیروز دیدار کردند", "هنوز به طور رسمی اعلام نشده است"],
    "ur": ["گزشتہ منگل کی رات ختم ہوا", "دونوں ملکوں کے وزیروں نے کل", "ابھی تک سرکاری طور پر نہیں"],
    "he": ["בלילה שבין שלישי לרביעי האחרון", "השרים של שתי המדינות נפגשו"],
    "zh": ["两国部长昨天会面", "尚未正式宣布"],
    "ja": ["両国の閣僚は昨日会談した", "まだ正式に発表されていない"],
}
TEXTS = [(language, text) for language, texts in FIVE_WORDS.items() for text in texts]


@pytest.mark.parametrize("engine", ["langdetect", "py3langid"])
@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_five_words(language, text, engine):
    assert detect(text, engine=engine)[0] == language
    assert detect(text.upper(), engine=engine)[0] == language


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_digits_links_and_signs_say_nothing(language, text):
    noisy = f"12.03.2021 – {text} 🙂🔥 https://www.example.com/en/the-news-of-today desk@example.org 100%"
    assert detect(noisy)[0] == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("af", "Die hawe is Dinsdag gesluit nadat die storm twee van sy hyskrane beskadig het."),
        ("ca", "El port es va tancar dimarts després que la tempesta malmetés dues de les seves grues."),
        ("cs", "Přístav byl v úterý uzavřen poté, co bouře poškodila dva z jeho jeřábů."),
        ("da", "Havnen blev lukket tirsdag, efter at stormen havde beskadiget to af dens kraner."),
        ("fi", "Satama suljettiin tiistaina sen jälkeen, kun myrsky oli vaurioittanut kahta nosturia."),
        ("hu", "A kikötőt kedden bezárták, miután a vihar megrongálta két daruját is."),
        ("id", "Pelabuhan itu ditutup pada hari Selasa setelah badai merusak dua dereknya."),
        ("ro", "Portul a fost închis marți după ce furtuna a avariat două dintre macaralele sale."),
        ("vi", "Cảng đã bị đóng cửa hôm thứ Ba sau khi cơn bão làm hỏng hai cần cẩu."),
        ("bg", "Пристанището беше затворено във вторник, след като бурята повреди два от крановете му."),
    ],
)
def test_languages_without_models_are_not_forced_into_another(language, text):
    assert detect(text)[0] == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("eu", "Portua asteartean itxi zuten ekaitzak garabietako bi hondatu ondoren, eta ez dute berriro zabalduko."),
        ("is", "Höfninni var lokað á þriðjudag eftir að stormurinn hafði skemmt tvo af krönum hennar og eitt skip."),
        ("az", "Fırtına iki krana ziyan vurduqdan sonra liman çərşənbə axşamı günü bağlandı və hələ açılmayıb."),
        ("be", "Порт быў зачынены ў аўторак пасля таго, як бура пашкодзіла два яго краны і адзін карабель."),
        ("sr", "Лука је затворена у уторак након што је олуја оштетила две њене дизалице и један брод."),
    ],
)
def test_articles_in_languages_that_langdetect_does_not_know(language, text):
    found = detect_article([text, text])
    assert (found.language, found.lines, found.others) == (language, (language,) * 2, ())


@pytest.mark.parametrize(
    "text",
    [
        "Haftar", "Yossi Melman", "aaaaaaaaaa", "ABC-123 XK9 QZ-77 RTX", "eJzT0yMAAGTvBe8=",
        "asdf jkl; qwerty uiop zxcvbnm", "www.example.com/the/news me@example.com", "🙂🔥🙂", "10:30 | 15.000 €",
    ],
)  # fmt: skip
def test_names_and_noise_alone_are_undecided(text):
    assert detect(text)[0] == "und"


def test_headlines_alone_are_labelled():
    headlines = ["Crisis en el puerto", "Cierran dos escuelas", "Sube el precio del pan", "Huelga de trenes hoy"]
    assert [detect_article([line]).language for line in headlines] == ["es"] * 4
