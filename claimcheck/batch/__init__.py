"""Work that comes in pieces, and who does it: this process, several of this machine, or a Dask cluster.

>>> list(Here().map(len, ["one", "three"]))
[3, 5]
"""

from claimcheck.batch.executor import Executor, Here
from claimcheck.batch.installation import installation
from claimcheck.batch.processes import Processes

__all__ = ["Executor", "Here", "Processes", "installation"]
