"""Units in German and English: what they measure and how many base units they are."""

from dataclasses import dataclass

__all__ = ["UNITS", "Unit"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension, its size in the dimension's base unit, and one name for all its spellings."""

    dimension: str
    factor: float
    name: str


_TABLE = """
share 0.01 percent: % prozent percent per·cent pct
share 0.001 permille: ‰ promille
points 1 percentage·point: prozentpunkt prozentpunkten
times 1 times: mal times
length 1 metre: m meter metre metern
length 0.01 centimetre: cm zentimeter centimetre centimeter
length 0.001 millimetre: mm millimeter millimetre
length 1000 kilometre: km kilometer kilometre kilometern
length 1609.34 mile: mile meile mi
length 1852 nautical·mile: seemeile nautical·mile nautical·miles
length 0.9144 yard: yard
length 0.0254 inch: inch inches
length 0.3048 foot: ft foot feet fuß
area 1 square·metre: m² quadratmeter square·metre square·metres square·meter square·meters qm
area 10000 hectare: ha hektar hectare
area 1e6 square·kilometre: km² quadratkilometer square·kilometre square·kilometres square·kilometer square·kilometers
area 4046.86 acre: acre
area 2589988 square·mile: square·mile square·miles quadratmeile
mass 1 kilogram: kg kilogramm kilogram kilo
mass 0.001 gram: g gramm gram
mass 1000 tonne: t tonne ton
mass 0.4536 pound·weight: lb lbs
mass 0.02835 ounce: ounce oz unze
volume 1 litre: l liter litre litern
volume 0.001 millilitre: ml milliliter millilitre
volume 100 hectolitre: hektoliter hl
volume 3.7854 gallon: gallon gallone
volume 158.987 barrel: barrel
volume 1000 cubic·metre: m³ kubikmeter
speed 1 kilometre·an·hour: km/h kmh stundenkilometer kph
speed 1.60934 mile·an·hour: mph
energy 1 kilowatt·hour: kwh kilowattstunde
energy 1000 megawatt·hour: mwh megawattstunde
energy 1e6 gigawatt·hour: gwh gigawattstunde
energy 1e9 terawatt·hour: twh terawattstunde
power 1 kilowatt: kw kilowatt
power 1000 megawatt: mw megawatt
power 1e6 gigawatt: gw gigawatt
temperature 1 celsius: °c ºc °f ºf grad degree
time 1 second: sekunde second sec
time 60 minute: minute min
time 3600 hour: stunde hour h
time 86400 day: tag day tagen
time 604800 week: woche week
time 2629800 month: monat month monaten
time 31557600 year: jahr year jahren yr
time 315576000 decade: jahrzehnt decade jahrzehnten
time 3155760000 century: jahrhundert century centuries jahrhunderten
EUR 1 euro: € euro eur
USD 1 dollar: $ dollar usd us-dollar
GBP 1 pound: £ pfund pound gbp
CHF 1 franc: franken chf
JPY 1 yen: yen
RUB 1 rouble: rubel rouble ruble
PLN 1 zloty: zloty
"""


def _read() -> dict[str, Unit]:
    units = {}
    for line in _TABLE.strip().splitlines():
        head, spellings = line.split(": ")
        dimension, factor, name = head.split(" ")
        unit = Unit(dimension, float(factor), name.replace("·", " "))
        units.update({spelling.replace("·", " "): unit for spelling in spellings.split()})
    return units


UNITS = _read()
"""Units by lower-case spelling."""
