"""Convert Word documents of the kind “Strict Open XML” to the usual kind (ISO/IEC 29500).

Both kinds have the same elements, but their namespaces have other names. python-docx knows only the usual
names.
"""

import io
import re
import zipfile

_RELATIONS = "_rels/.rels"
_STRICT = b"://purl.oclc.org/ooxml/"
_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]{1,40})/")
_XML_ENDINGS = (".xml", ".rels")


def as_transitional(raw: bytes) -> bytes:
    """Return a Word document with the usual names of namespaces, or `raw` itself if it has them already.

    The caller must check first that the package is not too large. Raises the errors of `zipfile`.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        if _RELATIONS not in package.namelist() or _STRICT not in package.read(_RELATIONS):
            return raw
        rewritten = io.BytesIO()
        with zipfile.ZipFile(rewritten, "w") as copy:
            for entry in package.infolist():
                part = package.read(entry)
                if entry.filename.endswith(_XML_ENDINGS):
                    part = _NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/", part)
                copy.writestr(entry.filename, part)
    return rewritten.getvalue()
