//! Reading documents: invented ones, in the ways in which real ones are written.

use chungsuc_press::read::{
    Format, Level, Look, NoPlan, Paper, Parts, Place, Plan, Script, Source,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const WRAPPED: &str = include_str!("reading/wrapped.md");
const WHOLE: &str = include_str!("reading/whole.txt");
const COLUMNS: &str = include_str!("reading/columns.txt");
const DECISION: &str = include_str!("reading/decision.txt");
const MINUTES: &str = include_str!("reading/minutes.txt");
const LETTER: &str = include_str!("reading/letter.txt");

fn source(text: &str) -> Source {
    let mut source = Source::new(Format::Text);
    for (number, line) in (1..).zip(text.lines()) {
        source.push(line, Place::Line(number), Look::default());
    }
    source
}

fn plan(text: &str) -> Value {
    let script = Script::of(&source(text));
    Plan::of(&Parts::of(&script)).unwrap().json()
}

fn paper(text: &str) -> Value {
    let script = Script::of(&source(text));
    Paper::of(&Parts::of(&script)).json()
}

/// One field of each entry of a list.
fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|entry| entry[field].as_str().unwrap_or("")).collect()
}

#[test]
fn a_wrapped_plan_with_marks_of_markdown_says_its_frame() {
    let plan = plan(WRAPPED);
    let expected = [
        ("number", json!("045/KH-UBND")),
        ("doc_type", json!("Kế hoạch")),
        ("issuer", json!("Ủy ban nhân dân xã Suối Bạc")),
        ("place", json!("Suối Bạc")),
        ("date", json!("2026-03-06")),
        ("title", json!("PHÁT ĐỘNG PHONG TRÀO THI ĐUA “SUỐI BẠC XANH - SẠCH - ĐẸP” NĂM 2026")),
        ("movement_name", json!("SUỐI BẠC XANH - SẠCH - ĐẸP")),
    ];
    for (key, value) in expected {
        assert_eq!(plan[key], value, "{key}");
    }
    let signer = json!({
        "title": "PHÓ CHỦ TỊCH",
        "name": "Lò Thị Thử Nghiệm",
        "on_behalf": "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
    });
    assert_eq!(plan["signer"], signer);
    let recipients = ["UBND tỉnh (b/c)", "TT. Đảng ủy, HĐND xã", "Các thôn", "Lưu: VT, KT (12b)"];
    assert_eq!(plan["recipients"], json!(recipients));
}

#[test]
fn bases_are_those_of_the_preamble_and_not_those_inside_titles() {
    let plan = plan(WRAPPED);
    let numbers = ["", "", "901/2025/NĐ-CP", "07-CT/TU", "0112/KH-UBND"];
    assert_eq!(each(&plan["legal_bases"], "number"), numbers);
    let dates = ["2022-06-15", "2020-11-17", "2025-06-14", "2026-01-05", "2026-01-20"];
    assert_eq!(each(&plan["legal_bases"], "date"), dates);
    assert_eq!(plan["legal_bases"][2]["issuer"], "Chính phủ");
}

#[test]
fn documents_are_named_in_many_ways() {
    let cases = [
        ("Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;", vec!["31/2024/QH15 2024-01-18"]),
        (
            "Thực hiện các Quyết định số 11/QĐ-TTg ngày 02/3/2024, số 12/QĐ-TTg ngày 03/3/2024;",
            vec!["11/QĐ-TTg 2024-03-02", "12/QĐ-TTg 2024-03-03"],
        ),
        (
            "Thực hiện Thông báo số 5-TB/ĐU ngày 1/4/2025 của Đảng ủy và ý kiến chỉ đạo của UBND \
             tỉnh tại Công văn số 77 /UBND-NC ngày 02 tháng 4 năm 2025 về việc rà soát;",
            vec!["5-TB/ĐU 2025-04-01", "77/UBND-NC 2025-04-02"],
        ),
        (
            "Căn cứ Nghị định số 8/2025/NĐ-CP của Chính phủ quy định chi tiết Luật Giá, Thông tư \
             số 9/2025/TT-BTC ngày 5/5/2025 sửa đổi Thông tư số 7/2024/TT-BTC ngày 6/6/2024;",
            vec!["8/2025/NĐ-CP ", "9/2025/TT-BTC 2025-05-05"],
        ),
        ("Căn cứ chức năng, nhiệm vụ được giao và pháp luật về luật sư;", vec![]),
    ];
    for (sentence, expected) in cases {
        let read = paper(&format!("KẾ HOẠCH\nLàm đường\n\n{sentence}\n\nI. MỤC ĐÍCH\n"));
        let bases = &read["legal_bases"];
        let said: Vec<String> = each(bases, "number")
            .iter()
            .zip(each(bases, "date"))
            .map(|(number, date)| format!("{number} {date}"))
            .collect();
        assert_eq!(said, expected, "{sentence}");
    }
}

#[test]
fn targets_are_measurable_or_bound_to_a_day_whatever_a_misread_tone() {
    let plan = plan(WRAPPED);
    let targets = [
        "có 05 thôn đạt chuẩn thôn xanh",
        "100% hộ gia đình phân loại rác tại nguồn trong năm 2026",
        "Ít nhất 80% tuyến đường có cây xanh",
    ];
    let said = each(&plan["targets"], "text");
    assert_eq!(said.len(), targets.len(), "{said:?}");
    for (said, target) in said.iter().zip(targets) {
        assert!(target.ends_with(said) && said.len() + 5 > target.len(), "{said}");
    }
    assert_eq!(plan["targets"][0]["due"], "đến cuối năm 2027");
    assert_eq!(plan["sources"]["targets.0"]["sure"], false);
}

#[test]
fn a_movement_says_who_takes_part_for_what_and_when() {
    let plan = plan(WRAPPED);
    let subjects = [
        "co_quan_don_vi",
        "mttq_doan_the",
        "thon_lang_to_dan_pho",
        "can_bo_cong_chuc",
        "ho_gia_dinh",
    ];
    assert_eq!(plan["subjects"], json!(subjects));
    let forms = [
        "Bằng khen của Chủ tịch UBND tỉnh",
        "Giấy khen của Giám đốc Sở Nông nghiệp và Môi trường",
        "Giấy khen của Chủ tịch UBND xã",
    ];
    assert_eq!(plan["award_forms"], json!(forms));
    assert_eq!(plan["period"]["from"], "2026-03-15");
    assert_eq!(plan["period"]["to"], "2026-11-30");
    // The day of a document that is cited is no step; the rows of the annex are.
    let steps = [
        "Từ ngày 15/3/2026 đến hết ngày 30/11/2026",
        "trước ngày 31 tháng 7 năm 2026",
        "Quý II/2026",
        "Tháng 12/2026",
    ];
    assert_eq!(each(&plan["timeline"], "when"), steps);
    assert_eq!(plan["timeline"][2]["lead"], "Đoàn Thanh niên");
    assert_eq!(plan["timeline"][2]["what"], "Ra quân làm sạch đường làng");
    assert_eq!(plan["reporting_cycle"], "định kỳ hằng quý");
}

#[test]
fn duties_name_the_body_and_nothing_that_it_does() {
    let plan = plan(WRAPPED);
    let units = [
        "Phòng Kinh tế",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã, Hội Nông dân xã và các tổ chức thành viên của Mặt trận",
        "Các cơ quan, tổ chức có liên quan",
    ];
    assert_eq!(each(&plan["assignments"], "unit")[..3], units);
    assert_eq!(each(&plan["assignments"], "section")[..3], ["V.1", "V.2", "V.3"]);
}

#[test]
fn a_plan_with_two_columns_on_a_line_and_without_numbers_for_bodies_is_read() {
    let plan = plan(COLUMNS);
    let expected = [
        ("number", json!("112/KH-UBND")),
        ("issuer", json!("Ủy ban nhân dân xã Đắk Mẫu")),
        ("place", json!("Đắk Mẫu")),
        ("date", json!("2026-02-10")),
        ("movement_name", json!("thi đua yêu nước năm 2026")),
        ("reporting_cycle", json!("định kỳ hằng quý")),
    ];
    for (key, value) in expected {
        assert_eq!(plan[key], value, "{key}");
    }
    assert_eq!(plan["targets"].as_array().unwrap().len(), 4);
    assert_eq!(plan["signer"]["name"], "Y Thử Mẫu");
    assert_eq!(plan["award_forms"], json!(["Giấy khen của Chủ tịch UBND xã", "Bằng khen"]));
    let units = [
        "Phòng Văn hóa – Xã hội",
        "Các ban, ngành, đoàn thể xã",
        "UBMTTQ Việt Nam xã",
        "Trưởng các thôn",
    ];
    assert_eq!(each(&plan["assignments"], "unit"), units);
    let subjects = [
        "co_quan_don_vi",
        "mttq_doan_the",
        "thon_lang_to_dan_pho",
        "doanh_nghiep",
        "hop_tac_xa",
        "ho_gia_dinh",
    ];
    assert_eq!(plan["subjects"], json!(subjects));
}

#[test]
fn what_is_blank_is_null_and_never_guessed() {
    let plan = plan(WHOLE);
    for key in ["number", "date", "period", "movement_name"] {
        assert_eq!(plan[key], Value::Null, "{key}");
    }
    for key in ["legal_bases", "targets", "award_forms", "subjects"] {
        assert_eq!(plan[key], json!([]), "{key}");
    }
    assert_eq!(plan["symbol"], "KH-PNV");
    assert_eq!(plan["date_partial"], "2024-02");
    assert_eq!(plan["sources"]["date_partial"]["sure"], false);
    assert_eq!(plan["issuer"], "Phòng Nội vụ huyện Mây Trắng");
    assert_eq!(plan["signer"]["title"], "Q. TRƯỞNG PHÒNG");
    assert_eq!(plan["signer"]["name"], "Vừ A Thí Dụ");
    let cycle = "trước ngày 10 hằng tháng (Văn phòng); trước ngày 25 hằng tháng (Tổ Giúp việc)";
    assert_eq!(plan["reporting_cycle"], cycle);
}

#[test]
fn every_source_is_the_words_in_the_file() {
    let letters: Vec<char> = WRAPPED.trim_end().chars().collect();
    let plan = plan(WRAPPED);
    let words = |path: &str| -> String {
        let range = |key: &str| plan["sources"][path][key].as_u64().unwrap() as usize;
        letters[range("from")..range("to")].iter().collect()
    };
    assert_eq!(words("number"), "045/KH-UBND");
    assert_eq!(words("date"), "ngày 06\ntháng 3 năm 2026");
    assert_eq!(words("signer.name"), "Lò Thị Thử Nghiệm");
    assert_eq!(words("recipients.3"), "Lưu: VT,\nKT (12b)");
    assert_eq!(words("assignments.1").lines().count(), 5);
    let line = plan["sources"]["number"]["line"].as_u64().unwrap() as usize;
    assert_eq!(WRAPPED.lines().nth(line - 1), Some("Số: 045/KH-UBND"));
}

#[test]
fn a_decision_has_its_authority_bases_and_proposals() {
    let paper = paper(DECISION);
    assert_eq!(paper["doc_type"], "Quyết định");
    assert_eq!(paper["number"], "9/QĐ-UBND");
    assert_eq!(paper["title"], "Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã");
    assert_eq!(paper["authority"], "Chủ tịch Ủy ban nhân dân xã Suối Bạc");
    assert_eq!(each(&paper["legal_bases"], "type"), ["Luật"]);
    assert_eq!(each(&paper["proposals"], "number"), ["15/TTr-VHXH"]);
    assert_eq!(each(&paper["proposals"], "issuer"), ["Trưởng phòng Văn hóa - Xã hội"]);
    assert_eq!(paper["recipients"], json!(["Như Điều 2", "Lưu: VT"]));
    assert_eq!(paper["signer"]["name"], "Hoàng Văn Giả Định");
    assert_eq!(paper["signer"]["on_behalf"], Value::Null);
}

#[test]
fn minutes_bear_their_day_in_the_text_and_are_signed_above_the_recipients() {
    let paper = paper(MINUTES);
    assert_eq!(paper["doc_type"], "Biên bản");
    assert_eq!(paper["place"], Value::Null);
    assert_eq!(paper["date"], "2026-06-12");
    assert_eq!(paper["signer"], Value::Null);
    assert_eq!(each(&paper["signers"], "role"), ["THƯ KÝ", "CHỦ TỌA"]);
    assert_eq!(each(&paper["signers"], "name"), ["Giàng A Thử", "Đèo Văn Mẫu"]);
    assert_eq!(paper["recipients"], json!(["Phòng Văn hóa - Xã hội", "Lưu: VT, Hồ sơ"]));
}

#[test]
fn the_party_writes_its_number_and_powers_in_its_own_way() {
    let read = paper(
        "ĐẢNG BỘ TỈNH MÂY\nĐẢNG ỦY XÃ SUỐI BẠC\n*\nSố 15-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n\
         Suối Bạc, ngày 05 tháng 8 năm 2025\n\nKẾ HOẠCH\nHọc tập nghị quyết\n\nI. MỤC ĐÍCH\n\n\
         Nơi nhận:\n- Tỉnh ủy (để b/c),\n- Lưu.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nVừ A Thí Dụ\n",
    );
    assert_eq!(read["number"], "15-KH/ĐU");
    assert_eq!(read["issuer"], "Đảng ủy xã Suối Bạc");
    assert_eq!(read["signer"]["on_behalf"], "T/M BAN THƯỜNG VỤ");
    assert_eq!(read["signer"]["title"], "PHÓ BÍ THƯ");
    assert_eq!(read["recipients"], json!(["Tỉnh ủy (để b/c)", "Lưu"]));
}

#[test]
fn a_letter_has_no_type_of_its_own_and_is_a_cong_van() {
    let paper = paper(LETTER);
    assert_eq!(paper["doc_type"], "Công văn");
    assert_eq!(paper["number"], "12/KT-NN");
    assert_eq!(paper["title"], "V/v trồng cây xanh");
    assert_eq!(paper["date"], "2026-04-02");
    let script = Script::of(&source(LETTER));
    let addressees = Parts::of(&script).addressees;
    let names: Vec<&str> = addressees.iter().map(|piece| piece.text()).collect();
    assert_eq!(names, ["Ban quản lý các thôn", "Trạm Khuyến nông"]);
}

/// A paper of an invented commune: what stands above its type, then its type and what follows.
fn headed(head: &str, rest: &str) -> Value {
    let motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc";
    let end =
        "I. MỤC ĐÍCH\n\nVận động Nhân dân.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Thị Thử";
    paper(&format!("{head}\n{motto}\n\n{rest}\n\n{end}\n"))
}

#[test]
fn bodies_that_issue_together_are_all_named() {
    let one = headed(
        "BỘ TÀI CHÍNH - BỘ NỘI VỤ\nSố: 07/2013/TTLT-BTC-BNV",
        "THÔNG TƯ LIÊN TỊCH\n\nHướng dẫn chi trả kinh phí thi đua",
    );
    assert_eq!(one["issuer"], "Bộ Tài chính - Bộ Nội vụ");
    let two = headed(
        "HỘI NÔNG DÂN XÃ SUỐI BẠC\nHỘI CỰU CHIẾN BINH XÃ SUỐI BẠC\nSố: 02/KHLT-HND-HCCB",
        "KẾ HOẠCH LIÊN TỊCH\n\nPhối hợp vận động hội viên",
    );
    let both = "Hội Nông dân xã Suối Bạc - Hội Cựu chiến binh xã Suối Bạc";
    assert_eq!(two["issuer"], both);
    assert_eq!(two["sources"]["issuer"]["sure"], false);
    // A dash inside the name of one body parts nothing.
    for (line, name) in [
        ("VĂN PHÒNG HĐND - UBND XÃ SUỐI BẠC", "Văn phòng HĐND"),
        (
            "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG XÃ SUỐI BẠC",
            "Hội đồng Thi đua - Khen thưởng xã Suối Bạc",
        ),
    ] {
        let read = headed(&format!("{line}\nSố: 01/TB-X"), "THÔNG BÁO\n\nLịch họp");
        assert!(read["issuer"].as_str().unwrap().starts_with(name), "{read}");
    }
}

#[test]
fn a_body_may_be_named_by_the_decision_that_founds_it() {
    for head in [
        "BAN CHỈ ĐẠO THEO QUYẾT ĐỊNH SỐ 15/QĐ-UBND\nSố: 05/KH-BCĐ",
        "BAN CHỈ ĐẠO\nTHEO QUYẾT ĐỊNH SỐ 15/QĐ-UBND\nSố: 05/KH-BCĐ",
    ] {
        let read = headed(&format!("UBND XÃ SUỐI BẠC\n{head}"), "KẾ HOẠCH\n\nKiểm tra thi đua");
        let name = "Ban Chỉ đạo xã Suối Bạc theo Quyết định số 15/QĐ-UBND";
        assert_eq!((&read["issuer"], &read["number"]), (&json!(name), &json!("05/KH-BCĐ")));
    }
}

#[test]
fn a_number_may_stand_under_the_type_and_bear_a_second_stroke() {
    let read = headed(
        "UBND XÃ SUỐI BẠC",
        "PHƯƠNG ÁN\nSố: 12/PA-UBND\n\nHuy động lực lượng làm đường thôn",
    );
    assert_eq!((&read["number"], &read["doc_type"]), (&json!("12/PA-UBND"), &json!("Phương án")));
    assert_eq!(read["title"], "Huy động lực lượng làm đường thôn");
    let read = headed(
        "HỘI ĐỒNG NHÂN DÂN\nXÃ SUỐI BẠC\nSố: 24/2026//NQ-HĐND",
        "NGHỊ QUYẾT\n\nMức hỗ trợ làm đường\n\nCăn cứ Nghị quyết số 11/2025//NQ-CP ngày 05/02/2025;",
    );
    assert_eq!(read["number"], "24/2026/NQ-HĐND");
    assert_eq!(each(&read["legal_bases"], "number"), ["11/2025/NQ-CP"]);
}

#[test]
fn permits_and_attestations_are_types() {
    for (symbol, kind) in [("GP", "Giấy phép"), ("GCN", "Giấy chứng nhận")] {
        let head = format!("UBND XÃ SUỐI BẠC\nSố: 03/{symbol}-UBND");
        let read = headed(&head, &format!("{}\n\nTổ chức hội thi", kind.to_uppercase()));
        assert_eq!((&read["doc_type"], &read["title"]), (&json!(kind), &json!("Tổ chức hội thi")));
    }
}

#[test]
fn what_is_no_plan_is_refused() {
    for (text, why) in [
        (DECISION, NoPlan::Other("Quyết định".into())),
        ("Hôm nay trời đẹp.\n", NoPlan::Untyped),
        ("", NoPlan::Untyped),
    ] {
        let script = Script::of(&source(text));
        assert_eq!(Plan::of(&Parts::of(&script)).unwrap_err(), why);
    }
}

#[test]
fn items_know_their_level_and_path() {
    let script = Script::of(&source(WRAPPED));
    let parts = Parts::of(&script);
    let levels: Vec<(Level, &str)> =
        parts.items.iter().take(5).map(|item| (item.level, item.path.as_str())).collect();
    let expected = [
        (Level::Roman, "I"),
        (Level::Number(1), "I.1"),
        (Level::Point, "I.1.a"),
        (Level::Point, "I.1.b"),
        (Level::Number(1), "I.2"),
    ];
    assert_eq!(levels, expected);
    assert_eq!(parts.annexes.len(), 1);
    assert_eq!(parts.annexes[0].heading.text(), "PHỤ LỤC");
}

#[test]
fn a_hundred_pages_are_read_in_the_blink_of_an_eye() {
    let body = WRAPPED.split("**V. TỔ CHỨC").next().unwrap().repeat(120);
    let long = format!("{body}{}", WRAPPED.split("**V. TỔ CHỨC").nth(1).unwrap());
    let started = std::time::Instant::now();
    plan(&long);
    // Without optimisation and on a busy machine; the release build takes a fraction.
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

/// Lines that are like those of documents, in any order, and lines of anything.
fn line() -> impl Strategy<Value = String> {
    let lines: Vec<&str> =
        [WRAPPED, WHOLE, DECISION, LETTER].iter().flat_map(|t| t.lines()).collect();
    prop_oneof![
        4 => prop::sample::select(lines).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => "[|*\\- .a-zđ0-9()/:;,“”]{0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_and_every_range_is_in_it(lines in prop::collection::vec(line(), 0..60)) {
        let text = lines.join("\n");
        let source = source(&text);
        let length = source.text().chars().count() as u64;
        let script = Script::of(&source);
        let parts = Parts::of(&script);
        let mut read = vec![Paper::of(&parts).json()];
        read.extend(Plan::of(&parts).ok().map(|plan| plan.json()));
        for read in read {
            for (path, range) in read["sources"].as_object().unwrap() {
                let (from, to) = (range["from"].as_u64().unwrap(), range["to"].as_u64().unwrap());
                prop_assert!(from < to && to <= length, "{path}: {from}..{to} of {length}");
            }
        }
        let mut last = 0;
        for span in parts.items.iter().filter_map(|item| item.words.span()) {
            prop_assert!(last <= span.from && span.from < span.to && span.to as u64 <= length);
            last = span.from;
        }
    }
}
