"""What tests of loading begin with: an empty Word file, and a place where it is saved."""

import pytest
from docx import Document


@pytest.fixture
def document():
    return Document()


@pytest.fixture
def saved(tmp_path):
    """Give a function that saves a document or bytes and returns the path."""

    def save(content, name="bao-cao.docx"):
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content.save(path)
        return path

    return save
