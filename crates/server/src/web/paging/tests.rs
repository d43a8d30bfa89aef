//! Places in a list, read from addresses and written into them.

use super::{Count, Paging, Sort};
use crate::web::{Form, Language};

fn at(query: &str) -> Paging {
    Paging::parse("/nguon-luc", &Form::parse(query.as_bytes()), &["ten", "tien"])
}

#[test]
fn reads_page_and_order() {
    let paging = at("trang=3&xep=-tien&thon=so-tor");
    assert_eq!((paging.page(), paging.offset()), (3, 100));
    assert_eq!(paging.sort(), Some(Sort { key: "tien", descending: true }));
    assert_eq!(paging.filters().len(), 1);
    for nonsense in ["trang=0", "trang=-1", "trang=x", "xep=mat_khau", ""] {
        assert_eq!((at(nonsense).page(), at(nonsense).sort()), (1, None), "{nonsense}");
    }
    assert_eq!(at("trang=99999999").page(), super::LAST_PAGE);
}

#[test]
fn writes_addresses() {
    let paging = at("trang=3&xep=ten&thon=S%C6%A1+Tor&lang=en");
    assert_eq!(paging.page_link(4), "/nguon-luc?thon=S%C6%A1+Tor&xep=ten&trang=4");
    assert_eq!(paging.page_link(1), "/nguon-luc?thon=S%C6%A1+Tor&xep=ten");
    assert_eq!(paging.sort_link("ten"), "/nguon-luc?thon=S%C6%A1+Tor&xep=-ten");
    assert_eq!(paging.sort_link("tien"), "/nguon-luc?thon=S%C6%A1+Tor&xep=tien");
    assert_eq!(paging.csv_link(), "/nguon-luc?thon=S%C6%A1+Tor&xep=ten&dang=csv");
    assert_eq!(at("").page_link(1), "/nguon-luc");
    assert!(at("dang=csv").wants_csv());
}

#[test]
fn a_page_that_is_not_full_tells_the_number() {
    assert_eq!(at("").count_from(0), Some(Count::Exactly(0)));
    assert_eq!(at("").count_from(49), Some(Count::Exactly(49)));
    assert_eq!(at("").count_from(50), None);
    assert_eq!(at("trang=3").count_from(7), Some(Count::Exactly(107)));
    assert_eq!(at("trang=3").count_from(0), None);
    assert_eq!(at("dang=csv").count_from(400), Some(Count::Exactly(400)));
}

#[test]
fn says_the_range() {
    let vi = Language::Vietnamese;
    assert_eq!(at("").range(vi, 50, Count::MoreThan(1000)), "1–50 trong hơn 1.000");
    assert_eq!(at("trang=2").range(vi, 7, Count::Exactly(57)), "51–57 trong 57");
    assert!(at("").has_next(Count::Exactly(51)) && !at("").has_next(Count::Exactly(50)));
    assert!(at("").has_next(Count::MoreThan(1000)));
}
