"""Provide the WSGI entry point: `gunicorn newsroom.config.wsgi`."""

import os

from newsroom.config.serving import loaded_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")

application = loaded_application()
