"""The renderer that makes every form accessible."""

from django.forms.renderers import TemplatesSetting


class PortalRenderer(TemplatesSetting):
    pass
