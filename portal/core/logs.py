"""Logs: one JSON line an event, with ids and codes. What people wrote, their addresses and tokens never enter."""

import logging
import logging.config
from collections.abc import Mapping
from typing import Any

import structlog

ALLOWED = {
    "timestamp", "level", "logger", "event", "exception", "operation", "code", "status_code", "count", "seconds",
    "task", "worker", "channel", "kind", "attempt", "id", "error",
}  # fmt: skip


def only_allowed(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Drop every key that is not on the list, so that a careless `extra` cannot leak."""
    return {key: value for key, value in event.items() if key in ALLOWED or key.startswith("_")}


def without_words(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """An exception is told by its type and place, not by its message: messages quote what people typed."""
    record = event.get("_record")
    if record is not None and record.exc_info and record.exc_info[1] is not None:
        error = record.exc_info[1]
        frames, step = [], error.__traceback__
        while step is not None:
            frames.append(f"{step.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{step.tb_lineno}")
            step = step.tb_next
        event["exception"] = f"{type(error).__name__} at {' > '.join(frames[-8:])}"
        record.exc_info = None
    event.pop("exc_info", None)
    return event


def nothing_quoted(record: logging.LogRecord) -> bool:
    """What others write into their own words: Django addresses with their query, in which people's searches are, and
    Celery what an error of a task says, which quotes what people typed."""
    if record.name in {"django.request", "django.security.csrf"} and record.args:
        record.msg, record.args = "request refused", ()
    if record.name.startswith("celery.") and isinstance(record.args, Mapping) and "exc" in record.args:
        record.args = {**record.args, "exc": "", "traceback": "", "args": "", "kwargs": ""}
    return True


def configure(_config: dict[str, Any]) -> None:
    """Set the one handler of the product. Django calls it at start with LOGGING, which only says that it wants this."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_words,
        only_allowed,
    ]
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(),
        ],
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"nothing_quoted": {"()": lambda: nothing_quoted}},
            "formatters": {"json": formatter},
            "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["nothing_quoted"]}},
            "root": {"handlers": ["out"], "level": "WARNING"},
            "loggers": {
                "django": {"handlers": [], "level": "WARNING", "propagate": True},
                **{name: {"level": "INFO"} for name in ("portal", "articles", "groups", "selfcare")},
            },
        }
    )
