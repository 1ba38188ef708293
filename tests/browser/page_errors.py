"""Watch a page for errors that a person might not see: of scripts, of the Content
Security Policy, of requests.
"""

import re
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response


@dataclass
class Watch:
    """The errors of the pages it was attached to, one sentence each, and patterns of the
    errors that a test expects.
    """

    seen: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Expect an error that matches this regular expression at least once. It does not fail the test."""
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        """Return why the test fails: errors that were not expected, and expected
        errors that did not occur.
        """
        surprises = [
            line for line in self.seen if not any(re.search(pattern, line) for pattern in self.expected)
        ]
        never = [
            pattern for pattern in self.expected if not any(re.search(pattern, line) for line in self.seen)
        ]
        return surprises + [f"expected, but never came: {pattern}" for pattern in never]

    def attach(self, page: Page) -> None:
        page.on("pageerror", self._on_page_error)
        page.on("console", self._on_console)
        page.on("requestfailed", self._on_failed_request)
        page.on("response", self._on_response)

    def _on_page_error(self, error: Error) -> None:
        self.seen.append(f"script: {error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        # Chromium reports a failed request on the console too. That line lacks the address,
        # which our own line has.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.seen.append(f"console: {message.text}")

    def _on_failed_request(self, request: Request) -> None:
        # The request was aborted: the page was left, a newer request replaced it, or the
        # answer became a download.
        if request.failure != "net::ERR_ABORTED":
            self.seen.append(f"request: {request.method} {request.url} failed: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.seen.append(f"request: {response.request.method} {response.url} answered {response.status}")
