"""Write a number together with its noun."""


def counted(number: int, noun: str) -> str:
    """Return the number with its noun, as in “1 passage” and “2 passages”.

    The plural of `noun` must end in s.
    """
    ending = "" if number == 1 else "s"
    return f"{number} {noun}{ending}"


def counted_range(at_least: int, at_most: int, noun: str) -> str:
    """Return two bounds with their noun, as in “1 to 2 sources”. Equal bounds are one number: “2 sources”.

    The plural of `noun` must end in s.
    """
    if at_least == at_most:
        return counted(at_most, noun)
    return f"{at_least} to {counted(at_most, noun)}"
