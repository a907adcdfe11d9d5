"""The HTTP API: what FastAPI is told, and nothing that it does not need to know."""

from claimcheck.serve.api.app import create_app

__all__ = ["create_app"]
