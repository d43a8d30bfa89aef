//! Writes the files from which the fuzzers begin: `cargo run -p chungsuc-press --example seeds`.

use std::io::{Cursor, Read};
use std::path::Path;

use chungsuc_press::{
    Align, Block, Capacity, Column, Document, Header, Layout, Number, Signature, Table, docx, pdf,
};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// What parts the parts of a .docx in the input of its fuzzer.
const CUT: &str = "\u{1e}";

fn paper() -> Outcome<Document> {
    let header = Header {
        superior: None,
        issuer: "Ủy ban nhân dân xã Tơ Tung".into(),
        number: Some(Number { serial: Some(5), symbol: "QĐ-UBND".into() }),
        place: Some("Tơ Tung".into()),
        date: None,
    };
    let signer =
        Signature { capacity: Capacity::head("Chủ tịch"), name: "Hà Minh Khôi".into() };
    let columns =
        vec![Column::new("TT", 10, Align::Center), Column::new("Họ và tên", 90, Align::Left)];
    let rows = vec![vec!["1".into(), "Đinh Thị Blưn".into()]];
    Ok(Document {
        kind: Some("Quyết định".into()),
        body: vec![
            Block::Article { number: 1, text: "Tặng Giấy khen cho các cá nhân sau.".into() },
            Block::Table(Table::new(columns, rows, None)?),
        ],
        ..Document::new(header, "Về việc tặng Giấy khen", signer)
    })
}

/// The document and the styles of a .docx as the fuzzer takes them, with a list of ours.
fn parts(packed: Vec<u8>) -> Outcome<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(packed))?;
    let mut text = String::new();
    for name in ["word/document.xml", "word/styles.xml"] {
        archive.by_name(name)?.read_to_string(&mut text)?;
        text += CUT;
    }
    Ok(text)
}

const LIST: &str = "<w:document><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr>\
    <w:outlineLvl w:val='0'/><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/><w:rFonts w:hAnsi='.VnTime'/></w:rPr>\
    <w:t>d÷</w:t><w:tab/><w:br/><w:softHyphen/></w:r><w:del><w:r><w:t>x</w:t></w:r></w:del><w:r><mc:AlternateContent>\
    <mc:Choice><w:txbxContent><w:p/></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p><w:tbl>\
    <w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>&amp;&#65;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
    </w:body></w:document>\u{1e}<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:basedOn w:val='M'/>\
    <w:name w:val='heading 2'/><w:rPr><w:caps/></w:rPr></w:style></w:styles>\u{1e}<w:numbering><w:abstractNum \
    w:abstractNumId='0'><w:lvl w:ilvl='1'><w:start w:val='3'/><w:numFmt w:val='upperRoman'/><w:isLgl/><w:lvlText \
    w:val='%1.%2)'/></w:lvl></w:abstractNum><w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'>\
    <w:startOverride w:val='4'/></w:lvlOverride></w:num></w:numbering>\u{1e}<w:footnotes><w:footnote w:id='1'><w:p>\
    <w:r><w:t>n</w:t></w:r></w:p></w:footnote></w:footnotes>";

const PDF: &str = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 90/Contents[4 0 R]/Resources<</Font<</F 5 0 R/G 6 0 R>>\
    /XObject<</X 8 0 R>>>>>>endobj\n4 0 obj<</Length 190>>stream\nq 1 0 0 1 9 9 cm BT /F 12 Tf 14 TL 1 Tc 2 Tw 90 Tz 1 Ts \
    100 700 Td (Xa\\267) Tj T* [(a) -300 (b)] TJ (c) ' 1 2 (d) \" /Span<</ActualText(fi)>>BDC (e) Tj EMC ET Q /X Do BT /G 9 Tf \
    1 0 0 1 9 9 Tm <00010002> Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+.VnTimeH\
    /Encoding<</Differences[65/Dcroat/uni1EC7]>>/FirstChar 32/Widths[250 300]/FontDescriptor<</Flags 64/MissingWidth 400>>>>\
    endobj\n6 0 obj<</Type/Font/Subtype/Type0/BaseFont/B/Encoding/Identity-H/DescendantFonts[<</DW 900/W[1[500]3 9 600]>>]\
    /ToUnicode 7 0 R>>endobj\n7 0 obj<</Length 120>>stream\n1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar \
    <0001> <1EC7> endbfchar 1 beginbfrange <0002> <0009> <0041> endbfrange\nendstream endobj\n8 0 obj<</Subtype/Form/Matrix\
    [1 0 0 1 0 0]/Length 30>>stream\nBT /F 9 Tf (x) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF";

const HTML: &str = "<!DOCTYPE html><html><meta charset=utf-8><title>x</title><style>p{}</style><body><h2 align=center>Mục</h2>\
    <p style='text-align:center;font-weight:bold'>Ủy ban<p><font face='.VnTime'>§éc lËp</font> <span style=\"font-family:\
    'VNI-Times'\">ñaõ</span> &amp; &#7879;<br><ol type=a start=2><li>một<ul><li>hai</ul></ol><table><tr><td>1<th>2</table>\
    <script>p</script><!-- x --></body></html>";

const TEXT: &str = "Số: 05/KH-UBND\n\nI. Mục tiêu\nCéng hoµ x· héi\nCoäng hoøa xaõ hoäi\n";

fn main() -> Outcome {
    let layout = Layout::parse(include_str!("../../../catalog/papers/layout.toml"))?;
    let paper = paper()?;
    let latin = |text: &str| text.chars().filter_map(|c| u8::try_from(c).ok()).collect::<Vec<u8>>();
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    for (name, bytes) in [
        ("docx/paper", parts(docx(&paper, &layout)?)?.into_bytes()),
        ("docx/list", LIST.into()),
        ("docx/archive", docx(&paper, &layout)?),
        ("pdf/paper", pdf(&paper, &layout)?),
        ("pdf/written", PDF.into()),
        ("html/page", HTML.into()),
        ("html/latin", latin("<html><p>Coäng hoøa xaõ hoäi chuû nghóa")),
        ("txt/utf-8", TEXT.into()),
        ("txt/utf-16", utf_16(TEXT)),
        ("txt/tcvn3", latin("Céng hoµ x· héi chñ nghÜa ViÖt Nam\n")),
        ("txt/vni", latin("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\n")),
    ] {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
