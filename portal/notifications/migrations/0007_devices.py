"""Browsers that may be told."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.core.clock
import portal.core.crypto


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0006_webhooks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PushSubscription",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("endpoint_key", models.CharField(max_length=64, unique=True)),
                ("where_sealed", portal.core.crypto.SealedColumn()),
                ("name_sealed", portal.core.crypto.SealedColumn()),
                ("made_for", models.CharField(max_length=32)),
                ("signed_in_by", models.CharField(max_length=32)),
                ("created_at", models.DateTimeField(db_default=portal.core.clock.HandrailNow(), editable=False)),
                ("last_told_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="push_subscriptions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "device", "verbose_name_plural": "devices"},
        ),
    ]
