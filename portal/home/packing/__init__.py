"""Packing what the site holds about a person into one file that any computer opens."""

from portal.home.packing.pack import file_name, pack

__all__ = ["file_name", "pack"]
