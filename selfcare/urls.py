"""Addresses of the plan and the diary."""

from django.urls import path

from selfcare.views import (
    act,
    activities,
    appointment,
    calendar,
    diary,
    items,
    plans,
    start,
    travel,
    trends,
    water,
    week,
)

app_name = "selfcare"

urlpatterns = [
    path("plan/", week.plan, name="plan"),
    path("plan/rest/", week.rest_plan, name="rest_plan"),
    path("plan/rest/<uuid:pause>/end/", week.end_rest, name="end_rest"),
    path("plan/count/", week.count_for_me, name="count_for_me"),
    path("plan/resume/", week.resume_plan, name="resume_plan"),
    path("plan/time-zone/", travel.time_zone, name="time_zone"),
    path("plan/hard-day/", items.hard_day, name="hard_day"),
    path("plan/start/", start.template_list, name="template_list"),
    path("plan/start/<slug:key>/", start.start_plan, name="start_plan"),
    path("plan/running/<uuid:plan>/", plans.running_plan, name="running_plan"),
    path("plan/running/<uuid:plan>/stop/", plans.stop_plan, name="stop_plan"),
    path("plan/activity/new/", activities.new_activity, name="new_activity"),
    path("plan/activity/<uuid:activity>/", activities.activity, name="activity"),
    path("plan/activity/<uuid:activity>/rest/", activities.rest_activity, name="rest_activity"),
    path("plan/activity/<uuid:activity>/resume/", activities.resume_activity, name="resume_activity"),
    path("plan/activity/<uuid:activity>/more/", activities.step_up, name="step_up"),
    path("plan/activity/<uuid:activity>/stop/", activities.stop_activity, name="stop_activity"),
    path("plan/item/<uuid:item>/done/", items.done, name="done"),
    path("plan/item/<uuid:item>/later/", items.later, name="later"),
    path("plan/item/<uuid:item>/skip/", items.skip, name="skip"),
    path("plan/item/<uuid:item>/undo/", items.undo, name="undo"),
    path("plan/do/<str:token>/", act.act, name="act"),
    path("plan/calendar/", calendar.calendar, name="calendar"),
    path("plan/calendar/off/", calendar.end_calendar, name="end_calendar"),
    path("calendar/<str:token>.ics", calendar.calendar_file, name="calendar_file"),
    path("diary/", diary.diary, name="diary"),
    path("diary/pain/", diary.pain_log, name="pain_log"),
    path("diary/entry/<uuid:entry>/", diary.diary_entry, name="diary_entry"),
    path("diary/entry/<uuid:entry>/delete/", diary.delete_entry, name="delete_entry"),
    path("diary/entry/<uuid:entry>/restore/", diary.restore_entry, name="restore_entry"),
    path("diary/trends/", trends.trends, name="trends"),
    path("diary/appointment/", appointment.for_appointment, name="for_appointment"),
    path("diary/week/", diary.week_check, name="week_check"),
    path("diary/checked/", diary.checked, name="checked"),
    path("diary/water/", water.water_log, name="water_log"),
    path("diary/water/aim/", water.aim, name="aim"),
]
