"""Offline: the whole journey, from making a project to its gold, where no network can be reached.

`python -m benchmarks.offline [--strace]`. Every Python process of the journey refuses calls of sockets and
notes them; with `--strace` the system's own calls are watched too, so that no library gets around Python.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from annotator.resources import resource_path

FORBIDDEN = '''
"""Refuse and note every call that leads to a network; pipes and sockets of one machine stay."""

import os
import sys

ASKS = ("connect", "getaddrinfo", "gethostbyname", "gethostbyaddr", "sendto", "sendmsg")


def refuse(event, arguments):
    if event in {f"socket.{name}" for name in ASKS}:
        note = os.open(os.environ["NETWORK_NOTES"], os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        os.write(note, (event + "\\n").encode())
        os.close(note)
        raise OSError("no network here")
    # Made only to see whether this machine knows IPv6, as urllib3 does when it is imported: refused, no more.
    if event == "socket.bind" or (event == "socket.__new__" and arguments[1] not in (-1, 1)):
        raise OSError("no network here")


sys.addaudithook(refuse)
'''
"""What every Python process of the journey runs before anything else (`sitecustomize`)."""

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from annotator.app import make_window

app = QApplication(["annotator"])
window = make_window(app, author="an")
window.show()
app.processEvents()
window.projects.open_path(Path(sys.argv[1]))
for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_6, Qt.Key.Key_Return):
    QTest.keyClick(window.page, key)
    app.processEvents()
assert len(window.sheet.report.history()) >= 3
window.close()
"""


def steps(folder: Path) -> list[list[str]]:
    """Return the words of every process of the journey."""
    samples = sorted(resource_path("samples").glob("*.txt"), key=lambda path: path.stat().st_size)[:2]
    path = str(folder / "work.annotator")
    verb = ["-m", "annotator"]
    made = [
        ["new", path, "--author", "an"],
        ["add", path, *map(str, samples)],
        ["extract", path, "--jobs", "2"],
    ]
    more = [["extract", path, "--extractor", "underthesea", "--again", "--jobs", "1"]]
    written = [
        [
            "export",
            path,
            "--format",
            name,
            "-o",
            str(folder / f"gold.{name}"),
            "--unfinished",
            "--author",
            "an",
        ]
        for name in ("sqlite", "spacy", "jsonl")
    ]
    read = [["check", path], ["doctor"], ["demo", str(folder / "demo")]]
    verbs = [[*verb, *words] for words in (*made, *more)]
    return [*verbs, ["-c", WINDOW, path], *([*verb, *words] for words in (*written, *read))]


def journey(folder: Path, *, strace: bool) -> dict[str, list[str]]:
    """Go the whole way; return every step that failed, and every call towards a network."""
    (folder / "hook").mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(FORBIDDEN, encoding="utf-8")
    notes, trace = folder / "notes", folder / "trace"
    environment = {name: text for name, text in os.environ.items() if "DISPLAY" not in name}
    environment |= {
        "PYTHONPATH": os.pathsep.join((str(folder / "hook"), str(Path(__file__).parents[1]))),
        "NETWORK_NOTES": str(notes),
        "ANNOTATOR_CONFIG": str(folder),
    }
    (folder / "window.ini").write_text("[tour]\nseen=yes\n", encoding="utf-8")
    failed, calls = [], []
    for words in steps(folder):
        command = [sys.executable, *words]
        shown = {"QT_QPA_PLATFORM": "offscreen"} if words[0] == "-c" else {"QT_QPA_PLATFORM": ""}
        if strace:
            command = [
                "strace",
                "-f",
                "-qq",
                "-e",
                "trace=connect,sendto,sendmsg",
                "-o",
                str(trace),
                *command,
            ]
        done = subprocess.run(command, env=environment | shown, capture_output=True, text=True, check=False)
        if done.returncode:
            failed.append(f"{' '.join(words[1:3])}: {done.returncode} {done.stderr.strip()[-300:]}")
        if strace:
            lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
            calls += [line for line in lines if "AF_INET" in line]
    calls += notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return {"failed": failed, "calls": calls}


@click.command()
@click.option("--strace", is_flag=True, help="Watch the system's calls too; strace has to be installed.")
def main(strace: bool) -> None:
    """Go the whole way without a network, and say every call that would have reached for one."""
    if strace and not shutil.which("strace"):
        raise click.ClickException("strace is not installed; install it with apt-get install strace")
    with TemporaryDirectory(prefix="offline-") as made:
        found = journey(Path(made), strace=strace)
    click.echo(json.dumps(found, indent=2))
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
