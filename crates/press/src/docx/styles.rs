//! Every look of a DOCX as a named style: nothing is formatted by hand, so a change of style changes
//! the document, and headings appear in Word's navigation.

use maud::{Markup, html};

use super::body::MAIN;
use super::units::{from_mm, from_pt, half_points, line};
use crate::Layout;

/// A paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    size_pt: f64,
    bold: bool,
    italic: bool,
    align: &'static str,
    before_pt: f64,
    first_line_mm: f64,
    lines: f64,
    outline: Option<usize>,
    keep_next: bool,
}

impl Style {
    fn new(id: &'static str, name: &'static str, size_pt: f64) -> Self {
        Self {
            id,
            name,
            size_pt,
            bold: false,
            italic: false,
            align: "left",
            before_pt: 0.0,
            first_line_mm: 0.0,
            lines: 1.0,
            outline: None,
            keep_next: false,
        }
    }

    fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    fn align(self, align: &'static str) -> Self {
        Self { align, ..self }
    }

    fn before(self, before_pt: f64) -> Self {
        Self { before_pt, ..self }
    }

    /// A heading of the outline; it stays with what follows.
    fn outline(self, level: usize) -> Self {
        Self { outline: Some(level), keep_next: true, ..self }
    }

    fn keep_next(self) -> Self {
        Self { keep_next: true, ..self }
    }

    /// The look of running text: indent, distance of lines and of paragraphs.
    fn running(self, layout: &Layout) -> Self {
        let body = &layout.body;
        Self {
            before_pt: body.paragraph_pt.get(),
            first_line_mm: body.first_line_mm.get(),
            lines: body.line.get(),
            ..self
        }
    }

    fn markup(&self) -> Markup {
        html! {
            w:style w:type="paragraph" w:styleId=(self.id) w:default=[(self.id == "Normal").then_some("1")] {
                w:name w:val=(self.name) {}
                @if self.id != "Normal" { w:basedOn w:val="Normal" {} }
                w:qFormat {}
                w:pPr {
                    @if self.keep_next { w:keepNext {} }
                    w:spacing w:before=(from_pt(self.before_pt)) w:after="0"
                        w:line=(line(self.lines)) w:lineRule="auto" {}
                    w:ind w:firstLine=(from_mm(self.first_line_mm)) {}
                    w:jc w:val=(self.align) {}
                    @if let Some(level) = self.outline { w:outlineLvl w:val=(level) {} }
                }
                w:rPr {
                    w:b w:val=(u8::from(self.bold)) {}
                    w:i w:val=(u8::from(self.italic)) {}
                    w:color w:val="000000" {}
                    w:sz w:val=(half_points(self.size_pt)) {}
                    w:szCs w:val=(half_points(self.size_pt)) {}
                }
            }
        }
    }
}

/// The styles of a layout.
pub(super) fn sheet(layout: &Layout) -> Markup {
    let font = &layout.page.font;
    html! {
        w:styles xmlns:w=(MAIN) {
            w:docDefaults {
                w:rPrDefault {
                    w:rPr {
                        w:rFonts w:ascii=(font) w:hAnsi=(font) w:eastAsia=(font) w:cs=(font) {}
                        w:lang w:val="vi-VN" w:eastAsia="vi-VN" {}
                    }
                }
                w:pPrDefault {}
            }
            @for style in frame(layout).iter().chain(&text(layout)) { (style.markup()) }
            (table())
        }
    }
}

/// The parts around the text.
fn frame(layout: &Layout) -> Vec<Style> {
    let size = &layout.size_pt;
    let centred = |id, name, size_pt| Style::new(id, name, size_pt).align("center");
    vec![
        centred("Nation", "Quốc hiệu", size.nation.get()).bold(),
        centred("Motto", "Tiêu ngữ", size.motto.get()).bold(),
        centred("Superior", "Cơ quan chủ quản", size.issuer.get()),
        centred("Issuer", "Cơ quan ban hành", size.issuer.get()).bold(),
        centred("Number", "Số, ký hiệu", size.number.get()).before(6.0),
        centred("Dateline", "Địa danh, thời gian", size.dateline.get()).italic().before(6.0),
        centred("Subject", "Trích yếu công văn", size.subject.get()).before(6.0),
        centred("Title", "Title", size.kind.get()).bold().before(18.0).keep_next(),
        centred("Subtitle", "Subtitle", size.kind.get()).bold().keep_next(),
        centred("Authority", "Người có thẩm quyền", size.kind.get()).bold().before(12.0),
        centred("Rule", "Đường kẻ", 1.0),
        Style::new("Addressee", "Kính gửi", size.body.get()).before(6.0),
        centred("Post", "Quyền hạn, chức vụ", size.signer.get()).bold().keep_next(),
        centred("Signer", "Người ký", size.signer.get())
            .bold()
            .before(layout.frame.signing_pt.get()),
        Style::new("RecipientsTitle", "Nơi nhận", size.recipients_title.get())
            .bold()
            .italic()
            .keep_next(),
        Style::new("Recipients", "Danh sách nơi nhận", size.recipients.get()),
        centred("PageNumber", "Số trang", size.page_number.get()),
    ]
}

/// The text and the annexes.
fn text(layout: &Layout) -> Vec<Style> {
    let size = &layout.size_pt;
    let (body, cell) = (size.body.get(), size.table.get());
    let running = |id, name| Style::new(id, name, body).align("both").running(layout);
    let annex = |id, name| Style::new(id, name, size.annex.get()).align("center");
    vec![
        running("Normal", "Normal"),
        running("Basis", "Căn cứ").italic(),
        running("Heading1", "heading 1").bold().outline(0),
        running("Heading2", "heading 2").bold().outline(1),
        running("Heading3", "heading 3").bold().outline(2),
        Style::new("Centred", "Dòng giữa", body).align("center").bold().before(12.0).keep_next(),
        annex("AnnexLabel", "Phụ lục").bold().keep_next(),
        annex("AnnexTitle", "Tên phụ lục").bold().outline(0),
        annex("AnnexReference", "Kèm theo").italic(),
        Style::new("CellHead", "Đầu bảng", cell).bold().align("center"),
        Style::new("Cell", "Ô bảng", cell),
        Style::new("CellTotal", "Ô tổng cộng", cell).bold(),
    ]
}

/// Tables of the text: thin lines, a little room beside the words.
fn table() -> Markup {
    let room = from_mm(1.5);
    html! {
        w:style w:type="table" w:styleId="Grid" {
            w:name w:val="Table Grid" {}
            w:tblPr {
                w:tblBorders {
                    w:top w:val="single" w:sz="4" w:space="0" w:color="000000" {}
                    w:left w:val="single" w:sz="4" w:space="0" w:color="000000" {}
                    w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000" {}
                    w:right w:val="single" w:sz="4" w:space="0" w:color="000000" {}
                    w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000" {}
                    w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000" {}
                }
                w:tblCellMar {
                    w:top w:w="40" w:type="dxa" {}
                    w:left w:w=(room) w:type="dxa" {}
                    w:bottom w:w="40" w:type="dxa" {}
                    w:right w:w=(room) w:type="dxa" {}
                }
            }
        }
    }
}
