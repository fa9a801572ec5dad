# ruff: noqa: E501 S311
"""Prints how quickly and how surely people are found by what one types (issue 3 §1).

Run it with ``python tests/benchmarks/lookup.py [PEOPLE …]``, by default with 5,000 and 50,000 made-up people.
Bars: 95 of 100 keystrokes within 4 ms over 5,000 people and 8 ms over 50,000; over 5,000 the ten best hold the
person in 97 of 100 tries for each kind of slip, 99 for beginnings, and for initials fewer than ten share, always.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from netjournal.language.lines import query_keys, speller
from netjournal.language.lookup import Lookup
from netjournal.model import Acquaintance

TRIES = 500

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
MIDDLE = ("Ann", "Lee", "Sofia", "Amir", "Kofi", "Rae", "Maria", "Jin")
WORK = ("Acme", "Harbour Works", "Nordic Sails", "Kestrel", "Blue Anvil", "Moss & Daughters", "Orbit", "Tern")
PLACES = ("Bergen", "Zürich", "Lagos", "Kraków", "Osaka", "Lisbon", "Beirut", "Kyiv", "Cardiff", "Hà Nội")
FIELDS = ("hardware", "compilers", "boat building", "law", "medicine", "teaching", "music", "printing")
THINGS = (
    "a sailmaker",
    "two beta testers",
    "advice on patents",
    "an hour on compilers",
    "a place to stay",
    "a drummer",
)
TAGS = ("food", "boats", "work:hiring", "chess", "navy", "choir", "running")


def made_up(count: int, seed: int = 20261118) -> list[Acquaintance]:
    """The same `count` people for the same seed, of many cultures, with facets, some met and some never."""
    random = Random(seed)
    return [_one(random, number) for number in range(count)]


def _one(random: Random, number: int) -> Acquaintance:
    given, roots, endings = (part.split() for part in random.choice(CULTURES.strip().splitlines()).split("|"))
    middle = f" {random.choice(MIDDLE)}" if random.random() < 0.15 else ""
    last = f"{random.choice(roots)}{random.choice(endings).strip('-')}"
    name = f"{random.choice(given)}{middle} {last}"
    met = date(2026, 11, 18) - timedelta(days=random.randrange(3000))
    return Acquaintance(
        id=f"{number:026}",
        name=name,
        nicknames=(f"{name[:3]}ster",) if random.random() < 0.05 else (),
        organisation=f"{random.choice(WORK)} {random.randrange(200)}" if random.random() < 0.7 else "",
        field=random.choice(FIELDS) if random.random() < 0.4 else "",
        place=random.choice(PLACES) if random.random() < 0.6 else "",
        tags=tuple(random.sample(TAGS, random.randrange(3))),
        needs=(random.choice(THINGS),) if random.random() < 0.2 else (),
        offers=(random.choice(THINGS),) if random.random() < 0.2 else (),
        last=met if random.random() < 0.6 else None,
    )


def slipped(word: str, kind: str, random: Random) -> str:
    """`word` with one slip: two letters swapped, one missing, wrong or doubled."""
    at = random.randrange(len(word))
    if kind == "swapped":
        pairs = [at for at in range(len(word) - 1) if word[at] != word[at + 1]]
        at = random.choice(pairs) if pairs else 0
        return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    wrong = random.choice("abcdefghijklmnopqrstuvwxyz".replace(word[at], ""))
    return word[:at] + {"missing": "", "doubled": word[at] * 2, "wrong": wrong}[kind] + word[at + 1 :]


def _names(person: Acquaintance) -> list[str]:
    return [key[1:] for key in query_keys(person.name, speller())[0]]


def _with_slip(kind: str, *, only_long: bool) -> Callable[[Acquaintance, Random], str]:
    def query(person: Acquaintance, random: Random) -> str:
        words = [_names(person)[0], _names(person)[-1]]
        can = [index for index, word in enumerate(words) if len(word) > (3 if only_long else 1)]
        at = random.choice(can or [0])
        words[at] = slipped(words[at], kind, random)
        return " ".join(words)

    return query


def _surname_with_slip(person: Acquaintance, random: Random) -> str:
    return slipped(_names(person)[-1], random.choice(SLIPS), random)


def _beginnings(person: Acquaintance, random: Random) -> str:
    words = [_names(person)[0], _names(person)[-1]]
    random.shuffle(words)
    return " ".join(word[: random.randint(3, 6)] for word in words)


SLIPS = ("swapped", "missing", "wrong", "doubled")
QUERIES: dict[str, Callable[[Acquaintance, Random], str]] = {
    "beginnings of two words, either order": _beginnings,
    "last name first": lambda person, random: " ".join(reversed(_names(person))),
    "first name and last initial": lambda person, random: f"{_names(person)[0]} {_names(person)[-1][0]}",
    "initials that fewer than ten share": lambda person, random: "".join(word[0] for word in _names(person)),
    **{f"a letter {kind}": _with_slip(kind, only_long=True) for kind in SLIPS},
    **{f"a letter {kind}, short words too": _with_slip(kind, only_long=False) for kind in SLIPS},
    "a slip in the last name alone": _surname_with_slip,
}


def measure(count: int) -> None:
    """Print the figures for `count` people."""
    people = made_up(count)
    started = time.perf_counter()
    lookup = Lookup(people)
    lookup.find("grace hop")
    first = time.perf_counter()
    lookup.warm()
    warm = time.perf_counter()
    print(f"{count:,} people: the first answer after {(first - started) * 1e3:.0f} ms,", end=" ")
    print(f"{(warm - first) * 1e3:.0f} ms more to warm up")
    initials = Counter("".join(word[0] for word in _names(person)) for person in people)
    random = Random(1)
    times: list[float] = []
    for title, query in QUERIES.items():
        held = tries = 0
        for person in random.choices(people, k=TRIES):
            typed = query(person, random)
            if title.startswith("initials") and initials[typed] >= 10:
                continue
            tries += 1
            held += any(match.person is person for match in lookup.find(typed, 10))
            times += [_timed(lookup, typed[:end]) for end in range(1, len(typed) + 1)]
        print(f"  {title:45} {100 * held / max(tries, 1):6.1f} % of {tries}")
    for facet in (
        "hardware",
        "#boats",
        "bergen",
        "sailmaker",
        "zurich hardware",
        "priya bergen",
        "nothing such",
    ):
        times += [_timed(lookup, facet[:end]) for end in range(1, len(facet) + 1)]
        match = next(iter(lookup.find(facet)), None)
        print(f"  {facet:45} {_timed(lookup, facet):6.2f} ms   {match and (match.person.name, match.why)}")
    times.sort()
    at = {share: times[int(share * (len(times) - 1))] for share in (0.5, 0.95, 0.99, 1)}
    print("  ms a keystroke: " + ", ".join(f"{share:.0%} {value:.2f}" for share, value in at.items()))


def _timed(lookup: Lookup, query: str) -> float:
    started = time.perf_counter()
    lookup.find(query)
    return (time.perf_counter() - started) * 1e3


if __name__ == "__main__":
    gc.freeze()
    for size in [int(argument) for argument in sys.argv[1:]] or [5_000, 50_000]:
        measure(size)
