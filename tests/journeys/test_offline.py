"""The whole journey reaches for no network: every call of a socket is refused and noted."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.offline import FORBIDDEN, journey


def test_that_the_whole_journey_makes_no_call_towards_a_network(tmp_path) -> None:
    assert journey(tmp_path, strace=False) == {"failed": [], "calls": []}


def test_that_a_call_towards_a_network_would_be_refused_and_noted(tmp_path) -> None:
    (tmp_path / "sitecustomize.py").write_text(FORBIDDEN, encoding="utf-8")
    notes = tmp_path / "notes"
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "NETWORK_NOTES": str(notes)}
    code = "import urllib.request; urllib.request.urlopen('http://localhost:9')"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert b"no network here" in done.stderr
    assert notes.read_text(encoding="utf-8").startswith("socket.")


def test_that_hugging_face_fetches_nothing_even_where_the_system_asks_it_to() -> None:
    code = "import annotator; from huggingface_hub import constants; print(constants.HF_HUB_OFFLINE)"
    environment = os.environ | {"HF_HUB_OFFLINE": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout.split() == [b"True"]
