"""Writes tests/expected/projections.csv: what PROJ makes of the projections that the program has.

    python data/build/build_projection_table.py

Sphere of radius 1, central meridian 0. Every 10 degrees from edge to edge; on one meridian also the latitudes between, at
2.5, 7.5, … degrees, because projections that are given as a table every 5 degrees are interpolated there. Where a map ends
before the poles, its last latitude stands for them.
"""

from pathlib import Path

from pyproj import Proj

TABLE = Path(__file__).resolve().parents[2] / "tests" / "expected" / "projections.csv"

# The command line's word: PROJ's name, the northernmost latitude.
PROJECTIONS = {
    "equal-earth": ("eqearth", 90.0),
    "natural-earth": ("natearth", 90.0),
    "robinson": ("robin", 90.0),
    "winkel-tripel": ("wintri", 90.0),
    "mercator": ("merc", 85.051128779),
    "plate-carree": ("eqc", 90.0),
}
MERIDIAN_BETWEEN = 100.0


def positions(limit: float) -> list[tuple[float, float]]:
    lats = [min(max(float(lat), -limit), limit) for lat in range(-90, 91, 10)]
    grid = [(float(lon), lat) for lon in range(-180, 181, 10) for lat in lats]
    between = [step / 2 for step in range(-175, 176, 10)]
    return grid + [(MERIDIAN_BETWEEN, lat) for lat in between if abs(lat) < limit]


def main() -> None:
    lines = ["projection,lon,lat,x,y"]
    for word, (name, limit) in PROJECTIONS.items():
        # +over: 180 degrees west is not moved to 180 degrees east.
        project = Proj(f"+proj={name} +R=1 +lon_0=0 +over")
        for lon, lat in positions(limit):
            x, y = project(lon, lat, errcheck=True)
            # Adding 0.0 to what is rounded makes −0 a 0.
            x, y = (round(number, 9) + 0.0 for number in (x, y))
            lines.append(f"{word},{lon:.11g},{lat:.11g},{x:.9f},{y:.9f}")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines) - 1} points of {len(PROJECTIONS)} projections")


if __name__ == "__main__":
    main()
