from portal.safety.models.help_line import HelpLine, HelpLineName
from portal.safety.models.screen_choice import ScreenChoice

__all__ = ["HelpLine", "HelpLineName", "ScreenChoice"]
