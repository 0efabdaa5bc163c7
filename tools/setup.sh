#!/bin/sh
# Make .venv hold all dependencies at the versions of constraints.txt, and this package, editable.
# The Makefile calls it before every task; it does nothing when .venv is already as it should be.
# PYTHON=python3.12 in the environment chooses the Python.
set -eu
cd "$(dirname "$0")/.."

fail() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    for candidate; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    fail "Python 3.11 or newer is needed. Not found as: $*.
Install it from https://www.python.org/downloads/ or with your package manager, or name yours:
    make lab PYTHON=/path/to/python3"
}

version() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

make_venv() {
    rm -rf .venv
    if command -v uv >/dev/null; then
        UV_PYTHON_DOWNLOADS=never uv venv --quiet --seed --python "$python" .venv
    elif "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv .venv
    else
        fail "$python cannot make virtual environments: its module venv or ensurepip is missing.
On Debian and Ubuntu: sudo apt install python3-venv. Or name another Python: make lab PYTHON=..."
    fi
}

install() {
    set -- --quiet --constraint constraints.txt --editable '.[lab,test,lint]'
    if command -v uv >/dev/null; then
        # Without compiled bytecode the first import of each package takes seconds.
        uv pip install --python .venv/bin/python --compile-bytecode "$@"
    else
        .venv/bin/python -m pip install --disable-pip-version-check "$@"
    fi
}

# What .venv depends on. The path comes first: after a move, scripts in .venv point to the old place.
here=$(pwd -P)
sources=$(cksum constraints.txt pyproject.toml tools/setup.sh)
stamp=.venv/made-from

usable=no
if [ "$(head -n 1 "$stamp" 2>/dev/null)" = "$here" ] && found=$(version .venv/bin/python); then
    if [ -z "${PYTHON:-}" ] || [ "$found" = "$(version "$PYTHON")" ]; then
        usable=yes
    fi
fi
if [ $usable = yes ] && [ "$(tail -n +2 "$stamp")" = "$sources" ]; then
    exit 0
fi

if [ $usable = no ]; then
    python=$(find_python)
    echo "Making .venv with Python $(version "$python") ($python)"
    make_venv
fi
echo "Installing into .venv. This takes seconds with uv and about a minute with pip."
rm -f "$stamp"
install || fail "The installation failed; the reason stands above. The usual ones:
- No network. The set-up needs it; later calls do not.
- Python $(version .venv/bin/python) is too new for a version in constraints.txt. Try: make lab PYTHON=python3.13
- The disk is full. The set-up needs about 1 GB."

# At its first start JupyterLab would ask whether it may fetch news. The course needs no network.
settings=.venv/share/jupyter/lab/settings
mkdir -p "$settings"
cat >"$settings/overrides.json" <<END
{"@jupyterlab/apputils-extension:notification": {"checkForUpdates": false, "fetchNews": "false"}}
END

printf '%s\n%s\n' "$here" "$sources" >"$stamp"
