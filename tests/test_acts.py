"""Test that each act needs the role that the table names, for each owner of the thing that it changes."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from newsroom.errors import Forbidden, Invalid
from newsroom.roles import UserRole
from tests.act_calls import CALLS
from tests.act_parts import PARTS
from tests.act_scenes import ActScene
from tests.acts import OWNERS, READ_FIRST, ActRow, act_rows, acts_in_table, public_functions

pytestmark = pytest.mark.django_db

ROWS = list(act_rows())


@pytest.fixture(scope="module")
def scenes(_standing: None) -> dict[str, ActScene]:
    """Return a scene for each owner. They are made once, because each test rolls back its own writes."""
    return {whose: ActScene(whose) for whose in OWNERS}


def outcome(scene: ActScene, row: ActRow, role: UserRole) -> str:
    """Try the act as a person of `role`. Return `done`, `forbidden` (for the role), or
    `nothing` (if it is invalid).
    """
    # The rows in memory are copied, because an act changes them even if the database takes it back.
    scene = deepcopy(scene)
    scene.person.role = role
    with transaction.atomic():
        try:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                CALLS[row.act](scene, scene.person)
        except Forbidden:
            asked = list(questions(queries))
            assert not asked or row.act in READ_FIRST, "It asks the database before it refuses the role."
            return "forbidden"
        except Invalid:
            return "nothing"
        finally:
            transaction.set_rollback(True)
    return "done"


def questions(queries: CaptureQueriesContext) -> Iterator[str]:
    """Yield the queries that were sent to the database, without those of nested transactions."""
    for query in queries:
        if "SAVEPOINT" not in query["sql"]:
            yield query["sql"]


def expected(row: ActRow, role: UserRole) -> str:
    if row.floor == "nobody":
        return "forbidden" if role is UserRole.READER else "nothing"
    return "done" if role.rank >= UserRole(row.floor).rank else "forbidden"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.act} on {row.whose}")
def test_an_act_is_done_by_those_who_reach_its_floor_and_by_nobody_else(
    scenes: dict[str, ActScene], row: ActRow
) -> None:
    outcomes = {role: outcome(scenes[row.whose], row, role) for role in UserRole}
    assert outcomes == {role: expected(row, role) for role in UserRole}


def test_every_public_function_of_the_acts_has_a_row_or_a_reason_for_none() -> None:
    assert public_functions() == acts_in_table() | set(PARTS)
    assert not acts_in_table() & set(PARTS)


def test_every_row_is_tried() -> None:
    assert set(CALLS) == {row.act for row in ROWS}
    assert set(READ_FIRST) <= set(CALLS)
