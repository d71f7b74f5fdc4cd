# Find the Python and the uv that build the environment; sourced by the scripts beside it, from the top folder.

# Trust what the machine trusts, where it keeps certificates: offices put their own between us and the packages.
if [ -s /etc/ssl/certs/ca-certificates.crt ] || [ -s /etc/pki/tls/certs/ca-bundle.crt ] || [ -s /etc/ssl/cert.pem ]; then
    export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"
fi

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
}

# Set $python to the first interpreter that fits, the machine's own python3 before the others; else to nothing.
find_python() {
    for python in python3 python3.13 python3.12 python3.11 python; do
        if command -v "$python" >/dev/null 2>&1 && fits "$python"; then return; fi
    done
    python=
}

stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

# Say in one line what to install when neither a fitting Python nor uv is there.
stop_without_python() {
    found=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null) || found=
    if [ -n "$found" ]; then
        stop "annotator needs Python 3.11, 3.12 or 3.13 and found only $found: install one of them with its venv package, or install uv."
    fi
    stop "annotator needs Python 3.11, 3.12 or 3.13 with venv: sudo apt-get install python3 python3-venv (macOS: brew install python@3.13)."
}

# Set $uv to the pinned uv in .uv/, installing it there by hash when it is missing or another version.
bootstrap_uv() {
    uv=.uv/bin/uv
    if [ -x "$uv" ] && cmp -s requirements/uv.txt .uv/installed.txt; then return; fi
    find_python
    [ -n "$python" ] || stop_without_python
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        stop "annotator needs Python's venv module: sudo apt-get install python$version-venv"
    fi
    printf 'Fetching uv into .uv/\n' >&2
    rm -rf .uv
    "$python" -m venv .uv
    .uv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --require-hashes --only-binary :all: -r requirements/uv.txt
    cp requirements/uv.txt .uv/installed.txt
}

# Set $uv to the machine's uv where there is one, else to the one in .uv/.
find_uv() {
    if uv --version >/dev/null 2>&1; then uv=uv; else bootstrap_uv; fi
}
