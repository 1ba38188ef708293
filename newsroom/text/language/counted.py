"""Write a number together with its noun."""


def counted(number: int, noun: str) -> str:
    """Return the number with its noun, as in “1 passage” and “2 passages”.

    The plural of `noun` must end in s.
    """
    ending = "" if number == 1 else "s"
    return f"{number} {noun}{ending}"
