"""Scales and units as they are written beside numbers."""

# ruff: noqa: SIM905 - tables of words are read as prose

from newsroom.text.language.words import term

#: What a number is multiplied by, by the word or letter after it.
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6,
    "millions": 10**6, "mln": 10**6, "m": 10**6, "mn": 10**6, "crore": 10**7, "billion": 10**9,
    "billions": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
#: The name of each unit, by the ways it is written, without white space and hyphens.
UNITS = {
    "%": "%", "percent": "%", "percentage": "%", "pct": "%", "percentagepoint": "points",
    "percentagepoints": "points", "percentpoint": "points", "percentpoints": "points", "pp": "points",
    "basispoint": "basis points", "basispoints": "basis points", "$": "$", "us$": "$", "dollar": "$",
    "dollars": "$", "usd": "$", "usdollars": "$", "americandollars": "$", "a$": "A$", "au$": "A$",
    "aud": "A$", "australiandollars": "A$", "c$": "C$", "ca$": "C$", "cad": "C$", "canadiandollars": "C$",
    "nz$": "NZ$", "hk$": "HK$", "hongkongdollars": "HK$", "s$": "S$", "nt$": "NT$", "r$": "R$", "€": "€",
    "euro": "€", "euros": "€", "eur": "€", "£": "£", "pound": "£", "pounds": "£", "gbp": "£", "¥": "¥",
    "yen": "¥", "₽": "₽", "ruble": "₽", "rubles": "₽", "rouble": "₽", "roubles": "₽", "₹": "₹", "rs": "₹",
    "rupee": "₹", "rupees": "₹", "yearold": "years of age", "yearolds": "years of age",
    "yearsold": "years of age", "yearsofage": "years of age",
}  # fmt: skip
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
