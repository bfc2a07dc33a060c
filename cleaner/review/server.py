"""The desk as a page in the browser of this machine, and of nobody else.

It listens on the loopback address alone, knows no host but itself, and answers nothing without the
random token of its address: so no other page, and no other machine, can read or decide.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pkgutil import get_data
from secrets import token_urlsafe
from threading import Lock, Thread
from typing import Any

from cleaner.errors import CleanerError
from cleaner.review.desk import Desk

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
MAX_BODY_BYTES = 1_000_000
Answer = tuple[HTTPStatus, str, bytes]
JSON, HTML = "application/json", "text/html; charset=utf-8"


class Server(ThreadingHTTPServer):
    """Serves one desk; ``address`` is what to open. Port 0 takes one that is free."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.token = token_urlsafe(24)
        self.lock = Lock()

    @property
    def address(self) -> str:
        """The address of the page, with its token."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    def hosts(self) -> tuple[str, ...]:
        """Return what the browser may call this machine."""
        return tuple(f"{name}:{self.server_port}" for name in NAMES)

    def handle_error(self, *request: Any) -> None:
        """Say nothing of a browser that hung up before it was answered; of all else, say all."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*request)

    def stop(self) -> None:
        """End ``serve_forever``, from whatever thread."""
        Thread(target=self.shutdown).start()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = 30

    def do_GET(self) -> None:
        """Answer with the page or its questions."""
        pages: dict[str, Callable[[], Answer]] = {"": _page, "questions": self._questions}
        self._answer(pages)

    def do_POST(self) -> None:
        """Keep a decision, change the rules file, or end."""
        if self.headers.get_content_type() != JSON:  # no form of another page can send that
            self._send(_plain(HTTPStatus.UNSUPPORTED_MEDIA_TYPE))
        else:
            self._answer({"decide": self._decide, "change": self._change, "stop": self._stop})

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is the person's."""

    def _answer(self, pages: dict[str, Callable[[], Answer]]) -> None:
        token, _, name = self.path.removeprefix("/").partition("/")
        if self.headers.get("Host") not in self.server.hosts() or self._is_foreign():
            answer = _plain(HTTPStatus.FORBIDDEN)
        elif not compare_digest(token.encode(), self.server.token.encode()) or name not in pages:
            answer = _plain(HTTPStatus.NOT_FOUND)
        else:
            try:
                with self.server.lock:
                    answer = pages[name]()
            except (CleanerError, ValueError, KeyError, TypeError, OSError) as error:
                answer = _json({"error": str(error)}, HTTPStatus.BAD_REQUEST)
        self._send(answer)

    def _is_foreign(self) -> bool:
        """Tell whether another page sent this."""
        origin = self.headers.get("Origin")
        return origin is not None and origin not in {f"http://{h}" for h in self.server.hosts()}

    def _questions(self) -> Answer:
        return _json(self.server.desk.to_json())

    def _decide(self) -> Answer:
        body = self._body()
        after = body.get("after")
        text = after if isinstance(after, str) else None
        return _json(self.server.desk.decide(_number(body), str(body["verdict"]), text))

    def _change(self) -> Answer:
        body = self._body()
        return _json({"said": self.server.desk.change(_number(body), str(body["what"]))})

    def _stop(self) -> Answer:
        self.server.stop()
        return _json({"said": "stopped"})

    def _body(self) -> dict[str, object]:
        size = int(self.headers.get("Content-Length") or 0)
        if not 0 <= size <= MAX_BODY_BYTES:
            raise ValueError(f"a request of {size} bytes")
        body = json.loads(self.rfile.read(size) or b"{}")
        if not isinstance(body, dict):
            raise TypeError("a request is an object")
        return body

    def _send(self, answer: Answer) -> None:
        status, kind, content = answer
        nonce = token_urlsafe(12)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        content = content.replace(b"NONCE", nonce.encode()) if kind == HTML else content
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header(
            "Content-Security-Policy",
            f"default-src 'none'; connect-src 'self'; style-src 'nonce-{nonce}'; "
            f"script-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'",
        )
        self.end_headers()
        self.wfile.write(content)


def _page() -> Answer:
    return HTTPStatus.OK, HTML, get_data("cleaner", "review/page.html") or b""


def _json(value: object, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return status, JSON, json.dumps(value).encode("ascii")


def _plain(status: HTTPStatus) -> Answer:
    return status, "text/plain; charset=utf-8", status.phrase.encode("ascii")


def _number(body: dict[str, object]) -> int:
    number = body["number"]
    if not isinstance(number, int) or isinstance(number, bool):
        raise TypeError("a question has a number")
    return number
