"""What a journal is made of: frozen values, no I/O."""

from netjournal.model.acquaintance import Acquaintance, Acquaintances
from netjournal.model.contact import CIRCLES, Birthday, Circle, Contact, Met, Pause, Recall
from netjournal.model.documents import Raw, changed, from_raw, to_raw
from netjournal.model.event import Event
from netjournal.model.goal import UNITS, WHENS, Destination, Goal, Unit, When
from netjournal.model.ids import is_id, new_id
from netjournal.model.interaction import (
    CHANNELS,
    DIMENSIONS,
    SCALES,
    Channel,
    Dimension,
    Interaction,
    Promise,
    Reflection,
    Scale,
    Status,
)
from netjournal.model.introduction import OUTCOMES, Introduction, Outcome

__all__ = [
    "CHANNELS",
    "CIRCLES",
    "DIMENSIONS",
    "OUTCOMES",
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
    "Pause",
    "Promise",
    "Raw",
    "Recall",
    "Reflection",
    "Scale",
    "Status",
    "Unit",
    "When",
    "changed",
    "from_raw",
    "is_id",
    "new_id",
    "to_raw",
]
