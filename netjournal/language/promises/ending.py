"""Where what is promised after a sign is over, and the line goes on to tell what happened (issue 2 §3).

| after the sign                                  | what is promised                                    |
|-------------------------------------------------|-----------------------------------------------------|
| mend her chair by 20 oct. lovely afternoon      | mend her chair by 20 oct                            |
| mend her chair by 20 oct. bring her the cushion | all of it: it goes on with something to do          |
| mend her chair by 20 oct, the one with the arms | all of it: the sentence goes on                     |
| mend her chair. lovely afternoon                | all of it: nothing says that it was all             |
| mend her chair, no card                         | mend her chair: a card is what one got of her       |
"""

from __future__ import annotations

import re

from netjournal.language.days.tokens import tidied
from netjournal.language.promises.one_by_one import is_deed

_STOPS = (". ", "; ", "! ")
_STOP = r"\s*[.;!]\s+(?=[^\W\d_])"
_LONGEST_DAY = 40
_NO_CARD = r"(?i)\s*,\s*(?:but\s+)?no (?:(?:business|visiting) )?card[\s.!]*\Z"
_COMES_WITH_ONE = r"(?i)\b(?:flowers?|bouquets?|roses|wreath|presents?|gifts?|parcels?)\b"
_DAY = r"(?i)\b(?:(?:by|on|before|till|until|in|at)\s+|(?=(?:next|this|tomorrow|tmrw|today|tonight)\b))(?=\w)"


def over_before_card(words: str) -> int:
    """Where in `words` it is only said that there was no card; their length where that is promised too."""
    found = re.search(_NO_CARD, words) if "card" in words.lower() else None
    return len(words) if found is None or re.search(_COMES_WITH_ONE, words) else found.start()


def over_after_its_day(words: str) -> int:
    """Where in `words` the first sentence ends that ends in a day; their length if the promise goes on."""
    if not any(map(words.__contains__, _STOPS)):
        return len(words)
    for stop in re.finditer(_STOP, words):
        rest = words[stop.end() :]
        is_over = not is_deed(rest) and not tidied(rest.split(None, 1)[0].rstrip(".,:"))
        if is_over and ends_in_day(words[: stop.start()]):
            return stop.start()
    return len(words)


def ends_in_day(sentence: str) -> bool:
    """Whether a `sentence` ends in a day: by friday, next week."""
    end = sentence[-_LONGEST_DAY:]
    return any(tidied(end[found.end() :]) for found in re.finditer(_DAY, end))
