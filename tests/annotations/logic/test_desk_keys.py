"""Test the list of the desk's keys."""

from collections import Counter

from annotations.logic.desk_keys import DESK_KEYS, DeskKey


def test_a_key_gives_one_command_and_a_command_stands_in_one_line() -> None:
    lines = [line for group in DESK_KEYS for line in group.keys if line.command]
    keys = Counter(key for line in lines for key in line.keys)
    commands = Counter(line.command for line in lines)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [command for command, times in commands.items() if times > 1] == []


def test_keys_are_written_for_scripts_and_for_people() -> None:
    line = DeskKey(("Ctrl+Shift+z", "F6", "n", "Shift+PageDown"), "do something")
    assert line.names == "Ctrl+Shift+z F6 n Shift+PageDown"
    assert line.signs == [["Ctrl", "Shift", "Z"], ["F6"], ["n"], ["Shift", "PgDn"]]


def test_only_a_single_key_of_a_command_may_be_changed() -> None:
    assert DeskKey(("n",), "note", "note").may_change
    assert not DeskKey(("F6",), "next pane", "next_pane").may_change
    assert not DeskKey(("Ctrl+z",), "undo", "undo").may_change
    assert not DeskKey(("d",), "dismiss").may_change
