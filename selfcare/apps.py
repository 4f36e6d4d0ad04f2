from django.apps import AppConfig


class SelfcareConfig(AppConfig):
    name = "selfcare"

    def ready(self) -> None:
        from selfcare import wiring  # noqa: F401
