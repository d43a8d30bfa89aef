"""Prints certificates by three ways in one run, compares them, and fails when a bound is broken.

ours    the program's own press: drawing the codes is part of its time
typst   its Python package on an equivalent document; the codes are drawn before its time begins
office  docxtpl fills one DOCX for each 100, LibreOffice makes PDF of them, pdfunite joins them

Ours and typst take turns, each in a process of its own, and the best of their rounds counts: the
machine may have other work. All pages are counted, and the codes of sampled pages are read.

    certificates.py FOLDER [--rounds N] [--no-office] -- COMMAND
COMMAND, given FOLDER, prints ours. Needs pip install typst docxtpl segno; soffice, poppler, zbar.
"""
import argparse, json, os, resource, subprocess, sys, time

SELF = os.path.abspath(__file__)
FONTS = os.path.join(os.path.dirname(SELF), "../fonts")
MOST_OF_TYPST, MOST_OF_OFFICE, MOST_MEGABYTES = 1.3, 1 / 12, 500

# What a careful person writes: words as ours; the border by the quickest means found, as ours.
TYPST = r"""
#let gold = rgb("#b5892b")
#let red = rgb("#c8102e")
#let lozenge(x, y, a, b) = (
  curve.move((x - a, y)), curve.line((x, y - b)), curve.line((x + a, y)), curve.line((x, y + b)),
  curve.close(),
)
#let chain(share) = {
  let (long, wide) = (3.57mm * share, 2.52mm * share)
  for i in range(37) { lozenge(7mm + (i + 0.5) * 265mm / 37, 3.5mm, long, wide) }
  for i in range(25) { lozenge(3.5mm, 7mm + (i + 0.5) * 178mm / 25, wide, long) }
}
#let band = tiling(size: (272mm, 185mm), {
  place(curve(stroke: 0.7pt + gold, ..chain(1)))
  place(curve(fill: red, ..chain(0.42)))
})
#set page(width: 297mm, height: 210mm, margin: 0mm, background: {
  place(dx: 9mm, dy: 9mm, rect(width: 279mm, height: 192mm, stroke: 1.6pt + gold, fill: band))
  place(dx: 16mm, dy: 16mm, rect(width: 265mm, height: 178mm, stroke: 0.7pt + gold))
})
#set text(font: "Tinos", lang: "vi", fallback: false, weight: "bold")
#set par(leading: 0.55em)
#let centred(x, y, width, item) = place(dx: x, dy: y, block(width: width, align(center, item)))
#let head(y, item) = centred(28.5mm, y, 240mm, item)
#let foot(y, item) = centred(154mm, y, 118mm, item)
#for (i, sheet) in json("words.json").enumerate() {
  if i > 0 { pagebreak() }
  head(44mm, text(14pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM])
  head(51mm, text(15pt, underline[Độc lập - Tự do - Hạnh phúc]))
  head(64mm, text(20pt, red)[CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TƠ TUNG])
  head(75mm, text(18pt)[TẶNG])
  head(85mm, text(44pt, red)[GIẤY KHEN])
  place(dx: 34.5mm, dy: 104mm, block(width: 228mm, height: 40mm, align(center + horizon, stack(
    spacing: 4.5mm, text(24pt, sheet.recipient), text(16pt, weight: "regular", sheet.address),
    text(17pt, weight: "regular", sheet.achievement),
  ))))
  place(dx: 25mm, dy: 145.5mm, image("qr/" + str(i) + ".png", width: 27mm, scaling: "pixelated"))
  place(dx: 25mm, dy: 174mm, text(9pt, weight: "regular", sheet.number))
  place(dx: 25mm, dy: 179mm, text(13pt, style: "italic")[
    Quyết định số: 45/QĐ-UBND ngày 20 tháng 12 năm 2023 \ Số sổ vàng: #sheet.entry])
  foot(149mm, text(14pt, style: "italic")[Tơ Tung, ngày 20 tháng 12 năm 2023])
  foot(156mm, text(15pt)[CHỦ TỊCH])
  foot(183mm, text(15pt)[Hà Minh Khôi])
}
"""


def prepare(folder, sheets):
    """The words and codes that the other two ways start from."""
    json.dump(sheets, open(f"{folder}/words.json", "w"))
    open(f"{folder}/plain.typ", "w").write(TYPST)
    os.makedirs(f"{folder}/qr", exist_ok=True)
    for at, sheet in enumerate(sheets):
        # A pixel a module, as ours; LibreOffice makes soft edges of it, so its own are larger.
        code = segno.make(sheet["code"], error="l", boost_error=False)
        code.save(f"{folder}/qr/{at}.png", border=0)
        code.save(f"{folder}/qr/{at}-large.png", border=0, scale=4)


def print_by_typst(folder):
    """Runs in a process of its own and tells its figures."""
    import typst
    began = time.perf_counter()
    typst.compile(f"{folder}/plain.typ", output=f"{folder}/typst.pdf", font_paths=[FONTS],
                  ignore_system_fonts=True, pdf_standards=["a-2b"])
    seconds, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"seconds": seconds, "megabytes": used.ru_maxrss / 1024}))


def heard(command, **more):
    """What a command says."""
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def by_typst(folder):
    return json.loads(heard([sys.executable, SELF, folder, "--typst"]))


def by_ours(folder, command):
    subprocess.run([*command, folder], check=True)
    return json.load(open(f"{folder}/ours.json"))


def office_template(path):
    """A careful clerk's sheet: centred lines, then a table, the code left, the signature right."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = docx.shared.Mm(297), docx.shared.Mm(210)
    section.top_margin = section.bottom_margin = docx.shared.Mm(18)
    red = docx.shared.RGBColor(0xC8, 0x10, 0x2E)

    def line(place, text, size, colour=None, bold=True, italic=False, align=1):
        paragraph = place.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.space_after = docx.shared.Pt(2)
        run = paragraph.add_run(text)
        run.font.size, run.font.name = docx.shared.Pt(size), "Tinos"
        run.bold, run.italic = bold, italic
        if colour:
            run.font.color.rgb = colour
        return paragraph

    paper.add_paragraph("{%p for s in sheets %}")
    first = line(paper, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14)
    first.paragraph_format.page_break_before = True
    line(paper, "Độc lập - Tự do - Hạnh phúc", 15).runs[0].underline = True
    line(paper, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TƠ TUNG", 20, red)
    line(paper, "TẶNG", 18)
    line(paper, "GIẤY KHEN", 44, red)
    line(paper, "{{ s.recipient }}", 24)
    line(paper, "{{ s.address }}", 16, bold=False)
    line(paper, "{{ s.achievement }}", 17, bold=False)
    left, right = paper.add_table(1, 2).rows[0].cells
    line(left, "{{ s.picture }}", 9, align=0)
    line(left, "{{ s.number }}", 9, bold=False, align=0)
    line(left, "Quyết định số: 45/QĐ-UBND ngày 20 tháng 12 năm 2023", 13, italic=True, align=0)
    line(left, "Số sổ vàng: {{ s.entry }}", 13, italic=True, align=0)
    line(right, "Tơ Tung, ngày 20 tháng 12 năm 2023", 14, italic=True)
    line(right, "CHỦ TỊCH", 15).paragraph_format.space_after = docx.shared.Pt(50)
    line(right, "Hà Minh Khôi", 15)
    paper.add_paragraph("{%p endfor %}")
    paper.save(path)


def by_office(folder, sheets):
    """A hundred sheets a file: LibreOffice silently drops file names past about 250."""
    office_template(f"{folder}/template.docx")
    letters = f"{folder}/fonts.conf"
    open(letters, "w").write(
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
    began = time.perf_counter()
    parts = []
    for start in range(0, len(sheets), 100):
        paper = docxtpl.DocxTemplate(f"{folder}/template.docx")
        wide = docx.shared.Mm(27)
        picture = lambda at: docxtpl.InlineImage(paper, f"{folder}/qr/{at}-large.png", width=wide)
        rows = [dict(sheet, picture=picture(at))
                for at, sheet in enumerate(sheets[start:start + 100], start)]
        paper.render({"sheets": rows})
        parts.append(f"{folder}/part-{start:04}.docx")
        paper.save(parts[-1])
    heard(["soffice", f"-env:UserInstallation=file://{folder}/user", "--headless", "--convert-to",
           "pdf", "--outdir", folder, *parts], env=dict(os.environ, FONTCONFIG_FILE=letters))
    pdfs = [part.replace(".docx", ".pdf") for part in parts]
    heard(["pdfunite", *pdfs, f"{folder}/office.pdf"])
    return {"seconds": time.perf_counter() - began}


def pages(pdf):
    return int(heard(["pdfinfo", pdf]).split("Pages:")[1].split()[0])


def misread(folder, name, sheets):
    """Sampled pages whose code is not that of their own sheet."""
    last = len(sheets)
    wrong = []
    for page in sorted({1, 2, last // 4, last // 4 + 1, last // 2, last * 3 // 4, last}):
        heard(["pdftoppm", "-gray", "-png", "-singlefile", "-r", "300", "-f", str(page), "-l",
               str(page), f"{folder}/{name}.pdf", f"{folder}/page"])
        # It ends with 4 when it sees no code.
        seen = subprocess.run(["zbarimg", "--raw", "-q", f"{folder}/page.png"],
                              capture_output=True, text=True).stdout
        if seen.split() != [sheets[page - 1]["code"]]:
            wrong.append(page)
    return wrong


def broken(best, counted, wrong, sheets):
    """One sentence for each bound or sheet that is not as it must be."""
    ours, most = best["ours"]["seconds"], best["ours"]["megabytes"]
    share = {name: ours / told["seconds"] for name, told in best.items()}
    if share["typst"] >= MOST_OF_TYPST:
        yield f"ours takes {share['typst']:.2f} of typst's time, not under {MOST_OF_TYPST}"
    if share.get("office", 0) >= MOST_OF_OFFICE:
        yield f"ours takes {share['office']:.3f} of the office way's time, not under 1/12"
    if most >= MOST_MEGABYTES:
        yield f"ours holds {most:.0f} MB, not under {MOST_MEGABYTES}"
    for name in best:
        if counted[name] != len(sheets):
            yield f"{name} has {counted[name]} pages, not {len(sheets)}"
        if wrong[name]:
            yield f"{name}: the codes of pages {wrong[name]} are unreadable or not their own"


def main():
    wanted = argparse.ArgumentParser()
    wanted.add_argument("folder")
    wanted.add_argument("--rounds", type=int, default=5)
    wanted.add_argument("--no-office", action="store_true")
    at = sys.argv.index("--")
    given, command = wanted.parse_args(sys.argv[1:at]), sys.argv[at + 1:]
    folder = given.folder

    sheets = by_ours(folder, command)["sheets"]
    prepare(folder, sheets)
    rounds = {"ours": [], "typst": []}
    for _ in range(given.rounds):
        rounds["ours"].append(by_ours(folder, command))
        rounds["typst"].append(by_typst(folder))
    if not given.no_office:
        rounds["office"] = [by_office(folder, sheets)]

    best = {name: min(told, key=lambda one: one["seconds"]) for name, told in rounds.items()}
    best["ours"]["megabytes"] = max(one["megabytes"] for one in rounds["ours"])
    counted = {name: pages(f"{folder}/{name}.pdf") for name in best}
    wrong = {name: misread(folder, name, sheets) for name in best}
    print("| way | seconds, best of | ours as a share | pages | MB held | MB of PDF |")
    print("|---|---|---|---|---|---|")
    for name, told in best.items():
        share = best["ours"]["seconds"] / told["seconds"]
        held = f"{told['megabytes']:.0f}" if "megabytes" in told else "–"
        size = os.path.getsize(f"{folder}/{name}.pdf") / 1e6
        print(f"| {name} | {told['seconds']:.2f} of {len(rounds[name])} | {share:.3f} "
              f"| {counted[name]} | {held} | {size:.1f} |")
    faults = list(broken(best, counted, wrong, sheets))
    sys.exit("\n".join(faults) if faults else 0)


if sys.argv[2:] == ["--typst"]:
    print_by_typst(sys.argv[1])
else:
    try:
        import segno, typst, docx, docxtpl
    except ImportError as lack:
        sys.exit(f"{lack.name} is missing: pip install typst docxtpl segno")
    main()
