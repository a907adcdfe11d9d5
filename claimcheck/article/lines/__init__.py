"""A text or Markdown file: its lines, and the role of each by its words and its neighbours."""

from claimcheck.article.lines.cut import Kind, Line, find_lines, find_markdown_lines
from claimcheck.article.lines.marks import HIDDEN, hide_marks, read_over, seen_text
from claimcheck.article.lines.roles import find_line_roles

__all__ = [
    "HIDDEN",
    "Kind",
    "Line",
    "find_line_roles",
    "find_lines",
    "find_markdown_lines",
    "hide_marks",
    "read_over",
    "seen_text",
]
