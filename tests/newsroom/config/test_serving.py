"""Test that gunicorn serves Django's application with our address and options."""

from django.core.handlers.wsgi import WSGIHandler

from newsroom.config import serving


def test_the_server_is_told_its_address_and_options(monkeypatch):
    monkeypatch.setattr("sys.argv", ["manage.py", "demo", "--port", "9000"])
    server = serving.Server("127.0.0.1:9000")
    assert server.cfg.address == [("127.0.0.1", 9000)]
    assert {name: server.cfg.settings[name].get() for name in ("workers", "threads", "timeout")} == {
        "workers": 2,
        "threads": 4,
        "timeout": 60,
    }
    assert isinstance(server.load(), WSGIHandler)
