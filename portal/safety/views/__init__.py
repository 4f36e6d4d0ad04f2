from portal.safety.views.urgent_help import urgent_help

__all__ = ["urgent_help"]
