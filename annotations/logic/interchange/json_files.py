"""Read JSON that other tools wrote, of any shape, and take values out of it."""

import json
from collections.abc import Iterator
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.normalise import repair_surrogates


def json_of(text: str, place: str = "The file") -> Any:
    """Return the value of a JSON text. Raises `Invalid` if it is not JSON; the message begins with `place`.

    Characters that JSON can write but no database stores are replaced by U+FFFD.
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
    """Return the text with U+FFFD in place of each NUL and of each surrogate that is not part of a pair."""
    repaired = repair_surrogates(text)
    return repaired.replace("\x00", "\ufffd")


def json_lines_of(text: str) -> Iterator[tuple[int, Any]]:
    """Yield the number, from 1, and the value of each line of JSON Lines. Empty lines are skipped.

    Raises `Invalid` with the line if a line is not JSON.
    """
    # Texts may contain other line breaks, which end no line of JSON.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, json_of(line, f"Line {number}")


def text_in(value: Any, *names: str) -> str:
    """Return the text of the first of these fields that has a text that is not blank, or an empty string."""
    if isinstance(value, dict):
        for name in names:
            found = value.get(name)
            if isinstance(found, str) and found.strip():
                return found
    return ""


def dicts_in(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a list. An object alone gives a list of one, any other value an empty list."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list):
        return [each for each in value if isinstance(each, dict)]
    return []


def texts_in(value: Any) -> list[str]:
    """Return the texts in a list that are not blank. Any other value than a list gives an empty list."""
    if not isinstance(value, list):
        return []
    return [each for each in value if isinstance(each, str) and each.strip()]


def number_in(value: Any, name: str) -> int | None:
    """Return the whole number in a field, or None if there is none. `3.0` counts as the whole number 3."""
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, float) and found.is_integer():
        return int(found)
    # `isinstance` would accept booleans.
    return found if type(found) is int else None


def id_in(value: Any, *names: str) -> str:
    """Return the id, a text or a whole number, in the first of these fields that has one. The result is a
    text, empty if there is none.
    """
    if isinstance(value, dict):
        for name in names:
            found = value.get(name)
            if isinstance(found, str) or type(found) is int:
                return str(found)
    return ""
