"""What a journal is made of: frozen values, no I/O."""

from netjournal.model.acquaintance import Acquaintance, Acquaintances
from netjournal.model.contact import CIRCLES, Birthday, Circle, Contact, Met, Pause
from netjournal.model.documents import Raw, changed, from_raw, to_raw
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

__all__ = [
    "CHANNELS",
    "CIRCLES",
    "DIMENSIONS",
    "SCALES",
    "Acquaintance",
    "Acquaintances",
    "Birthday",
    "Channel",
    "Circle",
    "Contact",
    "Dimension",
    "Interaction",
    "Met",
    "Pause",
    "Promise",
    "Raw",
    "Reflection",
    "Scale",
    "Status",
    "changed",
    "from_raw",
    "is_id",
    "new_id",
    "to_raw",
]
