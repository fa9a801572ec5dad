"""What one steps through in a review: last week's plan, three questions, then what is left of single entries.

Source: issue 5 §2 and reflection.md §2.6, which has what is left between the three: there, and all the more
before them, an answer about the week was given to a talk of Tuesday. A month has its three questions alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from netjournal.language.days.words import say_day
from netjournal.language.entry_words import say_who, shortened
from netjournal.model import Interaction
from netjournal.practice.answering import REVIEWS_STAY, TOO_FEW, read_answer, say_too_short, wish
from netjournal.practice.coming_back import is_sore, may_come_back
from netjournal.practice.plans import PLAN
from netjournal.practice.reviews import Review, ReviewQuestion, days_of

Kind = Literal["question", "waiting", "energy"]

WAITS = dt.timedelta(days=7)
"""How long a question that was left for later waits to be asked again (reflection.md §2.4)."""

MOST_LEFT = 3
"""Steps at the end that belong to single entries; reflection.md has five, which were more than the review."""

LEFT = "Left from the week"
ENERGY_WORDS = "1 drained … 3 even … 5 charged"

_ENERGY = re.compile(
    r"/?(?P<alone>[1-5])|/?(?P<first>[1-5])[,;:.] *(?P<after>.+)|(?P<before>.+) /(?P<last>[1-5])"
    r"|(?P<said>.+?)(?<!\bat)(?<!\bby)(?<!\bof)(?<!\bin)(?<!\bno)(?<!\bto)(?<!\bfor)(?<!\bfrom)(?<!\btill)(?<!\buntil)"
    r"[,;:.]? (?P<end>[1-5])",
    re.DOTALL,
)
_FOR_ONESELF = re.compile(r"p[:\s].+", re.DOTALL)
"""Words for oneself alone, which cannot go to an entry."""

_SHORT = 60


class Step(NamedTuple):
    """One thing that is asked: in `text`, `about` in a few words what.

    A ``question`` is one of the review itself; one that is ``waiting``, or asks for the ``energy`` an evening
    left one with, belongs to `entry`.
    """

    kind: Kind
    text: str
    about: str = ""
    question: ReviewQuestion | None = None
    entry: Interaction | None = None

    def draft(self, period: str) -> str:
        """The name under which what is half written is kept, the same in the app and in the shell."""
        if self.question is not None:
            return f"review-{period}-{self.question.id}"
        assert self.entry is not None
        return f"{'answer' if self.kind == 'waiting' else 'energy'}-{self.entry.id}"

    def expects(self, line: str) -> str:
        """What a line may say, for one that `is_misread`."""
        if self.kind == "energy":
            return "A number from 1 (drained) to 5 (charged); ctrl+u and enter leave it out."
        if too_little := self.says_too_little(line):
            return too_little
        if self.kind == "waiting":
            return "Another one is asked right after a log alone. m means never again, enter not now."
        return REVIEWS_STAY

    def says_too_little(self, line: str) -> str:
        """What to say to one letter alone, or to a number about a week or a month, which nobody rates."""
        answer = read_answer(line)
        is_number = self.kind == "question" and answer.rating is not None and not answer.text
        return TOO_FEW if is_number else say_too_short(line)

    def mutes(self, line: str) -> bool:
        """Whether a line asks that the question never comes again."""
        return self.kind == "waiting" and wish(line) == "never"

    def kept(self, line: str) -> str:
        """What to say once a line is kept; words about one's energy stand elsewhere than one might think."""
        has_words = self.kind == "energy" and read_energy(line).words
        return "Kept, with what you wrote that day." if has_words else "Kept."

    @property
    def heading(self) -> str:
        """What stands above one that belongs to an entry, so that nobody takes it for the week's."""
        return "" if self.kind == "question" else ": ".join(filter(None, (LEFT, self.about)))

    @property
    def why(self) -> str:
        """Why this is asked."""
        if self.kind == "waiting":
            return "It was asked when you logged this, and waits for a week."
        if self.kind == "energy":
            return "Being among many people tires one hours later, so it is asked again."
        if self.question is not None and self.question.id == PLAN:
            return "It is what you planned when you looked back last week."
        return "The questions of its kind take turns, answered or not, and this one's has come."


def steps(
    review: Review,
    waiting: Iterable[Interaction],
    entries: Iterable[Interaction],
    names: Mapping[str, str],
    today: dt.date,
) -> tuple[Step, ...]:
    """The steps of a review in their order.

    `waiting` are entries whose question waits, `entries` those of the week, none of either from a hard time;
    `names` are those of everyone by id but for whoever is at rest or gone: what is about them is not brought
    up.
    """
    own = [Step("question", one.text, question=one) for one in review.questions]
    if "W" not in review.period:
        return tuple(own)
    energy = list(_energy(review, entries, names, today))
    return (*own, *_waiting(waiting, names, today, MOST_LEFT - len(energy)), *energy)


class Felt(NamedTuple):
    """What one says of one's energy: 1 to 5, with words that go to what one wrote of the evening.

    Words alone have no `energy`, and go nowhere: they may be the answer to another question.
    """

    energy: int | None
    words: str


def read_energy(line: str) -> Felt:
    """``3``, ``/3``, ``slept badly /2``, ``tired but glad 4``, ``2, slept badly``: a number, maybe words.

    A number at the end is none of the five after such a word as at: ``home at 4``.
    """
    found = _ENERGY.fullmatch(line.strip())
    if found is None:
        return Felt(None, line.strip())
    number = next(filter(None, found.group("alone", "first", "last", "end")))
    return Felt(int(number), (found["after"] or found["before"] or found["said"] or "").strip())


def is_misread(step: Step, line: str) -> bool:
    """Whether a line gives no number where one is wanted, or asks for what is not to be had at this step.

    An empty one is not now, and so is l alone.
    """
    if step.kind == "energy":
        felt = read_energy(line)
        if felt.energy is None:
            return bool(felt.words) and wish(line) not in ("later", "why")
        return _FOR_ONESELF.fullmatch(felt.words) is not None
    if step.says_too_little(line):
        return True
    return wish(line) == "another" or (wish(line) == "never" and not step.mutes(line))


def _waiting(
    waiting: Iterable[Interaction], awake: Mapping[str, str], today: dt.date, most: int
) -> Iterator[Step]:
    """The newest questions of the last week that wait, the earliest of them first; none of a hard day, whose
    question waits among the reflections alone.
    """
    found = [
        (entry.reflection.asked, entry)
        for entry in waiting
        if entry.reflection is not None
        and entry.reflection.status == "asked"
        and entry.reflection.asked.date() > today - WAITS
        and all(person in awake for person in entry.people)
        and not is_sore(entry)
    ]
    newest = sorted(found, key=lambda one: (one[0].timestamp(), one[1].id))[-most:]
    for _, entry in newest:
        assert entry.reflection is not None
        yield Step("waiting", entry.reflection.question, _about(entry, awake, today), entry=entry)


def _energy(
    review: Review, entries: Iterable[Interaction], awake: Collection[str], today: dt.date
) -> Iterator[Step]:
    """The last event of the week; one rated already is asked about again until the review has an answer."""
    first, last = days_of(review.period)
    events = [
        entry
        for entry in entries
        if entry.channel == "event"
        and first <= entry.date <= last
        and may_come_back(entry, awake)
        and not is_sore(entry)
    ]
    newest = max(events, key=lambda entry: entry.order, default=None)
    if newest is not None and (newest.energy is None or not review.answers):
        text = "A night or more later: what did it do to your energy?"
        what = newest.place or shortened(newest.text, _SHORT)
        about = " · ".join(part for part in (say_day(newest.date, today), what) if part)
        yield Step("energy", text, about, entry=newest)


def _about(entry: Interaction, names: Mapping[str, str], today: dt.date) -> str:
    who = say_who(entry, names) if entry.people else ""
    what = shortened(entry.text, _SHORT)
    return " · ".join(part for part in (say_day(entry.date, today), who, what) if part)
