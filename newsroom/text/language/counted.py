"""A number and its noun, for people."""


def counted(number: int, noun: str) -> str:
    """Return such as “1 passage” or “2 passages”. The plural of `noun` must be formed with an s."""
    ending = "" if number == 1 else "s"
    return f"{number} {noun}{ending}"
