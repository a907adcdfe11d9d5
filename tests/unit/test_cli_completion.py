"""What a shell is offered behind the words that stand there."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Claimcheck

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(claimcheck: Claimcheck, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Complete:
    """What is offered behind these words, the last of which is not finished, in a workspace with 40 past checks."""
    checks = ({"claim_reviewed": f"Claim {n}", "publisher": "desk", "language": "en"} for n in range(40))
    (tmp_path / "checks.jsonl").write_text("".join(json.dumps(each) + "\n" for each in checks))
    (tmp_path / "story.txt").write_text("The council closed the bridge on 3 May 2023. It cost 4 million euros.")
    assert claimcheck("reviews", "import", "checks.jsonl").code == 0
    assert claimcheck("split", "story.txt").code == 0

    def offered(*words: str, shell: str = "bash") -> list[str]:
        line = " ".join(("claimcheck", *words))
        with monkeypatch.context() as environ:
            environ.setattr(sys.modules["__main__"], "__package__", None)  # a program of its own name, not python -m
            environ.setenv("_CLAIMCHECK_COMPLETE", f"complete_{shell}")
            environ.setenv("COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS", line)
            environ.setenv("COMP_CWORD", str(len(words)))
            return claimcheck().out.split()

    return offered


def test_a_shell_completes_commands_options_and_closed_sets(complete: Complete) -> None:
    assert complete("rev") == ["reviews"]
    assert complete("reviews", "dis") == ["disagreements"]
    assert "--published" in complete("split", "--pub")
    assert complete("export", "v", "--format", "fe") == ["fever"]
    assert complete("reviews", "list", "--rating", "MISL") == ["MISLEADING"]
    assert complete("agreement", "--by", "la") == ["language"]
    assert complete("report", "--language", "d") == ["de"]
    assert '"reviews"' in " ".join(complete("rev", shell="zsh"))


def test_a_shell_completes_the_ids_that_are_here(claimcheck: Claimcheck, complete: Complete) -> None:
    claims = claimcheck("claims", "list").records
    reviews = [each["id"] for each in claimcheck("reviews", "list").records]
    first = claims[0]

    assert complete("claims", "show", first["id"][:6]) == [first["id"]]
    assert sorted(complete("claims", "drop", "")) == sorted(each["id"] for each in claims)
    assert complete("match", "--article", first["article_id"][:4]) == [first["article_id"]]
    assert complete("report", first["article_id"][:4]) == [first["article_id"]]
    assert complete("push", "--claims", first["id"][:6]) == [first["id"]]
    assert complete("reviews", "show", reviews[9][:10]) == [reviews[9]]
    assert complete("lookup", "x", "--publisher", "de") == ["desk"]
    assert complete("lookup", "x", "--language", "e") == ["en"]
