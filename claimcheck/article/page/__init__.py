"""An HTML page: its visible text in pieces, and the role of each by its place, its name and its words."""

from claimcheck.article.page.roles import find_page_roles
from claimcheck.article.page.tree import Page, Piece, Place, read_page

__all__ = ["Page", "Piece", "Place", "find_page_roles", "read_page"]
