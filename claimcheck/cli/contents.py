"""The table of contents of the command line: under which heading a command stands, and examples of its use.

A new command gets a place and an example here; a test asks for both, and tries every example.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import typer
from typer.models import CommandInfo

from claimcheck.cli.completion import COMPLETERS
from claimcheck.cli.manners import Command, Contents, well_mannered

__all__ = ["EXAMPLES", "HEADINGS", "TopLevel", "dress"]

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Begin": ("demo", "check"),
        "What was checked before": ("reviews", "lookup", "match"),
        "Articles and claims": ("split", "articles", "claims"),
        "Annotators": ("studio", "push", "pull", "sync", "assign", "adjudicate"),
        "Verdicts": ("settle", "agreement", "publish"),
        "Hand on": ("report", "export", "dataset", "serve"),
        "Look after it": ("doctor", "encoder", "bench"),
    }
)
"""The headings of ``claimcheck --help`` and what stands below each, in the order of the work."""

_OTHERS = "More"

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "": "claimcheck demo\nclaimcheck reviews import checks.jsonl\nclaimcheck check article.txt\nclaimcheck doctor",
        "adjudicate": "claimcheck adjudicate --by lead@desk.example --dry-run\n"
        "claimcheck adjudicate --by lead@desk.example",
        "agreement": "claimcheck agreement\nclaimcheck agreement --by language --plot agreement.svg\n"
        "claimcheck agreement --anchoring",
        "articles": "claimcheck articles\nclaimcheck articles --json",
        "assign": "claimcheck assign --annotators ada@desk.example,ben@desk.example --overlap 2 --seed 7\n"
        "claimcheck assign --progress\nclaimcheck assign --reassign ada@desk.example --to eve@desk.example",
        "bench checkworthy": "claimcheck bench checkworthy tweets.csv --language en --text Text --label Verdict",
        "bench fit-lookup": "claimcheck bench fit-lookup data --out fitted.json",
        "bench retrieval": "claimcheck bench retrieval --docs docs.jsonl --queries queries.jsonl --qrels qrels.tsv",
        "bench split": "claimcheck bench split --gold page.gold.json\n"
        "claimcheck bench split --gold page.gold.json --sample 50 --seed 7",
        "check": "claimcheck check article.txt\n"
        "claimcheck check https://news.example/article --outlet News --top 8\n"
        "pdftotext article.pdf - | claimcheck check - --published 2023-04-11",
        "claims drop": 'claimcheck claims drop 3f2a9c51 --reason "no fact in it"',
        "claims edit": 'claimcheck claims edit 3f2a9c51 --text "The bridge in Kiel closed on 3 May 2023."',
        "claims list": "claimcheck claims list\nclaimcheck claims list --article 9b1d --all --json",
        "claims restore": "claimcheck claims restore 3f2a9c51",
        "claims show": "claimcheck claims show 3f2a9c51",
        "dataset validate": "claimcheck dataset validate verdicts.jsonl\n"
        "claimcheck dataset validate fever.jsonl --format fever",
        "demo": "claimcheck demo\nclaimcheck demo --no-studio",
        "doctor": "claimcheck doctor\nclaimcheck doctor --repair\nclaimcheck doctor --bundle for-support.zip",
        "encoder info": "claimcheck encoder info\nclaimcheck encoder info --encoder models/mine --json",
        "encoder train": "claimcheck encoder train --from claimcheck-workspace models/mine\n"
        "claimcheck encoder train pairs models/mine --languages en,de",
        "export": "claimcheck export verdicts.parquet\n"
        "claimcheck export verdicts --format hf --split 80/10/10 --redact",
        "lookup": 'claimcheck lookup "The bridge in Kiel has been closed since May"\n'
        "claimcheck lookup --file claims.txt -k 3 --json\n"
        "echo 'Die Brücke ist gesperrt' | claimcheck lookup - --language de --explain",
        "match": "claimcheck match\nclaimcheck match --article 9b1d --again",
        "publish": "claimcheck publish\nclaimcheck publish --claims 3f2a9c51",
        "pull": "claimcheck pull",
        "push": "claimcheck push --dry-run\nclaimcheck push --top 5 --yes\nclaimcheck push --to-file tasks.json",
        "report": "claimcheck report article.md -o report.html\nclaimcheck report 9b1d --language en --redact\n"
        "claimcheck report -o reports --force",
        "reviews add": 'claimcheck reviews add "The bridge is closed" --rating TRUE --publisher "Example Desk"',
        "reviews calibrate": "claimcheck reviews calibrate",
        "reviews disagreements": "claimcheck reviews disagreements --limit 10",
        "reviews duplicates": "claimcheck reviews duplicates --find",
        "reviews export": "claimcheck reviews export checks.json --as datafeed",
        "reviews fetch": 'claimcheck reviews fetch "bridge Kiel" --language de --limit 50',
        "reviews import": "claimcheck reviews import checks.jsonl 'pages/*.html'\n"
        "claimcheck reviews import table.csv --map claim_reviewed=Statement --rejects refused.jsonl",
        "reviews list": "claimcheck reviews list --rating FALSE --language de --limit 20",
        "reviews ratings": "claimcheck reviews ratings --unknown\n"
        'claimcheck reviews ratings --set "Geht so" --label HALF_TRUE --language de',
        "reviews remove": 'claimcheck reviews remove --publisher "Old Desk" --dry-run',
        "reviews show": "claimcheck reviews show 5c07e1 --history",
        "reviews stats": "claimcheck reviews stats --by rating",
        "serve": "claimcheck serve\nclaimcheck serve --host 0.0.0.0 --token-file serve.token\nclaimcheck serve --pull",
        "settle": "claimcheck settle\nclaimcheck settle --method weighted",
        "split": "claimcheck split article.md --published 2023-04-11\n"
        "claimcheck split *.html --jobs 2 --json > claims.jsonl\nclaimcheck split article.txt --dry-run --sentence\n"
        "claimcheck split article.md --llm rewrite --max-cost 0.50",
        "studio backup": "claimcheck studio backup studio.tar.gz",
        "studio down": "claimcheck studio down",
        "studio move": "PGPASSWORD=... claimcheck studio move --to-postgres postgresql://desk@127.0.0.1:5432/studio",
        "studio restore": "claimcheck studio restore studio.tar.gz --name again",
        "studio status": "claimcheck studio status\nclaimcheck studio status --password",
        "studio up": "claimcheck studio up\nclaimcheck studio up --name ada --port 8081",
        "sync": "claimcheck sync --every 5m --settle",
    }
)
"""Lines to copy, by command; a group's command is named with its group."""


class TopLevel(Contents):
    """The commands of ``claimcheck`` itself, in the order of the work."""

    order = tuple(name for names in HEADINGS.values() for name in names)


def dress(app: typer.Typer) -> None:
    """Give every command of the app its place, its examples, and what all commands share."""
    places = {name: heading for heading, names in HEADINGS.items() for name in names}
    for name, info in _commands(app):
        info.cls, info.epilog = Command, EXAMPLES.get(name)
        if info.callback is not None:
            own = {of: each for (of_name, of), each in COMPLETERS.items() if of_name in {"", name}}
            info.callback = well_mannered(info.callback, {of: each for of, each in own.items() if each})
        if " " not in name:
            info.rich_help_panel = places.get(name, _OTHERS)
    for group in app.registered_groups:
        group.cls, group.rich_help_panel = Contents, places.get(str(group.name), _OTHERS)


def _commands(app: typer.Typer) -> Iterator[tuple[str, CommandInfo]]:
    """Every command with its whole name."""
    for info in app.registered_commands:
        yield _name(info), info
    for group in app.registered_groups:
        for info in group.typer_instance.registered_commands if group.typer_instance else ():
            yield f"{group.name} {_name(info)}", info


def _name(info: CommandInfo) -> str:
    return info.name or (info.callback.__name__.replace("_", "-") if info.callback else "")
