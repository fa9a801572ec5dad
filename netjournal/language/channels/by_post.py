"""Letters and cards, as a filter tells them from other messages: by their word in the line, or as its tag.

On disk they are messages like any other, in every journal there is. So ``via:letter`` in a line that has not
the word itself is kept as the tag ``#letter`` beside the channel.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from netjournal.language.folding import fold
from netjournal.model import Interaction

Post = Literal["letter", "postcard", "card"]
"""What goes by post and has a word of its own; a postcard is a card, too."""

POSTS: Mapping[Post, str] = {"letter": "letters", "postcard": "postcards", "card": "cards"}
"""Each with what many of them are called."""

_WORDS: Mapping[Post, str] = {
    "letter": r"letters?",
    "postcard": r"post-?cards?",
    "card": r"(?:(?:post|birthday|christmas|greeting)-?)?cards?",
}
_ABOUT = r"\babout(?:\s+[\w'’]+){0,2}\s+\Z"
_LONGEST_ABOUT = 40


def post_named(word: str) -> Post | None:
    """What ``via:`` names, if it is one of them, in one or many: letter, Letters, post-card."""
    name = re.sub(r"[\s_-]", "", fold(word))
    return next((post for post, many in POSTS.items() if name in (post, many)), None)


def tells_of(post: Post, text: str) -> bool:
    """Whether its word stands in `text`, other than as what was only written about."""
    return any(
        not re.search(_ABOUT, text[max(match.start() - _LONGEST_ABOUT, 0) : match.start()], re.IGNORECASE)
        for match in re.finditer(rf"(?<![\w-]){_WORDS[post]}(?![\w-])", text, re.IGNORECASE)
    )


def with_tag(post: Post | None, text: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The `tags` of a line that says ``via:`` one of them, with its own where `text` does not tell of it."""
    return tags if post is None or post in tags or tells_of(post, text) else (*tags, post)


def went_as(post: Post, entry: Interaction) -> bool:
    """Whether an entry is a message, and a letter or a card by its words or its tag."""
    if entry.channel != "message":
        return False
    tags = {post, "postcard"} if post == "card" else {post}
    return not tags.isdisjoint(entry.tags) or tells_of(post, entry.text)
