from django.urls import path

from portal.moderation import views

app_name = "moderation"
urlpatterns = [
    path("moderation/", views.desk, name="desk"),
    path("moderation/now/", views.desk_live, name="desk_live"),
    path("moderation/adverts/", views.remove_spam, name="remove_spam"),
    path("moderation/rest/", views.hand_over, name="hand_over"),
    path("moderation/case/<uuid:case_id>/", views.case, name="case"),
    path("moderation/case/<uuid:case_id>/now/", views.case_live, name="case_live"),
    path("moderation/case/<uuid:case_id>/claim/", views.claim_case, name="claim_case"),
    path("moderation/case/<uuid:case_id>/keep/", views.keep_case, name="keep_case"),
    path("moderation/case/<uuid:case_id>/give-back/", views.release_case, name="release_case"),
    path("moderation/case/<uuid:case_id>/note/", views.add_note, name="add_note"),
    path("moderation/case/<uuid:case_id>/safeguarding/", views.hand_on, name="hand_on"),
    path("moderation/safeguarding/", views.file_list, name="file_list"),
    path("moderation/safeguarding/<uuid:file_id>/", views.file, name="file"),
    path("moderation/safeguarding/<uuid:file_id>/contact/", views.file_contact, name="file_contact"),
    path("moderation/safeguarding/<uuid:file_id>/review/", views.review_file, name="review_file"),
    path("moderation/decision/<uuid:decision_id>/", views.decision, name="decision"),
    path("moderation/decision/<uuid:decision_id>/appeal/", views.appeal, name="appeal"),
    path("moderation/decision/<uuid:decision_id>/again/", views.resend, name="resend"),
    path("moderation/decision/<uuid:decision_id>/take-back/", views.undo_decision, name="undo_decision"),
    path("transparency/", views.transparency, name="transparency"),
    path("ask/", views.ask, name="ask"),
    path("ask/mine/", views.ask_mine, name="ask_mine"),
    path("ask/answer/<str:token>/", views.ask_answer, name="ask_answer"),
    path("ask/sent/", views.ask_sent, name="ask_sent"),
    path("report/<str:key>/<str:public_id>/", views.report, name="report"),
    path("report/<str:key>/<str:public_id>/thanks/", views.thanks, name="thanks"),
    path("decisions/", views.my_decisions, name="my_decisions"),
    path("my-reports/", views.my_reports, name="my_reports"),
]
