"""Scales and units as they are written beside numbers."""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections.abc import Mapping
from typing import TypeVar

from newsroom.text.language.words import term

_Meaning = TypeVar("_Meaning")

# Each scale with the words and letters that stand for it.
_SCALE_SPELLINGS = {
    12: "dozen",
    100: "hundred",
    10**3: "thousand k",
    10**5: "lakh",
    10**6: "million millions mln m mn",
    10**7: "crore",
    10**9: "billion billions bln bn b",
    10**12: "trillion trn tn",
}
# Each unit with the ways it is written, without white space and hyphens.
_UNIT_SPELLINGS = {
    "%": "% percent percentage pct",
    "points": "percentagepoint percentagepoints percentpoint percentpoints pp",
    "basis points": "basispoint basispoints",
    "$": "$ us$ dollar dollars usd usdollars americandollars",
    "A$": "a$ au$ aud australiandollars",
    "C$": "c$ ca$ cad canadiandollars",
    "NZ$": "nz$",
    "HK$": "hk$ hongkongdollars",
    "S$": "s$",
    "NT$": "nt$",
    "R$": "r$",
    "€": "€ euro euros eur",
    "£": "£ pound pounds gbp",
    "¥": "¥ yen",
    "₽": "₽ ruble rubles rouble roubles",
    "₹": "₹ rs rupee rupees",
    "years of age": "yearold yearolds yearsold yearsofage",
}


def _by_spelling(spellings: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    meanings = {}
    for meaning, row in spellings.items():
        for spelling in row.split():
            meanings[spelling] = meaning
    return meanings


#: What a number is multiplied by, by the word or letter after it.
SCALES = _by_spelling(_SCALE_SPELLINGS)
#: The name of each unit, by the ways it is written, without white space and hyphens.
UNITS = _by_spelling(_UNIT_SPELLINGS)

_TIMES_AND_LENGTHS = "second minute hour day week month year m km metre meter kilometre kilometer mile"
#: Units that say what is measured: a number of one is never a number of another unit, nor of none.
MEASURES = frozenset(UNITS.values()) | {term(word) for word in _TIMES_AND_LENGTHS.split()}
#: Words that follow a number and are not what it counts.
NO_UNITS = frozenset(
    "a an and are as at but by for from had has have he in is it more of on or other others out she than "
    "that the then they to was were when while who with".split()
)
#: The terms that belong to a figure itself and say nothing about it.
FIGURE_TERMS = MEASURES | {term(word) for word in (*SCALES, *UNITS)}
