"""Test that every withdrawn row must say when it was withdrawn and by whom."""

from django.apps import apps

from annotations.models import Comment, Dismissal, Evidence, Highlight, Link, Silence
from annotations.models.withdrawing import Withdrawable


def test_every_row_that_can_be_withdrawn_is_held_to_the_rule():
    withdrawable = [model for model in apps.get_models() if issubclass(model, Withdrawable)]
    assert {Comment, Dismissal, Evidence, Highlight, Link, Silence} <= set(withdrawable)
    for model in withdrawable:
        rule = f"{model._meta.model_name}_withdrawn_by_someone"
        assert rule in {constraint.name for constraint in model._meta.constraints}
