"""Test that in other languages the speaker is read beside a quotation or before
“that”, and else there is none.
"""

import pytest

from annotations.logic.speech.other_languages import foreign_speeches
from newsroom.text.model import Span


def speakers(text: str) -> list[str]:
    return [speech.speaker for speech in foreign_speeches(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir gehen“, sagte Marta Ilves.", "Marta Ilves"),
        ("„Wir gehen“, sagte am Montag die Ministerin Marta Ilves in Bern.", "die Ministerin Marta Ilves"),
        ("Marta Ilves, die Ministerin, sagte: „Wir gehen.“", "Marta Ilves"),
        ("« Nous partons », a déclaré lundi Marta Ilves.", "Marta Ilves"),
        ("« Nous partons », nous dit la romancière en partant.", "la romancière"),
        ("«Nos vamos», dijo el lunes el portavoz Juan de la Cruz.", "el portavoz Juan de la Cruz"),
        ("«Ce ne andiamo», ha detto il ministro Marta Ilves.", "il ministro Marta Ilves"),
        ("“Vamos embora”, afirmou Marta Ilves ontem.", "Marta Ilves"),
        ("‘Wij gaan’, aldus burgemeester Jan de Vries.", "burgemeester Jan de Vries"),
        ("« Nous partons », nous confie Marta Ilves.", "Marta Ilves"),
        ("„Wir gehen“, so Ministerin Marta Ilves.", "Ministerin Marta Ilves"),
        ("„Idziemy” – powiedziała Marta Ilves.", "Marta Ilves"),
        ("«Мы уходим», — заявил мэр Иван Петров.", "мэр Иван Петров"),
        ("«Ми йдемо», – сказала Олена Коваль.", "Олена Коваль"),
        ("”Vi går”, sade Marta Ilves i går.", "Marta Ilves"),
        ("»Vi går,« siger borgmester Marta Ilves.", "borgmester Marta Ilves"),
        ("«Vi går», sier Marta Ilves.", "Marta Ilves"),
    ],
)
def test_who_stands_beside_a_quotation_and_a_verb_speaks(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marta Ilves sagte, dass sie gehe.", "Marta Ilves"),
        ("Marta Ilves a affirmé que tout va bien.", "Marta Ilves"),
        ("El ministro aseguró que todo va bien.", "El ministro"),
        ("Иван Петров сообщил, что всё хорошо.", "Иван Петров"),
        ("Laut Marta Ilves ist alles gut.", "Marta Ilves"),
        ("Selon la police, tout va bien.", "la police"),
        ("По словам Ивана Петрова, всё хорошо.", "Ивана Петрова"),
    ],
)
def test_who_stands_before_that_or_behind_according_to_speaks(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir gehen“, sagte er am Montag in Bern.",
        "« Nous partons », dit-il.",
        "Marta Ilves schreibt einen Brief.",
        "Ana Prado escribió una carta.",
        "He threw two dice and Ana Prado left.",
    ],
)
def test_a_pronoun_or_a_verb_without_a_quotation_is_nobody(text):
    assert speakers(text) == []


@pytest.mark.parametrize(("roles", "speaker"), [(4, "Ilves"), (5, "")])
def test_up_to_four_words_stand_before_a_name(roles, speaker):
    text = f"«Nos vamos», dijo {'muy ' * roles}Ilves."
    assert [said.removeprefix("muy " * roles) for said in speakers(text)] == [speaker] * bool(speaker)


@pytest.mark.parametrize(("names", "number"), [(8, 8), (9, 8)])
def test_a_speaker_has_at_most_eight_words(names, number):
    (speaker,) = speakers(f"«Nos vamos», dijo {'Ana ' * names}.")
    assert len(speaker.split()) == number


@pytest.mark.parametrize(("blanks", "found"), [(9, ["Ana Prado"]), (10, [])])
def test_a_quotation_ends_within_twelve_code_points_before_the_verb(blanks, found):
    # The closing mark, a comma and a dash take the other three code points.
    assert speakers(f"«Nos vamos»,—{' ' * blanks}dijo Ana Prado.") == found
