"""Where rooms meet without knowing each other."""

from dataclasses import dataclass

import pytest

from portal.core.registry import Registry


@dataclass(frozen=True)
class Thing:
    key: str


def test_things_are_found_by_key_in_the_order_they_were_offered():
    things: Registry[Thing] = Registry("thing")
    first, second = things.register(Thing("b")), things.register(Thing("a"))

    assert list(things) == [first, second]
    assert things.get("a") is second
    assert (things.find("a"), things.find("c")) == (second, None)
    with pytest.raises(KeyError):
        things.get("c")


def test_offering_a_key_twice_is_a_mistake():
    things: Registry[Thing] = Registry("thing")
    things.register(Thing("a"))
    with pytest.raises(ValueError, match="already a thing called 'a'"):
        things.register(Thing("a"))
