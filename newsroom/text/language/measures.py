"""List the words and signs for scales and units, as they are written beside numbers."""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections.abc import Mapping
from typing import TypeVar

from newsroom.text.language.words import term

_Meaning = TypeVar("_Meaning")

# Each scale with the words and letters that mean it.
_SCALE_SPELLINGS = {
    12: "dozen",
    100: "hundred",
    1_000: "thousand thousands k tys тыс тысяч тысячи тысяча тисяч тисячі тисяча",
    100_000: "lakh lakhs lac lacs",
    1_000_000: (
        "million millions mln m mn mio millionen millones millón milioni milione milhões milhão miljoen "
        "miljoenen milionów miliony milion miljoner millioner млн миллион миллиона миллионов мільйон "
        "мільйони мільйонів"
    ),
    10_000_000: "crore crores",
    1_000_000_000: (
        "billion billions bln bn b mrd milliarde milliarden milliard milliards miliardi miliardo miljard "
        "miljarden mld miliard miliardy miliardów miljarder milliarder bilhões bilhão млрд миллиард "
        "миллиарда миллиардов мільярд мільярди мільярдів"
    ),
    1_000_000_000_000: "trillion trillions trn tn",
}
#: These scales mean another number in many other languages, which call a thousand millions a milliard.
UNSURE_SCALES = frozenset("billion billions trillion trillions".split())
# Each unit with its spellings, without white space and hyphens.
_UNIT_SPELLINGS = {
    "%": (
        "% ٪ percent percentage pct prozent pourcent porciento porcento percento procent procenta proc "
        "процент процента процентов проценты відсоток відсотка відсотки відсотків"
    ),
    "points": "percentagepoint percentagepoints percentpoint percentpoints pp prozentpunkte prozentpunkten",
    "basis points": "basispoint basispoints",
    "$": (
        "$ us$ dollar dollars usd usdollar usdollars americandollars dólares dollari доллар доллара "
        "долларов долар долари доларів"
    ),
    "A$": "a$ au$ aud australiandollar australiandollars",
    "C$": "c$ ca$ cad canadiandollar canadiandollars",
    "NZ$": "nz$ nzd",
    "HK$": "hk$ hkd hongkongdollar hongkongdollars",
    "S$": "s$",
    "NT$": "nt$",
    "R$": "r$ brl",
    "€": "€ euro euros eur евро євро",
    "£": "£ pound pounds gbp",
    "¥": "¥ yen jpy",
    "₽": "₽ ruble rubles rouble roubles rub рубль рубля рублей",
    "₹": "₹ rs rupee rupees inr",
    "₴": "₴ hryvnia hryvnias hryvnya uah гривня гривні гривень гривен",
    "zł": "zł zloty zlotys złotych złote pln",
    "CHF": "chf franken swissfrancs",
    "years of age": "yearold yearolds yearsold yearsofage",
    "magnitude": "magnitude",
    "km": (
        "km kms kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro kilómetros "
        "chilometri quilómetros quilômetros kilometern км километра километров кілометрів"
    ),
    "m": "metre metres meter meters m",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mile": "mile miles mi",
    "foot": "foot feet ft",
    "kg": (
        "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm кг килограмм килограммов "
        "кілограмів"
    ),
    "g": "gram grams gramme grammes",
    "tonne": "tonne tonnes ton tons tonnen toneladas tonnellate тонн тонны",
    "litre": "litre litres liter liters",
    "hectare": "hectare hectares ha hektar",
    "acre": "acre acres",
    "km²": "squarekilometre squarekilometres squarekilometer squarekilometers squarekm sqkm km²",
    "sq mile": "squaremile squaremiles sqmile sqmiles",
    "m²": "squaremetre squaremetres squaremeter squaremeters m²",
    "km/h": "km/h kmh kph kmperhour kilometresperhour kilometersperhour kilometresanhour kilometersanhour",
    "mph": "mph milesperhour milesanhour",
}


def _by_spelling(spellings: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    meanings = {}
    for meaning, row in spellings.items():
        for spelling in row.split():
            meanings[spelling] = meaning
    return meanings


#: The factor for each word or letter that is a scale.
SCALES = _by_spelling(_SCALE_SPELLINGS)
#: The unit for each spelling, without white space and hyphens.
UNITS = _by_spelling(_UNIT_SPELLINGS)

#: The unit of a score or a vote.
SCORE = "score"
#: The unit of all figures that count people, whatever word the text uses.
PEOPLE = "peopl"
#: Words that mean people in general.
PEOPLE_WORDS = frozenset(
    "people person persons individuals lives souls menschen personen personnes personas persone pessoas "
    "mensen osób osoby ludzi люди людей человек человека осіб людини".split()
)
# These units are rare in a report, so two figures with the same unit usually measure the same thing.
_COUNTED_UNITS = frozenset("foot kg g tonne litre hectare acre cm mm".split())
_TIMES = "second minute hour day week month year"
#: Units that show what is measured. A figure with such a unit never matches a figure with another unit or
#: none.
MEASURES = (
    (frozenset(UNITS.values()) - _COUNTED_UNITS) | {SCORE} | {term(word) for word in _TIMES.split()}
)
#: Words that follow a number but are not what it counts.
NO_UNITS = frozenset(
    "a after against an and are as at away been before behind being but by during for from had has have he "
    "in is it more near of on or other others out over she since so than that the then they to under was "
    "were when while who with fueron fue ont sont sono wurden sind были".split()
)
#: Terms that are part of a figure, so they do not say what the figure is about.
FIGURE_TERMS = MEASURES | {term(word) for word in (*SCALES, *UNITS)}
