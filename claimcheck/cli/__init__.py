"""The command line: one module per group of commands, each reads, calls and writes.

Records go to stdout (a table on a terminal, JSON lines when piped), words to stderr. Exit 0; 1 for a
``ClaimcheckError``, as one line; 2 for wrong usage.
"""

from claimcheck.cli.app import app, main

__all__ = ["app", "main"]
