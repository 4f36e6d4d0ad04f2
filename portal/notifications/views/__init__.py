from portal.notifications.views.bounce_hook import bounce_hook
from portal.notifications.views.devices import remove_device, rename_device, try_device
from portal.notifications.views.inbox import inbox, mark_read
from portal.notifications.views.preferences import preferences
from portal.notifications.views.quiet import pause, quiet
from portal.notifications.views.sent import sent
from portal.notifications.views.unsubscribe import unsubscribe

__all__ = [
    "bounce_hook",
    "inbox",
    "mark_read",
    "pause",
    "preferences",
    "quiet",
    "remove_device",
    "rename_device",
    "sent",
    "try_device",
    "unsubscribe",
]
