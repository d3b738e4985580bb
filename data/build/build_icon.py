"""Draws the program icon, assets/icon.svg and assets/icon.png, from the same few numbers.

    python data/build/build_icon.py

A deep blue rounded square; a pale globe outline; a great-circle arc from a dot (a capital) to a ringed dot (a venue).
"""

from pathlib import Path

from PIL import Image, ImageDraw

ASSETS = Path(__file__).resolve().parents[2] / "assets"

SIZE = 256
CORNER = 56
BLUE = "#12355b"
PALE = "#3f6796"
LINE = "#f4b942"
WHITE = "#ffffff"
GLOBE = (128, 128, 88)  # centre and radius
PARALLEL = 34  # half height of the ellipse that stands for the equator
CAPITAL = (74, 158)
VENUE = (178, 102)
CONTROL = (92, 74)  # control point of the arc
SCALE = 8  # the PNG is drawn large and scaled down


def svg() -> str:
    cx, cy, r = GLOBE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}">',
        f'  <rect width="{SIZE}" height="{SIZE}" rx="{CORNER}" fill="{BLUE}"/>',
        f'  <g fill="none" stroke="{PALE}" stroke-width="6">',
        f'    <circle cx="{cx}" cy="{cy}" r="{r}"/>',
        f'    <ellipse cx="{cx}" cy="{cy}" rx="{r}" ry="{PARALLEL}"/>',
        f'    <ellipse cx="{cx}" cy="{cy}" rx="{PARALLEL}" ry="{r}"/>',
        "  </g>",
        f'  <path d="M{CAPITAL[0]} {CAPITAL[1]}Q{CONTROL[0]} {CONTROL[1]} {VENUE[0]} {VENUE[1]}" fill="none"'
        f' stroke="{LINE}" stroke-width="12" stroke-linecap="round"/>',
        f'  <circle cx="{CAPITAL[0]}" cy="{CAPITAL[1]}" r="14" fill="{WHITE}"/>',
        f'  <circle cx="{VENUE[0]}" cy="{VENUE[1]}" r="26" fill="{BLUE}" stroke="{WHITE}" stroke-width="8"/>',
        f'  <circle cx="{VENUE[0]}" cy="{VENUE[1]}" r="13" fill="{LINE}"/>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def arc_points(count: int = 400) -> list[tuple[float, float]]:
    """The quadratic curve of the SVG path."""
    points = []
    for step in range(count + 1):
        t = step / count
        points.append(
            tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(CAPITAL, CONTROL, VENUE))
        )
    return points


def disc(draw: ImageDraw.ImageDraw, centre, rx: float, ry: float, **style) -> None:
    x, y = centre
    draw.ellipse([(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE], **style)


def png() -> Image.Image:
    image = Image.new("RGBA", (SIZE * SCALE, SIZE * SCALE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle([0, 0, SIZE * SCALE - 1, SIZE * SCALE - 1], radius=CORNER * SCALE, fill=BLUE)
    cx, cy, r = GLOBE
    for rx, ry in [(r, r), (r, PARALLEL), (PARALLEL, r)]:
        disc(draw, (cx, cy), rx + 3, ry + 3, outline=PALE, width=6 * SCALE)
    for point in arc_points():
        disc(draw, point, 6, 6, fill=LINE)
    disc(draw, CAPITAL, 14, 14, fill=WHITE)
    disc(draw, VENUE, 30, 30, fill=WHITE)
    disc(draw, VENUE, 22, 22, fill=BLUE)
    disc(draw, VENUE, 13, 13, fill=LINE)
    return image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


def main() -> None:
    (ASSETS / "icon.svg").write_bytes(svg().encode("utf-8"))
    image = png()
    assert image.size == (SIZE, SIZE) and image.getpixel((0, 0))[3] == 0 and image.getpixel((128, 10))[3] == 255
    image.save(ASSETS / "icon.png", optimize=True)


if __name__ == "__main__":
    main()
