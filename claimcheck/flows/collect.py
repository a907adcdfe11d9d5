"""Verdicts from every Label Studio that claims were assigned in, not only the desk's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from claimcheck.errors import NothingPushed, StudioUnknown
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

    Options as ``pull_verdicts``. One that does not run is said and left out: its verdicts come with a later pull.

    Raises:
        StudioUnknown, NothingPushed: the desk's own server is not known or has nothing, and there is no other.
        StudioError: a server that runs refuses, or is not Label Studio.
    """
    reports: list[PullReport] = []
    elsewhere = {(role.studio, role.server) for role in store.roles()}
    try:
        client = own()
        elsewhere = {(name, server) for name, server in elsewhere if server != client.server}
        reports.append(pull_verdicts(store, client, **options))
    except (StudioUnknown, NothingPushed):
        if not elsewhere:
            raise
    for name, server in sorted(elsewhere):
        try:
            other = local(name)
        except StudioUnknown as error:
            say(f"left out: {error}")
            continue
        if other.server == server:
            reports.append(pull_verdicts(store, other, **options))
    return add_reports(reports)
