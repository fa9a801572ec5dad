"""One's own family by what one calls them: dad, my sister; not Karim's dad, nor her mum."""

from __future__ import annotations

import re

_CALLED = {
    "mother": "mum mom mam mama mamma mummy mommy mother",
    "father": "dad dads daddy papa pop father",
    "grandmother": "gran granny grandma grandmother nana",
    "grandfather": "grandpa granddad grandad grandfather",
    "parents": "parents folks",
    "sister": "sister sisters sis",
    "brother": "brother brothers",
    "daughter": "daughter daughters",
    "son": "son sons",
    "wife": "wife",
    "husband": "husband",
    "aunt": "aunt auntie aunty",
    "uncle": "uncle",
    "cousin": "cousin cousins",
    "niece": "niece nieces",
    "nephew": "nephew nephews",
    "grandchild": "grandson granddaughter grandchild grandchildren grandkids",
}
_WHO = {word: who for who, words in _CALLED.items() for word in words.split()}
_OF_OTHERS = r"(?:['’]s?|\b(?:her|his|their|your|whose|an?))(?: (?:old|little|big|elder|younger|late))? \Z"
KIN_WORD = rf"(?:{'|'.join(_WHO)})\b(?:-in-law)?"
"""The words for one, as a pattern."""

_WORDS = rf"\b{KIN_WORD}"
_BEFORE = 24


def own_kin(text: str) -> frozenset[str]:
    """Who of one's own family `text` speaks of: ``{"father"}`` for ``rang dad``."""
    small = text.lower()
    found = re.finditer(_WORDS, small)
    own = (
        one for one in found if not re.search(_OF_OTHERS, small[max(0, one.start() - _BEFORE) : one.start()])
    )
    return frozenset(_WHO[one[0].removesuffix("-in-law")] for one in own)
