"""List words that must not stand in the repository: registries, paths of one machine,
files beside the checkout.

Each word is joined from parts, so that this file does not hold it.
"""

import re

REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "js" + "delivr",
    "unp" + "kg.com",
)
MACHINES = ("work", "root", "tmp", "home", "Users")
BESIDE = "../" + "shared"
INDEX_OPTIONS = (
    "--index" + "-url",
    "--extra-index" + "-url",
    "--find" + "-links",
    "--trusted" + "-host",
    "file:" + "//",
)

# A path of a machine begins a word. A folder in the address of a web page does not.
_MACHINE_PATH = re.compile(r"(?<![\w.:/}-])/(" + "|".join(MACHINES) + r")/")


def forbidden(text: str) -> set[str]:
    """Return the forbidden words that stand in a text."""
    found = {word for word in (*REGISTRIES, BESIDE) if word in text}
    return found | {match.group() for match in _MACHINE_PATH.finditer(text)}


def unpinned(lock: str) -> list[str]:
    """Return the lines of a lock file that are neither a pin nor a hash, and the pins without a hash."""
    wrong = []
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        first, *rest = entry.replace(" \\", "").splitlines()
        hashes = [line for line in rest if re.fullmatch(r"\s+--hash=sha256:[0-9a-f]{64}", line)]
        if (
            not re.match(r"[A-Za-z0-9._-]+==[\w.!+-]+( ; .+)?$", first)
            or not hashes
            or len(hashes) != len(rest)
        ):
            wrong.append(first)
    return wrong
