from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "portal.safety"
    label = "safety"

    def ready(self) -> None:
        from portal.safety import wiring  # noqa: F401
