"""The opening help lines."""

from portal.safety.operations import load_help_lines


def load(demo: bool) -> str:
    return f"Help lines: {load_help_lines()} added. Compare them with their sources before opening the doors."
