"""What the scheduler calls, and how often: short ticks without data. Two schedulers at once do no harm."""

from typing import Any

from celery.schedules import crontab

TIMETABLE: dict[str, dict[str, Any]] = {
    "wake": {"task": "portal.notifications.tasks.wake", "schedule": 2, "options": {"expires": 10}},
    "reap": {"task": "portal.notifications.tasks.reap", "schedule": 15, "options": {"expires": 15}},
    "plan": {"task": "portal.notifications.tasks.plan", "schedule": 30, "options": {"expires": 30}},
    "call_webhooks": {
        "task": "portal.notifications.tasks.call_webhooks",
        "schedule": 5,
        "options": {"expires": 10},
    },
    "tidy": {
        "task": "portal.moderation.tasks.tidy",
        "schedule": crontab(minute=30, hour=2),
        "options": {"expires": 3600},
    },
    "hand_over": {"task": "portal.moderation.tasks.hand_over", "schedule": 600, "options": {"expires": 600}},
    "escalate": {"task": "portal.moderation.tasks.escalate", "schedule": 60, "options": {"expires": 60}},
    "look_at_links": {
        "task": "articles.tasks.look_at_links",
        "schedule": crontab(minute="*/15", hour="1-4"),
        "options": {"expires": 800},
    },
    "count_readings": {"task": "articles.tasks.count_readings", "schedule": 300, "options": {"expires": 300}},
    "write_down_searches": {
        "task": "articles.tasks.write_down_searches",
        "schedule": 300,
        "options": {"expires": 300},
    },
    "chase_reviews": {
        "task": "articles.tasks.chase_reviews",
        "schedule": crontab(minute=0, hour=6),
        "options": {"expires": 3600},
    },
    "publish_due": {"task": "articles.tasks.publish_due", "schedule": 60, "options": {"expires": 60}},
    "forget": {"task": "groups.tasks.purge_deleted_words", "schedule": 60, "options": {"expires": 60}},
    "carry_files": {"task": "groups.tasks.carry_files", "schedule": 5, "options": {"expires": 10}},
    "tend_cohorts": {"task": "groups.tasks.tend", "schedule": 900, "options": {"expires": 900}},
    "forget_answers": {
        "task": "portal.accounts.tasks.forget_old_answers",
        "schedule": 3600,
        "options": {"expires": 3600},
    },
    "make_copies": {"task": "portal.home.tasks.make_copies", "schedule": 10, "options": {"expires": 10}},
    "carry_out_leavings": {
        "task": "portal.home.tasks.carry_out_leavings",
        "schedule": 300,
        "options": {"expires": 300},
    },
}
