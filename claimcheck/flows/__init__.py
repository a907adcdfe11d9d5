"""One module a job: each a typed function with its collaborators as arguments; nothing here prints."""

__all__: list[str] = []
