# Shared by the scripts beside it: finds Python, makes .venv, and installs a lock file when it has changed.
# shellcheck shell=bash

say_no() {
    echo "Handrail: $*" >&2
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

can_make_venv() {
    "$1" -c 'import venv, ensurepip' >/dev/null 2>&1
}

# Prints the first Python that is new enough and can make an environment.
find_python() {
    local candidate found=""
    if [ -n "${PYTHON:-}" ]; then
        is_new_enough "$PYTHON" || say_no "PYTHON names $PYTHON, which is not a Python 3.11 or newer."
        can_make_venv "$PYTHON" || say_no "$PYTHON has no venv module: install it (on Debian and Ubuntu: apt install python3-venv)."
        echo "$PYTHON"
        return
    fi
    for candidate in python3 python3.13 python3.12 python3.11; do
        is_new_enough "$candidate" || continue
        found=$candidate
        if can_make_venv "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    [ -z "$found" ] || say_no "$found has no venv module: install it (on Debian and Ubuntu: apt install python3-venv)."
    say_no "no Python 3.11 or newer was found: install one, or name it in PYTHON."
}

# use_venv LOCK: after it, .venv holds what LOCK names. Needs the network only when LOCK has changed. Says what it does
# on stderr: stdout belongs to what comes after, such as the one JSON object of a fault run.
use_venv() {
    local lock=$1 python stamp wanted
    if ! is_new_enough .venv/bin/python; then
        python=$(find_python) || exit 1
        echo "Making the environment in .venv …" >&2
        "$python" -m venv --clear .venv || say_no "the environment could not be made in $PWD/.venv; the lines above say why."
    fi
    stamp=.venv/installed-$lock
    wanted=$(.venv/bin/python -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$lock")
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        echo "Installing what $lock names …" >&2
        .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
            --require-hashes --no-deps --only-binary :all: -r "$lock" >&2 ||
            say_no "$lock could not be installed; the lines above say why (this step needs the network)."
        echo "$wanted" >"$stamp"
    fi
}

# One at a time, so that two starts in a fresh checkout do not fill the same environment.
use_venv_alone() {
    if command -v flock >/dev/null; then
        { mkdir -p var && [ -w var ]; } 2>/dev/null || say_no "$PWD/var cannot be written: start this as the user the checkout belongs to."
        exec 9>>var/venv.lock
        flock 9
        use_venv "$1"
        exec 9>&-
    else
        use_venv "$1"
    fi
}
