#!/bin/sh
# Write the locks from pyproject.toml: `sh requirements/lock.sh [--upgrade]`, or `--check` that they are current.
#
# Versions that are locked stay as they are unless --upgrade is given, so a new release elsewhere never makes
# a current lock look old. The uv pinned here does it, so that the files come out the same on every machine.
set -eu
cd "$(dirname "$0")/.."
. requirements/tools.sh
bootstrap_uv
uv=$(pwd)/$uv

compile() {
    name=$1
    shift
    "$uv" pip compile --quiet --universal --generate-hashes --no-header \
        --output-file "requirements/$name.txt" "$@"
}

compile_all() {
    compile uv --group bootstrap "$@"
    compile run pyproject.toml --group build "$@"
    compile dev pyproject.toml --group dev --constraint requirements/run.txt "$@"
    compile mutation pyproject.toml requirements/mutation.in --group test --group build --constraint requirements/dev.txt "$@"
    compile programs requirements/programs.in --python-version 3.11 \
        --override requirements/programs-instead.in \
        --excludes requirements/programs-without.in "$@"
}

if [ "${1:-}" != --check ]; then
    compile_all "$@"
    exit 0
fi

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/requirements"
cp pyproject.toml "$copy"
cp requirements/*.txt requirements/*.in "$copy/requirements"
(cd "$copy" && compile_all)
if diff -q requirements "$copy/requirements" | grep -q differ; then
    diff -ru requirements "$copy/requirements" | grep '^[-+].*==' >&2
    stop "The lock does not follow from pyproject.toml and requirements: run make lock and commit requirements/."
fi
