#!/bin/sh
# Build .venv from a hashed lock: `sh requirements/install.sh run` or `dev`. Does nothing when it stands already.
set -eu
cd "$(dirname "$0")/.."
. requirements/tools.sh

# What an environment was built from; another one, or another place, means building again.
fingerprint() {
    { pwd; cat "requirements/$1.txt" pyproject.toml requirements/install.sh; } | cksum
}

# A package folder newer than the stamp means that something else (uv run, pip) has changed the environment since.
stands() {
    stamp=.venv/annotator-$1.stamp
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$1")" ] || return 1
    [ -z "$(find .venv/lib/python3.*/site-packages -prune -newer "$stamp")" ]
}

make_environment() {
    if [ -f .venv/annotator.home ] && [ "$(cat .venv/annotator.home)" = "$(pwd)" ] && fits .venv/bin/python; then return; fi
    find_python
    "$uv" venv --quiet --clear --python "${python:->=3.11,<3.14}" .venv
    pwd >.venv/annotator.home
}

# The development environment holds everything the plain one does, so where there is one it serves both.
wanted=$1
if [ -f .venv/annotator-dev.stamp ]; then wanted=dev; fi
if stands "$wanted"; then exit 0; fi
find_uv
printf 'Setting up .venv from requirements/%s.txt (the first time this fetches a few hundred MB)\n' "$wanted" >&2
make_environment
rm -f .venv/annotator-*.stamp
"$uv" pip sync --python .venv/bin/python --require-hashes "requirements/$wanted.txt"
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
# Python would make this folder on its own account later, and so look like a change.
for packages in .venv/lib/python3.*/site-packages; do mkdir -p "$packages/__pycache__"; done
fingerprint "$wanted" >".venv/annotator-$wanted.stamp"
