//! Web pages, as sloppy as offices write them.

use chungsuc_press::read::{Look, Paragraph, Place, ReadError, source};

use super::{lines, refusal, shown};

#[test]
fn paragraphs_end_where_the_browser_ends_them() {
    let page = "<!DOCTYPE html><title>không đọc</title><style>p{}</style><body><p>Một\n  \
        hai<p>ba<b>&nbsp;bốn</b>\
                <br>năm<br><br>sáu<div>bảy<div>tám</div>chín</div><script>let x = \
                '<p>mười';</script>\
                &lt;a&gt; &amp; &#7879; &Acirc;<!-- thôi --></body>";
    assert_eq!(
        lines(page.as_bytes(), ""),
        ["Một hai", "ba bốn", "năm", "", "sáu", "bảy", "tám", "chín", "<a> & ệ Â"]
    );
}

#[test]
fn lines_count_where_they_are_shown_as_typed() {
    let page = "<html><p>một\nhai<pre>ba  bốn\n\n<b>năm</b>\nsáu</pre>bảy";
    assert_eq!(lines(page.as_bytes(), ""), ["một hai", "ba bốn", "", "năm", "sáu", "bảy"]);
}

#[test]
fn lists_are_numbered_and_cells_have_places() {
    let page = "<html><ol type=I start=3><li>a<li>b<ul><li>c</ul><li>d</ol><table><tr>\
        <td>1<td>2<tr><th>3\
                <td><table><tr><td>4</table>5</table>6";
    let source = source(page.as_bytes(), "").unwrap();
    assert_eq!(shown(&source), ["III. a", "IV. b", "- c", "V. d", "1", "2", "3", "4", "5", "6"]);
    let cell = |table, row, column| Place::Cell { table, row, column };
    let places: Vec<Place> = source.paragraphs()[4..].iter().map(|p| p.place).collect();
    assert_eq!(
        places,
        [
            cell(1, 1, 1),
            cell(1, 1, 2),
            cell(1, 2, 1),
            cell(2, 1, 1),
            cell(1, 2, 2),
            Place::Paragraph(10)
        ]
    );
}

#[test]
fn looks_are_read_from_tags_and_styles() {
    let page = "<html><h2 align=center>Mục</h2><center><i>giữa</i></center>\
                <p style='text-align: center; font-weight:bold'>đậm</p><p><b>nửa</b> đậm</p>\
                <p style='text-transform:uppercase'>hoa</p>";
    let source = source(page.as_bytes(), "").unwrap();
    let look = |bold, italic, centred, heading| Look { bold, italic, centred, heading };
    let seen: Vec<(&str, Look)> =
        source.paragraphs().iter().map(|p: &Paragraph| (source.words(p), p.look)).collect();
    assert_eq!(
        seen,
        [
            ("Mục", look(true, false, true, Some(2))),
            ("giữa", look(false, true, true, None)),
            ("đậm", look(true, false, true, None)),
            ("nửa đậm", look(false, false, false, None)),
            ("HOA", look(false, false, false, None)),
        ]
    );
}

#[test]
fn fonts_of_old_encodings_are_read() {
    let page = "<html><meta charset=utf-8><p>Ủy ban nhân dân xã <font face='.VnTime'>§éc \
        lËp</font>, \
                <span style=\"font-family:'VNI-Times',serif\">thi ñua</span> và \
                <font face='.VnTimeH'>h¹nh phóc</font>";
    assert_eq!(lines(page.as_bytes(), ""), ["Ủy ban nhân dân xã Độc lập, thi đua và HẠNH PHÚC"]);
}

#[test]
fn what_is_nested_without_end_is_read_like_any_other() {
    let deep = format!("<html>{}chữ{}", "<div><b>".repeat(200_000), "</b></div>".repeat(200_000));
    assert_eq!(lines(deep.as_bytes(), ""), ["chữ"]);
    let tables = format!("<html>{}chữ", "<table><tr><td>".repeat(100_000));
    assert_eq!(lines(tables.as_bytes(), ""), ["chữ"]);
}

#[test]
fn a_page_without_words_says_so() {
    assert_eq!(refusal(b"<html><body><p>&nbsp;</p></body>"), Some(ReadError::Empty));
    assert_eq!(refusal(b"<html><body><img src=scan.jpg>"), Some(ReadError::Scanned));
}
