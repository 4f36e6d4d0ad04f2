"""What a new site's groups start with."""

from groups import opening
from portal.core.opening import Opening, openings

openings.register(Opening(key="groups", order=30, load=opening.load))
