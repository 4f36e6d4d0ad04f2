from django.apps import AppConfig


class SelfcareConfig(AppConfig):
    name = "selfcare"
    verbose_name = "Self-care"

    def ready(self) -> None:
        from selfcare import wiring  # noqa: F401
