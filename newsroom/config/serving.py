"""Serving with gunicorn from within a command, with the settings the deployment notes use."""

import gc
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from newsroom.search import meaning

#: Two processes with a few threads each: enough for a desk on two cores, and SQLite's writers queue anyway.
OPTIONS: dict[str, Any] = {
    "workers": 2,
    "threads": 4,
    "worker_class": "gthread",
    "loglevel": "warning",
    "timeout": 60,
}


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """Gunicorn, told its options here instead of on a command line."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        for name, value in {**OPTIONS, "bind": self.address}.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return loaded_application()


def loaded_application() -> Any:
    """The WSGI application. What is in memory by now stays for good, so the garbage collector need not look
    at it: when it did, one search in twenty took half as long again.
    """
    application = get_wsgi_application()
    meaning.load()
    gc.collect()
    gc.freeze()
    return application


def serve(address: str) -> None:
    """Serve the site at `address` (`127.0.0.1:8000`) until a signal ends it."""
    Server(address).run()
