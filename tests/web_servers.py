"""Serve the pages of other sites that tests need, at addresses of 127.0.0.1, and record the requests."""

import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Speak = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Web:
    """A site with an answer for each path. `asked` holds `(path, headers)` of every request, in order."""

    port: int = 0
    pages: dict[str, Speak] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, path: str, body: bytes | str, *, status: int = 200, **headers: str) -> str:
        """Let `path` answer with `body`, and return its address. Underscores in
        `headers` stand for hyphens.
        """
        raw = body.encode() if isinstance(body, str) else body
        told = {"content_type": "text/html; charset=utf-8", **headers}

        def speak(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in told.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("content-length", str(len(raw)))
            request.end_headers()
            request.wfile.write(raw)

        self.pages[path] = speak
        return self.url + path

    def let(self, path: str, speak: Speak) -> str:
        """Let the function `speak` answer at `path`, and return its address."""
        self.pages[path] = speak
        return self.url + path

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        return self.put(path, b"", status=status, location=to)


@contextmanager
def serving() -> Iterator[Web]:
    """Serve a site at a free port, and end it after the block."""
    web = Web()
    ended = threading.Event()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, dict(self.headers.items())))
            speak = web.pages.get(self.path)
            if speak is None:
                self.send_error(404)
                return
            try:
                speak(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # whoever asked had enough

        def log_message(self, *_: object) -> None:
            """Print nothing, unlike the method of the base class."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, address: object) -> None:
            """Ignore errors, because some tests have clients that close the connection."""

    assert issubclass(Server, socketserver.TCPServer)
    server = Server(("127.0.0.1", 0), Answers)
    server.ended = ended  # type: ignore[attr-defined]
    web.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
