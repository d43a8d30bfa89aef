//! Every component on one page, held to the promises of a page: words, ids, no inline anything.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::*;
use crate::web::{Count, Errors, Form, Language, Message, PageError, Paging, assets};

fn ways() -> Vec<NavGroup> {
    let way = |label, href| NavItem { label, href };
    let group = |label, items| NavGroup { label, items };
    vec![
        group("", vec![way("Bàn làm việc", "/ban-lam-viec")]),
        group(
            "Phong trào",
            vec![way("Phong trào thi đua", "/phong-trao"), way("Tiêu chí", "/tieu-chi")],
        ),
        group("Nguồn lực", vec![way("Đóng góp", "/nguon-luc"), way("Công trình", "/cong-trinh")]),
        group(
            "Khen thưởng",
            vec![way("Đề nghị", "/khen-thuong"), way("Quyết định", "/quyet-dinh")],
        ),
        group("Tổng hợp", vec![way("Báo cáo", "/bao-cao")]),
        group("Hệ thống", vec![way("Nhật ký", "/nhat-ky")]),
    ]
}

fn typed() -> (Form, Errors) {
    let form = Form::from_pairs([
        ("ten", "Nguyễn <b>Thị</b> Hạnh"),
        ("ngay", "31/2/2022"),
        ("tien", "1,5 triệu"),
        ("mat-khau", "bí mật"),
        ("thon", "so-tor"),
        ("hinh-thuc", "tien"),
        ("doi-tuong", "ho"),
        ("doi-tuong", "thon"),
        ("dong-y", "on"),
        ("ma", "7"),
        ("ghi-chu", "\nDòng hai"),
    ]);
    let mut errors = Errors::default();
    errors.add("ngay", Message::worded("Tháng 2 năm 2022 không có ngày 31"));
    errors.add("hinh-thuc", Message::new("field-missing"));
    errors.add("doi-tuong", Message::new("field-missing"));
    (form, errors)
}

fn questions<'a>() -> Vec<Field<'a>> {
    let villages = vec![Choice::new("so-tor", "Làng Sơ Tor"), Choice::new("leng", "Làng Leng")];
    let ways = vec![
        Choice::new("tien", "Tiền mặt"),
        Choice::new("cong", "Ngày công").hint("Quy đổi theo mức đã được họp làng thông qua"),
    ];
    let subjects = vec![Choice::new("ho", "Hộ gia đình"), Choice::new("thon", "Thôn, làng")];
    vec![
        Field::new("ten", "Họ và tên").required().autocomplete("name"),
        Field::new("ngay", "Ngày đóng góp").kind(Kind::Date).required(),
        Field::new("tien", "Số tiền").kind(Kind::Money).read_as("1.500.000 đồng"),
        Field::new("dien-tich", "Diện tích đất hiến").kind(Kind::Number).unit("m²"),
        Field::new("thon", "Làng").kind(Kind::Select(villages)),
        Field::new("hinh-thuc", "Hình thức đóng góp").kind(Kind::Radios(ways)).required(),
        Field::new("doi-tuong", "Đối tượng").kind(Kind::Checkboxes(subjects)),
        Field::new("ghi-chu", "Ghi chú").kind(Kind::Long).help("Ghi ngắn gọn."),
        Field::new("anh", "Ảnh hoặc biên bản").kind(Kind::File { accept: ".jpg,.pdf", many: true }),
        Field::new("mat-khau", "Mật khẩu").kind(Kind::Password).autocomplete("new-password"),
        Field::new("dong-y", "Đã đối chiếu với sổ của làng").kind(Kind::Tick),
        Field::new("ma", "").kind(Kind::Hidden),
    ]
}

fn list(l: Language, query: &str) -> Markup {
    let query = Form::parse(query.as_bytes());
    let paging = Paging::parse("/nguon-luc", &query, &["ten", "tien"]);
    let columns = [
        Column::new("Người đóng góp").sorted_by("ten"),
        Column::new("Làng"),
        Column::new("Ngày công").numeric(),
        Column::new("Quy đổi, đồng").numeric().sorted_by("tien"),
        Column::new("Trạng thái"),
    ];
    let row = |place: u64| {
        let state = if place.is_multiple_of(7) { State::Unchecked } else { State::Verified };
        Cells::new()
            .link("/nguon-luc/7", &format!("Hộ số {place}"))
            .text("Làng Sơ Tor")
            .number(l, place)
            .number(l, place * 200_000)
            .tag(l, state)
    };
    let totals = Cells::new().text("Cộng").text("").number(l, 1275).number(l, 255_000_000).text("");
    let search = Field::new("q", "Tìm theo tên").draw(l, &query, &Errors::default());
    html! {
        (filter(l, &paging, search))
        (Table::new("Sổ đóng góp", &columns, (1..=50).map(row).collect())
            .paged(&paging, Count::MoreThan(1000)).totals(totals).draw(l))
    }
}

/// More columns than a page is wide.
fn grid(l: Language) -> Markup {
    let names: Vec<_> = (1..=19).map(|place| format!("Tiêu chí {place}")).collect();
    let units = [Column::new("Làng")].into_iter();
    let columns: Vec<_> = units.chain(names.iter().map(|n| Column::new(n).numeric())).collect();
    let row = |name: &str| (0..19).fold(Cells::new().text(name), |row, n| row.number(l, n * 5));
    let rows = ["Làng Sơ Tor", "Làng Leng", "Làng Klếch"].map(row).into();
    Table::new("Bảng tiêu chí theo làng", &columns, rows).wide().draw(l)
}

fn record(l: Language) -> Markup {
    let way = [
        Step { label: "Lập hồ sơ", state: StepState::Done, note: "02/11/2022" },
        Step {
            label: "Thẩm định", state: StepState::Done, note: "Phòng Văn hoá – Xã hội"
        },
        Step { label: "Họp Hội đồng", state: StepState::Current, note: "hạn 20/12/2023" },
        Step { label: "Ban hành", state: StepState::Ahead, note: "" },
    ];
    let list = [
        Fact::new("Tập thể được đề nghị", html! { a href="/thon/so-tor" { "Làng Sơ Tor" } }),
        Fact::new("Hình thức", html! { "Giấy khen của Chủ tịch UBND xã" }),
        Fact {
            change: Some(("/khen-thuong/7/tien", "Sửa")),
            ..Fact::new("Tiền thưởng", html! { "2.700.000 đồng " (tag(l, State::Unchecked)) })
        },
    ];
    let events = [
        Event {
            when: "20/12/2023 08:02",
            stamp: "2023-12-20T08:02:00+07:00",
            who: "Lê Thị Hạnh",
            what: "Gửi Hội đồng",
            detail: Some(html! { "Kèm biên bản họp làng." }),
        },
        Event {
            when: "02/11/2023 15:40",
            stamp: "2023-11-02T15:40:00+07:00",
            who: "Phạm Văn Dũng",
            what: "Lập hồ sơ",
            detail: None,
        },
    ];
    let act = Confirm {
        act: "Ban hành quyết định",
        consequence: "Sau khi ban hành, số quyết định không thay đổi được.",
        action: "/quyet-dinh/7/ban-hanh",
        token: "abc",
        grave: false,
    };
    let grave = Confirm { act: "Thu hồi quyết định", grave: true, ..act };
    html! {
        (steps(l, &way))
        (facts(&list))
        (act.folded())
        (grave.open(html! {}))
        h2 { "Lịch sử" }
        (timeline(&events))
    }
}

fn gallery(l: Language) -> String {
    let (form, errors) = typed();
    let states = [
        State::Draft,
        State::Sent,
        State::Returned,
        State::Verified,
        State::Accepted,
        State::Frozen,
        State::Issued,
        State::Revoked,
        State::Late,
        State::Unchecked,
    ];
    let numbers = [
        figure("6/10", "Tiêu chí đạt", "/tieu-chi", "đến 20/12/2023"),
        figure("412", "Ngày công", "/nguon-luc", "của 3 làng"),
        figure("1.250.000.000", "Huy động", "/nguon-luc?loai=tien", "đồng"),
        figure("0", "Việc quá hạn", "/nhiem-vu?han=qua", ""),
    ];
    let body = html! {
        p.lead { "Làng nào cũng có phần, người nào cũng có tên trong sổ." }
        (figures(&numbers))
        p { @for state in states { (tag(l, state)) " " } }
        (notice(Tone::Plain, &html! { "Kỳ báo cáo mở đến hết ngày 20/12/2023." }))
        (notice(Tone::Warning, &html! { "Mức thưởng này " a href="/" { "chưa kiểm chứng" } "." }))
        (notice(Tone::Bad, &html! { "Hồ sơ quá hạn 2 ngày." }))
        h2 { "Hồ sơ" }
        (record(l))
        h2 { "Biểu nhập" }
        form method="post" action="/nguon-luc/moi" data-draft {
            (draft(l))
            (fields(l, &form, &errors, &questions()))
            (buttons(&[button("Ghi vào sổ"), button_quiet("nhap", "Lưu nháp")]))
        }
        h2 { "Danh sách" }
        (grid(l))
        (list(l, "xep=-tien&trang=2&lang=vi"))
        (empty("Chưa có đề nghị nào", "Đề nghị mới sẽ hiện ở đây.", Some(("/moi", "Lập đề nghị"))))
        (button_link("/", "Về bàn làm việc"))
    };
    let reader =
        Reader {
            account: "a-7", name: "Lê Thị Hạnh", unit: "UBND xã Tơ Tung", token: "abc"
        };
    Page::new(l, "Đề nghị khen thưởng làng Sơ Tor")
        .heading(html! { "Đề nghị khen thưởng làng Sơ Tor " (tag(l, State::Sent)) })
        .at("/khen-thuong/7?loc=moi&lang=vi")
        .nav(&ways())
        .signed_in(reader)
        .back("/khen-thuong", "Các đề nghị")
        .saved("Đã gửi hồ sơ cho Hội đồng.")
        .body(body)
        .render()
}

/// The values of an attribute on a page, in their order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn ids_are_unique_and_all_that_points_at_them_lands() {
    let page = gallery(Language::Vietnamese);
    let ids = values(&page, "id");
    let known: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice: {ids:?}");
    let labels = values(&page, "for").into_iter();
    let about = values(&page, "aria-describedby").into_iter().flat_map(str::split_whitespace);
    let titles = values(&page, "aria-labelledby").into_iter();
    let links = values(&page, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
    let pointers: Vec<_> = labels.chain(about).chain(titles).chain(links).collect();
    assert!(pointers.len() > 25, "the page points at little: {pointers:?}");
    for pointer in pointers {
        assert!(known.contains(pointer), "nothing is called {pointer}");
    }
}

#[test]
fn carries_nothing_inline_and_stays_light() {
    let page = gallery(Language::Vietnamese);
    for inline in [" style=", "<style", " onclick=", " onsubmit=", " oninput=", "javascript:"] {
        assert!(!page.contains(inline), "{inline}");
    }
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.len() < 60_000, "{}", page.len());
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn shows_words_and_no_keys() {
    for l in [Language::Vietnamese, Language::English] {
        let page = gallery(l);
        let texts = page.split('>').filter_map(|part| part.split('<').next());
        let keys: Vec<_> = texts
            .map(str::trim)
            .filter(|text| text.contains('-') && !text.contains([' ', '.', '/', '↕']))
            .filter(|text| text.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-'))
            .collect();
        assert!(keys.is_empty(), "{keys:?}");
    }
}

#[test]
fn keeps_what_was_typed_except_secrets() {
    let (form, errors) = typed();
    let drawn = fields(Language::Vietnamese, &form, &errors, &questions()).into_string();
    for kept in [
        "value=\"Nguyễn &lt;b&gt;Thị&lt;/b&gt; Hạnh\"",
        "value=\"31/2/2022\"",
        "<option value=\"so-tor\" selected>",
        "value=\"tien\" checked",
        "value=\"ho\" checked",
        "value=\"thon\" checked",
        "<input type=\"hidden\" name=\"ma\" value=\"7\">",
        ">\n\nDòng hai</textarea>",
    ] {
        assert!(drawn.contains(kept), "{kept}");
    }
    assert!(!drawn.contains("bí mật"));
    assert!(drawn.contains("autocomplete=\"new-password\""));
}

#[test]
fn says_errors_beside_the_field_and_in_the_summary() {
    let (form, errors) = typed();
    let date = Field::new("ngay", "Ngày").kind(Kind::Date);
    let drawn = date.draw(Language::Vietnamese, &form, &errors).into_string();
    assert!(drawn.contains("aria-describedby=\"ngay-help ngay-error\" aria-invalid=\"true\""));
    assert!(drawn.contains("<span class=\"hidden\">Lỗi: </span>Tháng 2 năm 2022"));
    let summary = error_summary(Language::Vietnamese, &errors, &[date]).into_string();
    assert!(summary.contains("Cần sửa 3 chỗ"));
    assert!(summary.contains("<a href=\"#ngay\">Ngày: Tháng 2 năm 2022"));
    let fine = Errors::default();
    assert_eq!(error_summary(Language::Vietnamese, &fine, &[]).into_string(), "");
    let calm = Field::new("ten", "Tên").draw(Language::Vietnamese, &form, &fine).into_string();
    assert!(!calm.contains("aria-invalid") && !calm.contains("bắt buộc"));
}

#[test]
fn a_table_orders_labels_adds_up_and_leads_on() {
    let drawn = list(Language::Vietnamese, "xep=-tien&trang=2&q=h").into_string();
    for part in [
        "<th class=\"ordered number\" scope=\"col\" aria-sort=\"descending\">",
        "href=\"/nguon-luc?q=h&amp;xep=tien\"",
        "<th scope=\"row\"><a href=\"/nguon-luc/7\">Hộ số 1</a></th>",
        "<td class=\"number\" data-label=\"Quy đổi, đồng\">10.000.000</td>",
        "<tfoot><tr><th scope=\"row\">Cộng</th>",
        "51–100 trong hơn 1.000",
        "rel=\"prev\" href=\"/nguon-luc?q=h&amp;xep=-tien\"",
        "rel=\"next\" href=\"/nguon-luc?q=h&amp;xep=-tien&amp;trang=3\"",
        "href=\"/nguon-luc?q=h&amp;xep=-tien&amp;dang=csv\" download",
        "<input type=\"hidden\" name=\"xep\" value=\"-tien\">",
        "Bỏ lọc",
    ] {
        assert!(drawn.contains(part), "{part}");
    }
}

#[test]
fn an_empty_table_says_why() {
    let say = |query: &str| {
        let paging = Paging::parse("/quy", &Form::parse(query.as_bytes()), &[]);
        let table = Table::new("Quỹ", &[], vec![]).paged(&paging, Count::Exactly(0));
        table.nothing(empty("Quỹ chưa có khoản nào", "", None)).draw(Language::Vietnamese)
    };
    assert!(say("").into_string().contains("Quỹ chưa có khoản nào"));
    assert!(say("q=x").into_string().contains("Không có dòng nào khớp bộ lọc"));
    let last = say("trang=9").into_string();
    assert!(last.contains("rel=\"prev\"") && !last.contains("csv") && !last.contains("next"));
    let bare = Table::new("Quỹ", &[], vec![]).draw(Language::English).into_string();
    assert!(bare.contains("No rows yet"));
}

#[test]
fn the_frame_knows_reader_section_and_language() {
    let page = gallery(Language::Vietnamese);
    for part in [
        "<body data-account=\"a-7\" data-saved>",
        "href=\"/khen-thuong/7?loc=moi&amp;lang=en\" lang=\"en\"",
        "<p class=\"section tone-4\">Khen thưởng</p>",
        "aria-current=\"true\"><span>Đề nghị</span>",
        "role=\"status\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

/// Draws every component, and for the eye into a folder: `CHUNGSUC_GALLERY=folder cargo test gallery`.
#[test]
fn gallery_is_drawn() -> std::io::Result<()> {
    let kept = tempfile::tempdir()?;
    let folder = std::env::var("CHUNGSUC_GALLERY");
    let folder = folder.unwrap_or_else(|_| kept.path().display().to_string());
    for l in [Language::Vietnamese, Language::English] {
        for (name, page) in [("page", gallery(l)), ("error", PageError::not_found().page(l))] {
            let page = page
                .replace(assets::style(), "style.css")
                .replace(assets::script(), "app.js")
                .replace(assets::icon(), "icon.svg");
            assert!(page.contains("style.css") && page.contains("app.js"), "{name}");
            std::fs::write(format!("{folder}/{name}.{}.html", l.code()), page)?;
        }
    }
    std::fs::write(format!("{folder}/style.css"), include_str!("../assets/style.css"))?;
    std::fs::write(format!("{folder}/app.js"), include_str!("../assets/app.js"))?;
    std::fs::write(format!("{folder}/icon.svg"), include_str!("../assets/icon.svg"))
}
