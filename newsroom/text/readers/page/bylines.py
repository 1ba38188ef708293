"""Choose the byline of a page from the authors it shows and the authors it states for machines."""

from collections.abc import Collection, Sequence

from newsroom.text.metadata.bylines import BETWEEN_NAMES, names_of_people, spelling
from newsroom.text.readers.page.regions import PageSegment
from newsroom.text.readers.page.stated.authors import StatedByline
from newsroom.text.structure.agency_lines import names_wires
from newsroom.text.structure.byline_lines import author_credit, credited_to


def trusted_byline(bylines: Sequence[StatedByline], page: Sequence[PageSegment]) -> str:
    """Return the first trustworthy byline of `bylines`, or an empty string if there is none.

    A byline with `must_be_shown` keeps only those of its names that the page shows.
    """
    spelling_of_page = spelling(" ".join(segment.text for segment in page))
    for byline in bylines:
        names = [name for name in byline.names.split(BETWEEN_NAMES) if name]
        if byline.must_be_shown:
            names = [name for name in names if spelling(name) in spelling_of_page]
        if names:
            return BETWEEN_NAMES.join(names)
    return ""


def credit_of(segment: PageSegment, never_authors: Collection[str] = ()) -> str:
    """Return the authors that a line of a page names, or an empty string if it names none.

    These are the names that the page marks as authors, or all names of the line if they include the marked
    ones. A single marked word may be a place, a section or an account, so it is ignored. A single word after
    "By" is a name.
    """
    line = " ".join(segment.text.split())
    credits = [author_credit(text) for text in segment.authors]
    authors = [credit for credit in credits if _is_whole_name(credit)]
    marked = names_of_people(authors, never_authors)
    # If the line marks an author, it does not need the word "By".
    credit_of_line = credited_to(line)
    if authors:
        credit_of_line = author_credit(line)
    named = names_of_people([credit_of_line], never_authors)

    all_marked_are_named = set(marked.split(BETWEEN_NAMES)) <= set(named.split(BETWEEN_NAMES))
    if not marked or all_marked_are_named:
        return named
    return marked


def _is_whole_name(name: str) -> bool:
    """Return whether `name` has several words, is an agency, or is in a script without upper case."""
    if not name:
        return False
    has_no_cases = name.upper() == name.lower()
    return " " in name or names_wires(name) or has_no_cases
