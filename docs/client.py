"""Import an article, highlight it, link it, read a standing, and export: python3 client.py ADDRESS TOKEN."""

import json
import sys
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4


class Newsroom:
    """A desk at `address`, such as https://desk.example.org, to which `token` opens the API."""

    def __init__(self, address: str, token: str) -> None:
        self.address = f"{address.rstrip('/')}/api"
        self.token = token

    def call(self, path: str, body: dict | None = None, **headers: str) -> dict:
        """Return the JSON of an answer. With a body it is an act: with one key, it is done once."""
        headers |= {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        sent = None
        if body is not None:
            sent = json.dumps(body).encode()
            headers["Idempotency-Key"] = str(uuid4())
        with urlopen(Request(self.address + path, sent, headers)) as answer:
            return json.loads(answer.read() or b"{}")

    def records(self, kind: str, **filters: str):
        """Yield every record of `kind` that the filters select, page by page."""
        cursor = ""
        while cursor is not None:
            page = self.call(f"/{kind}?{urlencode({**filters, 'cursor': cursor})}")
            yield from page["records"]
            cursor = page["next"]


def main(address: str, token: str) -> None:
    desk = Newsroom(address, token)
    story = desk.call("/stories", {"title": "The ferry", "place": "Bali"})
    texts = {"The Courier": "The ferry sank at noon.", "The Herald": "At noon the ferry went down."}
    passages = []
    for outlet, text in texts.items():
        article = desk.call("/articles", {"text": text, "outlet": outlet, "story": story["story"]})
        exact = "ferry sank" if "sank" in text else "ferry went down"
        passage = {"article": article["id"], "exact": exact, "tags": ["event"]}
        passages.append(desk.call("/annotations", passage)["id"])
    link = {"source": passages[0], "target": passages[1], "relation": "corroborates"}
    desk.call("/links", link)
    claim = desk.call("/claims", {"story": story["story"], "statement": "The ferry sank."})
    for passage in passages:
        evidence = {"claim": claim["id"], "annotation": passage, "relation": "corroborates"}
        desk.call("/evidence", evidence)
    standing = desk.call(f"/claims/{claim['id']}")
    print(f"{standing['sources_at_least']} to {standing['sources_at_most']} independent sources")
    for record in desk.records("annotations", story=story["story"]):
        print(json.dumps(record))


if __name__ == "__main__":
    main(*sys.argv[1:])
