"""The fault runs and measurements are started rarely: that each still fits the product is seen here."""

from importlib import import_module
from pkgutil import walk_packages

import bench


def test_every_run_and_every_measurement_can_be_loaded():
    """Importing a `__main__` of ours starts nothing."""
    names = [found.name for found in walk_packages(bench.__path__, "bench.")]
    assert {"bench.faults.n5", "bench.faults.edits", "bench.engine.planning"} <= set(names)
    for name in names:
        import_module(name)
