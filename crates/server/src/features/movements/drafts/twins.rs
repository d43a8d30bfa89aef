//! A plan is adopted once: the same file, or the same number of the same issuer in the same year, has
//! its movement already.

use chungsuc_domain::date::Date;
use chungsuc_domain::text::fold;
use chungsuc_store::{Reader, StoreError};

use super::super::sql;
use crate::refusal::Refusal;
use crate::web::Message;

/// The movement that a plan became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Its id.
    pub movement: String,
    /// Its name.
    pub name: String,
}

impl Twin {
    /// The rule that a plan is adopted once.
    pub(in super::super) fn refusal(&self) -> Refusal {
        Refusal::Rule(Message::new("plan-adopted-before").arg("name", self.name.clone()))
    }
}

/// What makes two plans the same: number without leading zeros and spaces, issuer, and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Mark {
    number: String,
    issuer: String,
    year: i16,
}

impl Mark {
    pub(in super::super) fn new(number: &str, issuer: &str, issued_on: Date) -> Self {
        let number: String = fold(number).split_whitespace().collect();
        let issuer = fold(issuer).replace("ubnd", "uy ban nhan dan");
        Self {
            number: number.trim_start_matches('0').to_owned(),
            issuer: issuer.split_whitespace().collect::<Vec<_>>().join(" "),
            year: issued_on.year(),
        }
    }
}

/// The movement that the plan of this mark became.
pub(in super::super) fn of_mark(
    r: &mut Reader<'_>,
    commune: &str,
    mark: &Mark,
) -> Result<Option<Twin>, StoreError> {
    let adopted = r.all(sql::ADOPTED, &[commune.into()], |row| {
        let (number, issuer): (Option<String>, String) = (row.get(2)?, row.get(3)?);
        let day: Option<Date> = row.get(4)?;
        let mark = number.zip(day).map(|(number, day)| Mark::new(&number, &issuer, day));
        Ok((mark, Twin { movement: row.get(0)?, name: row.get(1)? }))
    })?;
    Ok(adopted.into_iter().find(|(known, _)| known.as_ref() == Some(mark)).map(|(_, twin)| twin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_same_plan_is_known_in_other_letters() {
        let mark = |number, issuer, year| Mark::new(number, issuer, date(year, 3, 5));
        let known = mark("087/KH-UBND", "Ủy ban nhân dân xã Đăk Mới", 2024);
        assert_eq!(known, mark("87 /kh-ubnd", "UBND  xã Đăk Mới", 2024));
        assert_ne!(known, mark("87/KH-UBND", "UBND xã Đăk Mới", 2023));
        assert_ne!(known, mark("88/KH-UBND", "UBND xã Đăk Mới", 2024));
        assert_ne!(known, mark("87/KH-UBND", "UBND xã Đăk Cũ", 2024));
    }
}
