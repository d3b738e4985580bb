"""Rebuilds assets/borders50.geojson and assets/disputed50.geojson from two pinned Debian packages.

    python data/build/build_map.py FOLDER_WITH_THE_DEB_FILES

- r-cran-rnaturalearthdata 1.0.0-1: Natural Earth 5.1.2 at 1:50m, as R data frames (countries, states).
- marble-qt-data 4:25.04.0-1: an older release of Natural Earth's layer of breakaway and disputed areas at 1:50m, in the
  PN2 format, whole multiples of 1/120 degree (0.9 km).

Natural Earth draws who holds an area. The borders written here follow resolutions of the United Nations in three places
(Crimea, Western Sahara, the Golan); see data/README.md. Same packages and same Python packages give the same bytes.
"""

import gzip
import json
import lzma
import struct
import sys
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path

import rdata
from shapely import make_valid, set_precision
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

from debian_package import checked_bytes, package_file

ASSETS = Path(__file__).resolve().parents[2] / "assets"

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
WESTERN_SAHARA_NORTH = 27 + 40 / 60
OUTLINE_STEP = 0.01  # degrees


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


# --- The three edits --------------------------------------------------------------------------------------------------


def give_crimea_to_ukraine(shapes: dict[str, Shape]) -> MultiPolygon:
    """The one separate part of Russia inside the box goes to Ukraine (General Assembly resolution 68/262)."""
    russia, ukraine = shapes["RUS"], shapes["UKR"]
    parts = parts_of(russia.geometry)
    crimea = [part for part in parts if CRIMEA_BOX.contains(part)]
    assert len(crimea) == 1, f"{len(crimea)} parts of Russia in the box of Crimea, expected one"
    assert 3.0 < crimea[0].area < 3.2
    russia.geometry = MultiPolygon([part for part in parts if not CRIMEA_BOX.contains(part)])
    assert len(parts_of(russia.geometry)) == len(parts) - 1
    ukraine.geometry = unary_union([ukraine.geometry, crimea[0]])
    assert len(parts_of(ukraine.geometry)) == 2, "Crimea does not join the mainland"
    return MultiPolygon(crimea)


def give_south_of_morocco_to_western_sahara(shapes: dict[str, Shape]) -> MultiPolygon:
    """Morocco south of 27°40′N goes to Western Sahara (list of non-self-governing territories)."""
    morocco, sahara = shapes["MAR"], shapes["ESH"]
    south = box(-30, 0, 0, WESTERN_SAHARA_NORTH)
    held = polygonal(morocco.geometry.intersection(south))
    assert 15.8 < held.area < 16.0
    morocco.geometry = polygonal(morocco.geometry.difference(south))
    sahara.geometry = polygonal(unary_union([sahara.geometry, held]))
    assert len(parts_of(sahara.geometry)) == 1, "Western Sahara falls into pieces"
    assert abs(sahara.geometry.bounds[3] - WESTERN_SAHARA_NORTH) < 1e-9
    assert abs(morocco.geometry.bounds[1] - WESTERN_SAHARA_NORTH) < 1e-9
    return sahara.geometry


def give_golan_to_syria(shapes: dict[str, Shape], outline) -> MultiPolygon:
    """The Golan outline goes from Israel to Syria (Security Council resolution 497).

    The outline lies on a grid of 1/120 degree and would leave a spike of Israel along the border with Lebanon: it is
    widened by about one step of that grid first. Jordan and Lebanon lose nothing.
    """
    israel, syria = shapes["ISR"], shapes["SYR"]
    widened = outline.buffer(OUTLINE_STEP, join_style="mitre")
    kept, *crumbs = sorted(parts_of(israel.geometry.difference(widened)), key=lambda part: -part.area)
    assert sum(part.area for part in crumbs) < 1e-3, "a piece of Israel is cut off with the Golan"
    moved = polygonal(unary_union([israel.geometry.intersection(widened), *crumbs]))
    israel.geometry = MultiPolygon([kept])
    syria.geometry = polygonal(unary_union([syria.geometry, moved]))
    assert 0.13 < moved.area < 0.15
    assert len(parts_of(syria.geometry)) == 1, "the Golan does not join Syria"
    return largest_parts(syria.geometry.intersection(outline))


# --- Disputed areas ---------------------------------------------------------------------------------------------------


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
        "Abkhazia": (41.0, 43.0, ["GEO"]),
        "South Ossetia": (44.0, 42.35, ["GEO"]),
        "Transnistria": (29.45, 47.2, ["MDA"]),
        "Aksai Chin": (79.3, 35.2, ["CHN"]),
        "Shaksgam": (76.7, 36.0, ["CHN"]),
        "Azad Kashmir and Gilgit-Baltistan": (74.5, 35.9, ["PAK"]),
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


# Name, who administers it and who claims it, ISO code of the state it is drawn with in borders50.geojson ("" where it
# stands between states or is drawn on its own), ISO code of the state that holds it ("" where none or several do).
DISPUTED = [
    ("Abkhazia", "Administered by separate authorities with Russian support; Georgia in the view of most states"),
    ("Abyei", "Under a United Nations interim force; claimed by Sudan and South Sudan"),
    ("Aksai Chin", "Administered by China; claimed by India"),
    ("Arunachal Pradesh", "Administered by India; claimed in most part by China"),
    ("Azad Kashmir and Gilgit-Baltistan", "Administered by Pakistan; claimed by India"),
    ("Crimea", "Administered by Russia; Ukraine under General Assembly resolution 68/262"),
    ("Falkland Islands", "Administered by the United Kingdom; claimed by Argentina as Islas Malvinas"),
    ("Golan Heights", "Administered by Israel; Syria under Security Council resolution 497"),
    ("Ilemi Triangle", "Administered by Kenya; claimed by South Sudan"),
    ("Jammu and Kashmir and Ladakh", "Administered by India; claimed by Pakistan, in part by China"),
    ("Kosovo", "Administered by its own government; recognised by part of the United Nations members, claimed by Serbia"),
    ("Northern Cyprus", "Administered by authorities that Türkiye alone recognises; Cyprus under Security Council resolution 541"),
    ("Shaksgam", "Administered by China under an agreement with Pakistan; claimed by India"),
    ("Siachen Glacier", "Administered by India; claimed by Pakistan"),
    ("Somaliland", "Administered by its own government; claimed by Somalia"),
    ("South Ossetia", "Administered by separate authorities with Russian support; Georgia in the view of most states"),
    ("Southern Kurils", "Administered by Russia; claimed by Japan as the Northern Territories"),
    ("Transnistria", "Administered by separate authorities with Russian support; Moldova in the view of all United Nations members"),
    ("Western Sahara", "Administered in most part by Morocco; on the United Nations list of non-self-governing territories"),
]  # fmt: skip


def disputed_features(areas: dict[str, MultiPolygon]) -> list[dict]:
    assert sorted(areas) == [name for name, _ in DISPUTED], "areas and their claims do not match"
    return [
        feature({"name": name, "claims": claims}, areas[name])
        for name, claims in DISPUTED
    ]


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
    return '{"type":"Feature","properties":' + values + ',"geometry":' + geometry_text(geometry) + "}"


def shape_feature(shape: Shape) -> str:
    properties = {
        "code": shape.code,
        "name": shape.name,
        "label_lon": round(shape.label_lon, DECIMALS),
        "label_lat": round(shape.label_lat, DECIMALS),
        "label_rank": shape.label_rank,
        "min_label": shape.min_label,
    }
    return feature(properties, shape.geometry)


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

    shapes = country_shapes(countries)
    areas = {
        "Crimea": give_crimea_to_ukraine(shapes),
        "Western Sahara": give_south_of_morocco_to_western_sahara(shapes),
        "Golan Heights": give_golan_to_syria(shapes, area_at(older, 35.75, 33.0)),
        "Falkland Islands": shapes["FLK"].geometry,
        "Kosovo": shapes["XKX"].geometry,
        "Northern Cyprus": shapes["CYN"].geometry,
        "Siachen Glacier": shapes["KAS"].geometry,
        "Somaliland": shapes["SOL"].geometry,
        "Southern Kurils": MultiPolygon([part for part in parts_of(shapes["RUS"].geometry) if KURILS_BOX.contains(part)]),
        "Arunachal Pradesh": states_union(states, ["IN-AR"]),
        "Jammu and Kashmir and Ladakh": states_union(states, ["IN-JK", "IN-LA"]),
        **older_areas(older, shapes),
    }
    assert len(parts_of(areas["Southern Kurils"])) == 6
    write_collection(ASSETS / "borders50.geojson", [shape_feature(shapes[code]) for code in sorted(shapes)])
    write_collection(ASSETS / "disputed50.geojson", disputed_features(areas))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
