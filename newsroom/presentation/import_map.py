"""Make the import map of our JavaScript modules, and its hash for the content security policy (CSP).

An import map tells the browser the address of each module name.
"""

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
    """Return the import map as JSON.

    It maps names such as `newsroom/lib/codepoints.js` to (hashed) addresses.
    """
    top = Path(settings.STATICFILES_DIRS[0]) / FOLDER
    imports = {}
    for path in sorted(top.rglob("*.js")):
        name = path.relative_to(top).as_posix()
        imports[f"newsroom/{name}"] = static(f"{FOLDER}/{name}")
    return json.dumps({"imports": imports})


@lru_cache(maxsize=1)
def import_map_hash() -> str:
    """Return the hash of the import map as `'sha256-…'`.

    In `script-src` it allows exactly this inline script (CSP level 3).
    """
    digest = hashlib.sha256(import_map().encode()).digest()
    encoded = base64.b64encode(digest).decode()
    return f"'sha256-{encoded}'"
