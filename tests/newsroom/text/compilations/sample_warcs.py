"""Make small WARC files for tests."""

import gzip

PAGE = b"<html><body><h1>Rain</h1><p>It rained for hours, two officials said.</p></body></html>"
HTML = "text/html; charset=utf-8"
NOON, LATER = "2024-05-03T12:00:00Z", "2024-05-04T12:00:00Z"


def warc(*records, packed=True):
    """Return a WARC file of `records`, each {address, body, kind, status, date, headers, type}, in any of
    which a usual value stands for what is left out.
    """
    parts = [record(type="warcinfo", body=b"software: none")]
    parts += [record(**each) for each in records]
    if packed:
        return b"".join(map(gzip.compress, parts))
    return b"".join(parts)


def record(**given):
    """Return one record of a WARC file, from the values that `warc` takes."""
    values = {"address": "", "body": PAGE, "kind": HTML, "status": 200, "date": NOON, "headers": (), **given}
    kind, block = values["kind"], values["body"]
    record_type = values.get("type", "response")
    if record_type == "response":
        lines = [f"HTTP/1.1 {values['status']} Status", f"Content-Type: {kind}", *values["headers"], "", ""]
        block = "\r\n".join(lines).encode() + block
    about = [
        "WARC/1.0",
        f"WARC-Type: {record_type}",
        f"WARC-Target-URI: {values['address']}",
        f"WARC-Date: {values['date']}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(block)}",
        "",
        "",
    ]
    return "\r\n".join(about).encode() + block + b"\r\n\r\n"
