"""A reliability diagram as SVG: what was said against what came true, for any browser, made without a library."""

from collections.abc import Sequence
from html import escape

from claimcheck.metrics.calibration import Bin

__all__ = ["reliability_svg"]

_SIDE, _MARGIN = 400, 60
_WIDEST = 14.0  # radius of the fullest bin


def reliability_svg(bins: Sequence[Bin], title: str) -> str:
    """A square from (0, 0) to (1, 1) with its diagonal; a dot a bin, its area by how many answers it holds.

    A dot below the diagonal: more was said than came true.
    """
    fullest = max((each.count for each in bins), default=1)
    dots = []
    for each in bins:
        x, y = _MARGIN + each.said * _SIDE, _MARGIN + (1 - each.true) * _SIDE
        radius = max(2.5, _WIDEST * (each.count / fullest) ** 0.5)
        words = f"{each.count} answers, said {each.said:.2f}, true {each.true:.2f}"
        dots.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f6f8b" fill-opacity="0.7">'
            f"<title>{words}</title></circle>"
        )
    marks = []
    for tenth in range(0, 11, 2):
        at = tenth / 10
        x, y = _MARGIN + at * _SIDE, _MARGIN + (1 - at) * _SIDE
        marks.append(
            f'<text x="{x:.1f}" y="{_MARGIN + _SIDE + 18}" text-anchor="middle">{at:.1f}</text>'
            f'<text x="{_MARGIN - 8}" y="{y + 4:.1f}" text-anchor="end">{at:.1f}</text>'
        )
    whole, low = _SIDE + 2 * _MARGIN, _MARGIN + _SIDE
    half = whole / 2
    line = " ".join(f"{_MARGIN + each.said * _SIDE:.1f},{_MARGIN + (1 - each.true) * _SIDE:.1f}" for each in bins)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole}" viewBox="0 0 {whole} {whole}" '
            'font-family="sans-serif" font-size="12">',
            f'<rect width="{whole}" height="{whole}" fill="white"/>',
            f'<text x="{half}" y="28" text-anchor="middle" font-size="15">{escape(title)}</text>',
            f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#444"/>',
            f'<line x1="{_MARGIN}" y1="{low}" x2="{low}" y2="{_MARGIN}" stroke="#999" stroke-dasharray="5 4"/>',
            f'<polyline points="{line}" fill="none" stroke="#1f6f8b"/>',
            *marks,
            *dots,
            f'<text x="{half}" y="{whole - 14}" text-anchor="middle">probability said</text>',
            f'<text x="18" y="{half}" text-anchor="middle" transform="rotate(-90 18 {half})">share true</text>',
            "</svg>",
            "",
        ]
    )
