//! Papers of many types and makers, all invented: what each says in its head and at its foot.

use chungsuc_press::read::{Format, Look, Paper, Parts, Place, Script, Source};
use serde_json::{Value, json};

fn paper(text: &str) -> Value {
    let mut source = Source::new(Format::Text);
    for (number, line) in (1..).zip(text.lines()) {
        source.push(line, Place::Line(number), Look::default());
    }
    let script = Script::of(&source);
    Paper::of(&Parts::of(&script)).json()
}

const MOTTO: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n";
const ARTICLE: &str = "Điều 1. Trồng mười hàng cây bên đường.\n\n";

#[test]
fn a_resolution_bears_its_number_behind_its_type_and_its_day_at_its_end() {
    let text = format!(
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nNghị quyết số: 901/2025/UBTVQH15\n\n{MOTTO}NGHỊ QUYẾT\n\n\
         Về trồng cây\n\n{ARTICLE}Nghị quyết này được Ủy ban Thường vụ Quốc hội khóa XV thông qua \
         ngày 24 tháng 12 năm 2025.\n\nTM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nCHỦ TỊCH\n\n( Đã ký )\n\n\
         Lò Văn Thử\n"
    );
    let paper = paper(&text);
    assert_eq!(paper["number"], "901/2025/UBTVQH15");
    assert_eq!(paper["date"], "2025-12-24");
    assert_eq!(paper["signer"]["name"], "Lò Văn Thử");
    let ordinance =
        text.replace("Nghị quyết số", "Pháp lệnh số").replace("NGHỊ QUYẾT", "PHÁP LỆNH");
    assert_eq!(self::paper(&ordinance)["number"], "901/2025/UBTVQH15");
}

#[test]
fn a_number_belongs_to_the_paper_and_not_to_what_it_came_with() {
    let heads = [
        "Phụ lục I\n\nMẪU SỔ TRỒNG CÂY\n\n(Kèm theo Nghị định số 901/2020/NĐ-CP)\n\n",
        "TỜ KHAI TRỒNG CÂY\n\n(Ban hành kèm theo Thông tư số 90/2020/TT-BTP)\n\n",
        "GIẢI TRÌNH THEO Ý KIẾN\n\nTheo Điều 5 Nghị định số 901/2020/NĐ-CP quy định về cây\n\n",
    ];
    for head in heads {
        let paper = paper(&format!("{head}Kính gửi: Ủy ban nhân dân xã\n\nTôi xin trồng cây.\n"));
        let nothing = [&paper["number"], &paper["doc_type"], &paper["issuer"]];
        assert!(nothing.iter().all(|value| value.is_null()), "{head}: {nothing:?}");
    }
}

#[test]
fn bodies_are_named_as_the_law_writes_them() {
    let cases = [
        ("TỈNH UỶ LA NGÀ", "Số 05 -NQ/TU", "Tỉnh uỷ La Ngà"),
        ("VĂN PHÒNG UBND TỈNH\n\nPHÒNG NCKSTT", "Số: 05/PT-NC", "Phòng NCKSTT"),
        ("ĐẢNG BỘ XÃ LA NGÀ\n\nCHI BỘ 1", "Số 05 -QC/CB", "Chi bộ 1"),
        (
            "UBND TỈNH LA NGÀ\n\nSỞ LAO ĐỘNG VÀ XÃ HỘI",
            "Số: 05/QĐ-SLĐ",
            "Sở Lao động và xã hội tỉnh La Ngà",
        ),
        ("HỢP TÁC XÃ TRỒNG CÂY", "Số: 05/QĐ-HTX", "Hợp tác xã trồng cây"),
        ("ỦY BAN NHÂN DÂN\n\nXÃ LA NGÀ\n\nDỰ THẢO", "Số: 05/QĐ-UBND", "Ủy ban nhân dân xã La Ngà"),
    ];
    for (bodies, number, issuer) in cases {
        let paper = paper(&format!(
            "{bodies}\n\n{number}\n\n{MOTTO}QUYẾT ĐỊNH\n\nVề trồng cây\n\n{ARTICLE}"
        ));
        assert_eq!(paper["issuer"], issuer, "{bodies}");
    }
}

#[test]
fn a_paper_without_a_head_is_issued_by_whom_its_preamble_names() {
    let text = format!(
        "THÔNG TƯ\n\nQuy định về trồng cây\n\nCăn cứ Luật Lâm nghiệp số 16/2017/QH14;\n\n\
         Bộ trưởng Bộ Trồng cây ban hành Thông tư quy định về trồng cây.\n\n{ARTICLE}"
    );
    assert_eq!(paper(&text)["issuer"], "Bộ Trồng cây");
}

#[test]
fn bases_may_stand_without_the_word() {
    let text = format!(
        "UBND TỈNH LA NGÀ\n\nSỞ NỘI VỤ\n\nSố: 05/QĐ-SNV\n\n{MOTTO}QUYẾT ĐỊNH\n\nVề trồng cây\n\n\
         Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;\n\n\
         Nghị định số 901/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về cây;\n\n\
         Theo đề nghị của Chủ nhiệm Đoàn Luật sư tại Tờ trình số 02/TTr-ĐLS ngày 05/5/2025.\n\n\
         QUYẾT ĐỊNH:\n\n{ARTICLE}"
    );
    let paper = paper(&text);
    let numbers: Vec<_> =
        paper["legal_bases"].as_array().unwrap().iter().map(|basis| &basis["number"]).collect();
    assert_eq!(numbers, [&Value::Null, &json!("901/2020/NĐ-CP")]);
    assert_eq!(paper["proposals"].as_array().unwrap().len(), 1);
}

#[test]
fn a_signer_is_named_without_rank() {
    for (written, name) in [
        ("Thượng tướng Lò Văn Thử", "Lò Văn Thử"),
        ("PGS.TS. Lò Văn Thử", "Lò Văn Thử"),
        ("Trung Tá Lò Văn Thử", "Lò Văn Thử"),
        ("Lò Văn Thử", "Lò Văn Thử"),
    ] {
        let text = format!(
            "BỘ TRỒNG CÂY\n\nSố: 05/2025/TT-BTC\n\n{MOTTO}THÔNG TƯ\n\nVề trồng cây\n\n{ARTICLE}\
             KT. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n\n{written}\n"
        );
        assert_eq!(paper(&text)["signer"]["name"], name);
    }
}

#[test]
fn the_recipients_of_a_form_behind_the_signature_are_not_those_of_the_decree() {
    let text = format!(
        "CHÍNH PHỦ\n\nSố: 901/2025/NĐ-CP\n\n{MOTTO}NGHỊ ĐỊNH\n\nVề trồng cây\n\n{ARTICLE}\
         TM. CHÍNH PHỦ\n\nTHỦ TƯỚNG\n\nLò Văn Thử\n\nPHỤ LỤC\n\nMẪU BÁO CÁO\n\nNơi nhận:\n\n\
         - Sở Trồng cây;\n\n- Lưu: VT.\n\nCHỦ TỊCH\n\n(Ký tên)\n"
    );
    let paper = paper(&text);
    assert_eq!(paper["recipients"], json!([]));
    assert_eq!(paper["signer"]["name"], "Lò Văn Thử");
}

#[test]
fn a_sentence_about_recipients_opens_no_list_of_them() {
    let text = format!(
        "UBND XÃ LA NGÀ\n\nSố: 05/HD-UBND\n\n{MOTTO}HƯỚNG DẪN\n\nVề văn thư\n\n1. Các phần\n\n\
         Nơi nhận văn bản xác định những nơi phải gửi.\n\nNơi nhận:\n\n- Các thôn;\n\n- Lưu: VT.\n\n\
         CHỦ TỊCH\n\nLò Văn Thử\n"
    );
    assert_eq!(paper(&text)["recipients"], json!(["Các thôn", "Lưu: VT"]));
}

#[test]
fn a_title_goes_on_where_its_line_cannot_end() {
    let head = format!("CHÍNH PHỦ\n\nSố: 901/2025/NĐ-CP\n\n{MOTTO}NGHỊ ĐỊNH\n\n");
    let whole = "Quy định chi tiết một số điều của Luật Trồng cây";
    let text = format!("{head}Quy định chi tiết một số điều của\nLuật Trồng cây\n\n{ARTICLE}");
    assert_eq!(paper(&text)["title"], whole);
    let text = format!("{head}Về một số cơ chế\nnhằm trồng nhiều cây\n\n{ARTICLE}");
    assert_eq!(paper(&text)["title"], "Về một số cơ chế nhằm trồng nhiều cây");
}

#[test]
fn a_charter_is_named_by_its_body_and_a_slip_by_its_heading() {
    let charter = "ỦY BAN NHÂN DÂN\n\nXÃ LA NGÀ\n\nĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)\n\nHỘI TRỒNG CÂY\n\n\
        (Kèm theo Quyết định số 05/QĐ-UBND)\n\nĐiều 1. Tên gọi\n";
    let read = paper(charter);
    assert_eq!((&read["doc_type"], &read["title"]), (&json!("Điều lệ"), &json!("HỘI TRỒNG CÂY")));
    let slip = format!(
        "VĂN PHÒNG UBND TỈNH\n\nSố: 05/PT-NC\n\n{MOTTO}PHIẾU TRÌNH\n\nKính gửi: Lãnh đạo\n\n1. Trồng cây\n"
    );
    assert_eq!(paper(&slip)["doc_type"], "Phiếu trình");
    let other = slip.replace("PHIẾU TRÌNH", "PHIẾU ĐỀ XUẤT Ý KIẾN");
    assert!(paper(&other)["doc_type"].is_null());
}

#[test]
fn a_day_in_figures_is_a_day() {
    let text = format!(
        "UBND XÃ LA NGÀ\n\nSố: 05/QĐ-UBND\n\n{MOTTO}La Ngà, ngày 06/02/2024\n\nQUYẾT ĐỊNH\n\n\
         Về trồng cây\n\n{ARTICLE}"
    );
    let paper = paper(&text);
    assert_eq!((&paper["place"], &paper["date"]), (&json!("La Ngà"), &json!("2024-02-06")));
}
