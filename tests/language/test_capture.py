"""One line of what happened, understood."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.errors import JournalError, Misused
from netjournal.language.capture import (
    Capture,
    Known,
    Newcomer,
    capture,
    check,
    join_arguments,
)
from netjournal.model import Promise

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(
        "Grace Hopper", "George Carver", ("José Niño", "Pepe"), "Ana Silva", "Ana Lima", "Karim Haddad"
    )


@pytest.fixture(scope="module")
def read(room: Any) -> Any:
    def of(line: str, **options: Any) -> Capture:
        return capture(line, NOW, room, **options)

    return of


def names(captured: Capture) -> list[str]:
    return [person.name for person in captured.who]


def test_the_line_of_the_readme(read: Any) -> None:
    line = 'yesterday: Lunch with Grace and George at:"Café Lula" #food gave:"intro to Karim" energy:4'
    found = read(line)
    assert found.date == date(2026, 11, 17)
    assert found.dated
    assert found.text == "Lunch with Grace and George"
    assert names(found) == ["Grace Hopper", "George Carver"]
    assert found.channel == "in_person"
    assert (found.place, found.tags, found.gave, found.energy) == (
        "Café Lula",
        ("food",),
        ("intro to Karim",),
        4,
    )
    assert [(line[span.start : span.end], span.kind) for span in found.spans] == [
        ("yesterday:", "date"),
        ("Grace", "person"),
        ("George", "person"),
        ('at:"Café Lula"', "key"),
        ("#food", "tag"),
        ('gave:"intro to Karim"', "key"),
        ("energy:4", "key"),
    ]


def test_the_line_of_the_first_run(read: Any) -> None:
    found = read('yesterday: coffee with @"Ana Reis", she is looking for a sailmaker #boats')
    assert found.text == "coffee with Ana Reis, she is looking for a sailmaker"
    assert found.who == (Newcomer("Ana Reis"),)
    assert (found.channel, found.tags) == ("in_person", ("boats",))


def test_a_day_is_said_before_a_colon_or_given(read: Any, room: Any) -> None:
    assert read("nov 3: a talk").date == date(2026, 11, 3)
    timed = read("fri 3pm: a talk")
    assert (timed.date, timed.at and timed.at.hour, timed.text) == (date(2026, 11, 13), 15, "a talk")
    assert read("a talk", on="last friday").date == date(2026, 11, 13)
    assert read("yesterday: a talk", on="nov 3").text == "yesterday: a talk"
    plain = read("a plan: sail north")
    assert (plain.date, plain.dated, plain.at, plain.text) == (NOW.date(), False, None, "a plan: sail north")
    with pytest.raises(Misused, match="some day"):
        read("a talk", on="some day")
    with pytest.raises(Misused):
        read("31 feb: a talk")


@pytest.mark.parametrize("line", ["", "  \n", "yesterday:", "yesterday: ", "\u200b\u2060", "\x00\x1b"])
def test_a_line_that_says_nothing_is_refused(read: Any, line: str) -> None:
    found = read(line)
    assert found.is_empty
    with pytest.raises(Misused, match="nothing to log"):
        check(found, NOW.date())


@pytest.mark.parametrize(
    "line", ["a thought", "#food", "@ada", "energy:4", "gave:advice", "?", "via:call", "Ana"]
)
def test_a_line_that_says_anything_is_not(read: Any, line: str) -> None:
    check(read(line), NOW.date())


@pytest.mark.parametrize(
    ("line", "text", "tags"),
    [
        ("#food", "", ["food"]),
        ("Lunch #Food #food", "Lunch", ["food"]),
        ("#food #fun Lunch", "Lunch", ["food", "fun"]),
        ("we talked of #boats all day", "we talked of #boats all day", ["boats"]),
        ("we talked about #boats", "we talked about #boats", ["boats"]),
        ("#boats are her world", "#boats are her world", ["boats"]),
        ("she needs a sailmaker #boats.", "she needs a sailmaker.", ["boats"]),
        ("Lunch (#food)", "Lunch", ["food"]),
        ("Lunch #food at:Lula #fun", "Lunch", ["food", "fun"]),
        ("Lunch #food\nand more #fun\n\nend", "Lunch\nand more\n\nend", ["food", "fun"]),
        ("x #work:hiring", "x", ["work:hiring"]),
        ("x tag:work:hiring tag:food", "x", ["work:hiring", "food"]),
        ('x tag:"Two Words",', "x", ["two-words"]),
        ("x tag:food,fun", "x", ["food", "fun"]),
        ("x #café #cafe\u0301 #CAFÉ", "x", ["café"]),
        ("x #a-b_c #1st #Ünal", "x", ["a-b_c", "1st", "ünal"]),
        ("C# a#b #1 ## #! PR#3 https://x.org/#top", "C# a#b #1 ## #! PR#3 https://x.org/#top", []),
        ("x \\#food", "x #food", []),
    ],
)
def test_tags(read: Any, line: str, text: str, tags: list[str]) -> None:
    found = read(line)
    assert (found.text, list(found.tags)) == (text, tags)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Lunch at:Lula with Grace", "Lunch with Grace"),
        ("Lunch, at:Lula, with Grace", "Lunch, with Grace"),
        ("Lunch with Grace, at:Lula, energy:4.", "Lunch with Grace."),
        ("Lunch with Grace. at:Lula. Nice", "Lunch with Grace. Nice"),
        ("at:Lula, energy:4: lunch", "lunch"),
        ("at:Lula - lunch - energy:4", "lunch"),
        ("lunch (at:Lula)", "lunch"),
        ("lunch (at:Lula, energy:4) and more", "lunch and more"),
        ("lunch (late, at:Lula) and more", "lunch (late) and more"),
        ("met @ada; at:x. Then home", "met Ada. Then home"),
        ("(@ada (at:x)) and (at:y)", "(Ada) and"),
        ("[/foo] [@click=app.quit] [b]x[/b]", "[/foo] [@click=app.quit] [b]x[/b]"),
        ("lunch  twice  as  long at:Lula", "lunch  twice  as  long"),
        ("one at:Lula\ntwo\nenergy:4\nthree", "one\ntwo\nthree"),
        ("one\r\n\r\ntwo at:Lula\r\n", "one\n\ntwo"),
        ('met @ada, @"Bo Li" and @jose\'s boss', "met Ada, Bo Li and José's boss"),
        ("\\Grace and \\@ada \\via:call", "Grace and @ada via:call"),
        ('note:x at: via: at:"" http://a:1 by:train', 'note:x at: via: at:"" http://a:1 by:train'),
        ('bumped into Lali, she wants bread. got:"blessing" :)', "bumped into Lali, she wants bread. :)"),
        ("nice day gave:bread ;-)", "nice day ;-)"),
        ("nice day #sun :)", "nice day :)"),
        ("nice day mood:4 :D and more", "nice day :D and more"),
        ("nice day (at:yard) :-).", "nice day :-)."),
        ("nice day #sun, #bread :(", "nice day :("),
        ("at:yard :) nice day", ":) nice day"),
        ("nice day :) at:yard", "nice day :)"),
        ("one at:Lula\ngot:jam :)\ntwo", "one\n:)\ntwo"),
        ("(nice at:yard :( for me)", "(nice :( for me)"),
        ("nice at:yard : see", "nice: see"),
        ("C:\\Users and \\ and \\\\", "C:\\Users and \\ and \\\\"),
    ],
)
def test_the_text_that_is_kept(read: Any, line: str, text: str) -> None:
    assert read(line).text == text


def test_what_the_keys_say(read: Any) -> None:
    found = read(
        'x AT:“Café Lula” gave:advice gave:"an \\"intro\\"" got:„a book“ mood:2 energy:5 by:them via:coffee '
        'promise:"send her the keel book by friday" promised:"a list, by 3 dec." promise:call'
    )
    assert found.place == "Café Lula"
    assert found.gave == ("advice", 'an "intro"')
    assert found.got == ("a book",)
    assert (found.mood, found.energy, found.initiated, found.channel) == (2, 5, "them", "in_person")
    assert found.promises == (
        Promise(text="send her the keel book", due=date(2026, 11, 20)),
        Promise(text="a list", by="them", due=date(2026, 12, 3)),
        Promise(text="call"),
    )
    assert found.text == "x"


def test_a_promise_by_somebody_or_something_has_no_day(read: Any) -> None:
    (promise,) = read('promise:"a letter by hand"').promises
    assert promise == Promise(text="a letter by hand")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("via:pigeon", "pigeon"),
        ("mood:6", "mood"),
        ("energy:high", "energy"),
        ("mood:٣", "mood"),
        ("tag:12", "letter"),
        ('promise:"x by 31 feb"', "31"),
    ],
)
def test_a_value_that_cannot_be_is_named(read: Any, line: str, message: str) -> None:
    with pytest.raises(Misused, match=message) as refused:
        read(line)
    assert refused.value.hint


def test_the_channel_is_given_or_told(read: Any) -> None:
    assert read("lunch with Grace via:zoom").channel == "video"
    assert read("lunch with Grace via:none").channel is None
    assert read("lunch with Grace", via="phone").channel == "call"
    assert read("lunch with Grace via:video", via="none").channel is None
    assert read("called Grace").channel == "call"
    assert read("Grace and George").channel is None


def test_people_are_known_new_or_unclear(read: Any, room: Any) -> None:
    line = "Ana met grace, @bo, Pepe, Grace, @Bo and Ana"
    found = read(line)
    assert found.who == (
        Known(room.id("Grace Hopper"), "Grace Hopper"),
        Newcomer("Bo"),
        Known(room.id("José Niño"), "José Niño"),
    )
    (mention,) = found.unclear
    assert (mention.start, mention.written) == (0, "Ana")
    assert [span.kind for span in found.spans] == [
        *("unclear", "person", "newcomer", "person", "person", "newcomer", "unclear")
    ]


def test_a_choice_is_by_the_offset_in_the_whole_line(read: Any, room: Any) -> None:
    line = "yesterday: lunch with Ana"
    (mention,) = read(line).unclear
    assert mention.start == line.index("Ana")
    found = read(line, chosen={mention.start: room.id("Ana Lima")})
    assert (names(found), found.unclear) == (["Ana Lima"], ())
    assert names(read(line, chosen={mention.start: ""})) == ["Ana"]


pieces = st.sampled_from(
    [
        *(
            "yesterday: ",
            "fri 3pm: ",
            "Grace",
            "Ana",
            "grace hopper",
            "@ada",
            '@"Bo Li"',
            '@"',
            "@",
            "\\",
            "\\Grace",
        ),
        *(
            "#food",
            "#",
            "at:",
            'at:"',
            "at:Lula",
            'gave:"x y"',
            "via:call",
            "via:x",
            "mood:3",
            "mood:9",
            "by:me",
        ),
        *(
            'promise:"x by friday"',
            'promise:"x by 30 feb"',
            "tag:x",
            "tag:1",
            '"',
            "“",
            "”",
            '\\"',
            "'s",
            "-",
            "_",
        ),
        *(
            " ",
            ", ",
            ". ",
            "\n",
            "\r\n",
            "(",
            ")",
            "é",
            "e\u0301",
            "\u200d",
            "🎉",
            "\x00",
            "https://x.y/#z",
            "a@b.c",
        ),
    ]
)
lines = st.one_of(
    st.text(max_size=60), st.lists(st.one_of(pieces, st.text(max_size=3)), max_size=20).map("".join)
)


@given(lines)
@example('at:"x')
@example("@\\")
@example('promise:"by friday"')
def test_any_line_is_understood_or_refused_in_words(read: Any, line: str) -> None:
    try:
        found = read(line)
    except JournalError:
        return
    end = 0
    for span in found.spans:
        assert end <= span.start < span.end <= len(line)
        end = span.end
    assert found.text == found.text.strip()
    assert len(found.who) == len(set(found.who))
    assert all(promise.text for promise in found.promises)


words = st.sampled_from(
    ("lunch", "Grace", "@ada", "and", "boats,", "(late)", "it was good.", "\n", "-", "a:b", ";")
)
keys = st.sampled_from(
    ("at:Lula", 'at:"Café Lula"', "energy:4", "mood:2,", "(via:call)", 'gave:"x, y"', "tag:food.")
)


@given(st.lists(st.one_of(words, keys), min_size=1))
def test_no_key_is_left_in_the_text(read: Any, parts: list[str]) -> None:
    text = read(" ".join(parts)).text
    assert not re.search(r"(?:at|energy|mood|via|gave|tag):", text)
    assert not re.search(r"[ (][,.]|,,|\(\)|^[,.)]", text)
    assert text.count(",") <= sum("," in part for part in parts)


@given(st.lists(words, min_size=1))
def test_text_without_signs_is_kept_as_typed(read: Any, parts: list[str]) -> None:
    line = " ".join(parts).replace("@ada", "ada")
    assert read(line).text == line.strip()


word = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=5)
values = st.lists(word, min_size=2, max_size=4).map(" ".join)


@given(
    values.filter(lambda text: " " in text and text[0] not in '"“”„'), st.sampled_from(("at", "GAVE", "got"))
)
@example("a \\ b", "at")
@example('a "b" c\\', "at")
def test_an_argument_with_a_key_counts_as_quoted(read: Any, value: str, key: str) -> None:
    found = read(join_arguments(["lunch", f"{key}:{value}", "energy:4"]))
    said = {"at": (found.place,), "GAVE": found.gave, "got": found.got}[key]
    if re.search(r"\s(?:via|at|gave|got|promised?|mood|energy|tag|by):\S", value, re.IGNORECASE):
        return
    assert said == (value,)
    assert (found.text, found.energy) == ("lunch", 4)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["at:Café Lula and"], "at:Café Lula and"),
        (["Lunch", "with", "Grace"], "Lunch with Grace"),
        (["yesterday:", "Lunch", "at:Café Lula"], 'yesterday: Lunch at:"Café Lula"'),
        (["Lunch", 'at:"Café Lula"', "tag:food"], 'Lunch at:"Café Lula" tag:food'),
        (["x", "at:Lula energy:4"], "x at:Lula energy:4"),
        (["with", "@Grace Hopper", "@Ludwig van Beethoven"], 'with @"Grace Hopper" @"Ludwig van Beethoven"'),
        (["@ada told me a lot", "energy:4"], "@ada told me a lot energy:4"),
        (["", "x", "http://a b"], "x http://a b"),
        ([], ""),
    ],
)
def test_arguments_become_the_line_they_were_typed_as(arguments: list[str], line: str) -> None:
    assert join_arguments(arguments) == line


@pytest.mark.parametrize(
    "text",
    [
        "```python\n@property\ndef boat(): ...  #fixme at:noon\n```",
        'wrote `print("hi #nottag @nobody")` down',
        "```\nnever closed @ada #food via:call",
    ],
)
def test_code_is_kept_as_it_was_written(read: Any, text: str) -> None:
    found = read(text)
    assert found.text == text
    assert (found.who, found.tags, found.place, found.channel) == ((), (), "", None)


@pytest.mark.parametrize(
    ("promise", "text", "due"),
    [
        ("sew it by october", "sew it", "2027-10-31"),
        ("sew it by November", "sew it", "2026-11-30"),
        ("sew it by feb 2028", "sew it", "2028-02-29"),
        ("bring paste next saturday.", "bring paste", "2026-11-21"),
        ("build it by 20.12.", "build it", "2026-12-20"),
        ("call her on friday", "call her", "2026-11-20"),
        ("ask Hamid for the ladder tomorrow", "ask Hamid for the ladder", "2026-11-19"),
        ("pay the spruce, tomorrow!", "pay the spruce", "2026-11-19"),
        ("fetch it today", "fetch it", "2026-11-18"),
        ("call her tomorrow at 15:00", "call her at 15:00", "2026-11-19"),
        ("call her friday evening", "call her in the evening", "2026-11-20"),
        ("call her on friday 20 nov", "call her", "2026-11-20"),
        ("write in two weeks", "write", "2026-12-02"),
        ("bring it next week", "bring it", "2026-11-29"),
        ("pay him monday", "pay him", "2026-11-23"),
        ("call her Monday.", "call her", "2026-11-23"),
        ("call fri", "call", "2026-11-20"),
        ("think till friday", "think till friday", "2026-11-20"),
        ("keep the dog until the end of november", "keep the dog until the end of november", "2026-11-30"),
        ("write a song for monday", "write a song for monday", None),
        ("fix the monday list", "fix the monday list", None),
        ("write the list on the monday", "write the list on the monday", None),
        ("learn to love every monday", "learn to love every monday", None),
        ("cook on Good Friday", "cook on Good Friday", None),
        ("show her where we sat", "show her where we sat", None),
        ("monday", "monday", None),
        ("ask how it went on friday", "ask how it went on friday", None),
        ("thank her for last friday", "thank her for last friday", None),
        ("read the book on boats", "read the book on boats", None),
        ("read the book on 31 feb", "read the book on 31 feb", None),
        ("walk by the month", "walk by the month", None),
        ("walk by month", "walk by month", None),
        ("call on friday by phone", "call on friday by phone", None),
        ("next friday", "next friday", None),
    ],
)
def test_the_day_of_a_promise_stands_at_its_end(read: Any, promise: str, text: str, due: str | None) -> None:
    [found] = read(f'tea promise:"{promise}"').promises
    assert (found.text, found.due) == (text, due and date.fromisoformat(due))


@pytest.mark.parametrize(
    ("line", "text", "promises"),
    [
        ("tea with @Ada > bring Luka bread by friday", "tea with Ada", ["bring Luka bread"]),
        ("tea with @Ada, lovely; >bring her jam #food", "tea with Ada, lovely", ["bring her jam"]),
        ("yesterday: tea with @Ada > bring jam > call her", "tea with Ada", ["bring jam", "call her"]),
        ("@Ada at 20 > print her name via:call", "Ada at 20", ["print her name"]),
        ("tea with @Ada > bring jam < send the score", "tea with Ada", ["bring jam", "send the score"]),
        ("tea with @Ada -> send her the list", "tea with Ada", ["send her the list"]),
        ("tea with @Ada --> bring jam => call her", "tea with Ada", ["bring jam", "call her"]),
        ("tea with @Ada > 20/12 bring jam", "tea with Ada", ["bring jam"]),
        ("Rome -> Paris", "Rome -> Paris", []),
        ("the girls -> spa day", "the girls -> spa day", []),
        ("me at 20 > 20/12 of them", "me at 20 > 20/12 of them", []),
        ("tea > coffee", "tea > coffee", []),
        ("5 > three of them", "5 > three of them", []),
        ("a->b is so", "a->b is so", []),
        ("she said\n\n> quoted words", "she said\n\n> quoted words", []),
        ("said `a > b now`", "said `a > b now`", []),
    ],
)
def test_a_sign_begins_what_one_will_do(read: Any, line: str, text: str, promises: list[str]) -> None:
    found = read(line)
    assert (found.text, [promise.text for promise in found.promises]) == (text, promises)
    assert [promise.by for promise in found.promises][:1] == ["me"] * bool(promises)
    assert [promise.by for promise in found.promises if promise.text == "send the score"] in ([], ["them"])
    if promises:
        assert found.who == (Newcomer("Ada"),)
        assert line[found.spans[-1].start :].startswith((">", "<", "-", "=", "#", "via"))


@pytest.mark.parametrize(
    ("line", "text", "promise"),
    [
        ("Promise: call Grace", "", "call Grace"),
        ("Promise: bring him honey by friday", "", "bring him honey"),
        ('promise: "bring wood"', "", "bring wood"),
        (
            "a long day. Promise: call Dr. Haddad. then home",
            "a long day. then home",
            "call Dr. Haddad",
        ),
        ("yesterday: rain; PROMISE: bring wood, and nails > call her", "rain", "bring wood, and nails"),
        ("rain\npromise: bring wood\nhome", "rain\nhome", "bring wood"),
        ("Promised: the list of nails", "", "the list of nails"),
        ("kept my promise: called Ada", "kept my promise: called Ada", ""),
        ("Promise: kept", "Promise: kept", ""),
        ("said `a. promise: bring wood`", "said `a. promise: bring wood`", ""),
    ],
)
def test_a_promise_may_have_a_capital_and_a_space(read: Any, line: str, text: str, promise: str) -> None:
    found = read(line)
    assert (found.text, found.promises[0].text if found.promises else "") == (text, promise)
    assert not found.who
    assert all(one.by == ("them" if "Promised" in line else "me") for one in found.promises)


@pytest.mark.parametrize(
    ("line", "promise", "due"),
    [
        ("Lunch with Grace. promised Grace to sew her book by friday", "sew her book", "2026-11-20"),
        ("called Karim, he is tired. Promised to bring him the jam!", "bring him the jam", None),
        ("promised to print the photo", "print the photo", None),
        ("tea with Karim and Grace, promised Karim to print it all", "print it all", None),
        ("tea, grace told a story, promised Karim to print it", "", None),
        ("Karim called, promised Grace to print it", "", None),
        ("tea with Karim, he left, promised her to print it", "", None),
        ("tea with Karim, I promised to print it by friday, and he laughed", "print it", "2026-11-20"),
        ("I promised Karim I’ll print the photo", "print the photo", None),
        ("tea with Grace, promised her the plan by friday", "the plan for her", "2026-11-20"),
        ("tea with grace, promised grace a bird house", "a bird house for grace", None),
        ("Karim fixed the roof. promised him honey by friday", "honey for him", "2026-11-20"),
        ("tea with Grace, promised her nothing", "", None),
        ("Karim needs a hand, promised id carry the boxes", "carry the boxes", None),
        ("Karim called, promised I'd get the room", "", None),
        ("tea with Grace, promised nobody a bird house", "", None),
        ("Grace came by, i'll build her a bird house by friday", "build her a bird house", "2026-11-20"),
        ("Grace came by, i'll make it to the train", "", None),
        ("promised Karim to bring bread and Grace will bring jam", "bring bread", None),
        ("promised Grace and George to bring bread; then home", "bring bread", None),
        ("promised Karim to sew it by 31 feb", "sew it by 31 feb", None),
        ('promised Karim to sew it promise:"bring jam"', "bring jam", None),
        ("promised her to think till friday", "think till friday", "2026-11-20"),
        ("Grace at the door. promised her to fix the lamp by sunday", "fix the lamp", "2026-11-22"),
        ("Grace at the door, promised her to fix the lamp", "fix the lamp", None),
        ("Grace at the door. promised to mend her chair", "mend her chair", None),
        ("tea with Grace, promised to mend her chair tomorrow", "mend her chair", "2026-11-19"),
        ("Grace at the door, promised to mend her chair", "", None),
        ("Karim brought Grace, promised her to fix the lamp", "", None),
        ("Grace rang. she was glad, promised him to come", "", None),
        ("tea with Grace, promised her a book", "a book for her", None),
        ("Karim called. Promised to bring the press", "", None),
        ("Karim called. Promised Grace to bring the press", "", None),
        ("Karim called, promised to bring bread", "", None),
        ("promised me to call", "", None),
        ("promised by him to call", "", None),
        ("I have not promised to come", "", None),
        ("as I promised Karim to call, I called", "", None),
        ("did what I promised Karim to do", "", None),
        ("I promised a talk to Karim", "", None),
    ],
)
def test_what_one_says_one_promised_is_promised(read: Any, line: str, promise: str, due: str | None) -> None:
    found = read(line)
    expected = (Promise(text=promise, due=date.fromisoformat(due) if due else None),) if promise else ()
    assert found.promises == expected
    assert found.text == line.partition(" promise:")[0]


def test_the_day_of_a_promise_is_counted_from_the_day_it_was_made(read: Any) -> None:
    [promise] = read('oct 26: coffee with @Ada promise:"send the drawing by friday"').promises
    assert promise.due == date(2026, 10, 30)


@pytest.mark.parametrize("end", ["word ", "x"], ids=["words", "one word"])
def test_of_a_very_long_line_all_is_kept_and_it_is_said_how_far_it_was_read(read: Any, end: str) -> None:
    line = "with Grace at:Quay " + end * 60_000 + " and José #late"
    found = read(line)
    assert (names(found), found.place, found.tags) == (["Grace Hopper"], "Quay", ())
    assert found.text == f"with Grace {end * 60_000} and José #late"
    assert found.unread > len(line) - 60_000
    assert f"{found.unread:,} letters" in found.unread_said
    assert not read("with Grace").unread_said


@pytest.mark.parametrize(
    ("line", "gave"),
    [
        ("tea gave:'the oak table' and home", ("the oak table",)),
        ("tea gave:'Ada's plane'", ("Ada's plane",)),
        ("gave:'89 wine", ("'89",)),
    ],
)
def test_several_words_may_stand_in_single_quotes_as_within_those_of_a_shell(
    read: Any, line: str, gave: tuple[str, ...]
) -> None:
    assert read(line).gave == gave
