from portal.notifications.models.attempt import DeliveryAttempt
from portal.notifications.models.delivery import Delivery
from portal.notifications.models.device import PushSubscription
from portal.notifications.models.event import Event
from portal.notifications.models.heartbeat import Breaker, Heartbeat
from portal.notifications.models.hook import SeenCall
from portal.notifications.models.notice import Notice
from portal.notifications.models.preference import Preference
from portal.notifications.models.rhythm import QuietHours, Rhythm
from portal.notifications.models.suppression import Suppression
from portal.notifications.models.webhook import WebhookDelivery, WebhookEndpoint

__all__ = [
    "Breaker", "Delivery", "DeliveryAttempt", "Event", "Heartbeat", "Notice", "Preference", "PushSubscription",
    "QuietHours", "Rhythm", "SeenCall", "Suppression", "WebhookDelivery", "WebhookEndpoint",
]  # fmt: skip
