"""Find the key by which an outlet or agency is counted. All outlets of one owner have the same key.

They are one family, which counts as one source.
"""

from collections.abc import Iterable

from annotations.logic.sources.outlet_names import outlet_key


class OutletFamilies:
    """The known owners of outlets, other names of outlets, and documents.

    `owners` are pairs (outlet, owner). `aliases` are pairs (other name, main name) of one outlet. `documents`
    are pairs (name, label for people) of sources that are documents.
    """

    def __init__(
        self,
        owners: Iterable[tuple[str, str]] = (),
        aliases: Iterable[tuple[str, str]] = (),
        documents: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._owner_of: dict[str, str] = {}
        self._outlet_of: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        for outlet, owner in owners:
            self._owner_of[outlet_key(outlet)] = outlet_key(owner)
            self._labels.setdefault(outlet_key(owner), owner)
        for alias, outlet in aliases:
            self._outlet_of[outlet_key(alias)] = outlet_key(outlet)
            self._labels.setdefault(outlet_key(outlet), outlet)
        for name, label in documents:
            self._labels.setdefault(outlet_key(name), label)

    def key(self, name: str) -> str:
        """Return the key of the family of an outlet, or an empty string for an empty name.

        It is the key of the outlet's last owner: the owner of its owner, and so on. An outlet without an
        owner is a family itself. If owners own each other in a circle, it is the first of them in
        alphabetical order.
        """
        key = outlet_key(name)
        self._labels.setdefault(key, " ".join(name.split()))
        line = [self._outlet_of.get(key, key)]
        while owner := self._owner_of.get(line[-1]):
            if owner in line:
                return min(line[line.index(owner) :])
            line.append(owner)
        return line[-1]

    def label(self, key: str) -> str:
        """Return the name that people read for `key`, a result of the method `key`."""
        return self._labels.get(key, key)
