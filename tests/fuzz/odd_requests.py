"""Make requests that nobody expects, each from a seed and a number.

A request starts from an address of the site with what people send there. Then parts of it are replaced: the
ids, the query, the fields, the body, the headers, the method and the sender.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from newsroom.roles import UserRole
from tests.asked_parameters import ASKED
from tests.fuzz.odd_files import odd_file
from tests.world import PEOPLE, Row, World, rows

FORM = "application/x-www-form-urlencoded"
#: The probability with which each part is replaced.
ODD_ID, ODD_QUERY, ODD_FIELD, ODD_BODY, ODD_METHOD, ODD_PATH, WITH_FILE = 0.2, 0.5, 0.25, 0.1, 0.03, 0.03, 0.1

#: Values for any field or part of a query. No web address here leads to a server.
VALUES = (
    *("", " ", "0", "1", "-1", "2", "1e3", "²", "٣", "1.5", "NaN", "true", "null", "None", "[]", "{}"),
    *(str(2**31), str(2**63), str(-(2**63) - 1), "9" * 20, "9" * 5_000, "0x10", "1_000", " 1 ", "+1"),
    *("0001-01-01", "9999-12-31", "2022-02-30", "2022-07-09T25:61", "2022-07-09", "yesterday", "10000-01-01"),
    *("00000000-0000-0000-0000-000000000000", "00000000-0000", "{}", "x" * 36),
    *("\0", "a\0b", "\x1b[2J", "\r\nX-Odd: 1", "\u202e", "\u2028", "\ud800", "\ufeff", "e\u0301" * 500, "🌾"),
    *("'", '"', "%", "_", "\\", "%00", "*", "(", "[", "a" * 60_000, "word " * 4_000, "(((((" * 500),
    *("' OR 1=1; --", '"><script>alert(1)</script>', "{{ 7 * 7 }}", "../../etc/passwd", "a,b,,", "1,2,3,x"),
    *("http://127.0.0.1/", "http://[::1]/", "//10.0.0.1/", "javascript:alert(1)", "http://[", "file:///"),
    *("pbkdf2_sha256$", "newsroom.user", "curator", "reporter", "desc", "all", "tag:0", "tag:", "claim:x"),
)
IDS = (
    *(
        "0",
        "-1",
        "1",
        "999999999",
        str(2**63),
        "9" * 200,
        "²",
        "1e3",
        "%00",
        "%FF",
        "None",
        "x",
        ".",
        "..%2F",
    ),
    *("00000000-0000-0000-0000-000000000000", "00000000-0000", "{}", "'", "_2F", "a%0Ab", "%F0%9F%8C%BE"),
)
#: Names of parameters that some page or the panel may know.
NAMES = (
    *(
        "q",
        "page",
        "p",
        "o",
        "e",
        "all",
        "sort",
        "story",
        "h",
        "read",
        "next",
        "csrfmiddlewaretoken",
        "_popup",
    ),
    *(
        "_to_field",
        "_changelist_filters",
        "action",
        "_selected_action",
        "select_across",
        "index",
        "confirmed",
    ),
    *(
        "password__startswith",
        "pk__in",
        "id__exact",
        "user__password__gt",
        "version",
        "text",
        "name",
        "a" * 5_000,
    ),
)
HEADERS = {
    "HX-Request": ("true", "false", "1"),
    "HX-Target": ("card", "rail", "x" * 500, "'"),
    "HX-Current-URL": ("http://testserver/stories/", "http://[", "%", "not an address"),
    "HX-Boosted": ("true",),
    "Accept": ("*/*", "application/json", "text/csv;q=2", "x" * 2_000, ";;;"),
    "Accept-Language": ("ar", "en;q=x", "\xff", "," * 1_000),
    "Accept-Encoding": ("br", "gzip;q=nan", "*"),
    "Referer": ("http://[", "javascript:alert(1)", "http://testserver/admin/", ""),
    "Origin": ("null", "http://[", "https://evil.test"),
    "Host": ("testserver", "evil.test", "a b", "[::1", "127.0.0.1:99999", ""),
    "If-None-Match": ('"x"', "*", "W/"),
    "If-Modified-Since": ("yesterday", "Sat, 32 Jul 99999 99:99:99 GMT"),
    "Range": ("bytes=0-0", "bytes=9-1", "lines=1"),
    "X-Forwarded-For": ("1.2.3.4", "x", "::ffff:1.2.3.4, y", "1" * 500),
    "X-Requested-With": ("XMLHttpRequest",),
    "User-Agent": ("", "\xff", "x" * 5_000),
    "Cookie": ("sessionid=x", "csrftoken=" + "x" * 200, "=;=;", 'a="'),
    "Content-Length": ("-1", "x", str(2**63), "999999999999", ""),
}
#: Roles with more rights are tried more often, because a request that is refused for its role tests little.
ROLES = (*PEOPLE, UserRole.CURATOR, UserRole.CURATOR, UserRole.EDITOR)
METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "post")
CONTENT_TYPES = (
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=" + "x" * 500,
    f"{FORM}; charset=utf-16",
    f"{FORM}; charset=no-such",
    "",
    "/",
)
BODIES = (
    b"",
    b"\xff\xfe{",
    b'{"statement": "He left."}',
    b"a=1&" * 2_000,
    b"%ff%fe=%ff&%00=1",
    b"=&=&&;",
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut off',
    b'--x\r\nContent-Disposition: form-data; name="text"; filename="../a\x00.txt"\r\n\r\nRain\r\n--x--\r\n',
    b'--x\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name="a"\r\n\r\n?\r\n--x--',
)


@dataclass(frozen=True, slots=True)
class OddRequest:
    """One request. `page` is the address in the table from which it was made."""

    number: int
    role: str
    method: str
    page: str
    address: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return (
            f"{self.number}: {self.role} {self.method} {self.address[:200]!r} {self.headers!r:.300} "
            f"{self.body[:300]!r}"
        )


class OddRequests:
    """A maker of requests for one seed. The same seed and number give the same request in the same world.

    `fields` holds what the forms of the panel's pages send, by address.
    """

    def __init__(self, world: World, seed: int, fields: dict[str, dict[str, Sequence[str]]]) -> None:
        self.world = world
        self.seed = seed
        self.fields = fields
        self.rows = list(rows())
        # The rows are shuffled, so that a short run does not ask only the first part of the table.
        Random(seed).shuffle(self.rows)  # noqa: S311
        self.known_ids = list(world.ids.values())

    def make(self, number: int) -> OddRequest:
        dice = Random(f"{self.seed}:{number}")  # noqa: S311
        # Each address is asked in turn, and then again in the next role.
        turn, place = divmod(number, len(self.rows))
        row = self.rows[place]
        method = row.method
        if dice.random() < ODD_METHOD:
            method = dice.choice(METHODS)

        headers = _headers(dice)
        body = b""
        if row.method == "POST":
            body, headers["Content-Type"] = self._body(dice, row)
        return OddRequest(
            number,
            role=ROLES[(turn + place) % len(ROLES)],
            method=method,
            page=row.address,
            address=self._address(dice, row),
            body=body,
            headers=headers,
        )

    def _address(self, dice: Random, row: Row) -> str:
        path, _, query = row.address.partition("?")
        for name in self.world.ids:
            if name in path and dice.random() < ODD_ID:
                path = path.replace(name, dice.choice((*IDS, quote(dice.choice(self.known_ids)))))
        path = self.world.fill(path)
        if dice.random() < ODD_PATH:
            path = dice.choice((path.rstrip("/"), path + "/x", path.upper(), path + "%00", path + "..;/"))

        parts = [self.world.fill(query)]
        if dice.random() < ODD_QUERY:
            parts.append(self._query(dice, row))
        return f"{path}?{'&'.join(part for part in parts if part)}"

    def _query(self, dice: Random, row: Row) -> str:
        understood = ASKED.get(row.address, "").split()
        pairs = []
        for _ in range(dice.randint(1, 4)):
            name = dice.choice([*understood, *understood, dice.choice(NAMES)])
            pairs.append((name, self._value(dice)))
        return urlencode(pairs, errors="surrogatepass")

    def _body(self, dice: Random, row: Row) -> tuple[bytes, str]:
        """Return a body and its content type: a form with odd fields, or something that is no form."""
        if dice.random() < ODD_BODY:
            return dice.choice(BODIES), dice.choice((*CONTENT_TYPES, FORM))

        fields = self._sent(dice, row)
        if dice.random() < WITH_FILE:
            fields |= {dice.choice(("files", "file", "text", "x")): odd_file(dice)}
            return encode_multipart(BOUNDARY, _without_halves(fields)), MULTIPART_CONTENT
        return urlencode(fields, doseq=True, errors="surrogatepass").encode(), FORM

    def _sent(self, dice: Random, row: Row) -> dict[str, object]:
        fields: dict[str, object] = dict(self.world.sent(row.address))
        for name, choices in self.fields.get(row.address, {}).items():
            fields[name] = dice.choice(choices) if choices else ""
        for name in list(fields):
            if dice.random() < ODD_FIELD:
                fields[name] = self._value(dice)
            elif dice.random() < ODD_FIELD / 3:
                del fields[name]
            elif dice.random() < ODD_FIELD / 3:
                fields[name] = [fields[name], self._value(dice)]
        if dice.random() < ODD_FIELD:
            fields[dice.choice(NAMES)] = self._value(dice)
        return fields

    def _value(self, dice: Random) -> str:
        """Return an odd value, or the id of some row."""
        if dice.random() < ODD_ID:
            return dice.choice(self.known_ids)
        return dice.choice(VALUES)


def _headers(dice: Random) -> dict[str, str]:
    names = []
    if dice.random() < ODD_QUERY:
        names.append("HX-Request")
    if dice.random() < ODD_FIELD:
        names += dice.sample(list(HEADERS), dice.randint(1, 3))
    return {name: dice.choice(HEADERS[name]) for name in names}


def _without_halves(fields: dict[str, object]) -> dict[str, object]:
    """Return the fields without lone surrogates, which no part of a multipart body can hold."""
    written = {}
    for name, value in fields.items():
        if isinstance(value, str):
            value = value.encode("utf-8", "replace").decode()
        elif isinstance(value, list):
            value = [str(each).encode("utf-8", "replace").decode() for each in value]
        written[name] = value
    return written
