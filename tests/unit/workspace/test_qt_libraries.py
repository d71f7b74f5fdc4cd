"""Missing system libraries are named with the line that installs them."""

import _ctypes

from annotator.workspace import qt_libraries


def test_that_a_library_nobody_has_is_missing_and_one_that_is_there_is_not():
    assert qt_libraries.missing(["libnobody-has-it.so.9", _ctypes.__file__]) == ["libnobody-has-it.so.9"]


def test_that_a_package_is_installed_once_however_many_of_its_libraries_are_missing():
    packages = [
        qt_libraries.NEEDED_BY_QT[name] for name in ("libglib-2.0.so.0", "libgthread-2.0.so.0", "libGL.so.1")
    ]
    assert qt_libraries.install_line(packages) == "sudo apt-get install libglib2.0-0 libgl1"
