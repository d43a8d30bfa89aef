//! Numbers of papers (Nghị định 30/2020/NĐ-CP Điều 15).

use chungsuc_domain::numbering::{NumberingError, PaperNumber, next_number};

#[test]
fn numbers_run_within_a_year_and_are_never_given_twice() {
    let paper = |year, number| PaperNumber { year, number };
    assert_eq!(next_number(None, 2023), Ok(paper(2023, 1)));
    assert_eq!(next_number(Some(paper(2023, 9)), 2023), Ok(paper(2023, 10)));
    assert_eq!(next_number(Some(paper(2023, 87)), 2024), Ok(paper(2024, 1)));
    let into_the_past = next_number(Some(paper(2024, 1)), 2023);
    assert_eq!(into_the_past, Err(NumberingError::YearClosed(2024)));
    let full = next_number(Some(paper(2023, u32::MAX)), 2023);
    assert_eq!(full, Err(NumberingError::Exhausted));
    assert_eq!(paper(2023, 5).to_string(), "05");
    assert_eq!(paper(2023, 87).to_string(), "87");
}
