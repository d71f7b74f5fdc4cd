"""Run where doccano is: import lines into a database in memory by its own pipeline, and say what is there."""

from __future__ import annotations

import json
import sys
import tempfile
import warnings
from importlib.util import find_spec

import django
from django.conf import settings
from django.core.management import call_command

warnings.simplefilter("ignore")
# doccano's packages are loaded from within its folder, as its own commands do it.
sys.path.insert(0, str(find_spec("backend").submodule_search_locations[0]))


class NoMigrations(dict):
    """Says of every app that it has no migrations: the tables are made as the models have them."""

    def __contains__(self, app: object) -> bool:
        return True

    def __missing__(self, app: str) -> None:
        return None


APPS = (
    *(
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "polymorphic",
        "rest_framework",
        "django_drf_filepond",
    ),
    *("api", "roles", "projects", "users", "data_import", "labels", "label_types", "examples", "metrics"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = (
            "MEDIA_ROOT",
            "BASE_DIR",
            "DJANGO_DRF_FILEPOND_UPLOAD_TMP",
            "DJANGO_DRF_FILEPOND_FILE_STORE_PATH",
        )
        settings.configure(
            DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
            DEFAULT_AUTO_FIELD="django.db.models.AutoField",
            INSTALLED_APPS=APPS,
            MIGRATION_MODULES=NoMigrations(),
            SECRET_KEY="of no use",
            USE_TZ=True,
            **dict.fromkeys(places, folder),
        )
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        sys.stdout.write(json.dumps(imported(sys.argv[1])))


def imported(path: str) -> dict:
    """Import a file as doccano's form for relations does, and return what its database holds then."""
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import JSONL, RELATION_EXTRACTION
    from data_import.pipeline.readers import FileName
    from django.contrib.auth.models import User
    from examples.models import Example
    from labels.models import Relation, Span
    from projects.models import ProjectType, SequenceLabelingProject

    user = User.objects.create_user("an")
    project = SequenceLabelingProject.objects.create(
        name="reports",
        project_type=ProjectType.SEQUENCE_LABELING,
        created_by=user,
        allow_overlapping=True,
        use_relation=True,
    )
    files = [FileName(path, path, path)]
    dataset = load_dataset(RELATION_EXTRACTION, JSONL, files, project, encoding="utf_8")
    dataset.save(user)
    spans = Span.objects.select_related("example", "label")
    relations = Relation.objects.select_related("from_id__label", "to_id__label", "type")
    return {
        "faults": [fault.dict() for fault in dataset.errors],
        "texts": [example.text for example in Example.objects.all()],
        "spans": [
            (each.example.text[each.start_offset : each.end_offset], each.label.text) for each in spans
        ],
        "relations": [(each.from_id.label.text, each.type.text, each.to_id.label.text) for each in relations],
    }


main()
