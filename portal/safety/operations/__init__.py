from portal.safety.operations.care_checks import record_choice
from portal.safety.operations.help_lines import load_help_lines, publish_help_lines

__all__ = ["load_help_lines", "publish_help_lines", "record_choice"]
