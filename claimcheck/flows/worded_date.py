"""Whether a claim's date still belongs to its wording, where a person has reworded it since."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.store import StoredClaim

__all__ = ["dated_before"]


def dated_before(stored: "StoredClaim") -> bool:
    """Whether the date is the one that was read from the splitter's wording, and the present one does not give it.

    A date that a person gave is theirs.
    """
    claim, machine = stored.claim, stored.machine
    if claim.date is None or claim.text == machine.text or claim.date != machine.date:
        return False
    if all(part in claim.text for part in claim.date.value.split("/")):  # years, as they stand
        return False
    from claimcheck.split.dates.mentions import find_dates
    from claimcheck.split.dates.own import settle_date
    from claimcheck.split.languages import rules_for

    rules = rules_for(claim.language)
    day = claim.context.date
    found = find_dates(claim.text, 0, len(claim.text), day, rules)
    return settle_date(found) != claim.date
