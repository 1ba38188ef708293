"""Read JSON of other tools, whatever it holds, and take values out of it."""

import json
from collections.abc import Iterator
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.normalise import repair_surrogates


def json_of(text: str, place: str = "The file") -> Any:
    """Return the value of a JSON text. Raises `Invalid` with the place if it is none.

    Characters that no database stores, which JSON can write, are replaced by U+FFFD.
    """
    try:
        return _storable(json.loads(text))
    except RecursionError as error:
        raise Invalid(f"{place}: this JSON is nested too deeply.") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Invalid(f"{place}, {where}: this is no JSON ({error.msg}).") from error
    except ValueError as error:
        raise Invalid(f"{place}: this is no JSON: a number is too long.") from error


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {storable_text(name): _storable(each) for name, each in value.items()}
    return value


def storable_text(text: str) -> str:
    """Return the text with U+FFFD in the place of NUL and of lone surrogates."""
    repaired = repair_surrogates(text)
    return repaired.replace("\x00", "\ufffd")


def json_lines_of(text: str) -> Iterator[tuple[int, Any]]:
    """Yield the number and the value of each line of JSON Lines. Raises `Invalid` with the line."""
    # Texts may contain other line breaks, which end no line of JSON.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, json_of(line, f"Line {number}")


def text_in(value: Any, *names: str) -> str:
    """Return the text in the first of these fields that has one, or an empty string."""
    if isinstance(value, dict):
        for name in names:
            found = value.get(name)
            if isinstance(found, str) and found.strip():
                return found
    return ""


def dicts_in(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, an object alone as a list of one, and an empty list for anything else."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list):
        return [each for each in value if isinstance(each, dict)]
    return []


def texts_in(value: Any) -> list[str]:
    """Return the texts of a list, and an empty list for anything else."""
    if not isinstance(value, list):
        return []
    return [each for each in value if isinstance(each, str) and each.strip()]


def number_in(value: Any, name: str) -> int | None:
    """Return the whole number in a field, or None. A number without a fraction counts as whole."""
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, float) and found.is_integer():
        return int(found)
    # `isinstance` would accept booleans.
    return found if type(found) is int else None


def id_in(value: Any, *names: str) -> str:
    """Return the id in the first of these fields that has one, as text, or an empty string."""
    if isinstance(value, dict):
        for name in names:
            found = value.get(name)
            if isinstance(found, str) or type(found) is int:
                return str(found)
    return ""
