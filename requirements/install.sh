#!/bin/sh
# Build .venv from a hashed lock: `sh requirements/install.sh run` or `dev`. Does nothing when it stands already.
set -eu
cd "$(dirname "$0")/.."
. requirements/tools.sh

# What an environment was built from; another one, or another place, means building again.
fingerprint() {
    { pwd; cat "requirements/$1.txt" pyproject.toml requirements/install.sh; } | cksum
}

# The development environment holds everything the plain one does. A package folder newer than the stamp
# means that something else (uv run, pip) has changed the environment since.
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

wanted=$1
if stands "$wanted" || { [ "$wanted" = run ] && stands dev; }; then exit 0; fi
find_uv
printf 'Setting up .venv from requirements/%s.txt (the first time this fetches a few hundred MB)\n' "$wanted" >&2
make_environment
rm -f .venv/annotator-*.stamp
"$uv" pip sync --python .venv/bin/python --require-hashes "requirements/$wanted.txt"
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
fingerprint "$wanted" >".venv/annotator-$wanted.stamp"
