"""The sheet for an appointment as a PDF of one page, from the same sections and charts as the page on the site. It has
title, language and tags: headings, paragraphs and pictures in the order of reading, each picture with its words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import ttf_opensans
from django.utils import formats
from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepInFrame, SimpleDocTemplate, Spacer, Table

from selfcare.bars import Bars
from selfcare.chart import Chart
from selfcare.paper.letters import on_paper
from selfcare.paper.pdf_tags import Picture, TaggedCanvas, Words
from selfcare.paper.sheet import Section

PLAIN, BOLD = "HandrailSans", "HandrailSansBold"
INK, GRID, BAR = black, HexColor("#999999"), HexColor("#b8b8b8")  # the line of the aim is seen across the bars
MARGIN = 15 * mm
WIDTH, HEIGHT = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class LineNames:
    """What stands beside the lines of a drawing."""

    worst: str
    usual: str
    aim: str


@lru_cache
def fonts() -> None:
    folder = Path(ttf_opensans.__file__).parent / "ttf"
    pdfmetrics.registerFont(TTFont(PLAIN, folder / "OpenSans-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, folder / "OpenSans-SemiBold.ttf"))


def has_letter(letter: str) -> bool:
    return all(ord(letter) in pdfmetrics.getFont(name).face.charToGlyph for name in (PLAIN, BOLD))


def style(size: float, font: str = PLAIN, **more: Any) -> ParagraphStyle:
    return ParagraphStyle("", fontName=font, fontSize=size, leading=size * 1.35, textColor=INK, **more)


def one_page(
    *, title: str, lines: Sequence[str], parts: Sequence[Section], drawings: Mapping[str, Chart | Bars | None],
    foot: str, language: str, names: LineNames,
) -> bytes:  # fmt: skip
    """Everything on one page of A4; it shrinks where there is much to say."""
    fonts()
    parts, more = on_paper(parts, has_letter)
    out = BytesIO()
    story: list[Any] = [Words(escape(title), style(18, BOLD), "H1"), Spacer(0, 2 * mm)]
    story += [Words(escape(line), style(9.5)) for line in lines]
    drawn = [part for part in parts if part.chart]
    for part in drawn:
        story += [*words(part), picture(drawings[part.chart], WIDTH, says_of(part), names), *after(part)]
    rest = [part for part in parts if not part.chart]
    half = (len(rest) + 1) // 2
    if rest:
        columns = [[flow for part in some for flow in words(part)] or "" for some in (rest[:half], rest[half:])]
        story.append(Table([columns], colWidths=[WIDTH / 2] * 2, style=[("VALIGN", (0, 0), (-1, -1), "TOP"),
                     ("LEFTPADDING", (0, 0), (0, 0), 0), ("RIGHTPADDING", (-1, 0), (-1, 0), 0)]))  # fmt: skip
    story += [Spacer(0, 3 * mm), *(Words(escape(line), style(8)) for line in (*more, foot))]
    document = SimpleDocTemplate(
        out, pagesize=A4, title=title, author="", lang=language,
        leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
    )  # fmt: skip
    document.build([KeepInFrame(WIDTH - 12, HEIGHT - 12, story, mode="shrink")], canvasmaker=TaggedCanvas)
    return out.getvalue()


def words(part: Section) -> list[Any]:
    """A heading, its names with values, and its lines."""
    found: list[Any] = [Spacer(0, 2 * mm), Words(escape(part.title), style(11.5, BOLD), "H2")]
    found += [Words(f"{escape(name)}: <b>{escape(said)}</b>", style(9.5)) for name, said in part.rows]
    numbered = part.key == "questions"
    found += [
        Words(f"{place}. {escape(line)}" if numbered else escape(line), style(9.5))
        for place, line in enumerate(part.lines, start=1)
    ]
    return found if part.chart else found + after(part)


def after(part: Section) -> list[Any]:
    """Below a drawing what its lines mean, and at the end of a list how much more there is."""
    return [Words(escape(line), style(8)) for line in part.after]


def says_of(part: Section) -> str:
    """What a picture says, for who hears it: its numbers, as they stand in the rows beside it."""
    return f"{part.title}. " + "; ".join(f"{name}: {said}" for name, said in part.rows)


def picture(chart: Chart | Bars | None, width: float, says: str, names: LineNames) -> Any:
    """A chart of the page, in the same geometry: its y runs down, a PDF's runs up."""
    if chart is None:
        return Spacer(0, 0)
    scale = width / chart.width * 0.72
    drawing = Drawing(chart.width * scale, chart.height * scale)
    drawing.scale(scale, scale)
    high = chart.height

    def text(x: float, y: float, said: str, anchor: str = "middle", size: int = 16) -> None:
        drawing.add(String(x, high - y, said, fontName=PLAIN, fontSize=size, textAnchor=anchor, fillColor=INK))

    for line in chart.lines:
        drawing.add(Line(44, high - line.y, chart.right, high - line.y, strokeColor=GRID, strokeWidth=0.7))
        text(34, line.y + 6, line.text, "end")
    for day in chart.days:
        text(day.x, day.y, formats.date_format(day.day, "j M") if day.day else "", day.anchor)
    for event in chart.events:
        drawing.add(
            Line(event.x, high - event.y + 6, event.x, high - chart.floor, strokeColor=INK, strokeDashArray=[4, 4])
        )
    if isinstance(chart, Bars):
        for bar in chart.bars:
            drawing.add(Rect(bar.x, high - bar.y - bar.height, bar.width, bar.height, fillColor=BAR, strokeWidth=0))
        for step in chart.aims:
            drawing.add(Line(step.x, high - step.y, step.until, high - step.y, strokeColor=INK, strokeDashArray=[2, 5]))
        if chart.aim_label:
            wide = pdfmetrics.stringWidth(names.aim, PLAIN, 16) + 8
            paper = Rect(chart.right - wide, high - chart.aim_label.y + 4, wide, 20, fillColor=white, strokeWidth=0)
            drawing.add(paper)
            text(chart.right - 4, chart.aim_label.y - 8, names.aim, "end")
        return Picture(drawing, says)
    for path, dashes, thick in ((chart.usual, [2, 6], 2), (chart.worst, None, 2.5)):
        for stroke in strokes(path, high):
            drawing.add(PolyLine(stroke, strokeColor=INK, strokeWidth=thick, strokeDashArray=dashes))
    for ring in chart.rings:
        drawing.add(Circle(ring.x, high - ring.y, 4, fillColor=white, strokeColor=INK, strokeWidth=2))
    for dot in chart.dots:
        drawing.add(Rect(dot.x - 3, high - dot.y - 3, 6, 6, fillColor=INK, strokeWidth=0))
    for label, said in ((chart.worst_label, names.worst), (chart.usual_label, names.usual)):
        if label:
            text(label.x, label.y, said, label.anchor)
    return Picture(drawing, says)


def strokes(path: str, high: int) -> list[list[int]]:
    """Each unbroken part of a path such as "M44 162 L70 150 M200 90", as the flat list that a line wants. A lone point
    is left to its dot."""
    found = []
    for piece in path.split("M")[1:]:
        numbers = [int(one) for one in re.findall(r"-?\d+", piece)]
        if len(numbers) > 2:
            found.append([high - one if place % 2 else one for place, one in enumerate(numbers)])
    return found
