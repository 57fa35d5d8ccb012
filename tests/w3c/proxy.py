"""A reverse proxy that publishes a server below a path, as a deployer's web server does."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PREFIX = "/tools/argmap"


class Proxy(ThreadingHTTPServer):
    """Passes GET requests below PREFIX on to `upstream`, without the prefix."""

    upstream = ""

    @property
    def public_url(self) -> str:
        """The root that readers see."""
        return f"http://127.0.0.1:{self.server_address[1]}{PREFIX}"


class _Handler(BaseHTTPRequestHandler):
    server: Proxy

    def do_GET(self) -> None:
        headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
        netloc = urlsplit(self.server.upstream).netloc
        with closing(http.client.HTTPConnection(netloc, timeout=10)) as connection:
            connection.request("GET", self.path.removeprefix(PREFIX), headers=headers)
            answer = connection.getresponse()
            body = answer.read()
        self.send_response(answer.status)
        for name in ("Content-Type", "Vary"):
            self.send_header(name, answer.getheader(name, ""))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def proxying() -> Iterator[Proxy]:
    """Run a proxy while the block runs; the block sets its `upstream`."""
    with Proxy(("127.0.0.1", 0), _Handler) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield proxy
        proxy.shutdown()
