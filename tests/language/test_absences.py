"""Who was not there though a line names them: left out, told of, late, or at rest and remembered."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.language.reading_lines import firsts, read

PEOPLE = (
    "Hamid Karimi",
    "Zofia Wójcik",
    "Kinga Nagy",
    "Jan Kos",
    "Marek Nowak",
    "Ewa Lis",
    "Rūta Kazlauskienė",
    "Sefa Tuilagi",
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    found = gather(*PEOPLE, "Ignacy Wolski")
    found.people[-1] = msgspec.structs.replace(found.people[-1], rest=True)
    return found


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("concert without Hamid, Zofia sang the solo", "Zofia"),
        ("went to the market without Kinga, met Jan Kos", "Jan"),
        ("lunch with Hamid without Marek", "Hamid"),
        ("choir: Zofia, Ewa; without Marek and Kinga", "Zofia Ewa"),
        ("choir with Ewa, without Marek, Kinga and Jan Kos", "Ewa"),
        ("without Hamid, Zofia and Ewa went home", "Zofia Ewa"),
        ("lunch with Hamid, Marek not there", "Hamid"),
        ("lunch with Hamid, Marek was not there", "Hamid"),
        ("lunch with Hamid, Marek wasn't there", "Hamid"),
        ("lunch with Hamid, Marek missing", "Hamid"),
        ("lunch with Hamid, Marek absent.", "Hamid"),
        ("lunch with Hamid; Marek was absent", "Hamid"),
        ("lunch with Hamid, Marek and Kinga absent today", "Hamid"),
        ("lunch with Hamid. Marek could not make it", "Hamid"),
        ("lunch with Zofia, Hamid was there too", "Zofia Hamid"),
        ("could not have done it without Hamid", "Hamid"),
        ("choir without Hamid, then tea with Hamid", "Hamid"),
        ("lunch with Hamid, Marek missing his train", "Hamid Marek"),
        ("Hamid did not call, Marek neither", ""),
        ("Hamid did not come, nor did Marek", ""),
        ("neither Hamid nor Marek called", ""),
        ("coffee with Ewa; tomorrow we drive to Hamid with oranges", "Ewa"),
        ("coffee with Ewa, next week we visit Hamid together", "Ewa"),
        ("tomorrow I see Hamid at the field", ""),
        ("Hamid called twice, I did not hear it", ""),
        ("tea with Ewa. Hamid did not come, Marek neither.", "Ewa"),
    ],
)
def test_whom_it_was_without_took_no_part(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("lunch with Ewa, @Marek could not come", "Ewa"),
        ("my brother @Marek could not come", ""),
        ("lunch with Ewa, without @Marek and @Kinga", "Ewa"),
        ("@Marek and @Kinga did not come, tea with Ewa", "Ewa"),
        ("my brother @Bartek could not come", ""),
        ("told Ewa about @Marek", "Ewa Marek"),
        ("@Marek could not come, called to say so", "Marek"),
    ],
)
def test_an_at_names_somebody_who_was_not_there_if_it_says_so(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Ewa came by, soup; told her Rūta comes in november", "Ewa"),
        ("tea with Ewa, told her Sefa lost her mother", "Ewa"),
        ("Ewa came by, told her Jan Kos makes violas", "Ewa"),
        ("tea with Ewa and Jan Kos, told them Rūta is ill", "Ewa Jan"),
        ("told Ewa Rūta comes in november", "Ewa"),
        ("told Ewa and Zofia Jan Kos makes violas", "Ewa Zofia"),
        ("tea with Ewa, told her. Jan Kos laughed", "Ewa Jan"),
    ],
)
def test_of_whom_one_told_somebody_is_spoken_of(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("tea with Ewa and Hamid, we hummed for Ignacy", "Ewa Hamid"),
        ("Ewa and I drank to Ignacy", "Ewa"),
        ("choir sang for Ignacy", ""),
        ("drank to Ewa and dear old Ignacy", "Ewa"),
        ("drank to Ewa and Ignacy", "Ewa"),
        ("sang for our Ignacy, Ewa wept", "Ewa"),
        ("toasted Ignacy with Ewa", "Ewa"),
        ("Ewa, we remembered Ignacy and laughed", "Ewa"),
        ("tea with Ewa, we missed Ignacy", "Ewa"),
        ("Ignacy would have laughed, Ewa cooked", "Ewa"),
        ("Ignacy's birthday, Ewa cooked", "Ewa"),
        ("tea with Ignacy", "Ignacy"),
        ("Ignacy came by", "Ignacy"),
        ("wrote to Ignacy", "Ignacy"),
        ("sent a parcel to Ignacy", "Ignacy"),
        ("tea with Ignacy, we drank to Ignacy", "Ignacy"),
        ("choir sang for @Ignacy", "Ignacy"),
        ("choir sang for Hamid", "Hamid"),
        ("Ewa and I drank to Hamid", "Ewa Hamid"),
    ],
)
def test_who_is_at_rest_and_remembered_took_no_part(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("rehearsal: Ewa, Zofia, Hamid. Marek texted he was late", "Ewa Zofia Hamid", None),
        ("choir: Ewa, Zofia. Marek texted he was ill", "Ewa Zofia", None),
        ("choir: Ewa, Zofia. Marek wrote that he is not coming", "Ewa Zofia", None),
        ("lunch with Ewa. Marek called in sick", "Ewa", "in_person"),
        ("Marek called to say he was stuck. Lunch with Ewa", "Ewa", "in_person"),
        ("choir: Ewa. Marek sent his apologies", "Ewa", None),
        ("Marek texted he was late", "Marek", "message"),
        ("choir: Ewa. Marek texted he was late. He came at nine", "Ewa Marek", "message"),
        ("Marek texted he was ill, says Ewa on the phone", "Ewa", "call"),
        ("choir: Ewa. Marek texted he got the job", "Ewa Marek", "message"),
    ],
)
def test_what_somebody_late_or_ill_sent_is_told_in_passing(
    room: Any, line: str, who: str, channel: str | None
) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)
