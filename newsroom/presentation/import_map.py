"""The import map: which address each of our JavaScript modules has. Its hash admits it to the CSP."""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

FOLDER = "js"


@lru_cache(maxsize=1)
def import_map() -> str:
    """JSON that maps `newsroom/lib/codepoints.js` and its like to their (hashed) addresses."""
    top = Path(settings.STATICFILES_DIRS[0]) / FOLDER
    files = sorted(path.relative_to(top).as_posix() for path in top.rglob("*.js"))
    return json.dumps({"imports": {f"newsroom/{name}": static(f"{FOLDER}/{name}") for name in files}})


@lru_cache(maxsize=1)
def import_map_hash() -> str:
    """The source expression for `script-src` that admits exactly this import map (CSP level 3)."""
    digest = base64.b64encode(hashlib.sha256(import_map().encode()).digest()).decode()
    return f"'sha256-{digest}'"
