"""What several tests need: the real data, where it is, and the default pipeline."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from cleaner import Pipeline

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as shells start what ends in &
    signal.signal(signal.SIGINT, signal.default_int_handler)

sys.path.insert(0, str(Path(__file__).parent))


settings.register_profile("default", max_examples=150, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=10_000, deadline=None, derandomize=False)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--data", default=os.environ.get("CLEANER_DATA", ""), help="real text to test on"
    )


@pytest.fixture(scope="session")
def data(request: pytest.FixtureRequest) -> Path:
    """The folder of real text; tests that need it are skipped where it is absent."""
    folder = request.config.getoption("--data")
    if not folder or not Path(folder).is_dir():
        pytest.skip("no real text: give --data FOLDER or set CLEANER_DATA")
    return Path(folder)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline.default()
