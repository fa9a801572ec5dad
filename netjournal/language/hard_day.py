"""Whether a text tells of death, grief or grave illness, so that nothing light is asked of it."""

from __future__ import annotations

import re

_REACH = 2000
_STEMS = (
    *("funeral", "burial", "buried", "died", "passed away", "dying", "his death", "her death", "their death"),
    *("mourning", "condolence", "grief", "grieving", "bereave", "hospital", "hospice", "intensive care"),
    *("has cancer", "chemo", "a stroke", "heart attack", "miscarr", "suicide", "crying", "in tears", "wept"),
)
_HARD = (
    r"\b(?:funeral|burial|passed away|(?:his|her|their) death|mourning|condolences?|grie(?:f|ving)|bereave\w*"
    r"|hospice|intensive care|has cancer|chemo\w*|(?:had|having|has had) a (?:stroke|heart attack)|miscarr\w+"
    r"|suicide|(?:was|were|is|nearly|almost|began|started) (?:nearly |almost )?crying|in tears|wept"
    r"|buried(?! (?:in|under|beneath) )|(?<!work )(?<!works )(?<!worked )(?<!shift )in (?:the )?hospital"
    r"|(?:is|was|were|are|s) dying(?! to\b)"
    r"|(?<!phone )(?<!battery )(?<!laptop )(?<!engine )(?<!car )(?<!conversation )(?<!line )(?<!plan )"
    r"(?<!idea )(?<!project )(?<!fire )(?<!talk )died)\b"
)


def tells_of_hard_day(text: str) -> bool:
    """Whether the first words of `text` do, in plain English; a battery that died is none of it."""
    small = text[:_REACH].lower()
    return (
        any(stem in small for stem in _STEMS) and "laugh" not in small and re.search(_HARD, small) is not None
    )
