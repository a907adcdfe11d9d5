"""The README's tour, its commands run one after the other as a reader would type them."""

from pathlib import Path

import pytest

from tests.unit.test_readme import make_folder, run, steps


@pytest.mark.slow
def test_the_tour_prints_what_the_readme_shows(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    toured = [step for step in steps() if not step.studio and not step.command.startswith(("make", "git", "cd"))]
    assert len(toured) >= 7
    for step in toured:
        run(step, folder)
