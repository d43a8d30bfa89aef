//! What somebody types of a paper.

use chungsuc_domain::{date, text};
use jiff::civil::Date;

use super::{Direction, Paper, PaperKind, Readers};
use crate::web::{Errors, Form, Message};

/// Longest number and symbol, issuer or name, in letters.
const LINE: usize = 200;
/// Longest abstract, in letters.
const ABSTRACT: usize = 2_000;

/// The largest number that a book of arrivals may have reached.
const LARGEST_ARRIVAL: i64 = 99_999;

/// When and under which number a paper came in (Nghị định 30/2020/NĐ-CP Điều 22): numbers begin anew
/// each year and leave no gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The number of arrival within its year.
    pub number: i64,
    /// The day of arrival.
    pub on: Date,
}

/// A paper as it is entered or corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: PaperKind,
    /// Number and symbol, if it has them.
    pub number: Option<String>,
    /// Its day.
    pub issued_on: Date,
    /// Who issued it.
    pub issuer: String,
    /// Its abstract.
    pub title: String,
    /// Post of who signed; may be empty.
    pub signer_post: String,
    /// Name of who signed; may be empty.
    pub signer_name: String,
    /// Who may read it.
    pub readers: Readers,
    /// The day on which it came in; nothing for a paper that goes out.
    pub received_on: Option<Date>,
    /// The number of arrival to take where the paper book went on by itself; else the next one.
    pub arrival: Option<i64>,
    /// It is another paper than the one of the same number, issuer and year.
    pub is_another: bool,
}

impl Entry {
    /// Reads a form with the fields `kind`, `direction`, `number`, `issued_on`, `issuer`, `title`,
    /// `signer_post`, `signer_name`, `readers`, `received_on`, `arrival`, `is_another`.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(form: &Form, today: Date) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let (title, issuer) =
            (form.required("title", &mut errors), form.required("issuer", &mut errors));
        let kind = PaperKind::from_code(form.text("kind"));
        let direction = Direction::from_code(form.text("direction"));
        let readers = Readers::from_code(form.text("readers"));
        let unchosen = [
            ("kind", kind.is_none()),
            ("direction", direction.is_none()),
            ("readers", readers.is_none()),
        ];
        for (field, is_missing) in unchosen {
            if is_missing {
                errors.add(field, Message::new("field-missing"));
            }
        }
        let issued_on = past_day(form, "issued_on", today, &mut errors);
        let received_on = match direction {
            Some(Direction::Incoming) => past_day(form, "received_on", today, &mut errors),
            _ => None,
        };
        if received_on.zip(issued_on).is_some_and(|(received, issued)| received < issued) {
            errors.add("issued_on", Message::new("paper-received-before-issued"));
        }
        let arrival = arrival(form, received_on, &mut errors);
        for (field, most) in [
            ("number", LINE),
            ("issuer", LINE),
            ("signer_post", LINE),
            ("signer_name", LINE),
            ("title", ABSTRACT),
        ] {
            if form.text(field).chars().count() > most {
                errors.add(field, Message::new("paper-too-long").arg("most", most));
            }
        }
        match (kind, issued_on, readers, errors.is_empty()) {
            (Some(kind), Some(issued_on), Some(readers), true) => Ok(Self {
                kind,
                number: form.filled("number").map(one_line),
                issued_on,
                issuer: one_line(issuer),
                title: one_line(title),
                signer_post: one_line(form.text("signer_post")),
                signer_name: one_line(form.text("signer_name")),
                readers,
                received_on,
                arrival,
                is_another: form.checked("is_another"),
            }),
            _ => Err(errors),
        }
    }

    /// What another registration of this paper would have in common with it.
    pub(super) fn twin(&self) -> Option<String> {
        twin(self.number.as_deref(), &self.issuer, Some(self.issued_on))
    }

    /// The form filled from a paper, to be corrected.
    pub(super) fn form_of(paper: &Paper) -> Form {
        let text = |text: &str| text.to_owned();
        Form::from_pairs([
            ("version", paper.version.to_string()),
            ("kind", text(paper.kind.code())),
            ("direction", text(paper.direction().code())),
            ("number", paper.number.clone().unwrap_or_default()),
            ("issued_on", paper.issued_on.map(date::show_date).unwrap_or_default()),
            ("received_on", paper.arrival.map(|it| date::show_date(it.on)).unwrap_or_default()),
            ("issuer", text(&paper.issuer)),
            ("title", text(&paper.title)),
            ("signer_post", text(&paper.signer_post)),
            ("signer_name", text(&paper.signer_name)),
            ("readers", text(paper.readers.code())),
        ])
    }
}

/// A day that must be there and must not lie ahead.
fn past_day(form: &Form, field: &'static str, today: Date, errors: &mut Errors) -> Option<Date> {
    if form.required(field, errors).is_empty() {
        return None;
    }
    match date::parse_date(form.text(field), today) {
        Ok(day) if day > today => errors.add(field, Message::new("paper-day-ahead")),
        Ok(day) => return Some(day),
        Err(_) => errors.add(field, Message::new("day-wrong")),
    }
    None
}

/// The number of arrival that was typed, for a paper that comes in.
fn arrival(form: &Form, received_on: Option<Date>, errors: &mut Errors) -> Option<i64> {
    let typed = received_on.and_then(|_| form.filled("arrival"))?;
    let number = typed.parse().ok().filter(|number| (1..=LARGEST_ARRIVAL).contains(number));
    if number.is_none() {
        errors.add("arrival", Message::new("paper-arrival-wrong").arg("most", LARGEST_ARRIVAL));
    }
    number
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is searched in a list without reading the file: number, title and issuer.
pub(super) fn folded(number: Option<&str>, title: &str, issuer: &str) -> String {
    text::fold(&format!("{} {title} {issuer}", number.unwrap_or_default()))
}

/// What two registrations of one paper have in common; nothing for a paper without a number.
pub(super) fn twin(number: Option<&str>, issuer: &str, issued_on: Option<Date>) -> Option<String> {
    let (number, year) = (number?, issued_on?.year());
    Some(text::fold(&format!("{number}|{issuer}|{year}")).replace(' ', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2023, 12, 20);

    fn form(changed: &[(&str, &str)]) -> Form {
        let mut form = Form::from_pairs([
            ("kind", "proposal"),
            ("direction", "incoming"),
            ("number", "12/TTr-MTTQ"),
            ("issued_on", "4/12/2023"),
            ("received_on", "5/12/2023"),
            ("issuer", "Ủy ban Mặt trận Tổ quốc xã"),
            ("title", "Đề nghị  khen\nthưởng"),
            ("readers", "staff"),
        ]);
        for (field, value) in changed {
            form.set(*field, value);
        }
        form
    }

    #[test]
    fn a_whole_form_is_read() {
        let entry = Entry::read(&form(&[]), TODAY).unwrap_or_else(|errors| panic!("{errors:?}"));
        assert_eq!(entry.title, "Đề nghị khen thưởng");
        assert_eq!(entry.received_on, Some(date(2023, 12, 5)));
        assert!(entry.readers == Readers::Staff && !entry.is_another);
        let out = Entry::read(&form(&[("direction", "outgoing")]), TODAY);
        assert_eq!(out.map(|it| it.received_on), Ok(None), "what goes out did not come in");
    }

    #[test]
    fn every_fault_is_named_by_its_field() {
        let long = "x".repeat(201);
        for (field, value) in [
            ("kind", "poem"),
            ("readers", ""),
            ("direction", ""),
            ("issued_on", "31/2/2023"),
            ("issued_on", "21/12/2023"),
            ("received_on", ""),
            ("issued_on", "6/12/2023"),
            ("arrival", "mười"),
            ("arrival", "0"),
            ("issuer", " "),
            ("title", ""),
            ("number", &long),
        ] {
            let errors = Entry::read(&form(&[(field, value)]), TODAY).err().unwrap_or_default();
            assert!(errors.of(field).is_some(), "{field} = {value}: {errors:?}");
            assert_eq!(errors.all().len(), 1, "{field} = {value}: {errors:?}");
        }
    }

    #[test]
    fn twins_are_known_however_they_are_typed() {
        let of = |number, issuer| twin(Some(number), issuer, Some(date(2022, 11, 2)));
        assert_eq!(
            of("87/KH-UBND", "Ủy ban nhân dân xã"),
            of("87 /kh-ubnd", "Uỷ ban  nhân dân xã")
        );
        assert_ne!(of("87/KH-UBND", "UBND xã"), of("88/KH-UBND", "UBND xã"));
        assert_eq!(twin(None, "UBND xã", Some(TODAY)), None);
    }
}
