"""What annotators agree on: verdicts → consensus, or an explicit tie."""

from claimcheck.agree.settle import METHODS, counted_verdicts, person_of, settle

__all__ = ["METHODS", "counted_verdicts", "person_of", "settle"]
