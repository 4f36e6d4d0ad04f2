import os
import sys

import pytest

from portal.launch.account import own_account
from portal.launch.processes import Program, kill_group


@pytest.fixture
def program(tmp_path):
    """Makes a program that runs some Python, writing to a log in a folder of its own."""

    def make(source, name="stub", **more):
        return Program(
            name=name,
            command=[sys.executable, "-c", source],
            log=tmp_path / f"{name}.log",
            cwd=tmp_path,
            env=dict(os.environ),
            account=own_account(),
            **more,
        )

    return make


@pytest.fixture
def started(program):
    """Starts such programs and makes sure that none is left."""
    running = []

    def start(source, name="stub", **more):
        running.append(program(source, name, **more).start())
        return running[-1]

    yield start
    for each in running:
        each.end()


@pytest.fixture
def kill():
    return kill_group
