"""Define the keys of the desk. The list that people read under `?` and the scripts use the same
definitions.
"""

from dataclasses import dataclass

#: The words on the keys whose names in a browser's events (UI Events, `KeyboardEvent.key`) nobody would read.
_SIGNS = {
    "ArrowLeft": "←",
    "ArrowRight": "→",
    "ArrowUp": "↑",
    "ArrowDown": "↓",
    "Escape": "Esc",
    "PageDown": "PgDn",
    "PageUp": "PgUp",
}


@dataclass(frozen=True, slots=True)
class DeskKey:
    """A line of the list of keys: `words` say what `keys` do.

    A key is written as in `KeyboardEvent.key`, after the keys that are held with it: `n`, `Ctrl+Shift+z`.
    Each of `keys` starts the `command` in the scripts of the desk. If `command` is empty, the part of the
    page that has the focus, such as a text or a list, handles the keys itself.
    """

    keys: tuple[str, ...]
    words: str
    command: str = ""

    @property
    def names(self) -> str:
        """Return the keys for the scripts, with spaces between them."""
        return " ".join(self.keys)

    @property
    def may_change(self) -> bool:
        """Return whether a person may choose another key for the command: it must have only one, which is a
        single character.
        """
        return bool(self.command) and len(self.keys) == 1 and len(self.keys[0]) == 1

    @property
    def signs(self) -> list[list[str]]:
        """Return what is printed on the keys that are pressed together, for each of `keys`."""
        return [_signs(key) for key in self.keys]


@dataclass(frozen=True, slots=True)
class DeskKeyGroup:
    """Lines of the list of keys under one heading."""

    title: str
    keys: tuple[DeskKey, ...]


def _signs(key: str) -> list[str]:
    held = key.split("+")
    signs = [_SIGNS.get(part, part) for part in held]
    # Letters that are held together with another key are shown as they are printed on a keyboard.
    if len(held) > 1 and len(signs[-1]) == 1:
        signs[-1] = signs[-1].upper()
    return signs


DESK_KEYS = (
    DeskKeyGroup(
        "The selected words, or else the chosen passage",
        (
            DeskKey(("h",), "highlight the words", "highlight"),
            DeskKey(
                ("1", "…", "9"), "mark with the tag of that digit; again takes it off the passage"
            ),
            DeskKey(("t",), "tag", "tag"),
            DeskKey(("n",), "note", "note"),
            DeskKey(("c",), "claim", "claim"),
            DeskKey(("l",), "link: then choose the other end", "link"),
            DeskKey(("f",), "find this elsewhere", "find"),
        ),
    ),
    DeskKeyGroup(
        "The chosen passage",
        (
            DeskKey(("e",), "edit the edges; again: the other edge, Enter saves", "edges"),
            DeskKey(("r",), "correct who reports it", "teller"),
            DeskKey(("a",), "correct whose words they are", "attribution"),
            DeskKey(
                ("y",),
                "yes, the guess is right: first whose words they are, then who reports it",
                "confirm",
            ),
            DeskKey(("Shift+Delete",), "withdraw the highlight", "withdraw"),
        ),
    ),
    DeskKeyGroup(
        "While linking, and in lists",
        (
            DeskKey(
                ("s", "x", "w", "u", "k"), "corroborates, contradicts, repeats, updates, context"
            ),
            DeskKey(("ArrowDown", "ArrowUp"), "choose what was found, or a possible contradiction"),
            DeskKey(("d",), "dismiss a possible contradiction"),
        ),
    ),
    DeskKeyGroup(
        "Selecting by keys",
        (
            DeskKey(
                ("ArrowLeft", "ArrowRight"),
                "set a caret in the text; with Shift select, with Ctrl by words",
            ),
            DeskKey(("Alt+ArrowUp", "Alt+ArrowDown"), "by sentences"),
            DeskKey(("Ctrl+ArrowUp", "Ctrl+ArrowDown"), "by paragraphs"),
            DeskKey(("Home", "End"), "beginning and end of the line"),
            DeskKey(("Enter",), "to the bar of the selection, or open the highlight at the caret"),
        ),
    ),
    DeskKeyGroup(
        "Moving",
        (
            DeskKey(("j",), "next highlight", "next"),
            DeskKey(("k",), "previous highlight", "previous"),
            DeskKey(("F6",), "next pane", "next_pane"),
            DeskKey(("Shift+F6",), "previous pane", "previous_pane"),
            DeskKey(("Shift+PageDown",), "next article in the pane", "next_article"),
            DeskKey(("Shift+PageUp",), "previous article in the pane", "previous_article"),
            DeskKey(("/",), "search in the panes; Enter next hit, Shift+Enter previous", "search"),
        ),
    ),
    DeskKeyGroup(
        "Always",
        (
            DeskKey(("Ctrl+Enter",), "save the form in which you write"),
            DeskKey(("Ctrl+z",), "undo", "undo"),
            DeskKey(("Ctrl+Shift+z", "Ctrl+y"), "redo", "redo"),
            DeskKey(("Escape",), "cancel, back to the text", "cancel"),
            DeskKey(("\\",), "fold or unfold the rail", "fold"),
            DeskKey(("?",), "this list", "keys"),
        ),
    ),
)
