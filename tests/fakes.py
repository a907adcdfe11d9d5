"""Small honest stand-ins for unit tests."""
