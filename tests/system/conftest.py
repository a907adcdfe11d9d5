"""Commands in this process too, to hold a server's answers against what they print."""

from tests.unit.conftest import claimcheck

__all__ = ["claimcheck"]
