//! Awards and offices in the ways in which lists write them.

use crate::{catalog, day};
use chungsuc_domain::UnitKind;
use chungsuc_domain::catalog::{Catalog, CatalogRule};

#[test]
fn awards_are_known_in_usual_spellings() {
    for (name, issuer, wanted) in [
        ("Bằng khen của Chủ tịch UBND tỉnh", "", Some("bang-khen-tinh")),
        ("Bằng khen Chủ tịch UBND tỉnh", "", Some("bang-khen-tinh")),
        ("BẰNG KHEN CỦA CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH GIA LAI", "", Some("bang-khen-tinh")),
        ("BK UBND tỉnh (kèm 1.000.000 đồng)", "", Some("bang-khen-tinh")),
        ("Bằng khen", "Chủ tịch UBND tỉnh", Some("bang-khen-tinh")),
        ("Bằng khen", "UBND tỉnh Gia Lai", Some("bang-khen-tinh")),
        ("Bằng khen", "Bộ Công an", Some("bang-khen-tinh")),
        ("Bằng khen Bộ Công an", "Bộ Công an", Some("bang-khen-tinh")),
        ("Bằng khen của Thủ tướng", "", Some("bang-khen-thu-tuong")),
        ("Bằng khen", "TTg", Some("bang-khen-thu-tuong")),
        ("GK UBND xã", "", Some("giay-khen-xa")),
        ("Giấy khen cấp xã năm 2019", "", Some("giay-khen-xa")),
        ("Giấy khen", "xã", Some("giay-khen-xa")),
        ("Giấy khen của Chủ tịch UBND huyện Kbang", "UBND huyện Kbang", Some("giay-khen-huyen")),
        ("Giấy khen", "Chủ tịch Ủy ban nhân dân huyện", Some("giay-khen-huyen")),
        ("Giấy khen UBND thị xã An Khê", "", Some("giay-khen-huyen")),
        ("CSTĐ cơ sở", "", Some("chien-si-thi-dua-co-so")),
        ("Danh hiệu Chiến sỹ thi đua cấp cơ sở năm 2020", "", Some("chien-si-thi-dua-co-so")),
        ("CSTĐCS", "", Some("chien-si-thi-dua-co-so")),
        ("CSTĐ cấp tỉnh", "UBND tỉnh", Some("chien-si-thi-dua-tinh")),
        ("LĐTT", "", Some("lao-dong-tien-tien")),
        ("Lao động tiên tiến", "UBND huyện", Some("lao-dong-tien-tien")),
        ("Tập thể LĐTT", "", Some("tap-the-lao-dong-tien-tien")),
        ("Danh hiệu Làng văn hóa", "", Some("thon-van-hoa")),
        ("GĐVH", "", Some("gia-dinh-van-hoa")),
        // Nobody's: a person is asked.
        ("Giấy khen", "", None),
        ("Bằng khen", "", None),
        ("Bằng khen", "Tỉnh đoàn", None),
        ("Bằng khen Tỉnh đoàn", "", None),
        ("Giấy khen", "Giám đốc Sở Tư pháp", None),
        ("Giấy khen Huyện ủy", "", None),
        ("Kỷ niệm chương", "Bộ Công an", None),
        ("Giấy khen UBND xã và Bằng khen UBND tỉnh", "", None),
        ("LĐTT, CSTĐ cơ sở", "", None),
        // Name and issuer contradict each other.
        ("Giấy khen của Chủ tịch UBND xã", "Chủ tịch UBND huyện", None),
        ("", "", None),
    ] {
        let found = catalog().award_written(name, issuer, day("2020-06-01"));
        assert_eq!(found, wanted, "{name} / {issuer}");
    }
}

#[test]
fn levels_are_known_by_who_gave() {
    for (issuer, wanted) in [
        ("Chủ tịch UBND huyện Kbang", Some(UnitKind::District)),
        ("UBND thị xã An Khê", Some(UnitKind::District)),
        ("UBND xã", Some(UnitKind::Commune)),
        ("cấp tỉnh", Some(UnitKind::Province)),
        ("Chủ tịch nước", Some(UnitKind::Country)),
        ("Sở Tư pháp", None),
        ("", None),
    ] {
        assert_eq!(catalog().spellings().level(issuer), wanted, "{issuer}");
    }
}

#[test]
fn one_spelling_means_one_award_that_there_is() {
    let (name, text) = ("spellings.toml", "[[award_spelling]]\naward = 'none'\nwritten = ['A']\n");
    let faults = Catalog::parse(&[(name, text)]).err().unwrap();
    assert_eq!((faults[0].line, faults[0].rule), (1, CatalogRule::Reference));
    let text = "[[issuer_spelling]]\nlevel = 'commune'\nwritten = ['UBND xã …']\n\
                [[issuer_spelling]]\nlevel = 'district'\nwritten = ['Ủy ban nhân dân xã']\n";
    let faults = Catalog::parse(&[(name, text)]).err().unwrap();
    assert_eq!((faults[0].line, faults[0].rule), (4, CatalogRule::IdOnce));
}
