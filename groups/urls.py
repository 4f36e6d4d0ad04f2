"""Addresses of groups, threads and posts. What is public in them is a name or a random handle, never a count."""

from django.urls import path

from groups.views import desk, drafts, groups, join_requests, memberships, notes, posts, reactions, threads

app_name = "groups"

urlpatterns = [
    path("", groups.group_list, name="group_list"),
    path("drafts/", drafts.draft_list, name="draft_list"),
    path("drafts/<uuid:pk>/", drafts.draft, name="draft"),
    path("t/<slug:public_id>/", threads.thread, name="thread"),
    path("t/<slug:public_id>/reply/", posts.reply, name="reply"),
    path("t/<slug:public_id>/read/", threads.mark_read, name="mark_read"),
    path("t/<slug:public_id>/pin/", threads.pin_thread, name="pin_thread"),
    path("t/<slug:public_id>/lock/", threads.lock_thread, name="lock_thread"),
    path("p/<slug:public_id>/", posts.post, name="post"),
    path("p/<slug:public_id>/edit/", posts.edit_post, name="edit_post"),
    path("p/<slug:public_id>/delete/", posts.delete_post, name="delete_post"),
    path("p/<slug:public_id>/undo/", posts.undo_delete, name="undo_delete"),
    path("p/<slug:public_id>/support/", posts.answer_support, name="answer_support"),
    path("p/<slug:public_id>/moderate/", desk.moderate_post, name="moderate_post"),
    path("p/<slug:public_id>/react/", reactions.react_to_post, name="react_to_post"),
    path("p/<slug:public_id>/notes/", notes.post_notes, name="post_notes"),
    path("p/<slug:public_id>/block/", posts.block_writer, name="block_writer"),
    path("<slug:slug>/", groups.group, name="group"),
    path("<slug:slug>/rules/", groups.rules, name="rules"),
    path("<slug:slug>/join/", memberships.join, name="join"),
    path("<slug:slug>/leave/", memberships.leave, name="leave"),
    path("<slug:slug>/read/", memberships.mark_group_read, name="mark_group_read"),
    path("<slug:slug>/new/", threads.new_thread, name="new_thread"),
    path("<slug:slug>/requests/", join_requests.request_list, name="request_list"),
    path("<slug:slug>/requests/<uuid:pk>/", join_requests.decide_request, name="decide_request"),
    path("<slug:slug>/withdraw/", join_requests.withdraw_request, name="withdraw_request"),
]
