"""Handrail's ground floor and roof. Importing it makes the Celery application known to Django."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
