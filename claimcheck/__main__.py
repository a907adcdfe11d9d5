"""``python -m claimcheck``: the command line, as ``claimcheck`` is."""

from claimcheck.cli import main

if __name__ == "__main__":
    main()
