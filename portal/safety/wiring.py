"""What this room offers the others."""

from portal.core.opening import Opening, openings
from portal.safety import opening

openings.register(Opening(key="safety", order=6, load=opening.load))
