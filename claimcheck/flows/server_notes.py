"""What a person should know of the server before anything is sent: version, clock, who was renamed, the config."""

from typing import TYPE_CHECKING

from claimcheck.flows.config_care import examine_config
from claimcheck.labelstudio import Project
from claimcheck.progress import Say, plural

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["TESTED", "note_config", "note_people", "note_server"]

TESTED = "1.23"
"""The releases of Label Studio that claimcheck is tested with: what this begins with."""

_SKEW = 60.0  # seconds


def note_server(store: "Store", client: "StudioClient", say: Say) -> str | None:
    """Say what is unusual about a server: its version, or a clock that is not ours. The version."""
    version = client.version()
    before = store.server_version(client.server)
    if version is None:
        say(f"the Label Studio at {client.url} does not tell its version: claimcheck is tested with {TESTED}")
    elif before not in (None, version):
        tested = "" if _is_tested(version) else f", and claimcheck is tested with {TESTED}: look at a few tasks first"
        say(f"the Label Studio at {client.url} is {version} now, it was {before} when last used{tested}")
    elif not _is_tested(version):
        say(f"the Label Studio at {client.url} is {version}: claimcheck is tested with {TESTED}")
    skew = client.skew.total_seconds() if client.skew else 0.0
    if abs(skew) > _SKEW:
        way = "ahead of" if skew > 0 else "behind"
        say(
            f"the server's clock is {abs(skew):.0f} s {way} this machine's: times of answers are the server's, "
            "nothing is lost by it; set the clock that is wrong"
        )
    return version


def note_people(store: "Store", client: "StudioClient", say: Say) -> None:
    """Say whose address on the server is no longer the one their verdicts are kept under."""
    known = store.annotators_of(client.server)
    if not known:
        return
    now = client.users()
    for user, names in sorted(known.items()):
        for name, count in sorted(names.items()):
            if user in now and now[user] != name and name != f"user {user}":
                say(
                    f"user {user} is {now[user]} now and was {name} when giving {count} verdict{'s' * (count != 1)}: "
                    f"these stay {name}'s, so the two count as different people; give the address back on the server, "
                    f"or hand on what is open: claimcheck assign --reassign {name} --to {now[user]}"
                )


def note_config(store: "Store", client: "StudioClient", project: Project, config: str, say: Say) -> None:
    """Say where a project's labeling config is not the one it should have, and what replacing it would cost."""
    state = examine_config(store, client, project, config)
    if state.same:
        return
    if state.edited and state.differences:
        say(
            f"project {project.id} {project.title!r}: its labeling config was edited in Label Studio "
            f"({'; '.join(state.differences[:3])}): push refuses it; --force puts ours back"
        )
    elif state.edited:
        say(f"project {project.id} {project.title!r}: its labeling config was edited there, in its looks alone")
    else:
        say(f"project {project.id} {project.title!r}: its labeling config is of an earlier scheme and will be renewed")
    lost = sum(state.orphans.values())
    if lost:
        answers = plural(lost, "answer would lose its", "answers would lose their")
        say(f"{answers} place in today's labeling config: push refuses it; --force does it")


def _is_tested(version: str) -> bool:
    return version == TESTED or version.startswith(f"{TESTED}.")
