"""Make the import map, which maps names of our JavaScript modules to addresses, and its hash for the CSP."""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

#: The folder of JavaScript inside the static files.
FOLDER = "js"


@lru_cache(maxsize=1)
def import_map() -> str:
    """Return JSON that maps names such as `newsroom/lib/codepoints.js` to their (hashed) addresses."""
    top = Path(settings.STATICFILES_DIRS[0]) / FOLDER
    imports = {}
    for path in sorted(top.rglob("*.js")):
        name = path.relative_to(top).as_posix()
        imports[f"newsroom/{name}"] = static(f"{FOLDER}/{name}")
    return json.dumps({"imports": imports})


@lru_cache(maxsize=1)
def import_map_hash() -> str:
    """Return the source expression for `script-src` that allows exactly this import map (CSP level 3)."""
    digest = hashlib.sha256(import_map().encode()).digest()
    encoded = base64.b64encode(digest).decode()
    return f"'sha256-{encoded}'"
