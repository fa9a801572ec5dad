"""The benchmarks run and make the same data each time; nothing here says how long anything may take."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import pytest

from tests.benchmarks import app_rows, shell_rows
from tests.benchmarks.__main__ import CASES, results
from tests.benchmarks.data import Size, fingerprint
from tests.benchmarks.floor_rows import REASONS
from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import Samples, quantile
from tests.benchmarks.table import Bar, Case, Measured, Result, Row, as_document, as_markdown, as_text

SMALL = Size(100, 50, 3)
PEERS = ("log-jrnl", "find", "timeline", "search")


def _digest(size: Size) -> str:
    digest = hashlib.sha256()
    for document in fingerprint(size):
        digest.update(json.dumps(document, sort_keys=True).encode())
    return digest.hexdigest()


def test_the_data_is_the_same_each_time() -> None:
    assert _digest(SMALL) == _digest(SMALL)
    assert _digest(SMALL) != _digest(SMALL._replace(people=51))
    assert sum(1 for _ in fingerprint(SMALL)) == 150


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    """All journals are of 100 entries, but for the one in which nothing is."""

    def size(name: str) -> Size:
        return Size(0, 0, 1) if name == "empty" else SMALL

    return Lab(tmp_path_factory.mktemp("lab"), rounds=1, keys=3, sizes=size, offline=True, haste=20)


IN_THE_APP = [case for case in app_rows.CASES if case.measure in (app_rows.walking, app_rows.saving)]
"""The other cases open up to three apps each, in the same ways: too slow to be tried each time."""


@pytest.mark.parametrize("cases", [shell_rows.CASES, IN_THE_APP], ids=["shell", "app"])
def test_each_row_is_measured(lab: Lab, cases: Sequence[Case]) -> None:
    seen = list(results(lab, cases))
    unmeasured = {result.row.key: result.reason for result in seen if result.measured is None}
    assert unmeasured.keys() == {result.row.key for result in seen} & set(PEERS), unmeasured
    assert all("not installed" in reason for reason in unmeasured.values())
    for result in seen:
        assert result.row.what in as_text(seen)
        assert as_markdown(seen).count("\n") == len(seen) + 1
    assert len(json.loads(json.dumps(as_document(seen, {})))["rows"]) == len(seen)


def test_each_bar_has_a_reason_for_the_day_it_is_missed() -> None:
    with_bars = {row.key for case in CASES for row in case.rows if row.bar is not None}
    assert with_bars == REASONS.keys()


def _is_met(bar: Bar, here: Sequence[float], beside: Sequence[float] = ()) -> bool | None:
    measured = Measured(Samples(tuple(here)), Samples(tuple(beside)) if beside else None)
    return Result(Row("key", "what", "yardstick", bar), measured).is_met


def test_a_bar_is_met_or_missed() -> None:
    assert _is_met(Bar("times", 2), [1, 4, 9], [2, 2, 7])
    assert not _is_met(Bar("times", 2), [1, 4.1, 9], [2, 2, 7])
    assert _is_met(Bar("within", 5), [1] * 19 + [9])
    assert not _is_met(Bar("within", 5), [1] * 18 + [9, 9])
    assert _is_met(Bar("more", 30), [31, 32], [1, 2, 3])
    assert not _is_met(Bar("more", 30), [31, 33], [1, 2, 3])
    assert quantile([3, 1, 2, 4], 0.5) == 2
