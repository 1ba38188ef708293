"""Test when figures of two texts are the same, when they contradict, and when they are not compared."""

import pytest

from annotations.logic.finding.figure_comparison import compare_texts

SAME = [
    ("one hundred and twenty people died", "120 people died"),
    ("₹2 lakh crore was spent", "₹2 trillion was spent"),
    ("1.234 Euro wurden gezahlt", "1,234 euros were paid"),
    ("thirty people died", "30 people died"),
    ("forty-five people died", "45 people died"),
    ("a dozen people were hurt", "12 people were hurt"),
    ("half a million people fled", "500,000 people fled"),
    ("5 km away", "5 kilometres away"),
    ("12.000 Menschen", "12,000 people"),
    ("3,5 Prozent", "3.5 per cent"),
    ("1.500 personas huyeron", "1,500 people fled"),
    ("fined 1 million € today", "fined €1 million today"),
    ("two hundred and fifty people died", "250 people died"),
    ("a hundred homes burned", "100 homes burned"),
    ("₹5 lakh crore", "₹5 trillion"),
    ("Rs 50 lakh", "Rs 5 million"),
    ("1 234 personnes ont fui", "1,234 people fled"),
    ("1.234,50 Euro", "€1,234.50"),
    ("10 kg of gold", "10 kilos of gold"),
    ("USD 5 million", "$5 million"),
    ("2,5 pour cent", "2.5%"),
    ("4,5 por ciento", "4.5%"),
    ("12 процентов", "12%"),
    ("a man, 34, was held", "a 34-year-old man was held"),
    ("magnitude 7.1", "a 7.1-magnitude quake"),
    ("two and a half million people", "2.5 million people"),
    ("won 3-1", "a 3-1 win"),
    ("twelve hundred people", "1,200 people"),
    ("one and a half million people", "1.5 million people"),
    ("seventy-five thousand people", "75,000 people"),
    ("killing 12", "12 were killed"),
    ("5 Millionen Euro", "€5 million"),
    ("2 Mrd. Euro", "€2 billion"),
    ("scores of people were killed", "scores were killed"),
    ("a quarter of a million people", "250,000 people"),
    ("three dozen people", "36 people"),
    ("ten thousand refugees", "10,000 refugees"),
    ("12.500 Euro", "12,500 euros"),
    ("100 km", "100 kilometers"),
    ("one million people fled", "1 million people fled"),
    ("the vote was 52-48", "passed by 52 to 48"),
    ("15 square kilometres", "15 sq km"),
    ("half a dozen people were hurt", "six people were hurt"),
    ("two thousand and five people", "2,005 people"),
    ("five crore rupees", "50 million rupees"),
    ("3,5 % der Menschen", "3.5% of people"),
]
DIFFERENT = [
    ("won 3-1", "won 2-1"),
    ("passed 52-48", "passed 51-49"),
    ("passed 52-48", "passed 48-52"),
    ("12 were killed", "15 were killed"),
    ("12 killed", "15 dead"),
    ("death toll of 12", "death toll of 15"),
    ("five were wounded", "seven were wounded"),
    ("12 of them were killed", "15 of them were killed"),
    ("by 52 to 48", "by 51 to 49"),
    ("one million people fled", "two million people fled"),
    ("twenty-two people died", "thirty-two people died"),
    ("one person died", "two people died"),
    ("100 kg of cocaine", "200 kilos of cocaine"),
    ("a man, 34, was held", "a 43-year-old man was held"),
    ("a 6.8-magnitude quake", "a magnitude-7.1 quake"),
    ("killing 12", "killing 15"),
    ("killing at least 12", "killing 10"),
    ("at least 18 dead", "12 dead"),
    ("up to 10 were killed", "15 were killed"),
    ("killed 12 people", "15 people were killed"),
    ("12 people, including three children, were killed", "15 people, including three children, were killed"),
    ("The death toll rose to 15", "12 people have died"),
    ("the toll reached 40", "the toll stood at 45"),
    ("leaving 12 dead and 30 wounded", "leaving 12 dead and 35 wounded"),
    ("lost 0-3", "lost 0-2"),
    ("a 2-0 win", "a 3-0 victory"),
    ("voted 52 to 48", "voted 60 to 40"),
    ("one hundred and twenty people died", "one hundred and thirty people died"),
    ("thirty people were wounded", "forty people were wounded"),
    ("5 km away", "7 kilometres away"),
    ("a woman, 71, died", "a woman, 77, died"),
    ("Berg (34)", "Berg (43)"),
    ("a quake of magnitude 6.1", "a quake of magnitude 6.4"),
    ("12 percent", "15 per cent"),
    ("nineteen people were arrested", "21 people were arrested"),
    ("14 arrested", "17 arrested"),
    ("fifty-two people were hurt", "62 people were hurt"),
    ("12 Tote", "15 Tote"),
    ("fewer than 10 were hurt", "at least 12 were hurt"),
    ("twelve people lost their lives", "14 people lost their lives"),
    ("three were injured", "four were injured"),
    ("two crore people", "three crore people"),
    ("1 million € in fines", "2 million € in fines"),
    ("the 12 dead", "the 15 dead"),
    ("about 100 people died", "about 200 people died"),
]
SILENT = [
    ("at least 10 people died", "12 people died"),
    ("at least 10 were killed", "12 were killed"),
    ("at least 18", "20"),
    ("more than 100 were hurt", "120 were hurt"),
    ("up to 20 were killed", "15 were killed"),
    ("about 100 people died", "105 people died"),
    ("12 were killed", "15 were wounded"),
    ("12 people were killed", "15 people were injured"),
    ("several hundred people died", "120 people died"),
    ("two-thirds of voters", "three voters"),
    ("one in five people", "seven people"),
    ("12/7 people", "5 people"),
    ("hundreds of people died", "320 people died"),
    ("dozens were killed", "40 were killed"),
    ("12 killed in Bali", "15 killed in Java"),
    ("a man, 34, was held", "a woman, 43, was held"),
    ("another 12 were killed", "15 were killed"),
    ("12 more people died", "15 people died"),
    ("12 soldiers were killed", "15 civilians were killed"),
    ("12 soldiers were killed", "15 people were killed"),
    ("twenty twenty-two people", "3 people"),
    ("no one was killed", "two were killed"),
    ("one of them said", "two of them said"),
    ("5 billiones de euros", "5 billion euros"),
    ("the 2022-23 season", "the 2021-22 season"),
    ("12 or more died", "14 died"),
    ("100 or so people", "108 people"),
    ("nearly 100 died", "95 died"),
    ("as many as 50 were hurt", "45 were hurt"),
    ("3 quadrillion dollars", "3 million dollars"),
    ("12 were not killed", "15 were killed"),
    ("5 m tall", "5m people"),
    ("between 10 and 15 people died", "12 people died"),
    ("two 500-kg bombs", "3 bombs"),
    ("a twenty-first century", "21 people"),
    ("between one hundred and two hundred people", "150 people"),
    ("at 192.168.0.1 for 5", "at 192.168.0.2"),
    ("Bob won 6-3, 6-4", "Bob won 6-2, 6-4"),
    ("100 km/h", "100 km"),
    ("5 square km", "7 km"),
    ("profit rose 5%", "sales rose 3%"),
    ("A bus crash killed 12", "An earthquake killed 15"),
    ("one or two people died", "one person died"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_one_number_in_two_spellings_is_the_same(text: str, other: str):
    agreement = compare_texts(text, other)
    assert agreement.same
    assert agreement.differing == ()


@pytest.mark.parametrize(("text", "other"), DIFFERENT)
def test_two_numbers_of_one_thing_differ_whichever_comes_first(text: str, other: str):
    assert compare_texts(text, other).differing
    assert compare_texts(other, text).differing


@pytest.mark.parametrize(("text", "other"), SILENT)
def test_what_may_both_hold_or_is_half_read_does_not_differ(text: str, other: str):
    assert compare_texts(text, other).differing == ()
    assert compare_texts(other, text).differing == ()


@pytest.mark.parametrize(
    ("text", "other", "differ"),
    [
        ("ships and trains lost 12%", "ships and planes lost 15%", True),
        ("ships, boats and trains lost 12%", "ships, cars and planes lost 15%", False),
    ],
)
def test_texts_of_one_thing_share_half_of_their_telling_words(text: str, other: str, differ: bool):
    assert bool(compare_texts(text, other).differing) is differ
