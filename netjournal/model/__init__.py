"""What a journal is made of: frozen values, no I/O."""

from netjournal.model.acquaintance import Acquaintance, Acquaintances
from netjournal.model.contact import CIRCLES, Birthday, Circle, Contact, Met, Pause, Recall, Within
from netjournal.model.documents import Raw, changed, from_raw, to_raw
from netjournal.model.event import Event
from netjournal.model.goal import UNITS, WHENS, Destination, Goal, Unit, When
from netjournal.model.ids import is_id, new_id, short_id
from netjournal.model.interaction import (
    CHANNELS,
    DIMENSIONS,
    PART_HOURS,
    PARTS_OF_DAY,
    SCALES,
    Channel,
    Dimension,
    Interaction,
    PartOfDay,
    Promise,
    Reflection,
    Scale,
    Status,
    is_within,
)
from netjournal.model.introduction import OUTCOMES, Introduction, Outcome

__all__ = [
    "CHANNELS",
    "CIRCLES",
    "DIMENSIONS",
    "OUTCOMES",
    "PARTS_OF_DAY",
    "PART_HOURS",
    "SCALES",
    "UNITS",
    "WHENS",
    "Acquaintance",
    "Acquaintances",
    "Birthday",
    "Channel",
    "Circle",
    "Contact",
    "Destination",
    "Dimension",
    "Event",
    "Goal",
    "Interaction",
    "Introduction",
    "Met",
    "Outcome",
    "PartOfDay",
    "Pause",
    "Promise",
    "Raw",
    "Recall",
    "Reflection",
    "Scale",
    "Status",
    "Unit",
    "When",
    "Within",
    "changed",
    "from_raw",
    "is_id",
    "is_within",
    "new_id",
    "short_id",
    "to_raw",
]
