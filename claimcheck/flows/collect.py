"""Verdicts from every Label Studio that claims were assigned in, not only the desk's own."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, NothingPushed, StudioUnknown
from claimcheck.flows.pull import PullReport, add_reports, pull_verdicts
from claimcheck.progress import Say, silent

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["collect_verdicts"]


def collect_verdicts(
    store: "Store",
    own: "Callable[[], StudioClient]",
    local: "Callable[[str], StudioClient]",
    *,
    say: Say = silent,
    **options: Any,
) -> PullReport:
    """Pull from the desk's ``own`` server, then from each ``local`` studio that annotators have for themselves.

    Options as ``pull_verdicts``. One that does not run is said, counted and left out, the desk's own where something
    was pushed there: its verdicts come with a later pull.

    Raises:
        StudioUnknown, NothingPushed: nothing was reached. The desk's own server is not known or has nothing of this
            workspace, and there is no other that runs.
        StudioError: a server that runs refuses, or is not Label Studio.
    """
    reports: list[PullReport] = []
    trouble: ClaimcheckError | None = None
    away: list[str] = []
    elsewhere = {(role.studio, role.server) for role in store.roles()}
    try:
        client = own()
        elsewhere = {(name, server) for name, server in elsewhere if server != client.server}
        reports.append(pull_verdicts(store, client, **options))
    except NothingPushed as error:
        trouble = error
    except StudioUnknown as error:
        trouble = error
        if {each.server for each in store.projects()} - {server for _, server in elsewhere}:  # pushed, not shared out
            away.append(str(error))
    for name, server in sorted(elsewhere):
        try:
            other = _standing(local, name, server)
        except StudioUnknown as error:
            trouble = error
            away.append(str(error))
            continue
        if other is None:
            away.append(f"the local studio {name!r} that runs is another than the one where claims were given out")
        else:
            reports.append(pull_verdicts(store, other, **options))
    if not reports and trouble is not None:
        away = [each for each in away if each != str(trouble)]  # it is the error, and so said
    for each in away:
        say(f"left out: {each}")
    if not reports and trouble is not None:
        raise trouble
    return add_reports([*reports, replace(add_reports([]), unreached=len(away))])


def _standing(local: "Callable[[str], StudioClient]", name: str, server: str) -> "StudioClient | None":
    """A client for that server; None where another server has its name by now.

    Raises:
        StudioUnknown: it does not run, or it is one of the net, which only the settings reach.
    """
    if "://" in server:
        raise StudioUnknown(url=server)
    found = local(name)
    return found if found.server == server else None
