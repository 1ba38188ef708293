"""Test that `verify` names each fault in the database."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from annotations.models import Anchor, Highlight
from annotations.models.guards import GUARDS as OF_ANNOTATIONS
from newsroom.models import Article, Original, Revision
from newsroom.models.guards import GUARDS as OF_ARTICLES
from newsroom.models.guards import install_guards, remove_guards
from tests import make

pytestmark = pytest.mark.django_db
GUARDS = [*OF_ARTICLES, *OF_ANNOTATIONS]
DOWN = f"The guard {GUARDS[0].name} is down, or is not what it should be: run `manage.py migrate`."


@pytest.fixture
def highlight():
    return make.highlight(make.article("The minister left before the speech began."), "the speech")


def verified(capsys):
    """Run `verify`, and return its exit status, the lines of its output, and what it wrote to stderr."""
    try:
        call_command("verify")
        status = 0
    except SystemExit as ended:
        status = ended.code
    shown = capsys.readouterr()
    return status, shown.out.splitlines(), shown.err


@contextmanager
def guards_lowered():
    """Drop the triggers while the block runs, as a person does who writes into the database by hand."""
    remove_guards(connection, GUARDS)
    yield
    install_guards(connection, GUARDS)


def behind_djangos_back(sql, *values):
    with guards_lowered(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def key(instance):
    """Return the primary key in the form in which the database stores it."""
    return instance._meta.pk.get_db_prep_value(instance.pk, connection)


def test_an_anchor_that_was_moved_is_named(highlight, capsys):
    anchor = highlight.anchor
    behind_djangos_back(
        'UPDATE annotations_anchor SET start = start + 1, "end" = "end" + 1 WHERE id = %s', key(anchor)
    )
    status, found, said = verified(capsys)
    assert (status, said) == (1, "1 thing off.\n")
    place = f"{anchor.start + 1}..{anchor.end + 1}"
    assert found == [
        f"Anchor {anchor.pk}: revision {anchor.revision_id} does not read “{anchor.quote}” at {place}."
    ]


def test_a_text_that_was_changed_is_named_with_all_that_stood_on_it(highlight, capsys):
    revision = highlight.anchor.revision
    behind_djangos_back(
        "UPDATE newsroom_revision SET text = %s WHERE id = %s", "A" + revision.text, revision.pk
    )
    status, found, _ = verified(capsys)
    assert status == 1
    assert (
        found[0]
        == f"Revision {revision.pk} does not read as it did when it was imported: its SHA-256 differs."
    )
    assert len(found) == 2


def test_a_paragraph_outside_its_text_is_named(highlight, capsys):
    behind_djangos_back("UPDATE newsroom_revision SET blocks = %s", '[[0, 9999, "body"]]')
    assert "has a paragraph outside its text" in verified(capsys)[1][0]


def test_an_original_that_was_changed_is_named(highlight, capsys):
    behind_djangos_back("UPDATE newsroom_original SET raw = %s", b"other bytes")
    assert "is not the bytes that were imported" in verified(capsys)[1][0]
    assert Original.objects.count() == 1


def test_a_guard_that_is_down_is_named(highlight, capsys):
    remove_guards(connection, GUARDS[:1])
    assert verified(capsys)[1] == [DOWN]
    install_guards(connection, GUARDS)
    assert verified(capsys)[0] == 0


def test_a_guard_that_stands_and_refuses_nothing_is_named(highlight, capsys):
    remove_guards(connection, GUARDS[:1])
    install_guards(connection, [replace(GUARDS[0], condition="1 = 0")])
    assert verified(capsys)[1] == [DOWN]
    install_guards(connection, GUARDS)


def test_an_article_that_shows_an_old_revision_is_named_with_its_highlights(highlight, capsys):
    article = highlight.article
    make.revision(article, "The minister stayed for the speech.")
    first = Revision.objects.get(article=article, number=1)
    Article.objects.filter(pk=article.pk).update(current=first)
    found = verified(capsys)[1]
    assert f"Article {article.pk} does not show its newest revision." in found
    assert f"Highlight {highlight.pk} was not placed in the newest revision of its article." in found


def test_an_anchor_in_a_revision_that_is_gone_is_named_and_the_rest_is_looked_at(highlight, capsys):
    other = make.highlight(make.article("It rained all day."), "rained")
    gone = highlight.anchor.revision_id
    # References are checked when a transaction ends, and this one never ends.
    with transaction.atomic():
        with guards_lowered():
            Revision.objects.filter(pk=gone)._raw_delete("default")
            Anchor.objects.filter(pk=other.anchor_id).update(quote="poured")
            found = verified(capsys)[1]
        transaction.set_rollback(True)
    assert f"Anchor {highlight.anchor_id} stands in revision {gone}, which does not exist." in found
    assert any(f"Anchor {other.anchor_id}:" in line for line in found)


def test_a_highlight_that_points_to_another_s_anchor_is_named(highlight, capsys):
    other = make.highlight(highlight.article, "The minister")
    with guards_lowered():
        spare = Anchor.objects.create(
            highlight=other,
            revision=highlight.anchor.revision,
            start=0,
            end=3,
            quote="The",
            created_by=make.user(),
        )
        Highlight.objects.filter(pk=highlight.pk).update(anchor=spare)
    assert f"Highlight {highlight.pk} points to the anchor of another highlight." in verified(capsys)[1]


def test_an_anchor_in_another_article_is_named(highlight, capsys):
    other = make.article("Elsewhere the minister stayed.")
    with guards_lowered():
        stray = Anchor.objects.create(
            highlight=highlight,
            revision=other.current,
            start=0,
            end=9,
            quote="Elsewhere",
            created_by=make.user(),
        )
    assert verified(capsys)[1] == [f"Anchor {stray.pk} stands in another article than its highlight."]


@pytest.mark.parametrize(("table", "named"), [("evidence", "Evidence "), ("link", "Link ")])
def test_what_rests_on_a_withdrawn_highlight_is_told_with_how_to_mend_it(table, named, highlight, capsys):
    by = make.user()
    make.evidence(make.claim(make.story()), highlight, "context")
    other = make.highlight(make.article(), by=by)
    make.link(highlight, other)
    withdrawn = {"evidence": highlight, "link": other}[table]
    behind_djangos_back(
        "UPDATE annotations_highlight SET withdrawn_at = created_at, withdrawn_by_id = %s WHERE id = %s",
        by.pk,
        key(withdrawn),
    )
    status, found, _ = verified(capsys)
    told = [line for line in found if line.startswith(named)]
    assert (status, len(told)) == (1, 1)
    assert "restore that in the admin panel" in told[0]
