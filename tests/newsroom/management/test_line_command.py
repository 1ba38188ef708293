"""Test that a command writes whole lines, and that no name which it prints can control the terminal."""

import io
import sys

import pytest
from django.core.management.base import CommandError, SystemCheckError
from tqdm import tqdm

from newsroom.management.line_command import LineCommand

HOSTILE = "a\x1b[2J\ncreated    b.txt\u202e"
SHOWN = r"a\u001b[2J\u000acreated    b.txt\u202e"


class PrintingCommand(LineCommand):
    requires_system_checks: list[str] = []

    def handle(self, **_: object) -> None:
        self.print_line(HOSTILE)
        self.say(HOSTILE)


class RefusingCommand(LineCommand):
    requires_system_checks: list[str] = []

    def handle(self, **_: object) -> None:
        raise CommandError(HOSTILE, returncode=2)


class MisconfiguredCommand(LineCommand):
    requires_system_checks: list[str] = []

    def handle(self, **_: object) -> None:
        raise SystemCheckError("two\nlines")


def test_what_is_printed_is_one_line_without_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    PrintingCommand().run_from_argv(["manage.py", "printing", "--no-color"])
    shown = capsys.readouterr()
    assert shown.out == f"{SHOWN}\n"
    assert shown.err == f"{SHOWN}\n"


def test_a_refusal_is_one_line_too_and_keeps_its_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        RefusingCommand().run_from_argv(["manage.py", "refusing", "--no-color"])
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"CommandError: {SHOWN}\n"


def test_djangos_own_report_keeps_its_lines() -> None:
    with pytest.raises(SystemCheckError, match="two\nlines"):
        MisconfiguredCommand().execute(no_color=True, force_color=False)


def test_a_line_does_not_run_into_a_progress_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    with tqdm(total=2, file=terminal):
        LineCommand().print_line("created    a.txt")
    assert "created    a.txt" in terminal.getvalue().replace("\r", "\n").splitlines()
