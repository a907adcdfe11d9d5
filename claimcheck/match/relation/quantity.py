"""A quantity: value, dimension, unit and bound, and whether two of them can be the same figure."""

from dataclasses import dataclass, replace

__all__ = ["Quantity", "fit"]


_ROUNDED = 0.03  # how far converted figures may be apart
_ORDER = 4  # dozens and scores may be one figure, dozens and hundreds not


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, in the base unit of its dimension; its words, with bound and unit, are ``[start, end)``."""

    start: int
    end: int
    value: float
    dimension: str  # "" for a plain count
    unit: str
    bound: str | None = None
    bare: float | None = None  # the value in the unit as written, where there is one
    per: float = 0.0  # seconds in which it comes up once, where that is told: so much a month

    def range(self, *, bare: bool = False) -> tuple[float, float]:
        """The values that the words allow; a bound without a far end is taken to lie within a third of the truth."""
        value = self.bare if bare and self.bare is not None else self.value
        reach = {
            "least": (1.0, 1.35), "over": (1.0, 1.35), "most": (0.65, 1.0), "under": (0.65, 1.0),
            "nearly": (0.88, 1.0), "about": (0.9, 1.1), "vague": (1.0, 100.0),
        }  # fmt: skip
        low, high = reach.get(self.bound or "", (1.0, 1.0))
        ends = (value * low, value * high)
        return min(ends), max(ends)


def fit(new: Quantity, past: Quantity) -> bool:
    """Whether two quantities can be the same figure: ranges meet, in one dimension; converted units may be rounded."""
    if {new.bound, past.bound} in ({"over", "under"}, {"least", "most"}, {"over", "most"}, {"least", "under"}):
        return False
    if {new.dimension, past.dimension} == {"share", "times"}:
        times, share = (new, past) if new.dimension == "times" else (past, new)
        by = abs(times.value - 1)  # halved, by half; doubled, by 100 percent
        return any(abs(share.value - each) <= _ROUNDED * max(share.value, each) for each in (times.value, by))
    if new.per and past.per and new.per != past.per:
        new, past = (replace(each, value=each.value / each.per, bare=None, per=0.0) for each in (new, past))
    if new.dimension != past.dimension and new.dimension and past.dimension:
        return False
    if new.bound == past.bound == "vague":
        return max(new.value, past.value) < _ORDER * min(new.value, past.value)
    bare = not (new.dimension and past.dimension)  # 42, or 42 years: one side leaves the unit out
    (low, high), (floor, ceiling) = new.range(bare=bare), past.range(bare=bare)
    slack = _ROUNDED if new.unit != past.unit else 1e-9
    return low <= ceiling + slack * abs(ceiling) and floor <= high + slack * abs(high)
