"""Test the model of rows that came from outside."""

from newsroom.models import ForeignRow


def test_a_foreign_row_is_called_by_its_id_there() -> None:
    assert str(ForeignRow(source="brat", foreign_id="T1")) == "brat T1"
