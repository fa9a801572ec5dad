# ruff: noqa: E501 S311
"""Made-up journals of any size: the same people and entries each time, written through ``Journal``."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from netjournal.language.days.words import add_months
from netjournal.model import (
    CHANNELS,
    DIMENSIONS,
    Acquaintance,
    Contact,
    Interaction,
    Promise,
    Reflection,
    new_id,
    to_raw,
)
from netjournal.store.journal import Journal
from netjournal.store.places import Places

SEED = 20261118
NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
KNOWN = "Grace Osei"
"""Whoever is first in each journal; nobody else has this name."""
NEWEST = "lighthouse"
"""The word with which every entry of the newest day begins, and no other."""
RARE = ("sailmaker", "quince", "zeppelin")
"""Words that one entry in a thousand has, so that a search for them has to look at all."""

_CHANGE = 20_000
_EARLIEST = dt.datetime(1970, 1, 2, tzinfo=dt.UTC)
_TEXT = """
we talked about the harbour and her plans for a second boat next spring over coffee near the station he asked what
I read lately and listened then told me of his sister who moved to the coast with three dogs nobody knew how long
it would take to mend the roof so they began on Monday with what was there didn't
"""
_WORDS = _TEXT.split()
_FOREIGN = ("José", "Müller", "café", "Łukasz", "naïve", "größer", "東京", "crème", "Åse", "she’s", "“yes”")
CULTURES = """
Aino Eero Helmi Ilmari Kaisa Onni Päivi Väinö Tuula Jari Sanna Veikko | Korho Virta Mäki Niemi Laine Salmi Ranta Lehto Halo Kosku | nen la kangas mäki -
Łukasz Agnieszka Zofia Paweł Stanisława Grzegorz Wiesław Halina Jadwiga Bogdan | Kowal Wiśniew Zieliń Dąbrow Mazur Piotrow Sikor Lewand Gór Wróblew | ski czyk ek owicz icki
Giulia Matteo Chiara Lorenzo Beatrice Davide Ilaria Tommaso Ornella Sandro | Bian Ferra Grima Monte Ross Vitta Carbo Sant Pelle Donati Maru | chi ri ldi lli netti grino scotti
Priya Arjun Lakshmi Rohan Ananya Vikram Kavya Sanjay Meera Gopal | Rama Krishna Venkata Siva Chandra Jaya Naga Hari Surya | n swamy murthy rao lingam nathan
Haruto Yui Sota Hina Kenji Aiko Takumi Naoko Shun Midori | Tana Yama Fuji Naka Ishi Matsu Kobaya Hashi Kita Ogi Mori | ka moto ta mura shi kawa hara saki
Xiaoming Jianguo Meiling Haoran Yuxin Lihua Zhenwei Qiang Ruolan Shufen Bo Kai | Wang Zhang Chen Liu Zhao Huang Zhou Wu Xu Sun Tang Deng Cao Peng Ouyang Sima | -
Amina Karim Layla Omar Yusuf Nadia Samir Farida Tariq Salma | Had Mans Khal Nass Hamd Rahm Sharq Bakr Sulay Faw | dad our il ar an awi zi
Chinedu Ngozi Emeka Adaeze Obinna Ifeoma Kwame Abena Tunde Folake | Oko Ada Nwa Eze Ama Ogu Ike Oba Adeyi Mens | ro chukwu nkwo dike bueze fo ola
José Inês João Beatriz Martín Lucía Íñigo Begoña Simón Rocío | Fern Rodr Gonz Álv Gut Mart Oliv Pach Hern Cald | ández íguez ález ares eira inho erón
Jürgen Käthe Björn Sören Grete Wolfgang Ulrike Dörte Heinz Liesel | Mül Schrö Hoff Wein Bäck Grün Köh Lind Stein Ober Wester | ler der mann berg meyer hauer
Grace George Hannah Oliver Ruth Edwin Mabel Arthur Cecily Rupert | Hop Carv Whit Brook Ash Thorn Black Hather Pen Wool | per er field stone worth ley well combe
Siân Rhys Niamh Oisín Catriona Ewan Aoife Gethin Morag Cormac | Mac Mc O' Ap Fitz | Donald Leod Brien Kenzie Rhys Farlane Sullivan Intyre Gerald Neil Loughlin
Thị Minh Quang Hương Tuấn Linh Đức Thảo Khánh Bảo Trang | Nguyễn Trần Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Dương Lương Trịnh Quách Tôn | -
Noa Eitan Yael Ariel Tamar Dov Shira Gideon Michal Boaz | Lev Gold Shapi Rosen Katz Ben Fried Wein Adler | i stein ro thal man feld baum
Olena Taras Nadiya Bohdan Iryna Mykola Dariya Ostap Svitlana Yurko | Shev Kova Bonda Petr Lyse Havry Tkach Kravch Moroz | chenko lenko renko uk liuk enko
"""
"""Given names, beginnings and endings of last names, of one part of the world a line."""
_MIDDLE = ("Ann", "Lee", "Sofia", "Amir", "Kofi", "Rae", "Maria", "Jin")
_WORK = (
    "Acme",
    "Harbour Works",
    "Nordic Sails",
    "Kestrel",
    "Blue Anvil",
    "Moss & Daughters",
    "Orbit",
    "Tern",
)
_PLACES = ("Bergen", "Zürich", "Lagos", "Kraków", "Osaka", "Lisbon", "Beirut", "Kyiv", "Cardiff", "Hà Nội")
_FIELDS = ("hardware", "compilers", "boat building", "law", "medicine", "teaching", "music", "printing")
_THINGS = (
    *("a sailmaker", "two beta testers", "advice on patents", "an hour on compilers"),
    *("a place to stay", "a drummer"),
)
_TAGS = ("food", "boats", "work:hiring", "work", "chess", "choir", "running")


class Size(NamedTuple):
    """How many entries a journal has, with how many people, over how many months up to `NOW`."""

    entries: int
    people: int
    months: int


def people(count: int, seed: int = SEED) -> list[Contact]:
    """The same `count` people for the same seed, of many cultures, with facets; the first is `KNOWN`."""
    random = Random(seed)
    found = [_person(random, number) for number in range(count)]
    return [Contact(id=one.id, name=KNOWN) if one is found[0] else one for one in found]


def _person(random: Random, number: int) -> Contact:
    given, roots, endings = (part.split() for part in random.choice(CULTURES.strip().splitlines()).split("|"))
    middle = f" {random.choice(_MIDDLE)}" if random.random() < 0.15 else ""
    last = f"{random.choice(roots)}{random.choice(endings).strip('-')}"
    name = f"{random.choice(given)}{middle} {last}"
    return Contact(
        id=new_id(NOW - dt.timedelta(minutes=number), random.randbytes),
        name="Grace Hopper" if name == KNOWN else name,
        nicknames=(f"{name[:3]}ster",) if random.random() < 0.05 else (),
        emails=(f"{number}@{last.encode('ascii', 'ignore').decode() or 'x'}.example",),
        organisation=f"{random.choice(_WORK)} {random.randrange(200)}" if random.random() < 0.7 else "",
        field=random.choice(_FIELDS) if random.random() < 0.4 else "",
        place=random.choice(_PLACES) if random.random() < 0.6 else "",
        tags=tuple(random.sample(_TAGS, random.randrange(3))),
        needs=(random.choice(_THINGS),) if random.random() < 0.2 else (),
        offers=(random.choice(_THINGS),) if random.random() < 0.2 else (),
    )


def at_a_glance(them: list[Contact], seed: int = SEED) -> list[Acquaintance]:
    """The same people as the index knows them, six of ten of them met within nine years."""
    random = Random(seed)
    names = [name for name in Contact.__struct_fields__ if name in Acquaintance.__struct_fields__]
    return [
        Acquaintance(
            **{name: getattr(person, name) for name in names},
            last=NOW.date() - dt.timedelta(days=random.randrange(3000)) if random.random() < 0.6 else None,
        )
        for person in them
    ]


def entries(
    size: Size, them: list[Contact], foreign: float = 0.125, seed: int = SEED
) -> Iterator[Interaction]:
    """As many entries of about 300 characters as `size` says, the earliest first, spread over its months.

    A share of `foreign` has a letter beyond ASCII. Two of three have a question, two of these an answer.
    """
    random = Random(seed)
    this = NOW.date().isoformat()[:7]
    for back in range(size.months - 1, -1, -1):
        month = add_months(this, -back)
        year, number = int(month[:4]), int(month[5:])
        days = calendar.monthrange(year, number)[1] if back else NOW.day
        position = size.months - 1 - back
        count = size.entries * (position + 1) // size.months - size.entries * position // size.months
        for at in range(count):
            day = dt.date(year, number, max(1, (at + 1) * days // count))
            yield _entry(random, day, at, them, foreign)


def _entry(random: Random, day: dt.date, number: int, them: list[Contact], foreign: float) -> Interaction:
    words = random.choices(_WORDS, k=60)
    if random.random() < foreign:
        words[random.randrange(1, 60)] = random.choice(_FOREIGN)
    if random.random() < 0.001:
        words[random.randrange(1, 60)] = random.choice(RARE)
    if day == NOW.date():
        words[0] = NEWEST
    written = dt.datetime(day.year, day.month, day.day, 12, number % 60, tzinfo=dt.UTC)
    return Interaction(
        id=new_id(max(written, _EARLIEST), random.randbytes),
        date=day,
        people=tuple({random.choice(them).id: None for _ in range(random.randrange(1, 3))}),
        channel=random.choice(CHANNELS),
        text=" ".join(words)[:300],
        tags=tuple(random.sample(_TAGS, random.randrange(2))),
        place=random.choice(("", "", "Harbour Cafe", "Bergen")),
        gave=("an hour",) if random.random() < 0.1 else (),
        got=("tea",) if random.random() < 0.1 else (),
        promises=(Promise(text="send the book"),) if random.random() < 0.02 else (),
        mood=random.choice((None, None, 1, 2, 3, 4, 5)),
        energy=random.choice((None, None, 1, 3, 5)),
        reflection=_reflection(random, written, number % 3 == 1) if number % 3 else None,
        created=written,
    )


def _reflection(random: Random, asked: dt.datetime, is_answered: bool) -> Reflection:
    question = Reflection(
        prompt="curiosity-01",
        dimension=random.choice(DIMENSIONS),
        question="What did they light up at?",
        asked=asked,
        status="asked" if random.random() < 0.2 else "skipped",
    )
    if not is_answered:
        return question
    return Reflection(
        prompt=question.prompt,
        dimension=question.dimension,
        question=question.question,
        asked=asked,
        answered=asked,
        status="answered",
        answer=" ".join(random.choices(_WORDS, k=random.randrange(4, 18))),
        rating=random.randrange(1, 6),
    )


def places_in(folder: Path) -> Places:
    """Where a journal in `folder` lies; `homes_in` says the same to a process."""
    return Places(
        folder / "journal",
        folder / "state" / "netjournal",
        folder / "cache" / "netjournal",
        folder / "config" / "netjournal",
    )


def homes_in(folder: Path) -> dict[str, str]:
    """The environment in which the journal in `folder` is the only one."""
    kinds = ("data", "state", "cache", "config")
    homes = {f"XDG_{kind.upper()}_HOME": str(folder / kind) for kind in kinds}
    return homes | {"HOME": str(folder), "NETJOURNAL_HOME": str(folder / "journal")}


def write_journal(folder: Path, size: Size) -> None:
    """Write the made-up journal of a size, some thousand documents a change, as an import would.

    Its words are learnt as after some days with the app, so that what is measured is not its first day.
    """
    them = people(size.people)
    journal = Journal.open(places_in(folder), NOW)
    try:
        if them:
            journal.bring(them, [], title="people", now=NOW)
        some: list[Interaction] = []
        for entry in entries(size, them):
            if len(some) >= _CHANGE and entry.month != some[-1].month:
                journal.bring([], some, title="entries", now=NOW)
                some.clear()
            some.append(entry)
        if some:
            journal.bring([], some, title="entries", now=NOW)
        for _ in journal.learn_words():
            pass
    finally:
        journal.close()


def fingerprint(size: Size) -> Iterator[object]:
    """Every document of a journal of this size, as it is kept."""
    them = people(size.people)
    yield from map(to_raw, them)
    yield from map(to_raw, entries(size, them))
