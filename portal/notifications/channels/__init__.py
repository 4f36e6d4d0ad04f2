from portal.notifications.channels.email import EmailChannel
from portal.notifications.channels.in_app import InAppChannel
from portal.notifications.channels.null import NullChannel
from portal.notifications.channels.outcome import Channel
from portal.notifications.channels.push import PushChannel

CHANNELS: dict[str, type[Channel]] = {
    "email": EmailChannel,
    "in_app": InAppChannel,
    "push": PushChannel,
    "null": NullChannel,
}

__all__ = ["CHANNELS", "Channel", "EmailChannel", "InAppChannel", "NullChannel", "PushChannel"]
