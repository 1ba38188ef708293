"""Try all regular expressions of both packages with texts on which backtracking is slow.

The maintained tools for this read JavaScript's expressions or are services elsewhere, and none of them
knows possessive quantifiers. So each expression is tried here: its parsed tree says which texts it
repeats, and these are repeated before something that the expression does not expect. If the time grows
faster than the text, this shows at some thousand characters, because a search without backtracking takes
less than a millisecond.
"""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import annotations
import newsroom
from newsroom.text.readers.page import parsing

#: What the code does to a text before it uses these expressions.
PREPARED: dict[str, Callable[[str], str]] = {
    # Lines about an article are cut, and their runs of spaces are joined.
    "newsroom.text.metadata.bylines._LABEL": lambda text: " ".join(text[:4_000].split()),
    "newsroom.text.metadata.bylines._E_MAIL": lambda text: " ".join(text[:4_000].split()),
    "newsroom.text.metadata.bylines._PARTS": lambda text: " ".join(text[:4_000].split()),
    "newsroom.text.readers.page.stated.titles._SEPARATOR": lambda text: " ".join(text[:4_000].split()),
    # It counts attributes in the match of another expression.
    "newsroom.text.readers.page.parsing._ONE_ATTRIBUTE": lambda text: _attributes_at_start(text),
    # These expressions are not used on longer lines.
    "newsroom.text.changes.furniture._FURNITURE": lambda text: text[:150],
    "newsroom.text.changes.furniture._SHARING": lambda text: text[:150],
    "newsroom.text.structure.boilerplate._LINE": lambda text: text[:320],
    "newsroom.text.structure.byline_lines._BYLINE": lambda text: text[:300],
    "newsroom.text.structure.byline_lines._BEFORE_DAY": lambda text: text[:300],
    "newsroom.text.structure.byline_lines._AND_WIRES": lambda text: text[:300],
    "newsroom.text.structure.captions._LABELLED_CREDIT": lambda text: text[:700],
    # Only the end of a phrase is searched.
    "newsroom.text.language.numbers.number_words._TRAILING_SCALE": lambda text: text[-60:],
    # Only the end of what precedes a raised number is searched.
    "newsroom.text.readers.raised_text._FIGURE": lambda text: text[-40:],
    "newsroom.text.readers.raised_text._WORD": lambda text: text[-40:],
    # Only the text directly before a number is searched.
    "newsroom.text.language.numbers.ages._NOUN_BEFORE": lambda text: text[:60],
    "annotations.logic.finding.reasons._CURRENCY": lambda text: text[:4],
    # A byline, a credit, or the end of a text.
    "annotations.logic.sources.crediting.credit_phrases._SIGN_OFF": lambda text: text[:300],
    "annotations.logic.sources.crediting.credit_phrases._DATELINE": lambda text: text[:160],
    # So much of a sentence is read around a passage, and a selection keeps passages short.
    "annotations.logic.sources.telling.tellers._QUOTED": lambda text: text[:4_000],
}
#: Methods that try to match at each position of a text.
SEARCHING = frozenset(("search", "sub", "subn", "split", "finditer", "findall"))
ANCHORED = frozenset(("match", "fullmatch"))
#: The lengths of the texts, the small ones first. They show time that doubles with each character early, and
#: time that grows with the square or the cube at the first length at which it is visible.
LENGTHS = (16, 18, 20, 22, 25, 30, 36, 44, 60, 240, 1_000, 4_000, 16_000)
#: It looks 80 characters ahead at each position, which is as much work as an expression may do.
BUSIEST = re.compile(r"[^\n]{2,80}?(?<!\s)\s++\0")
#: A part that may be repeated at least so often is used for attacks.
MANY = 40
#: The most samples of one part.
MOST_SAMPLES = 3
#: What follows the repeated part, so that the whole text does not match.
ENDS = ("", "\0")
#: Parts that many texts repeat.
USUAL = (" ", "\n", "a", "1", "-", "a ", "A b ", "aA-", '"')
CLASSES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " \n",
    codes.CATEGORY_NOT_SPACE: "a-",
    codes.CATEGORY_WORD: "a1",
    codes.CATEGORY_NOT_WORD: "- ",
}
LIKELY = "aA1 -.,\n\"'_(é"
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression, the name under which its module holds it, and the names of
    the methods that use it.
    """

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


@cache
def most_seconds() -> float:
    """Return the CPU time in seconds that one use may take at any length, on the machine that runs this.

    A search whose time grows with the square of the text takes about a hundred times as long as `BUSIEST`.
    """
    text = " " * LENGTHS[-1]
    return 4 * min(_cpu_seconds(BUSIEST.search, text) for _ in range(5))


def expressions() -> list[Expression]:
    """Return the expressions that stand in the modules of both packages, each once."""
    uses, uses_anywhere = _uses()
    named: dict[int, Expression] = {}
    for module in _modules():
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                label = f"{module.__name__}.{name}"
                # If no use is known, any method may be used.
                methods = uses.get((module.__name__, name)) or uses_anywhere.get(name) or SEARCHING
                named.setdefault(id(pattern), Expression(label, pattern, frozenset(methods)))
    return list(named.values())


def slowest_text(expression: Expression) -> tuple[float, str, str]:
    """Return (CPU seconds, method, text) of the first use that takes too long, or of the
    slowest use if none does.
    """
    slowest = (0.0, "", "")
    for method in _methods_tried(expression):
        use = getattr(expression.pattern, method)
        prepare = PREPARED.get(expression.name, str)
        for before, part, end in attacks(expression.pattern):
            for length in LENGTHS:
                text = before + part * (length // len(part)) + end
                text = prepare(text)
                spent = _cpu_seconds(use, text)
                if spent > most_seconds():
                    # The use is measured again, because the garbage collector may have run.
                    spent = min(spent, _cpu_seconds(use, text))
                if spent > slowest[0]:
                    slowest = (spent, method, f"{before!r} {part!r} * {length // len(part)} {end!r}")
                if spent > most_seconds():
                    return slowest
    return slowest


def _cpu_seconds(use: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    use(text)
    return time.process_time() - started


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield texts on which the expression may be slow, as (before, repeated part, end)."""
    parsed = parser.parse(pattern.pattern, pattern.flags)
    pumps = dict.fromkeys(("", part) for part in USUAL)
    pumps |= dict.fromkeys(_pumps(parsed, ""))
    for before, part in pumps:
        for end in ENDS:
            yield before, part, end


def _attributes_at_start(text: str) -> str:
    attributes = re.match(rf"(?:{parsing._ATTRIBUTE})*+", text)
    assert attributes is not None
    return attributes.group()


def _methods_tried(expression: Expression) -> list[str]:
    methods = []
    if expression.methods & SEARCHING:
        methods.append("search")
    if expression.methods & ANCHORED:
        methods.append("fullmatch")
    return methods


def _pumps(nodes: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield each part that the nodes may repeat, as (a sample of what comes before it, part)."""
    for code, value in nodes:
        if code in REPEATS:
            _, most, body = value
            if most >= MANY:
                for sample in _samples(body):
                    if sample:
                        yield before, sample
                        yield "", before + sample
            yield from _pumps(body, before)
        elif code is codes.BRANCH:
            for alternative in value[1]:
                yield from _pumps(alternative, before)
        elif code is codes.SUBPATTERN:
            yield from _pumps(value[3], before)
        elif code is codes.ATOMIC_GROUP:
            yield from _pumps(value, before)
        before += _sample(((code, value),))


def _sample(nodes: Iterable[Any]) -> str:
    return next(iter(_samples(nodes)), "")


def _samples(nodes: Iterable[Any]) -> list[str]:
    """Return a few texts that a sequence of nodes matches."""
    samples = [""]
    for node in nodes:
        endings = _samples_of_node(*node)
        samples = [sample + ending for sample in samples for ending in endings][:MOST_SAMPLES]
    return samples


def _samples_of_node(code: Any, value: Any) -> list[str]:
    samples = [""]
    if code is codes.LITERAL:
        samples = [chr(value)]
    elif code is codes.NOT_LITERAL:
        samples = [letter for letter in LIKELY if letter != chr(value)]
    elif code is codes.ANY:
        samples = list("a ")
    elif code is codes.IN:
        samples = _members(value)
    elif code is codes.BRANCH:
        samples = [_sample(alternative) for alternative in value[1]]
    elif code is codes.SUBPATTERN:
        samples = _samples(value[3])
    elif code is codes.ATOMIC_GROUP:
        samples = _samples(value)
    elif code in REPEATS:
        least, _, body = value
        samples = [sample * max(1, least) for sample in _samples(body)]
    return samples[:MOST_SAMPLES] or [""]


def _members(items: list[Any]) -> list[str]:
    """Return characters that a class in brackets matches."""
    members = []
    if items[0][0] is codes.NEGATE:
        excluded = set(_members(items[1:])) if items[1:] else set()
        return [letter for letter in LIKELY if letter not in excluded]
    for code, value in items:
        if code is codes.LITERAL:
            members.append(chr(value))
        elif code is codes.RANGE:
            members.append(chr(value[0]))
        elif code is codes.CATEGORY:
            members += CLASSES[value]
    return members


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _patterns_in(item)


def _modules() -> Iterator[Any]:
    for package in (newsroom, annotations):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in info.name:
                yield importlib.import_module(info.name)


@cache
def _uses() -> tuple[dict[tuple[str, str], set[str]], dict[str, set[str]]]:
    """Return the methods that are called on each name: by (module, name), and by name over all modules."""
    uses: dict[tuple[str, str], set[str]] = {}
    anywhere: dict[str, set[str]] = {}
    for module in _modules():
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in SEARCHING | ANCHORED:
                name = getattr(node.value, "id", getattr(node.value, "attr", ""))
                uses.setdefault((module.__name__, name), set()).add(node.attr)
                anywhere.setdefault(name, set()).add(node.attr)
    return uses, anywhere
