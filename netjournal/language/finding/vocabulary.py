"""Every word of many lines: where it stands, and which words are a slip of the pen away from one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def slips_allowed(word: str) -> int:
    """How many slips a word of its length may have: none up to 3 letters, one up to 7, two up to 40."""
    return 0 if len(word) <= 3 or len(word) > 40 else 1 if len(word) <= 7 else 2


class Vocabulary:
    """The words of lines, each with the numbers of the lines that hold it."""

    def __init__(self, lines: Iterable[str]) -> None:
        rows: dict[str, list[int]] = {}
        for row, line in enumerate(lines):
            for word in line.split():
                if word not in rows:
                    rows[word] = [row]
                elif rows[word][-1] != row:
                    rows[word].append(row)
        self._rows = rows
        self.words = sorted(rows)

    def rows(self, word: str) -> list[int]:
        """The lines with this very word."""
        return self._rows.get(word, [])

    def few_rows(self, key: str, most: int = 4000) -> list[int] | None:
        """The lines with `key`, `` gra`` a beginning or `` grace `` a word, in order; None if too many
        words begin so.
        """
        if key.endswith(" "):
            return self.rows(key[1:-1])
        rows: set[int] = set()
        for word in self._beginning(key[1:]):
            rows.update(self.rows(word))
            if len(rows) > most:
                return None
        return sorted(rows)

    def close_to(self, word: str) -> set[str]:
        """The words one swapped, missing, wrong or needless letter from `word`.

        All of them are tried, 74 a letter: quicker than the distance to 20,000 words, and needs no library.
        """
        return {slip for slip in one_slip(word) if slip in self._rows} - {word}

    def beginning_close_to(self, word: str) -> set[str]:
        """The words with a beginning one slip from `word`."""
        return {found for slip in set(one_slip(word)) for found in self._beginning(slip)}

    def _beginning(self, start: str) -> Iterator[str]:
        index = bisect_left(self.words, start)
        while index < len(self.words) and self.words[index].startswith(start):
            yield self.words[index]
            index += 1


def one_slip(word: str) -> Iterator[str]:
    """What `word` becomes with a swapped, missing, wrong or needless letter; some twice, and itself."""
    for at in range(len(word) + 1):
        start, end = word[:at], word[at:]
        if end:
            yield start + end[1:]
        if len(end) > 1:
            yield start + end[1] + end[0] + end[2:]
        for letter in _LETTERS:
            yield start + letter + end
            if end:
                yield start + letter + end[1:]
