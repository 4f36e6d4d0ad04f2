"""What this room offers the others."""

from portal.core.opening import Opening, openings
from portal.vocabulary import opening

openings.register(Opening(key="vocabulary", order=5, load=opening.load))
