#!/bin/sh
# Build .venv/mutation from its hashed lock: what the tests of domain and text need, and mutmut.
set -eu
cd "$(dirname "$0")/.."
. requirements/tools.sh

place=.venv/mutation

# What it was built from; another lock, or another place, means building again.
fingerprint() {
    { pwd; cat requirements/mutation.txt requirements/mutation.sh; } | cksum
}

if [ -f "$place/annotator.stamp" ] && [ "$(cat "$place/annotator.stamp")" = "$(fingerprint)" ]; then exit 0; fi
find_uv
find_python
printf 'Setting up %s from requirements/mutation.txt\n' "$place" >&2
"$uv" venv --quiet --clear --python "${python:->=3.11,<3.14}" "$place"
"$uv" pip sync --quiet --python "$place/bin/python" --require-hashes requirements/mutation.txt
# What the tests look up by name is found only where the project is installed; its code is read from the copy.
"$uv" pip install --quiet --python "$place/bin/python" --no-deps --no-build-isolation --editable .
fingerprint >"$place/annotator.stamp"
