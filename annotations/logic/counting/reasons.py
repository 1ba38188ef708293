"""Explain in sentences why the passages of a group count as one source."""

from collections.abc import Callable, Iterable, Mapping

from annotations.logic.counting.source_groups import GroupLink, GroupState, SourceGroup

OWN_REPORT = "It reports this by itself, as far as is known."
CHANGED = "The words changed in a newer revision, and nobody has reviewed them since: in doubt."


def reasons(
    group: SourceGroup, outlets: Mapping[int, str], label: Callable[[str], str]
) -> list[str]:
    """Return sentences that say what the articles of a group have in common, and which of it is unsure.

    If there is nothing to say, the only sentence is `OWN_REPORT`. `outlets` maps the id of an article to the
    name of its outlet. `label` returns the name that people read for the key of a source.
    """
    sentences: list[str] = []
    for link in group.links:
        sentences += _reasons_of_link(link, outlets, label(link.name))
    if group.unknown:
        sentences.append(
            f"{_listed(group.unknown, outlets)}: whoever told it is not known, so it can be anybody’s."
        )
    if group.state is GroupState.IN_DOUBT:
        sentences.append(CHANGED)
    return sentences or [OWN_REPORT]


def _reasons_of_link(
    link: GroupLink,
    outlets: Mapping[int, str],
    name: str,
) -> list[str]:
    sentences = []
    if len(link.printed) > 1:
        printing = {outlets[article] for article in link.printed}
        if printing == {name}:
            sentences.append(f"{len(link.printed)} reports of one outlet, {name}.")
        else:
            sentences.append(f"{_listed(link.printed, outlets)}: one family of outlets, {name}.")
    if link.sure:
        sentences.append(f"{_listed(link.sure, outlets)}: told by {name}.")
    if link.unsure:
        sentences.append(
            f"{_listed(link.unsure, outlets)}: perhaps told by {name}, which nobody has confirmed."
        )
    return sentences


def _listed(articles: Iterable[int], outlets: Mapping[int, str]) -> str:
    """Return the names of the outlets of the articles, each once: “Gazette, Herald and Mirror”."""
    names = list(dict.fromkeys(outlets[article] for article in articles))
    *others, last = names
    if not others:
        return last
    return f"{', '.join(others)} and {last}"
