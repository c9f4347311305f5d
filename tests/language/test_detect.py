"""Which language a text is in: English is never refused, another language is, doubt is left open."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import LanguageError
from counterclaim.language.detect import detect, name, require_english

ENGLISH = (
    "Nine people were killed when two rockets struck a glassworks, the mayor said on Tuesday. "
    "The army blamed separatist forces from across the river, which have denied that they fired."
)
FOREIGN = {
    "fr": "Le ministère de la Défense a annoncé lundi que trois personnes avaient été tuées dans l'attaque.",
    "de": "Das Verteidigungsministerium teilte am Montag mit, dass bei dem Angriff drei Menschen getötet wurden.",
    "es": "El Ministerio de Defensa dijo el lunes que tres personas habían muerto en el ataque contra la ciudad.",
    "nl": "Het ministerie van Defensie zei maandag dat bij de aanval drie mensen om het leven zijn gekomen.",
    "ru": "Министерство обороны сообщило в понедельник, что в результате атаки погибли три человека.",
    "uk": "Міністерство оборони повідомило в понеділок, що внаслідок атаки загинули троє людей.",
    "ar": "قالت وزارة الدفاع يوم الاثنين إن ثلاثة أشخاص قتلوا في الهجوم على المدينة.",
    "he": "משרד הביטחון הודיע ביום שני כי שלושה בני אדם נהרגו במתקפה על העיר.",
    "tr": "Savunma Bakanlığı pazartesi günü yaptığı açıklamada saldırıda üç kişinin öldüğünü söyledi.",
    "ja": "国防省は月曜日、この攻撃で三人が死亡したと発表した。",
}


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "ARMY SAYS IT RETOOK ORLISK AFTER THREE DAYS OF FIGHTING",
        "Army denies strike on hospital in Orlisk",
        "Sheikh Abdul Rahman al-Nuaimi told Khalid bin Faisal and Mahmoud al-Masri that the militia would leave.",
        "Dragan Milosavljević and Vladimir Krasnov of the Ostavian staff denied that Bogdan Petrenko had been killed.",
        "https://t.example/1 " + ENGLISH,
        "\u202b" + ENGLISH + "\u202c",
        "“” 🚑 " * 2000 + ENGLISH,
    ],
)
def test_english_is_english(text: str) -> None:
    assert detect(text) == "en"
    assert require_english(text) == "en"


@pytest.mark.parametrize("code", FOREIGN)
def test_another_language_is_refused_and_named(code: str) -> None:
    assert detect(FOREIGN[code]) == code
    with pytest.raises(LanguageError) as refused:
        require_english(FOREIGN[code], "x.txt")
    assert str(refused.value) == f"x.txt: looks like {name(code)} ({code}); only English is read"


@pytest.mark.parametrize("code", FOREIGN)
def test_an_english_report_that_quotes_another_language_is_english(code: str) -> None:
    assert detect(f"{ENGLISH} “{FOREIGN[code]}” he wrote, and the army said that this was a lie.") == "en"


@pytest.mark.parametrize("code", FOREIGN)
def test_a_foreign_report_that_names_an_english_title_is_foreign(code: str) -> None:
    assert detect(f"{FOREIGN[code]} The Voice of the North. {FOREIGN[code]}") == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "1 300",
        "Brandt denies",
        "Paris, Orlisk",
        "Volodymyr Zelenskyy, Vladimir Putin, Sergey Lavrov, Dmytro Kuleba, Andriy Yermak",
        "KHAN YOUNIS, DEIR AL-BALAH, RAFAH, JABALIA",
        "https://t.example/index.php?fidx=14628&PHPSESSID=70517884182aa0d94ef4c",
        "a\u0301 \ud800",
    ],
)
def test_what_cannot_be_told_is_left_open_and_not_refused(text: str) -> None:
    assert detect(text) is None
    assert require_english(text) is None


@pytest.mark.parametrize("text", ["𐌲𐌿𐍄𐌹𐍃𐌺 𐍂𐌰𐌶𐌳𐌰", "ᎠᎴ ᎦᏬᏂᎯᏍᏗ"])
def test_a_script_of_no_known_language_is_refused_without_a_guess(text: str) -> None:
    with pytest.raises(LanguageError, match="is not in Latin letters"):
        require_english(text)


def test_bold_letters_of_posts_count_as_the_letters_they_are() -> None:
    assert detect("".join(chr(0x1D41A + ord(c) - 97) if c.islower() else c for c in ENGLISH)) == "en"


def test_only_the_beginning_counts() -> None:
    assert detect(ENGLISH * 20 + FOREIGN["fr"] * 200) == "en"
    assert detect(FOREIGN["fr"] * 40 + ENGLISH * 200) == "fr"


def test_languages_have_names() -> None:
    assert [name(code) for code in ("en", "fr", "el", "ps", "??")] == ["English", "French", "Greek", "Pashto", "??"]


def test_threads_get_the_same_answers() -> None:
    texts = list(FOREIGN.values()) * 3
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect, texts)) == list(FOREIGN) * 3


@settings(deadline=None)
@given(st.text(max_size=300) | st.text(st.characters(categories=["Cs", "Mn", "Lo"]), max_size=50))
def test_any_text_has_the_same_language_twice_or_none(text: str) -> None:
    found = detect(text)
    assert found is None or found.isascii()
    assert detect(text) == found
