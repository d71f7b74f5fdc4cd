"""Load the text layer of a PDF: its paragraphs and tables in reading order, its running heads on request."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.text.loading.base import Told, read_bytes, report_from_text
from annotator.text.loading.pdf_child import MOST_PAGES, serve

SECONDS = 120.0
"""How long reading one file may take."""

IDLE_SECONDS = 20.0
"""How long a process waits for another file before it ends."""

_POLL = 0.2
"""Seconds after which a wait looks whether it was cancelled."""

_HEAD = 1024
_FILES_A_PROCESS = 50
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08]")
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def load(
    path: Path, *, date: str = "", headers: bool = False, cancelled: Callable[[], bool] | None = None
) -> Report:
    """Return the report of a PDF that has text, named by the file without its suffix.

    What repeats at the edge of its pages is left out; `headers` puts it before and after the text. A cancel
    ends the reading at once. Raises UserError `missing-file`, `unreadable-file`, `large-file`, `broken-file`,
    `locked-file`, `slow-file`, `no-text-layer`, `empty-file`, `bad-date` or `stopped`.
    """
    data = read_bytes(path)
    if not data.strip():
        raise UserError("empty-file", f"{path} holds no text; nothing was added")
    if b"%PDF-" not in data[:_HEAD]:
        raise UserError("broken-file", f"{path} is no PDF; save it anew and retry")
    answer = _answer_for(data, path, cancelled)
    found, said = answer["text"], answer["metadata"]
    if not found:
        what = "is a scan without a text layer" if answer["scanned"] else "has no text"
        raise UserError("no-text-layer", f"{path} {what}; have its text recognised (OCR) and add that")
    if len(_UNREADABLE.findall(found)) * 5 > len(found):
        reason = "does not say which letters its signs are"
        raise UserError("no-text-layer", f"{path} {reason}; have its text recognised (OCR) and add that")
    heads, feet = (answer["heads"], answer["feet"]) if headers else ((), ())
    before = "".join(f"{line}\n" for line in heads)
    metadata = {
        "author": said.get("Author", ""),
        "created": _DAY.sub(r"\1-\2-\3", (said.get("CreationDate", "") + " " * 10)[:10]).strip(),
        "encoding": answer["signs"],
        "scanned-pages": ", ".join(map(str, answer["scanned"])),
    }
    title = said.get("Title", "")
    pages = tuple((number, start + len(before)) for number, start in answer["starts"])
    told = Told(title="" if _is_made_up(title) else title, metadata=metadata, pages=pages)
    text = "\n".join([before + found, *feet])
    return report_from_text(text, name=path.stem, date=date, source=str(path), original=data, told=told)


def _is_made_up(title: str) -> bool:
    """Tell whether a title is none: empty, or the name of the file that some program printed."""
    return not title.strip() or bool(re.search(r"\.(?:docx?|xlsx?|pptx?|pdf|tmp)$|^Microsoft Word -", title))


def _answer_for(data: bytes, path: Path, cancelled: Callable[[], bool] | None) -> dict[str, Any]:
    answer = _READER.read(data, cancelled)
    error = answer.get("error", "")
    if not error:
        return answer
    if error == "stopped":
        raise UserError("stopped", f"reading {path} was stopped; nothing was added")
    if error == "password":
        raise UserError("locked-file", f"{path} has a password; save it without one and add that")
    if error == "time":
        raise UserError(
            "slow-file", f"{path} takes more than {SECONDS:.0f} seconds to read; split it and retry"
        )
    if error in ("pages", "memory"):
        raise UserError(
            "large-file", f"{path} is larger than can be read ({MOST_PAGES} pages); split it and retry"
        )
    raise UserError("broken-file", f"{path} is damaged or no PDF ({error}); save it anew and retry")


class _Reader:
    """A process that reads PDFs one after the other, made anew when one has crashed or outlasted it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._files = 0
        self._timer: threading.Timer | None = None

    def read(self, data: bytes, cancelled: Callable[[], bool] | None = None) -> dict[str, Any]:
        """Return what the process answers, or its end as `error`: `time`, `stopped` or `crashed`."""
        with self._lock:
            pipe = self._ready()
            try:
                pipe.send_bytes(data)
                obstacle = _awaited(pipe, cancelled)
                if obstacle:
                    self._end()
                    return {"error": obstacle}
                answer: dict[str, Any] = json.loads(pipe.recv_bytes())
            except (EOFError, OSError):
                self._end()
                return {"error": "crashed"}
            self._files += 1
            if self._files >= _FILES_A_PROCESS:
                self._end()
            self._rest_later()
            return answer

    def rest(self) -> None:
        """End the process when it has nothing to do; the next file makes another."""
        with self._lock:
            self._end()

    def _rest_later(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(IDLE_SECONDS, self.rest)
        self._timer.daemon = True
        self._timer.start()

    def _ready(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._end()
            context = get_context("spawn")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=serve, args=(other,), daemon=True)
            self._process.start()
            other.close()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
        self._files = 0


def _awaited(pipe: Connection, cancelled: Callable[[], bool] | None) -> str:
    """Wait for an answer; return why there is none: `time` or `stopped`, empty when there is one."""
    end = monotonic() + SECONDS
    while cancelled is None or not cancelled():
        if pipe.poll(min(_POLL, max(0.0, end - monotonic()))):
            return ""
        if monotonic() >= end:
            return "time"
    return "stopped"


_READER = _Reader()
