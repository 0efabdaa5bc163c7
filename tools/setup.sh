#!/bin/sh
# Make .venv hold all dependencies at the versions of constraints.txt, and this package, editable.
# The Makefile calls it before every task; it does nothing when .venv is already as it should be.
# Its arguments are further extras of pyproject.toml: tools/setup.sh environments site
# PYTHON=python3.12 in the environment chooses the Python.
set -eu
cd "$(dirname "$0")/.."

# What .venv depends on. The path comes first: after a move, scripts in .venv point to the old place.
here=$(pwd -P)
sources=$(cksum constraints.txt pyproject.toml tools/setup.sh)
stamp=.venv/made-from
log=.venv/install.log
extras=$(printf '%s\n' lab test lint "$@")

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
    "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null
}

make_venv() {
    [ -w . ] || fail "This folder cannot be written to: $here. Copy the course to one of your own."
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

installer() {
    if command -v uv >/dev/null; then
        # Without compiled bytecode the first import of each package takes seconds.
        uv pip install --python .venv/bin/python --compile-bytecode "$@"
    else
        .venv/bin/python -m pip install --disable-pip-version-check --progress-bar off "$@"
    fi
}

# Install, with a line of life: what came last, again and again on a terminal, else now and then.
install() {
    installer --constraint constraints.txt "$@" >"$log" 2>&1 &
    running=$!
    trap 'kill $running 2>/dev/null; exit 130' INT TERM
    passed=0
    while kill -0 $running 2>/dev/null; do
        sleep 1
        passed=$((passed + 1))
        found="$(grep -c '^Collecting' "$log" || true) packages found"
        if grep -q '^Installing collected' "$log"; then
            found="writing them to .venv"
        fi
        if [ -t 1 ]; then
            printf '\r    %s s: %s      ' "$passed" "$found"
        elif [ $((passed % 20)) = 0 ]; then
            echo "    $passed s: $found"
        fi
    done
    [ ! -t 1 ] || printf '\r%50s\r' ''
    trap - INT TERM
    wait $running
}

# The part of the log that says why, or its end.
reason() {
    if ! sed -n '/^ERROR\|^error\|The conflict is caused\|No solution found/,$p' "$log" | grep .; then
        tail -n 15 "$log"
    fi
}

install_or_fail() {
    install "$@" || {
        reason | head -n 40 >&2
        fail "The installation failed. What the installer said of it stands above; all of it is in $log.
- No network? The set-up needs one; later calls do not.
- A version in constraints.txt that Python $(version .venv/bin/python) is too old or too new for? Take another
  Python: make lab PYTHON=python3.13
- No space? The set-up needs about 1 GB."
    }
}

usable=no
if [ "$(head -n 1 "$stamp" 2>/dev/null)" = "$here" ] && found=$(version .venv/bin/python); then
    if [ -z "${PYTHON:-}" ] || [ "$found" = "$(version "$PYTHON")" ]; then
        usable=yes
    fi
fi
if [ $usable = yes ] && [ "$(grep -v '^extra ' "$stamp" | tail -n +2)" = "$sources" ]; then
    # Those of earlier calls stay.
    had=$(sed -n 's/^extra //p' "$stamp")
    extras=$(printf '%s\n%s\n' "$had" "$extras" | sort -u | grep .)
    more=$(printf '%s\n%s\n' "$had" "$extras" | sort | uniq -u | grep . || true)
    lost=$(.venv/bin/python tools/lost.py 2>/dev/null) || lost=pip
    [ -n "$lost$more" ] || exit 0
    [ -z "$lost" ] || echo "Files have gone from .venv, of: $lost. They are installed again."
    rm -f "$stamp"
    case " $lost " in
    '  ') ;;
    *' pip '*) usable=no ;; # nothing to install with
    *)
        # This package itself is installed below.
        others=$(echo "$lost" | tr ' ' '\n' | grep -vx neural_networks_from_zero || true)
        # shellcheck disable=SC2086 - one word for each package
        [ -z "$others" ] || install_or_fail --force-reinstall --no-deps $others
        ;;
    esac
fi

if [ $usable = no ]; then
    python=$(find_python)
    echo "Making .venv with Python $(version "$python") ($python)"
    make_venv
fi
echo "Installing into .venv. This takes seconds with uv, and one to five minutes with pip."
rm -f "$stamp"
install_or_fail --editable ".[$(echo $extras | tr ' ' ,)]"

# At its first start JupyterLab would ask whether it may fetch news. The course needs no network.
settings=.venv/share/jupyter/lab/settings
mkdir -p "$settings"
cat >"$settings/overrides.json" <<END
{"@jupyterlab/apputils-extension:notification": {"checkForUpdates": false, "fetchNews": "false"}}
END

.venv/bin/python tools/lost.py --remember
{
    printf '%s\n%s\n' "$here" "$sources"
    printf 'extra %s\n' $extras
} >"$stamp"
