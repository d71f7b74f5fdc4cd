"""Run where Label Studio's library is: check an export folder, convert it, and say what is there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface


def main() -> None:
    folder, out = map(Path, sys.argv[1:])
    interface = LabelInterface((folder / "config.xml").read_text("utf-8"))
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_text("utf-8"))
    converter = Converter(str(folder / "config.xml"), str(folder))
    for kind in ("JSON", "JSON_MIN"):
        converter.convert(str(folder / "tasks.json"), str(out / kind), kind, is_dir=False)
    annotations = [annotation for task in tasks for annotation in task["annotations"]]
    results = [part for annotation in annotations for part in annotation["result"]]
    told = {
        "faults": [
            fault for each in annotations for fault in interface._validate_object(each, return_errors=True)
        ],
        "labels": sorted({label for control in interface.controls for label in control.labels}),
        "regions": sum(part["type"] == "labels" for part in results),
        "relations": sum(part["type"] == "relation" for part in results),
    }
    sys.stdout.write(json.dumps(told))


main()
