#!/bin/sh
# Build .venv/programs from its hashed lock: the programs that read our exports, apart from our own packages.
set -eu
cd "$(dirname "$0")/.."
. requirements/tools.sh

place=.venv/programs

# What it was built from; another lock, or another place, means building again.
fingerprint() {
    { pwd; cat requirements/programs.txt requirements/programs.sh; } | cksum
}

if [ -f "$place/annotator.stamp" ] && [ "$(cat "$place/annotator.stamp")" = "$(fingerprint)" ]; then exit 0; fi
find_uv
find_python
printf 'Setting up %s from requirements/programs.txt (370 MB on the disk)\n' "$place" >&2
"$uv" venv --quiet --clear --python "${python:->=3.11,<3.14}" "$place"
"$uv" pip sync --quiet --python "$place/bin/python" --require-hashes requirements/programs.txt
fingerprint >"$place/annotator.stamp"
