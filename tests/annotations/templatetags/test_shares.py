"""Test how shares are written for people."""

from types import SimpleNamespace

import pytest

from annotations.templatetags.shares import percent, shares


@pytest.mark.parametrize(("share", "text"), [(0.937, "94 %"), (0.0, "0 %"), (0.004, "0 %"), (1.0, "100 %")])
def test_a_share_is_a_whole_number_of_per_cent(share, text):
    assert percent(share) == text


def test_a_comparison_says_both_shares():
    comparison = SimpleNamespace(left=SimpleNamespace(share=0.94), right=SimpleNamespace(share=0.71))
    assert shares(comparison) == "94 % of the one, 71 % of the other"
