"""Health topics in the admin: words, synonyms and the topic they belong under."""

from django.contrib import admin

from portal.accounts import roles
from portal.accounts.staff import RoleInline, RoleModelAdmin
from portal.vocabulary.forms import NameForm, TopicForm
from portal.vocabulary.models import HealthTopic, HealthTopicName


class NameInline(RoleInline):
    model = HealthTopicName
    form = NameForm
    changers = (roles.EDITORS, roles.ADMINISTRATORS)


@admin.register(HealthTopic)
class HealthTopicAdmin(RoleModelAdmin):
    form = TopicForm
    changers = (roles.EDITORS, roles.ADMINISTRATORS)
    viewers = (roles.CLINICAL_REVIEWERS, roles.MODERATORS)
    list_display = ["slug", "kind", "parent", "position"]
    list_select_related = ["parent"]
    list_filter = ["kind"]
    search_fields = ["slug", "names__name"]
    autocomplete_fields = ["parent"]
    inlines = [NameInline]
