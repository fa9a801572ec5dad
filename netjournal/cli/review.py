"""`review`: a week or a month in one's own words, and three questions about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import click
import msgspec

from netjournal.cli.layout import padded, width, wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.question import mute
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.cli.typing_in import at_terminal, read_line
from netjournal.cli.whom import find_entry
from netjournal.errors import JournalError, Misused
from netjournal.language.days.dates import read_month
from netjournal.language.days.spans import read_week
from netjournal.language.days.words import say_day
from netjournal.model import Interaction
from netjournal.practice.answering import asks_why
from netjournal.practice.month_head import MonthPage
from netjournal.practice.review_steps import ENERGY_WORDS, Step, is_misread
from netjournal.practice.reviews import Review, days_of, open_month, open_week, week_of

_LABEL = 22
_WIDE_ENOUGH = 60
_KEYS = "A line answers, Enter alone is not now, p: at its start keeps it to yourself, ctrl-d ends."


@click.command()
@click.argument("kind", type=click.Choice(["week", "month"]))
@click.argument("which", nargs=-1, metavar="[WHICH]")
@click.option(
    "--quote", metavar="ID", multiple=True, help="Let the page begin with this answer, or not again."
)
@click.option("--no-ask", is_flag=True, help="Ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, and ask nothing.")
@click.pass_obj
def review(
    session: Session, kind: str, which: tuple[str, ...], quote: tuple[str, ...], no_ask: bool, as_json: bool
) -> None:
    """Read a week or a month again, your own words first, then answer three questions about it.

    The review of a week is open for seven days from the day you picked on (Friday, if none), that of a month
    from its last seven days on until those of the next. A week asks first what became of your plan, and at
    its end what you left for later.

    WHICH is another one: last, 2026-W45, nov 3 (the week of that day); 2026-03, march. Of one that is not
    open, and not the running one, only the page is shown.
    """
    now, phrase = session.clock(), " ".join(which).strip()
    period = _week(session, phrase, now) if kind == "week" else _month(session, phrase, now)
    for id in quote:
        _quote(session, id)
    pages = session.journal.pages(session.settings, now.date())
    page = pages.week(period) if kind == "week" else pages.month(period)
    found = session.journal.open_review(period, session.settings)
    is_open = _is_open(period, session, now.date())
    asked = session.journal.review_steps(period, now.date(), session.settings) if is_open else ()
    if as_json:
        say_json(_shape(period, page, found, asked))
        return
    for line in _lines(page, found, now.date()):
        say(line)
    if page.is_empty and not found.answers:
        tell("There is nothing to look back on here yet.")
    if asked and not no_ask and at_terminal():
        _ask(session, period, asked, is_begun=bool(found.answers))


def _week(session: Session, phrase: str, now: dt.datetime) -> str:
    if not phrase:
        return _with_something(
            session, open_week(now.date(), session.settings.review_day), week_of(now.date())
        )
    week = read_week(phrase, now)
    if week is None:
        raise Misused(f"{phrase} is no week.", "Write last, 2026-W45, or a day of it, such as nov 3.")
    return week


def _month(session: Session, phrase: str, now: dt.datetime) -> str:
    if not phrase:
        return _with_something(session, open_month(now.date()), f"{now:%Y-%m}")
    month = read_month(f"{phrase} month" if phrase.casefold() in ("last", "this", "next") else phrase, now)
    if month is None:
        raise Misused(f"{phrase} is no month.", "Write 2026-11, november, nov 2025 or last month.")
    return month


def _with_something(session: Session, period: str, running: str) -> str:
    """The period whose review is open, but the running one where the journal only begins in it."""
    return period if session.journal.days(*days_of(period)) else running


def _is_open(period: str, session: Session, today: dt.date) -> bool:
    weeks = (open_week(today, session.settings.review_day), week_of(today))
    months = (open_month(today), today.isoformat()[:7])
    return period in (weeks if "W" in period else months)


def _quote(session: Session, id: str) -> None:
    now = session.clock()
    entry = find_entry(session.journal, id, now.date())
    asked = entry.reflection
    if asked is None or not asked.answer:
        raise JournalError("There is no answer in this entry.", "`netjournal reflect ID` gives it one.")
    if asked.private:
        raise JournalError("That answer is for yourself alone, so it is not quoted.")
    after = msgspec.structs.replace(asked, quoted=not asked.quoted)
    session.journal.change(entry, msgspec.structs.replace(entry, reflection=after), now=now)
    tell("The page begins with it." if after.quoted else "The page does not begin with it any more.")


def _lines(page: MonthPage, found: Review, today: dt.date) -> Iterator[str]:
    yield page.title
    if page.quotes:
        yield from ("", "In your own words")
    for quote in page.quotes:
        yield from wrapped(f"“{quote.words}”", indent="   ", first="  ")
        yield from wrapped(quote.about(say_day(quote.day, today)), indent="      ")
    if page.lines:
        yield ""
    before = ""
    for line in page.lines:
        label = line.label if line.label != before else ""
        before = line.label
        if width() >= _WIDE_ENOUGH:
            yield from wrapped(line.words, indent=" " * _LABEL, first=padded(label, _LABEL))
        else:
            yield from wrapped(f"{line.label}: {line.words}", indent="  ", first="")
    quoted = {quote.entry for quote in page.quotes}
    told = [entry for entry in found.answers if _is_told(entry) and entry.id not in quoted]
    if told:
        yield from ("", "Looking back, you wrote")
    for entry in told:
        assert entry.reflection is not None
        yield from wrapped(entry.reflection.question, indent="  ")
        yield from wrapped(entry.reflection.answer, indent="    ")


def _is_told(entry: Interaction) -> bool:
    return entry.reflection is not None and not entry.reflection.private


def _ask(session: Session, period: str, asked: Sequence[Step], *, is_begun: bool) -> None:
    """Ask one thing after the other; each answer is kept at once."""
    tell("")
    if not is_begun:
        _tell(_KEYS)
    for step in asked:
        if step.heading:
            _tell(step.heading)
        _tell(f"{step.text} ({ENERGY_WORDS})" if step.kind == "energy" else step.text)
        line = _read(session, period, step)
        if line is None:
            return
        _keep(session, period, step, line)


def _read(session: Session, period: str, step: Step) -> str | None:
    drafts, draft = session.journal.drafts, step.draft(period)
    while True:
        line = read_line(start=drafts.get(draft), keep=lambda text: drafts.keep(draft, text))
        if line is None or not (asks_why(line) or is_misread(step, line)):
            return line
        drafts.keep(draft, line if len(line.strip()) > 1 else "")  # words are there to be mended
        _tell(f"{step.why} {_KEYS}" if asks_why(line) else step.expects(line))


def _tell(text: str) -> None:
    for row in wrapped(text):
        tell(row)


def _keep(session: Session, period: str, step: Step, line: str) -> None:
    """Write what the line says; if that fails, it is kept as the draft of the answer."""
    journal, now, draft = session.journal, session.clock(), step.draft(period)
    try:
        if step.mutes(line) and step.entry is not None and step.entry.reflection is not None:
            mute(session, step.entry.reflection)
        if journal.take_step(step, period, line, now=now):
            tell(step.kept(line))
    except JournalError:
        journal.drafts.keep(draft, line)
        raise
    journal.drafts.drop(draft)


def _shape(period: str, page: MonthPage, found: Review, asked: Sequence[Step]) -> Shape:
    answers = [(entry, entry.reflection) for entry in found.answers if entry.reflection is not None]
    return {
        "period": period,
        "title": page.title,
        "quotes": [
            {"id": quote.entry, "text": quote.words, "theme": quote.theme, "date": quote.day.isoformat()}
            for quote in page.quotes
        ],
        "lines": [
            {"key": line.key, "label": line.label, "text": line.words, "interactions": list(line.behind)}
            for line in page.lines
        ],
        "answers": [
            {
                "id": entry.id,
                "date": entry.date.isoformat(),
                "question": asked.question,
                "answer": asked.answer,
            }
            for entry, asked in answers
            if not asked.private
        ],
        "questions": [
            {"id": one.question.id, "about": one.question.slot, "text": one.text}
            for one in asked
            if one.question is not None
        ],
        "waiting": [
            {"id": one.entry.id, "about": one.kind, "text": one.text, "entry": one.about}
            for one in asked
            if one.entry is not None
        ],
    }
