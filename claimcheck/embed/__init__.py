"""Texts to vectors: the bundled encoder, any sentence-transformers model, and training."""
