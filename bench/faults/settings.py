"""The product's settings with the house of the fault runs in it."""

from portal.settings import *  # noqa: F403
from portal.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "bench.faults.house.apps.HouseConfig"]
