"""The HTTP API of one workspace, its search page, and Label Studio's webhooks: the commands' results over the wire.

The process that listens keeps nothing of the workspace in memory: worker processes of its own do what requests ask,
over the index that they share as mapped files. FastAPI and uvicorn are an extra, and imported only to serve.
"""

from claimcheck.serve.options import DEFAULT_PORT, TOKEN_VARIABLE, ServeOptions, find_token, usual_workers
from claimcheck.serve.run import serve

__all__ = ["DEFAULT_PORT", "TOKEN_VARIABLE", "ServeOptions", "find_token", "serve", "usual_workers"]
