"""The WSGI entry point: `gunicorn newsroom.config.wsgi`."""

import os

from newsroom.serving import loaded_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")

application = loaded_application()
