"""Test the limit of requests of a token."""

from newsroom.config.sign_in.request_rates import RequestRates


def test_as_many_requests_as_allowed_and_no_more_are_let_in_each_minute():
    rates = RequestRates()
    assert [rates.seconds_to_wait(1, 2, now=120.0) for _ in range(3)] == [0, 0, 60]
    assert rates.seconds_to_wait(1, 2, now=179.5) == 1
    assert rates.seconds_to_wait(1, 2, now=180.0) == 0


def test_each_token_has_a_limit_of_its_own():
    rates = RequestRates()
    assert [rates.seconds_to_wait(token, 1, now=0.0) for token in (1, 2, 1)] == [0, 0, 60]
