import os
import runpy
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_PYTHON = "Handrail: no Python 3.11 or newer was found: install one, or name it in PYTHON.\n"


@pytest.fixture
def checkout(tmp_path):
    """A bare checkout in a path with a space, and a PATH that offers nothing but the shell's own tools."""
    folder = tmp_path / "my checkout"
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    (folder / "requirements.lock").write_text("# nothing\n")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("bash", "env", "dirname", "cat", "mkdir", "flock", "rm"):
        if found := shutil.which(tool):
            (tools / tool).symlink_to(found)
    return folder


def offer(checkout, name, script):
    path = checkout.parent / "tools" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def run(checkout, script="run", **more):
    env = {"PATH": str(checkout.parent / "tools"), "HOME": os.environ.get("HOME", "/"), **more}
    done = subprocess.run([str(checkout / "scripts" / script)], env=env, capture_output=True, text=True)
    return done.returncode, done.stderr


def test_without_python_there_is_one_sentence(checkout):
    assert run(checkout) == (1, NO_PYTHON)


def test_an_old_python_is_passed_over(checkout):
    offer(checkout, "python3", "exit 1")
    assert run(checkout) == (1, NO_PYTHON)


def test_a_python_without_venv_is_named_with_what_to_install(checkout):
    offer(checkout, "python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    assert run(checkout) == (
        1,
        "Handrail: python3 has no venv module: install it (on Debian and Ubuntu: apt install python3-venv).\n",
    )


def test_a_python_that_was_named_and_is_too_old_is_refused(checkout):
    assert run(checkout, PYTHON="/bin/false") == (
        1,
        "Handrail: PYTHON names /bin/false, which is not a Python 3.11 or newer.\n",
    )


def test_the_environment_is_made_once_and_filled_again_only_when_the_lock_changes(checkout):
    fill = f"cd '{checkout}' && . scripts/_venv.sh && use_venv_alone requirements.lock"
    env = {**os.environ, "PYTHON": sys.executable}
    said, printed = [], ""
    for content in ("# nothing\n", "# nothing\n", "# still nothing\n"):
        (checkout / "requirements.lock").write_text(content)
        done = subprocess.run(["bash", "-euc", fill], env=env, capture_output=True, text=True, check=True)
        said.append(done.stderr)
        printed += done.stdout
    assert said == [
        "Making the environment in .venv …\nInstalling what requirements.lock names …\n",
        "",
        "Installing what requirements.lock names …\n",
    ]
    assert printed == ""  # what follows may print one JSON object, and nothing else stands on that side


def test_a_lock_that_cannot_be_installed_says_so_and_is_tried_again_next_time(checkout):
    (checkout / "requirements.lock").write_text(f"nothing==1 --hash=sha256:{'0' * 64}\n")
    fill = f"cd '{checkout}' && . scripts/_venv.sh && use_venv_alone requirements.lock"
    env = {**os.environ, "PYTHON": sys.executable, "PIP_NO_INDEX": "1"}
    for _ in range(2):
        done = subprocess.run(["bash", "-euc", fill], env=env, capture_output=True, text=True)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            1,
            "Handrail: requirements.lock could not be installed; the lines above say why "
            "(this step needs the network).",
        )


def test_without_chromium_an_ordinary_user_is_told_how_to_get_one(checkout):
    offer(checkout, "id", "echo 1000")
    find = f"cd '{checkout}' && . scripts/_venv.sh && . scripts/_chromium.sh && find_chromium"
    env = {"PATH": str(checkout.parent / "tools")}
    done = subprocess.run(["bash", "-euc", find], env=env, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        1,
        "Handrail: the browser journeys need Chromium: install it (on Debian: apt install chromium), "
        "or name it in CHROMIUM.\n",
    )


def test_without_chromium_root_gets_debians(checkout):
    tools = checkout.parent / "tools"
    offer(checkout, "id", "echo 0")
    offer(checkout, "apt-get", f'[ "$1" = update ] || {{ echo "$@" > asked; ln -s /bin/true {tools}/chromium; }}')
    (tools / "ln").symlink_to(shutil.which("ln"))
    find = f"cd '{checkout}' && . scripts/_venv.sh && . scripts/_chromium.sh && find_chromium && echo $CHROMIUM"
    done = subprocess.run(["bash", "-euc", find], env={"PATH": str(tools)}, capture_output=True, text=True)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"{tools}/chromium")
    assert (checkout / "asked").read_text() == "install -y --no-install-recommends chromium chromium-headless-shell\n"


def test_a_release_without_the_small_sister_still_gets_a_chromium(checkout):
    tools = checkout.parent / "tools"
    offer(checkout, "id", "echo 0")
    offer(checkout, "apt-get", f'case "$*" in *shell) exit 100;; *chromium) ln -s /bin/true {tools}/chromium;; esac')
    (tools / "ln").symlink_to(shutil.which("ln"))
    find = f"cd '{checkout}' && . scripts/_venv.sh && . scripts/_chromium.sh && find_chromium && echo =$CHROMIUM_SHELL"
    done = subprocess.run(["bash", "-euc", find], env={"PATH": str(tools)}, capture_output=True, text=True)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "=")


def test_a_chromium_that_was_named_is_taken_for_all(checkout):
    for name in ("beta", "chromium-headless-shell"):
        offer(checkout, name, "true")
    find = f"cd '{checkout}' && . scripts/_venv.sh && . scripts/_chromium.sh && find_chromium && echo $CHROMIUM"
    env = {"PATH": str(checkout.parent / "tools"), "CHROMIUM": "beta"}
    told = subprocess.run(["bash", "-euc", find + "=${CHROMIUM_SHELL:-}"], env=env, capture_output=True, text=True)
    assert told.stdout == f"{env['PATH']}/beta=\n"


def test_a_chromium_that_is_there_is_taken(checkout):
    offer(checkout, "id", "echo 1000")
    offer(checkout, "google-chrome", "true")
    find = f"cd '{checkout}' && . scripts/_venv.sh && . scripts/_chromium.sh && find_chromium && echo $CHROMIUM"
    env = {"PATH": str(checkout.parent / "tools")}
    done = subprocess.run(["bash", "-euc", find], env=env, capture_output=True, text=True)
    assert done.stdout == f"{env['PATH']}/google-chrome\n"


@pytest.fixture
def promises():
    return runpy.run_path(str(ROOT / "scripts" / "_promises.py"))["check"]


def promise(root, *rows):
    (root / "docs").mkdir()
    (root / "tests").mkdir()
    (root / "tests" / "test_a.py").write_text("def test_one(): ...\nclass TestB:\n    def test_two(self): ...\n")
    (root / "docs" / "promises.md").write_text("\n".join(["| promise | shown by |", "|---|---|", *rows, ""]))


def test_promises_that_name_what_exists_pass(tmp_path, promises):
    promise(
        tmp_path, "| a | `tests/test_a.py::test_one`, `tests/test_a.py::TestB::test_two` |", "| b | `tests/test_a.py` |"
    )
    assert promises(tmp_path) == []


def test_promises_that_nothing_shows_are_listed(tmp_path, promises):
    promise(tmp_path, "| a | `tests/test_a.py::test_gone` |", "| b | soon |", "| c | `scripts/none` |")
    assert promises(tmp_path) == [
        "docs/promises.md:3: tests/test_a.py has no test test_gone",
        "docs/promises.md:4: the row names no test and no command",
        "docs/promises.md:5: scripts/none does not exist",
    ]


def test_a_page_of_promises_beside_the_first_is_read_too(tmp_path, promises):
    promise(tmp_path, "| a | `tests/test_a.py` |")
    (tmp_path / "docs" / "promises").mkdir()
    (tmp_path / "docs" / "promises" / "more.md").write_text("| promise | shown by |\n|---|---|\n| b | soon |\n")
    assert promises(tmp_path) == ["docs/promises/more.md:3: the row names no test and no command"]


def test_a_tracked_file_over_400_lines_is_listed(tmp_path):
    too_long = runpy.run_path(str(ROOT / "scripts" / "_sizes.py"))["too_long"]
    (tmp_path / "long.py").write_text("x\n" * 401)
    (tmp_path / "just.py").write_text("x\n" * 400)
    (tmp_path / "words.po").write_text("x\n" * 401)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert too_long(tmp_path) == ["long.py: 401 lines, and 400 is the most"]
