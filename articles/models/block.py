"""A block of an article while it is being written. Readers never read this table: they read what was published."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.blocks import BLOCKS, BlockType


class Block(models.Model):
    """One row per block of every kind. Its key is the block's lasting id: it stays when the block moves or changes.

    `data` holds what the block says, checked by its type in `articles.blocks`; items inside it (symptoms, answers,
    rows) carry ids of their own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    parent = models.ForeignKey("Article", models.CASCADE, related_name="blocks")
    region = models.CharField(max_length=32, default="main")
    ordering = models.IntegerField(default=0)
    kind = models.CharField(max_length=20, editable=False)
    data = models.JSONField(default=dict, editable=False)
    source_block_id = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["ordering", "id"]
        verbose_name = _("block")
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=list(BLOCKS)), name="block_of_a_known_kind")]
        indexes = [models.Index(fields=["parent", "ordering"], name="block_in_its_order")]

    def __str__(self) -> str:
        return self.type.heading(self.data) or str(self.type.label)

    @classmethod
    def get_queryset(cls) -> "models.QuerySet[Block]":
        """Asked for by the content editor when it copies blocks."""
        return cls._default_manager.all()

    @property
    def type(self) -> BlockType:
        return BLOCKS[self.kind]

    def as_json(self) -> dict[str, Any]:
        tie = {"source_block_id": str(self.source_block_id)} if self.source_block_id else {}
        return {"id": str(self.pk), "kind": self.kind, "data": self.data, **tie}
