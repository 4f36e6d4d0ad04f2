from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "portal.vocabulary"
    label = "vocabulary"
    verbose_name = "Vocabulary"

    def ready(self) -> None:
        from portal.vocabulary import wiring  # noqa: F401
