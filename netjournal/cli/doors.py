"""`doors`: who was met through whom."""

from __future__ import annotations

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import Misused
from netjournal.practice.doors import counted, plant, tree_lines
from netjournal.practice.doors_dot import dot_lines


@click.command()
@click.argument("name", nargs=-1, shell_complete=people_named)
@click.option("--dot", is_flag=True, help="Print a graph for Graphviz, with initials in place of names.")
@click.option("--names", is_flag=True, help="With --dot: names after all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def doors(session: Session, name: tuple[str, ...], dot: bool, names: bool, as_json: bool) -> None:
    """Show whom you met through whom: a tree, of everyone or of those met through the person called NAME.

    In the graph a dashed line stands between two who were introduced to each other.
    """
    if (dot and as_json) or (names and not dot):
        raise Misused("--names goes with --dot, and --json with neither.")
    journal, today = session.journal, session.clock().date()
    forest = plant(journal.people())
    of = find_person(journal, wanted(name), today).id if name else ""
    tops = [of] if of else forest.openers()
    counts = counted(forest)
    if as_json:
        people = [place.person for top in tops for place in forest.under(top)]
        above = {child: id for id, children in forest.below.items() for child in children}
        say_json(
            {
                "people": [
                    {
                        "id": one.id,
                        "name": one.name,
                        "through": above.get(one.id),
                        "doors": counts.get(one.id, 0),
                    }
                    for one in people
                ]
            }
        )
    elif dot:
        for line in dot_lines(forest, journal.introductions(), of=of, names=names):
            say(line)
    elif of and of not in forest.below:
        tell(f"You met nobody through {forest.people[of].name} yet.")
    else:
        for top in tops:
            for line in tree_lines(forest, top, counts):
                say(line)
        if not tops:
            tell("Nobody yet. `met through` in `netjournal edit NAME` says who brought you together.")
