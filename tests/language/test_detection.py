import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import detect

SENTENCES = {
    "en": "The harbour was closed on Tuesday after the storm had damaged two of its cranes.",
    "fr": "Le port a été fermé mardi après que la tempête eut endommagé deux de ses grues.",
    "es": "El puerto fue cerrado el martes después de que la tormenta dañara dos de sus grúas.",
    "de": "Der Hafen wurde am Dienstag geschlossen, nachdem der Sturm zwei Kräne beschädigt hatte.",
    "it": "Il porto è stato chiuso martedì dopo che la tempesta aveva danneggiato due delle sue gru.",
    "pt": "O porto foi fechado na terça-feira depois que a tempestade danificou dois dos seus guindastes.",
    "nl": "De haven werd dinsdag gesloten nadat de storm twee van de kranen had beschadigd.",
    "tr": "Fırtınanın iki vince zarar vermesinin ardından liman salı günü kapatıldı.",
    "ru": "Порт был закрыт во вторник после того, как шторм повредил два крана.",
    "uk": "Порт був закритий у вівторок після того, як шторм пошкодив два його крани.",
    "ar": "أغلق الميناء يوم الثلاثاء بعد أن ألحقت العاصفة أضرارا باثنتين من رافعاته.",
    "fa": "بندر روز سه‌شنبه پس از آنکه توفان به دو جرثقیل آن آسیب رساند بسته شد.",
    "ur": "طوفان سے دو کرینوں کو نقصان پہنچنے کے بعد منگل کو بندرگاہ بند کر دی گئی۔",
    "he": "הנמל נסגר ביום שלישי לאחר שהסערה פגעה בשניים מן העגורנים שלו.",
    "zh": "暴风雨损坏了两台起重机后，港口于周二关闭。",
    "ja": "嵐で二基のクレーンが損傷し、港は火曜日に閉鎖された。",
    "ko": "폭풍으로 크레인 두 대가 파손되어 항구가 화요일에 폐쇄되었다.",
    "sv": "Hamnen stängdes i tisdags efter att stormen hade skadat två av dess kranar.",
    "pl": "Port został zamknięty we wtorek po tym, jak burza uszkodziła dwa jego dźwigi.",
    "el": "Το λιμάνι έκλεισε την Τρίτη αφού η καταιγίδα προκάλεσε ζημιές σε δύο γερανούς.",
    "hi": "तूफान से दो क्रेनों को नुकसान पहुंचने के बाद मंगलवार को बंदरगाह बंद कर दिया गया।",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_sentence(language):
    found, confidence = detect(SENTENCES[language])
    assert found == language
    assert confidence > 0.9


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it", "pt", "nl", "ru", "uk", "sv", "el"])
def test_capitals_are_no_other_language(language):
    assert detect(SENTENCES[language].upper())[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "1961",
        "$500,000 (+3.4 %)",
        "...",
        "\x00\x01",
        "a",
        "xq zzkw qjvx wqpz kxqj vwzx qkzj xwvq",
        "http",
        "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ",
    ],
)
def test_rather_undecided_than_a_guess(text):
    assert detect(text)[0] == "und"


def test_foreign_names_and_links_do_not_decide():
    assert detect("قال David Littman إن العملية بدأت في جنيف سنة ١٩٦١ والناس شهود على example.com")[0] == "ar"
    assert detect("Il a lu « 港口 » et « порт » sur deux grues abîmées par la tempête de mardi.")[0] == "fr"


def test_only_the_beginning_of_a_long_text_is_read():
    assert detect(SENTENCES["fr"] * 20_000)[0] == "fr"
    assert detect("x" * 1_000_000)[0] == "und"


@given(st.text(max_size=80))
def test_any_text_gets_an_answer_in_range(text):
    language, confidence = detect(text)
    assert 2 <= len(language) <= 3
    assert 0 <= confidence <= 1


def test_other_processes_and_hash_seeds_answer_the_same():
    code = (
        "import json, sys; from dateline.language import detect;"
        "print(json.dumps([detect(t) for t in json.load(sys.stdin)]))"
    )
    texts = [text[:cut] for text in SENTENCES.values() for cut in (8, 20, 40)]
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps(texts),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert answers == {json.dumps([list(detect(text)) for text in texts]) + "\n"}
