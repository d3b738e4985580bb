"""Writes what PROJ makes of the projections that the program has: tests/expected/projections.csv with the centre of the map at
0° E, 0° N, and tests/expected/projections_turned.csv with other centres.

    python data/build/build_projection_table.py

Sphere of radius 1.

Around 0° E, every 10 degrees from edge to edge; on one meridian also the latitudes between, at 2.5, 7.5, … degrees, because
projections that are given as a table every 5 degrees are interpolated there. Where a map ends before the poles, its last
latitude stands for them.

Around other centres, a grid that keeps off the edges of all the maps, and for the projections that are turned in longitude
alone the two sides of the edge, a tenth of a degree from it. The orthographic has the half of the globe that is seen, the
azimuthal equidistant all but a degree around the antipode of the centre, which is its whole rim.
"""

from math import acos, cos, degrees, pi, radians, sin
from pathlib import Path

from pyproj import Proj

TABLES = Path(__file__).resolve().parents[2] / "tests" / "expected"

# The command line's word: PROJ's name, the northernmost latitude. Winkel's own standard parallel, acos(2/π), is PROJ's default;
# it is named because pyproj puts 0 in its place where +over is not given.
PROJECTIONS = {
    "equal-earth": ("eqearth", 90.0),
    "natural-earth": ("natearth", 90.0),
    "robinson": ("robin", 90.0),
    "winkel-tripel": (f"wintri +lat_1={degrees(acos(2 / pi))!r}", 90.0),
    "mercator": ("merc", 85.051128779),
    "plate-carree": ("eqc", 90.0),
}
MERIDIAN_BETWEEN = 100.0

CENTRAL_MERIDIANS = [-75.0, 10.0, 60.0, 150.0, 180.0]
BESIDE_THE_EDGE = 179.9

# The command line's word: PROJ's name, the cosine of the distance from the centre beyond which there are no points.
AZIMUTHAL = {
    "azimuthal-equidistant": ("aeqd", -cos(radians(1.0))),
    "orthographic": ("ortho", 0.0),
}
# Longitude, latitude: where no turn is needed, Moscow, Astana, the south-west, the poles, the far side of the globe.
CENTRES = [
    (0.0, 0.0),
    (37.6173, 55.7558),
    (71.4491, 51.1694),
    (-150.0, -30.0),
    (0.0, 90.0),
    (0.0, -90.0),
    (180.0, 10.0),
]


def positions(limit: float) -> list[tuple[float, float]]:
    lats = [min(max(float(lat), -limit), limit) for lat in range(-90, 91, 10)]
    grid = [(float(lon), lat) for lon in range(-180, 181, 10) for lat in lats]
    between = [step / 2 for step in range(-175, 176, 10)]
    return grid + [(MERIDIAN_BETWEEN, lat) for lat in between if abs(lat) < limit]


def off_the_edges(lon_step: int, lat_step: int) -> list[tuple[float, float]]:
    """A grid with odd longitudes and with latitudes that leave out the equator and the poles."""
    lats = [lat_step * (step + 0.5) for step in range(-90 // lat_step, 90 // lat_step + 1)]
    return [(float(lon), lat) for lon in range(-173, 180, lon_step) for lat in lats if abs(lat) < 85]


def cosine_of_distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    (lon_a, lat_a), (lon_b, lat_b) = [map(radians, place) for place in (a, b)]
    return sin(lat_a) * sin(lat_b) + cos(lat_a) * cos(lat_b) * cos(lon_b - lon_a)


def projected(project: Proj, lon: float, lat: float, decimals: int) -> str:
    # Adding 0.0 to what is rounded makes −0 a 0.
    numbers = (round(number, decimals) + 0.0 for number in project(lon, lat, errcheck=True))
    return ",".join([f"{lon:.11g}", f"{lat:.11g}"] + [f"{number:.{decimals}f}" for number in numbers])


def centred() -> list[str]:
    lines = ["projection,lon,lat,x,y"]
    for word, (name, limit) in PROJECTIONS.items():
        # +over: 180 degrees west is not moved to 180 degrees east.
        project = Proj(f"+proj={name} +R=1 +lon_0=0 +over")
        lines += [f"{word},{projected(project, lon, lat, 9)}" for lon, lat in positions(limit)]
    return lines


def turned() -> list[str]:
    lines = ["projection,centre_lon,centre_lat,lon,lat,x,y"]
    for word, (name, _) in PROJECTIONS.items():
        for centre in CENTRAL_MERIDIANS:
            project = Proj(f"+proj={name} +R=1 +lon_0={centre}")
            edge = [
                ((centre + side + 180) % 360 - 180, lat)
                for side in (-BESIDE_THE_EDGE, BESIDE_THE_EDGE)
                for lat in (-40.0, 65.0)
            ]
            for lon, lat in off_the_edges(40, 25) + edge:
                lines.append(f"{word},{centre:.11g},0,{projected(project, lon, lat, 10)}")
    for word, (name, farthest) in AZIMUTHAL.items():
        for centre in CENTRES:
            project = Proj(f"+proj={name} +R=1 +lon_0={centre[0]} +lat_0={centre[1]}")
            for lon, lat in off_the_edges(20, 15):
                if cosine_of_distance(centre, (lon, lat)) > farthest:
                    start = f"{word},{centre[0]:.11g},{centre[1]:.11g}"
                    lines.append(f"{start},{projected(project, lon, lat, 10)}")
    return lines


def main() -> None:
    for name, lines in [("projections.csv", centred()), ("projections_turned.csv", turned())]:
        (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        print(f"{name}: {len(lines) - 1} points")


if __name__ == "__main__":
    main()
