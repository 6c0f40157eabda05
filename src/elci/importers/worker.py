"""Reads a file in a process of its own, which may fail, hang or swell without harm to the server.

Run as ``python -m elci.importers.worker PATH NAME LIMITS`` it reads one file and prints what came.
"""

import contextlib
import json
import os
import resource
import signal
import subprocess  # nosec B404 # the reader runs in a process of its own
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from threading import Event, Timer
from typing import IO, Final

from elci.importers.limits import DEFAULT_LIMITS, Limits
from elci.importers.readers import ReadSource, Refusal, SourceRefusedError, read_source
from elci.importers.readers.wire import packed, unpacked

_MEGABYTE: Final = 1024 * 1024
_PASSED_ON: Final = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
_ENOUGH_OF_AN_ERROR: Final = 4096
_OUT_OF_MEMORY: Final = (b"MemoryError", b"memory allocation", b"bad_alloc", b"Cannot allocate")
_OUT_OF_TIME: Final = frozenset({-signal.SIGXCPU})


def read_in_worker(path: Path, *, name: str, limits: Limits = DEFAULT_LIMITS) -> ReadSource:
    """Return the tables of an untrusted file, read in a process with bounds of its own.

    Raises ``SourceRefusedError`` for what is refused and for whatever befalls the process. The
    process gets no secret of the server, no network, and a folder that is gone afterwards.
    """
    if path.stat().st_size > limits.file_bytes:
        size = -(-path.stat().st_size // _MEGABYTE)
        raise SourceRefusedError(Refusal.TOO_LARGE, size=size, limit=limits.file_bytes // _MEGABYTE)
    with tempfile.TemporaryDirectory(prefix="elci-read-") as folder:
        command = [
            sys.executable, "-I", "-X", "utf8", "-m", "elci.importers.worker",
            str(path.resolve()), name, json.dumps(asdict(limits)),
        ]  # fmt: skip
        return _outcome(command, Path(folder), limits)


def _outcome(command: list[str], folder: Path, limits: Limits) -> ReadSource:
    with (folder / "errors").open("w+b") as errors:
        process = subprocess.Popen(  # noqa: S603 our own module  # nosec B603 # our own module
            command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=errors, start_new_session=True,
        )  # fmt: skip
        with _deadline(process, limits.seconds) as too_late:
            answer = _bounded(process, limits.answer_bytes)
        if too_late.is_set() or process.returncode in _OUT_OF_TIME:
            raise SourceRefusedError(Refusal.TOO_SLOW, limit=limits.seconds)
        if process.returncode != 0:
            errors.seek(0)
            raise _failure(errors, limits)
    try:
        return unpacked(answer)
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, SourceRefusedError):
            raise
        raise SourceRefusedError(Refusal.STOPPED) from error


def _environment(folder: Path) -> dict[str, str]:
    """Return what the process may know: where programs are, and nothing of the server's."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed | {"LC_ALL": "C.UTF-8", "TMPDIR": str(folder), "HOME": str(folder)}


@contextlib.contextmanager
def _deadline(process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[Event]:
    """End the process, and what it started, when its time is over or the block is left."""
    too_late = Event()

    def end() -> None:
        too_late.set()
        _kill(process)

    timer = Timer(seconds, end)
    timer.start()
    try:
        yield too_late
    finally:
        timer.cancel()
        _kill(process)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    # The group outlives the process where that left a program of its own running.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _bounded(process: "subprocess.Popen[bytes]", limit: int) -> bytes:
    """Return what the process says, up to a limit, and wait for its end."""
    if process.stdout is None:
        return b""
    answer = process.stdout.read(limit + 1)
    if len(answer) > limit:
        raise SourceRefusedError(Refusal.TOO_MUCH_TEXT, limit=limit // 1_000_000)
    # Not reaped yet: its number must stay its own until the group has been ended.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    return answer


def _failure(errors: IO[bytes], limits: Limits) -> SourceRefusedError:
    said = errors.read(_ENOUGH_OF_AN_ERROR)
    if any(sign in said for sign in _OUT_OF_MEMORY):
        return SourceRefusedError(Refusal.TOO_MUCH_MEMORY, limit=limits.memory_bytes // _MEGABYTE)
    return SourceRefusedError(Refusal.STOPPED)


def main(arguments: list[str]) -> int:
    """Read one file within the bounds given and print what was found, or why not."""
    path, name, written = arguments
    limits = Limits(**json.loads(written))
    _bound(limits)
    sys.addaudithook(_stay_offline)
    outcome: ReadSource | SourceRefusedError
    try:
        outcome = read_source(Path(path).read_bytes(), name=name, limits=limits)
    except SourceRefusedError as refusal:
        outcome = refusal
    sys.stdout.write(packed(outcome))
    return 0


def _bound(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.unzipped_bytes, limits.unzipped_bytes))


def _stay_offline(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError("Reading a file needs no network.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
