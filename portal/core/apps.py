from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"

    def import_models(self) -> None:
        """The first app of all: no form is made before its words are there."""
        from portal.core.error_words import speak_plainly

        speak_plainly()
        super().import_models()
