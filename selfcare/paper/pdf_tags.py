"""Tags for a PDF of one page (ISO 32000-1, 14.6 to 14.8): what each part is, in which order it is read, and what a
picture says. ReportLab draws but does not tag: each part is drawn between marks, and the tree of parts is written
beside them."""

from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph


class TaggedCanvas(Canvas):
    """Keeps which marks were set, in the order of drawing, which is the order of reading."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "pdfVersion": (1, 7)})
        self.marks: list[tuple[str, str]] = []

    def begin(self, tag: str, says: str = "") -> None:
        self._code.append(f"/{tag} <</MCID {len(self.marks)}>> BDC")
        self.marks.append((tag, says))

    def end(self) -> None:
        self._code.append("EMC")

    def save(self) -> None:
        self._write_tree()
        self.setViewerPreference("DisplayDocTitle", "true")
        super().save()

    def _write_tree(self) -> None:
        """One document with its parts below it, and the way back from each mark to its part."""
        file, page = self._doc, self._doc.Pages.pages[0]
        root, whole = PDFDictionary({"Type": PDFName("StructTreeRoot")}), PDFDictionary({})
        above = file.Reference(whole)
        parts = [file.Reference(self._part(number, above, page)) for number in range(len(self.marks))]
        whole.dict.update(S=PDFName("Document"), P=file.Reference(root), K=PDFArray(parts))
        root["K"] = above
        root["ParentTree"] = PDFDictionary({"Nums": PDFArray([0, PDFArray(parts)])})
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
        page.StructParents = 0
        file.Catalog.StructTreeRoot, file.Catalog.MarkInfo = root, PDFDictionary({"Marked": "true"})

    def _part(self, number: int, above: Any, page: Any) -> PDFDictionary:
        tag, says = self.marks[number]
        more = {"Alt": PDFString(says)} if says else {}
        return PDFDictionary({"S": PDFName(tag), "P": above, "Pg": self._doc.Reference(page), "K": number, **more})


class Words(Paragraph):
    """A heading (H1, H2) or a paragraph (P)."""

    def __init__(self, text: str, style: ParagraphStyle, tag: str = "P") -> None:
        super().__init__(text, style)
        self.tag = tag

    def draw(self) -> None:
        self.canv.begin(self.tag)
        super().draw()
        self.canv.end()


class Picture(Flowable):
    """A drawing with what it says in words."""

    def __init__(self, drawing: Drawing, says: str) -> None:
        super().__init__()
        self.drawing, self.says = drawing, says
        self.width, self.height = drawing.width, drawing.height

    def draw(self) -> None:
        self.canv.begin("Figure", self.says)
        renderPDF.draw(self.drawing, self.canv, 0, 0)
        self.canv.end()
