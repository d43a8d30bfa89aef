"""Prints the thousand certificates of ours.json by two other ways and compares.

typst   its Python package on an equivalent document: the same lines, border and QR, plainly placed
office  docxtpl fills one DOCX for each 100, LibreOffice makes PDF of them, pdfunite joins them

Needs: pip install typst docxtpl segno; soffice, poppler and zbar. `--no-office` leaves the slow one out.
"""
import json, os, subprocess, sys, time

try:
    import segno, typst
    if "--no-office" not in sys.argv:
        import docx, docxtpl
except ImportError as lack:
    sys.exit(f"scripts/bench certificates: {lack.name} is missing; pip install typst docxtpl segno")

FOLDER = sys.argv[1]
OURS = json.load(open(f"{FOLDER}/ours.json"))
SHEETS = OURS["sheets"]
FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../fonts")

TYPST = r"""
#let sheets = json("words.json")
#let gold = rgb("#b5892b")
#let red = rgb("#c8102e")
#set page(width: 297mm, height: 210mm, margin: 0mm, background: {
  place(dx: 9mm, dy: 9mm, rect(width: 279mm, height: 192mm, stroke: 1.6pt + gold))
  place(dx: 16mm, dy: 16mm, rect(width: 265mm, height: 178mm, stroke: 0.7pt + gold))
  let seed(x, y) = place(dx: x, dy: y, rotate(45deg, square(size: 3mm, stroke: 0.7pt + gold, fill: red)))
  for i in range(37) { seed(18mm + i * 7mm, 11mm); seed(18mm + i * 7mm, 196mm) }
  for i in range(25) { seed(11mm, 18mm + i * 7mm); seed(283mm, 18mm + i * 7mm) }
})
#set text(font: "Tinos", lang: "vi", fallback: false)
#let line-at(y, size, item, fill: black, weight: "bold") = place(dx: 30mm, dy: y, block(width: 237mm,
  align(center, text(size, fill: fill, weight: weight, item))))
#for (i, sheet) in sheets.enumerate() {
  if i > 0 { pagebreak() }
  line-at(44mm, 14pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]
  line-at(51mm, 15pt, underline[Độc lập - Tự do - Hạnh phúc])
  line-at(64mm, 20pt, fill: red)[CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TƠ TUNG]
  line-at(75mm, 18pt)[TẶNG]
  line-at(85mm, 44pt, fill: red)[GIẤY KHEN]
  line-at(110mm, 24pt, sheet.recipient)
  line-at(128mm, 16pt, weight: "regular", sheet.address)
  line-at(135mm, 17pt, weight: "regular", sheet.achievement)
  place(dx: 25mm, dy: 145mm, image("qr/" + str(i) + ".svg", width: 27mm))
  place(dx: 25mm, dy: 174mm, text(9pt, sheet.number))
  place(dx: 25mm, dy: 179mm, text(13pt, weight: "bold", style: "italic")[
    Quyết định số: 45/QĐ-UBND ngày 20 tháng 12 năm 2023 \ Số sổ vàng: #sheet.entry])
  place(dx: 154mm, dy: 149mm, block(width: 118mm, align(center, text(14pt, weight: "bold", style: "italic")[
    Tơ Tung, ngày 20 tháng 12 năm 2023])))
  place(dx: 154mm, dy: 156mm, block(width: 118mm, align(center, text(15pt, weight: "bold")[CHỦ TỊCH])))
  place(dx: 154mm, dy: 183mm, block(width: 118mm, align(center, text(15pt, weight: "bold")[Hà Minh Khôi])))
}
"""


def by_typst():
    json.dump(SHEETS, open(f"{FOLDER}/words.json", "w"))
    os.makedirs(f"{FOLDER}/qr", exist_ok=True)
    for at, sheet in enumerate(SHEETS):
        segno.make(sheet["code"], error="l", boost_error=False).save(f"{FOLDER}/qr/{at}.svg", border=0)
    open(f"{FOLDER}/plain.typ", "w").write(TYPST)
    began = time.perf_counter()
    typst.compile(f"{FOLDER}/plain.typ", output=f"{FOLDER}/typst.pdf", font_paths=[FONTS],
                  ignore_system_fonts=True, pdf_standards=["a-2b"])
    return time.perf_counter() - began


def office_template(path):
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = docx.shared.Mm(297), docx.shared.Mm(210)
    for line in ("{% for s in sheets %}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "GIẤY KHEN",
                 "{{ s.recipient }}", "{{ s.address }}", "{{ s.achievement }}", "{{ s.picture }}",
                 "{{ s.number }} – Số sổ vàng: {{ s.entry }}", "Hà Minh Khôi"):
        paper.add_paragraph(line).alignment = 1
    paper.add_page_break()
    paper.add_paragraph("{% endfor %}")
    paper.save(path)


def by_office():
    office_template(f"{FOLDER}/template.docx")
    for at, sheet in enumerate(SHEETS):
        segno.make(sheet["code"], error="l").save(f"{FOLDER}/qr/{at}.png", scale=4, border=0)
    began = time.perf_counter()
    parts = []
    for start in range(0, len(SHEETS), 100):
        paper = docxtpl.DocxTemplate(f"{FOLDER}/template.docx")
        picture = lambda at: docxtpl.InlineImage(paper, f"{FOLDER}/qr/{at}.png", width=docx.shared.Mm(27))
        rows = [dict(sheet, picture=picture(start + at))
                for at, sheet in enumerate(SHEETS[start:start + 100])]
        paper.render({"sheets": rows})
        parts.append(f"{FOLDER}/part-{start:04}.docx")
        paper.save(parts[-1])
    subprocess.run(["soffice", f"-env:UserInstallation=file://{FOLDER}/user", "--headless", "--convert-to",
                    "pdf", "--outdir", FOLDER, *parts], check=True, capture_output=True)
    pdfs = [part.replace(".docx", ".pdf") for part in parts]
    subprocess.run(["pdfunite", *pdfs, f"{FOLDER}/office.pdf"], check=True)
    return time.perf_counter() - began


def pages(name):
    info = subprocess.run(["pdfinfo", f"{FOLDER}/{name}.pdf"], capture_output=True, text=True).stdout
    return int(info.split("Pages:")[1].split()[0])


def sampled(name):
    """Whether the codes on sampled pages are those of their own sheets."""
    for page in (1, 250, 251, 500, 777, 1000):
        subprocess.run(["pdftoppm", "-gray", "-png", "-singlefile", "-r", "300", "-f", str(page), "-l",
                        str(page), f"{FOLDER}/{name}.pdf", f"{FOLDER}/page"], check=True)
        seen = subprocess.run(["zbarimg", "--raw", "-q", f"{FOLDER}/page.png"], capture_output=True, text=True)
        if seen.stdout.split() != [SHEETS[page - 1]["code"]]:
            return f"page {page} says {seen.stdout[:40]!r}"
    return "right"


rows = [("ours", OURS["seconds"])]
rows.append(("typst", by_typst()))
if "--no-office" not in sys.argv:
    rows.append(("office", by_office()))
print("| way | seconds | ours as a share | pages | codes on 6 pages |\n|---|---|---|---|---|")
for name, seconds in rows:
    codes = sampled(name) if name == "ours" else "–"
    print(f"| {name} | {seconds:.2f} | {OURS['seconds'] / seconds:.3f} | {pages(name)} | {codes} |")
print(f"\nours: {OURS['megabytes']:.0f} MB at most, {os.path.getsize(FOLDER + '/ours.pdf') / 1e6:.1f} MB of PDF")
