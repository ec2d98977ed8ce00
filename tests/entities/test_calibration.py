"""Probabilities and what came true -> a line that makes them agree."""

from random import Random

import pytest

from dateline.entities.calibration import UNCALIBRATED, fit


def test_a_model_that_is_too_sure_is_told_so():
    random = Random(0)
    said = [random.random() for _ in range(20_000)]
    line = fit(said, [random.random() < 0.5 + (p - 0.5) / 2 for p in said])
    for low in (0.1, 0.3, 0.5, 0.7, 0.9):
        assert line(low) == pytest.approx(0.5 + (low - 0.5) / 2, abs=0.05)


def test_order_stays_and_nothing_is_certain():
    line = fit([0.2, 0.4, 0.6, 0.9, 0.99], [False, True, False, True, True])
    calibrated = [line(p) for p in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert calibrated == sorted(calibrated)
    assert calibrated[0] > 0
    assert calibrated[-1] < 1


@pytest.mark.parametrize("right", [[True] * 50, [False] * 50])
def test_lines_stay_finite_where_all_are_right_or_wrong(right):
    line = fit([0.5 + i / 100 for i in range(50)], right)
    assert line(0.75) == pytest.approx(float(right[0]), abs=0.1)


def test_uncalibrated_is_as_it_was():
    assert UNCALIBRATED(0.73) == pytest.approx(0.73)
