"""Asking for pages in this process, as the server would, and counting what they take."""

import gzip
import io
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

_OK: Final = 200


class UnexpectedAnswerError(RuntimeError):
    """A page that did not answer as a reader would expect, so that its time means nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One page: how long it took, how it asked the database, and what it said."""

    seconds: float
    own_seconds: float
    """Of the processor, in this process: what is left where other programs take their share."""
    queries: int
    status: int
    body: bytes


@dataclass(slots=True)
class Series:
    """The answers to many requests for pages of one kind."""

    kind: str
    answers: list[Answer] = field(default_factory=list)
    weight: int = 0
    """Bytes of the heaviest first visit."""

    @property
    def median(self) -> float:
        """Milliseconds within which half of the pages were ready."""
        return statistics.median(each.seconds for each in self.answers) * 1000

    @property
    def p95(self) -> float:
        """Milliseconds within which nineteen of twenty pages were ready."""
        return percentile([each.seconds for each in self.answers], 95) * 1000

    @property
    def own_p95(self) -> float:
        """As ``p95``, counting this process's own time of the processor only."""
        return percentile([each.own_seconds for each in self.answers], 95) * 1000

    @property
    def queries(self) -> int:
        """The most queries that one page took."""
        return max(each.queries for each in self.answers)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that is not exceeded by so many percent of the values.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 50)
    2.0
    """
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100).__trunc__() - 1)]


def ask(
    application: WSGIHandler, url: str, *, cookie: str = "", first_chunk_only: bool = False
) -> Answer:
    """Ask for a page with everything between the server and the view; follow no redirect."""
    environ = _environ(url, cookie)
    with _counted() as counter:
        begun, own_begun = time.perf_counter(), time.thread_time()
        status = _Status()
        response = application(environ, status)
        try:
            body = next(iter(response), b"") if first_chunk_only else b"".join(response)
        finally:
            if hasattr(response, "close"):
                response.close()
        ended, own_ended = time.perf_counter(), time.thread_time()
    return Answer(ended - begun, own_ended - own_begun, counter[0], status.code, body)


def measure(kind: str, urls: Iterable[str], asking: Callable[[str], Answer]) -> Series:
    """Ask for each address once and keep the answers; anything but a page is an error."""
    series = Series(kind)
    for url in urls:
        answer = asking(url)
        if answer.status != _OK:
            raise UnexpectedAnswerError(f"{url} answered {answer.status}")
        series.answers.append(answer)
    return series


def text_of(answer: Answer) -> str:
    """Return the page's HTML as the browser unpacks it."""
    is_packed = answer.body[:2] == b"\x1f\x8b"
    return (gzip.decompress(answer.body) if is_packed else answer.body).decode()


class _Status:
    """Takes the status line from the application."""

    code = 0

    def __call__(self, status: str, *_headers: Any) -> Any:
        self.code = int(status.split(maxsplit=1)[0])


def _environ(url: str, cookie: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_COOKIE": cookie,
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.version": (1, 0),
    }


@contextmanager
def _counted() -> Iterator[list[int]]:
    counter = [0]

    def count(execute: Any, *arguments: Any) -> Any:
        counter[0] += 1
        return execute(*arguments)

    with connection.execute_wrapper(count):
        yield counter
