"""Whoever only reads a project leaves nothing behind and takes nothing away."""

from annotator.store.connection import open_store


def test_that_reading_leaves_nothing_beside_the_project(store, path):
    store.close()
    before = path.read_bytes()
    with open_store(path, read_only=True) as reading:
        assert reading.setting("threshold", "none") == "none"
        with reading.another() as beside:
            assert beside.setting("threshold", "none") == "none"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_that_reading_takes_nothing_from_whoever_writes(store, path):
    with open_store(path, read_only=True):
        store.set_setting("threshold", "0.7")
    store.set_setting("threshold", "0.8")
    with open_store(path, read_only=True) as reading:
        assert reading.setting("threshold") == "0.8"
    store.set_setting("threshold", "0.9")
    assert store.setting("threshold") == "0.9"
