"""Who says it: frames of speech, sources, and whose word goes on from sentence to sentence."""

__all__: list[str] = []
