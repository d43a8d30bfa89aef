//! The rules of the small marks, case by case.
#![allow(clippy::unwrap_used)]

use jiff::civil::date;

use super::*;

#[test]
fn days_below_ten_and_the_first_two_months_get_a_zero() {
    // Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b.
    for (day, shown) in [
        (date(2022, 11, 2), "ngày 02 tháng 11 năm 2022"),
        (date(2023, 1, 5), "ngày 05 tháng 01 năm 2023"),
        (date(2023, 2, 28), "ngày 28 tháng 02 năm 2023"),
        (date(2023, 3, 9), "ngày 09 tháng 3 năm 2023"),
        (date(2023, 6, 29), "ngày 29 tháng 6 năm 2023"),
        (date(2023, 10, 10), "ngày 10 tháng 10 năm 2023"),
    ] {
        assert_eq!(long_date(Some(day)), shown);
    }
}

#[test]
fn numbers_below_ten_get_a_zero_and_a_number_not_given_leaves_room() {
    let number = |serial| Number { serial, symbol: "QĐ-UBND".into() }.shown();
    assert_eq!(number(Some(5)), "05/QĐ-UBND");
    assert_eq!(number(Some(10)), "10/QĐ-UBND");
    assert_eq!(number(Some(2871)), "2871/QĐ-UBND");
    assert_eq!(number(None).trim(), "/QĐ-UBND");
    assert!(number(None).chars().count() > "/QĐ-UBND".chars().count());
}

#[test]
fn closing_marks_replace_those_typed() {
    assert_eq!(closed("căn cứ Luật;", "."), "căn cứ Luật.");
    assert_eq!(closed("thi hành Quyết định này./.", "./."), "thi hành Quyết định này./.");
    assert_eq!(closed("vệ sinh, cây xanh, v.v.", ";"), "vệ sinh, cây xanh, v.v.;");
    assert_eq!(closed_list(&["một".into(), "hai;".into()]), ["một;", "hai."]);
    assert!(closed_list(&[]).is_empty());
}

#[test]
fn a_long_name_breaks_before_its_unit() {
    assert_eq!(name_lines("Ủy ban nhân dân xã Tơ Tung"), ["ỦY BAN NHÂN DÂN", "XÃ TƠ TUNG"]);
    assert_eq!(name_lines("UBND xã Tơ Tung"), ["UBND XÃ TƠ TUNG"]);
    assert_eq!(
        name_lines("Hội đồng Thi đua - Khen thưởng xã Tơ Tung"),
        ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG", "XÃ TƠ TUNG"]
    );
    assert_eq!(
        name_lines("Ban quản lý các Chương trình mục tiêu quốc gia xã Tơ Tung"),
        ["BAN QUẢN LÝ", "CÁC CHƯƠNG TRÌNH", "MỤC TIÊU QUỐC GIA", "XÃ TƠ TUNG"]
    );
    assert_eq!(name_lines("Ủy ban nhân dân thị xã An Khê")[1], "THỊ XÃ AN KHÊ");
    assert!(name_lines("").is_empty());
}
