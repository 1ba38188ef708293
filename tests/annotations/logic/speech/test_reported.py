"""Test that the speaker is the noun phrase before the verb of speech, before an aside, or after the verb."""

import pytest

from annotations.logic.speech.reported import speeches
from newsroom.text.model import Span


def speakers(text: str) -> list[str]:
    return [speech.speaker for speech in speeches(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Zelensky, a former comedian, said it held.", "Zelensky"),
        ("Sergei Lavrov, the Russian foreign minister, said it held.", "Sergei Lavrov"),
        ("Ilham Aliyev, who met Nikol Pashinyan in Brussels, said it held.", "Ilham Aliyev"),
        ("Zelensky, citing General Syrskyi, said it held.", "Zelensky"),
        ("Nancy Pelosi, the speaker of the House, said it held.", "Nancy Pelosi"),
        ("Zelensky, after meeting Macron in Paris, has said it held.", "Zelensky"),
        ("Anna Weiss, head of the clinic in Graz, a nurse by training, said it held.", "Anna Weiss"),
        ("Antony Blinken, speaking after he met his counterpart, Wang Yi, said it held.", "Antony Blinken"),
        ("Rafael Grossi, visiting the plant since the war began, said it held.", "Rafael Grossi"),
        ("Boris Johnson, 58, said it held.", "Boris Johnson"),
        ("Boris Johnson (Conservative, Uxbridge) said it held.", "Boris Johnson"),
        ("Lavrov — here in Bali — complained it held.", "Lavrov"),
        ("Lavrov, speaking in Bali, denied it held.", "Lavrov"),
        ("The Kremlin, meanwhile, confirmed it held.", "The Kremlin"),
        ("Ministers met. It held, officials, speaking on condition of anonymity, said.", "officials"),
    ],
)
def test_an_aside_is_not_the_speaker(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The EU’s foreign policy chief, Josep Borrell, said it held.", "Josep Borrell"),
        ("Ukraine's president, Volodymyr Zelenskiy, has warned it held.", "Volodymyr Zelenskiy"),
        ("A Pentagon spokesman, Brig. Gen. Pat Ryder, said it held.", "Brig. Gen. Pat Ryder"),
        ("The victim’s brother, John Smith, 34, said it held.", "John Smith"),
    ],
)
def test_an_aside_that_is_the_name_is_the_speaker(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Russia shelled Kharkiv overnight, said Mayor Ihor Terekhov.", "Mayor Ihor Terekhov"),
        ("On Monday, Russia shelled Kharkiv, said Mayor Ihor Terekhov.", "Mayor Ihor Terekhov"),
        ("Russia shelled Kharkiv while talks went on, says Putin", "Putin"),
        ("Russia shelled Kharkiv on Monday, killed 12, said the chief of police.", "the chief of police"),
        ("Russia shelled Kharkiv, said police.", "police"),
        ("Russia shelled Kharkiv, said the Kharkiv police chief.", "the Kharkiv police chief"),
        ("Russia shelled Kharkiv, said a spokesman for the mayor.", "a spokesman for the mayor"),
        ("Russia shelled Kharkiv, said Ihor Terekhov, the mayor, on Monday.", "Ihor Terekhov"),
        ("Russia shelled Kharkiv, said U.S. officials in Rome.", "U.S. officials"),
        ("“Russia shelled Kharkiv,” said Mr. Terekhov.", "Mr. Terekhov"),
        ("“Russia shelled Kharkiv,” said 34-year-old Olha Koval.", "34-year-old Olha Koval"),
    ],
)
def test_a_speaker_may_stand_after_the_verb_without_quotation_marks(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Prices fell and the minister left, and said it held.",
        "Lavrov, who left as Baerbock, Germany’s minister, spoke, said it held.",
        "At the White House Biden said it held.",
    ],
)
def test_what_holds_a_verb_or_is_cut_short_is_nobody(text):
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holm: “It held.”", "Holm"),
        ("Marta Ilves, author of two novels: “It held.”", "Marta Ilves"),
        ("Minister Marta Ilves: I think it held.", "Minister Marta Ilves"),
        ("World Cup: Norway beat Denmark.", ""),
        ("Analysis: how we lost.", ""),
    ],
)
def test_a_name_and_a_colon_lead_to_a_quotation_or_to_words_of_oneself(text, speaker):
    assert speakers(text) == [speaker] * bool(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Friday Lavrov said it held.", "Lavrov"),
        ("In a statement Lavrov said it held.", "Lavrov"),
        ("While Lavrov said it held, Kyiv was silent.", "Lavrov"),
        ("Vladimir Putin on Monday said it held.", "Vladimir Putin"),
        ("Lavrov left the room and said it held.", "Lavrov"),
        ("Officials briefed on the talks said it held.", "Officials briefed on the talks"),
        ("A badly wounded Russian soldier said it held.", "A badly wounded Russian soldier"),
        ("Russian armed forces said it held.", "Russian armed forces"),
    ],
)
def test_when_and_where_it_was_said_is_no_part_of_the_speaker(text, speaker):
    assert speakers(text) == [speaker]
