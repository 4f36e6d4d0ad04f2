"""The house's rules that a machine can hold: doors, thin views, one place for safe HTML, nobody forgotten."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from portal.core.crypto import SealedColumn
from portal.core.personal_data import holders

ROOT = Path(__file__).resolve().parent.parent
HOUSES = ["portal", "articles", "groups", "selfcare"]
DOORS = {"visible_to", "owned_by", "readable_by", "known_to", "none"}
UNGUARDED = {
    "HealthTopic": "the shared words are public",
    "HealthTopicName": "the shared words are public",
    "User": "a person is never found by a page, except by somebody who already blocked or muted them",
    "ConsentText": "what people agree to is public",
    "HelpLine": "help lines are public",
    "HelpLineText": "help lines are public",
    "PlanTemplate": "templates are public",
    "PlanTemplateText": "templates are public",
    "PlanTemplateVersion": "templates are public",
}
WRITES = {"save", "delete", "create", "bulk_create", "update", "get_or_create", "update_or_create", "bulk_update"}


def python_files(*patterns: str) -> list[Path]:
    found = {path for house in HOUSES for pattern in patterns for path in (ROOT / house).glob(pattern)}
    return sorted(path for path in found if "migrations" not in path.parts)


def pages() -> list[Path]:
    """Everything that answers a request: views and API of every room, and the whole roof."""
    own = python_files("**/views/*.py", "**/views.py", "**/api.py", "**/api/*.py")
    return sorted(set(own) | set((ROOT / "portal" / "home").rglob("*.py")))


def test_what_programs_and_forms_say_lies_in_its_room():
    """The contracts and the checks of pages know a room by its name: `api_x.py` or `x_forms.py` would escape both."""
    astray = {name_of(path) for path in python_files("**/api_*.py", "**/*_forms.py")}
    rules_of_the_screening = {path for path in astray if path.startswith("portal/safety/screening/rules/")}
    described = {"portal/home/api_docs.py", "portal/home/views/api_docs.py"}
    assert {path for path in astray - rules_of_the_screening - described if not path.endswith("/api_urls.py")} == set()


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}


def guarded_models() -> set[str]:
    own = [model for model in apps.get_models() if model.__module__.split(".")[0] in HOUSES]
    return {model.__name__ for model in own} - set(UNGUARDED)


def reverse_names() -> set[str]:
    """Names under which a guarded row can be reached from another row."""
    names = set()
    for model in apps.get_models():
        if model.__name__ in guarded_models():
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey):
                    names.add(field.remote_field.get_accessor_name())
    return {name for name in names if name} - {"blocks_made", "mutes_made"}


@pytest.mark.parametrize("path", pages(), ids=name_of)
def test_a_page_reaches_rows_only_through_a_door(path):
    tree = ast.parse(path.read_text())
    above, guarded, reverse = parents(tree), guarded_models(), reverse_names()
    wrong = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}:
            through = above.get(node)
            base = node.value.id if isinstance(node.value, ast.Name) else ast.unparse(node.value)
            if base in guarded and not (isinstance(through, ast.Attribute) and through.attr in DOORS):
                wrong.append(f"{path.name}:{node.lineno} {base}.{node.attr} without a door")
        if isinstance(node, ast.Attribute) and node.attr in reverse:
            through = above.get(node)
            if isinstance(through, ast.Attribute) and through.attr in {
                "all",
                "filter",
                "exclude",
                "get",
                "first",
                "count",
            }:
                wrong.append(f"{path.name}:{node.lineno} .{node.attr}.{through.attr} without a door")
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"get_object_or_404", "get_list_or_404"}:
            first = ast.unparse(node.args[0])
            if first in guarded:
                wrong.append(f"{path.name}:{node.lineno} {first} looked up bare")
    assert wrong == []


@pytest.mark.parametrize("path", pages(), ids=name_of)
def test_a_page_changes_nothing_itself(path):
    if path.name == "mailbox.py":
        return
    tree = ast.parse(path.read_text())
    wrong = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            text = ast.unparse(node.func)
            if ".objects." in text or node.func.attr in {"save", "delete", "bulk_create"}:
                wrong.append(f"{path.name}:{node.lineno} {text}")
    assert wrong == []


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", python_files("**/views/*.py", "**/views.py"), ids=name_of)
def test_a_view_is_at_most_twenty_lines(path):
    tree = ast.parse(path.read_text())
    long = []
    for function in functions(tree):
        body = function.body[1:] if ast.get_docstring(function) else function.body
        lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
        if lines > 20:
            long.append(f"{function.name} has {lines} lines")
    assert long == []


LOOKING_MAY_CALL = {
    "articles/views/pictures.py": {"invitation_of"},  # finds a guest reviewer's invitation; writes nothing
    "articles/views/reading.py": {"note_reading"},  # counts a reading, for nobody in particular
    "groups/views/pictures.py": {"drawn_of"},  # opens a sealed picture; writes nothing
    "selfcare/views/carers.py": {"note_look"},  # a carer looked, for whose plan it is
}


def calls_of_operations(tree: ast.Module, function: ast.FunctionDef, seen: frozenset[str] = frozenset()) -> set[str]:
    """Names from `operations` that a function calls, by itself or through others of its module."""
    inner = {one.name: one for one in functions(tree)}
    given = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    verbs = {
        name.asname or name.name for node in given if "operations" in node.module.split(".") for name in node.names
    }
    rooms = {name.asname or name.name for node in given for name in node.names if name.name == "operations"}
    found: set[str] = set()
    for node in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        called = node.func
        if isinstance(called, ast.Name) and called.id in verbs:
            found.add(called.id)
        elif isinstance(called, ast.Name) and called.id in inner and called.id not in seen:
            found |= calls_of_operations(tree, inner[called.id], seen | {function.name, called.id})
        elif (
            isinstance(called, ast.Attribute)
            and isinstance(called.value, ast.Name)
            and called.value.id in verbs | rooms
        ):
            found.add(called.attr)
    return found


@pytest.mark.parametrize("path", python_files("**/views/*.py"), ids=name_of)
def test_a_page_for_looking_calls_no_operation_that_is_not_on_the_list(path):
    """Reading under an opening is written down in a decorator, reading a case in a page that also takes words: the
    matrix of routes holds those."""
    tree = ast.parse(path.read_text())
    looking = [one for one in functions(tree) if any("require_safe" in ast.unparse(d) for d in one.decorator_list)]
    called = {name for one in looking for name in calls_of_operations(tree, one)}
    assert called - LOOKING_MAY_CALL.get(name_of(path), set()) == set()


MAKES_A_ZONE = {"next_times.py"}  # checks the name itself, and says so


def test_a_persons_zone_is_found_in_one_place():
    """A name may be unknown; `zone_of` decides what then, so that no page fails for it."""
    makes = {path.name for path in (ROOT / "selfcare").rglob("*.py") if re.search(r"\bZoneInfo\(", path.read_text())}
    assert makes - {path.name for path in (ROOT / "selfcare" / "migrations").glob("*.py")} == MAKES_A_ZONE


def test_one_module_marks_strings_as_safe():
    users = [
        name_of(path)
        for path in python_files("**/*.py")
        if re.search(r"\bmark_safe\b|\bSafeString\(", path.read_text())
    ]
    assert users == ["portal/core/text.py"]


def templates() -> list[Path]:
    return sorted(path for house in HOUSES for path in (ROOT / house).rglob("templates/**/*.html"))


MAIL = re.compile(r"/(email|mail)/")


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_a_template_has_no_inline_code_and_trusts_nobody(path):
    text = path.read_text()
    assert not re.search(r"\|\s*safe\b|\{%\s*autoescape off", text), "trusts text"
    if MAIL.search(str(path)):
        return
    assert not re.search(r"<[^>]+\sstyle\s*=", text), "inline style"
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", text), "inline handler"
    assert not re.search(r"<script(?![^>]*\b(src|type=\"application/(ld\+)?json\"))[^>]*>", text), "inline script"
    assert "<style" not in text, "inline style sheet"


def test_every_stylesheet_and_script_is_asked_for_somewhere():
    """A file that no page, stylesheet, form or worker names is dead, or a page has lost its looks."""
    ours = sorted(path for house in HOUSES for path in (ROOT / house).glob("**/static/**/*.[cj]s*"))
    naming = [*python_files("**/*.py"), *ours, *(path for house in HOUSES for path in (ROOT / house).rglob("*.html"))]
    naming += (ROOT / "portal").rglob("templates/**/*.js")
    said = {path: path.read_text() for path in naming}
    lost = []
    for one in ours:
        named = re.compile(rf"""["'/]{re.escape(one.name)}["'?]""")
        if not any(named.search(text) for path, text in said.items() if path != one):
            lost.append(name_of(one))
    assert lost == []


ALLOWED_TO_FORGET = {
    "admin.LogEntry": "who changed what in the admin, kept for accountability; it holds no words of patients",
    "account.EmailConfirmation": "hangs on the address and goes with it",
}


def test_every_row_about_a_person_can_be_handed_over_and_erased():
    user = apps.get_model(settings.AUTH_USER_MODEL)
    answered = {label.casefold() for holder in holders for label in holder.models}
    forgotten = []
    for model in apps.get_models():
        points = [
            field
            for field in model._meta.get_fields()
            if isinstance(field, models.ForeignKey) and field.related_model is user
        ]
        label = model._meta.label
        if (
            points
            and label.casefold() not in answered
            and label not in ALLOWED_TO_FORGET
            and not model._meta.auto_created
        ):
            forgotten.append(label)
    assert forgotten == []


def test_a_sealed_column_is_never_filtered_or_listed():
    columns = {
        field.name for model in apps.get_models() for field in model._meta.fields if isinstance(field, SealedColumn)
    }
    assert columns
    wrong = []
    for path in python_files("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr not in {"filter", "exclude", "get", "values", "values_list", "update"}:
                continue
            words = {keyword.arg.split("__")[0] for keyword in node.keywords if keyword.arg}
            words |= {
                argument.value
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            }
            nulls = {keyword.arg for keyword in node.keywords if keyword.arg and keyword.arg.endswith("__isnull")}
            cleared = {
                keyword.arg
                for keyword in node.keywords
                if isinstance(keyword.value, ast.Constant) and keyword.value.value is None
            }
            used = (
                (words & columns)
                - {name.removesuffix("__isnull") for name in nulls if name}
                - {name for name in cleared if name}
            )
            if used:
                wrong.append(f"{name_of(path)}:{node.lineno} {sorted(used)}")
    assert wrong == []
