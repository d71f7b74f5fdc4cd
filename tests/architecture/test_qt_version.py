"""The Qt binding we pin keeps its reference counts, so that a long day of work does not end in an abort."""

import subprocess
import sys

# A child process, because what is tested for is an abort of the interpreter.
UPDATES = """
import sys
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
widget = QWidget()
before = sys.getrefcount(None)
for _ in range(20_000):
    widget.update()
print(before - sys.getrefcount(None))
"""


def test_that_twenty_thousand_void_calls_into_qt_lose_no_reference_to_none(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run([sys.executable, "-c", UPDATES], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100
