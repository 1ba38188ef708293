"""Serve the site with gunicorn from a command, with the options that the deployment notes recommend."""

import gc
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from newsroom.search import meaning

#: Two processes with a few threads are enough for a desk on two cores. SQLite writes one transaction at a
#: time anyway.
OPTIONS: dict[str, Any] = {
    "workers": 2,
    "threads": 4,
    "worker_class": "gthread",
    "loglevel": "warning",
    "timeout": 60,
    # Open desks ask every two seconds, over the same connection as long as it stays.
    "keepalive": 5,
}


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """A gunicorn server whose options are set in code and not on a command line. It listens at `address`."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        for name, value in {**OPTIONS, "bind": self.address}.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return loaded_application()


def loaded_application() -> Any:
    """Return the WSGI application, with the sentence model loaded if one is configured.

    All objects that exist now are excluded from garbage collection, because they stay in memory as long as
    the process runs. When the collector checked them, one search in twenty took half as long again.
    """
    application = get_wsgi_application()
    meaning.load()
    gc.collect()
    gc.freeze()
    return application


def serve(address: str) -> None:
    """Serve the site at `address`, such as `127.0.0.1:8000`, until a signal ends it."""
    Server(address).run()
