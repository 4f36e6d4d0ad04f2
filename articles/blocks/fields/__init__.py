"""The fields that blocks are made of."""

from articles.blocks.fields.base import Field, Label
from articles.blocks.fields.facts import Address, Choice, Day, Key, Keys, Switch, Year
from articles.blocks.fields.lists import Cells, Grid, Lines, Rows
from articles.blocks.fields.words import Html, Line

__all__ = [
    "Address",
    "Cells",
    "Choice",
    "Day",
    "Field",
    "Grid",
    "Html",
    "Key",
    "Keys",
    "Label",
    "Line",
    "Lines",
    "Rows",
    "Switch",
    "Year",
]
