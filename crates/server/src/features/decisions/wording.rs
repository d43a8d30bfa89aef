//! The words of a decision and of its certificates, as the secretary types them.

use chungsuc_store::{Param, Row, StoreError};
use serde::{Serialize, Serializer};

use super::RewardSource;
use crate::web::{Errors, Form, Message};

/// Longest abstract, base or recipient, in letters.
const LONGEST_LINE: usize = 500;
/// Longest account of what was found, in letters.
const LONGEST_PARAGRAPH: usize = 1500;
/// Most that a certificate carries in each part at a readable size, in letters.
const LONGEST_NAME: usize = 150;
const LONGEST_ACHIEVEMENT: usize = 400;

/// The words of a decision: none is missing. Bases and recipients stand one on a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wording {
    #[serde(rename = "abstract")]
    abstract_: String,
    #[serde(serialize_with = "in_one_line")]
    bases: String,
    #[serde(serialize_with = "in_one_line")]
    recipients: String,
    reward_source: RewardSource,
}

impl Wording {
    /// Reads a form with the fields `abstract`, `bases`, `recipients`, `reward_source`.
    ///
    /// # Errors
    /// What is missing or too long, field by field.
    pub fn read(form: &Form) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let abstract_ = line(form, "abstract", LONGEST_LINE, &mut errors);
        let bases = lines(form, "bases", &mut errors);
        let recipients = lines(form, "recipients", &mut errors);
        let reward_source = RewardSource::from_code(form.text("reward_source"));
        match reward_source {
            Some(reward_source) if errors.is_empty() => {
                Ok(Self { abstract_, bases, recipients, reward_source })
            }
            Some(_) => Err(errors),
            None => {
                errors.add("reward_source", Message::new("field-missing"));
                Err(errors)
            }
        }
    }

    /// No words yet: the template proposes them.
    pub(super) fn unsaid() -> Self {
        let none = String::new;
        let reward_source = RewardSource::Fund;
        Self { abstract_: none(), bases: none(), recipients: none(), reward_source }
    }

    /// What it is about (trích yếu).
    pub fn abstract_(&self) -> &str {
        &self.abstract_
    }

    /// What it rests on, a document or a proposal each.
    pub fn bases(&self) -> Vec<String> {
        self.bases.lines().map(str::to_owned).collect()
    }

    /// Who receives it.
    pub fn recipients(&self) -> Vec<String> {
        self.recipients.lines().map(str::to_owned).collect()
    }

    /// From where the rewards are paid.
    pub fn reward_source(&self) -> RewardSource {
        self.reward_source
    }

    /// A form filled with these words.
    pub(super) fn form(&self) -> Form {
        Form::from_pairs([
            ("abstract", self.abstract_.as_str()),
            ("bases", &self.bases),
            ("recipients", &self.recipients),
            ("reward_source", self.reward_source.code()),
        ])
    }

    /// In the order of the statements: abstract, bases, recipients, source.
    pub(super) fn params(&self) -> [Param<'_>; 4] {
        [
            self.abstract_.as_str().into(),
            self.bases.as_str().into(),
            self.recipients.as_str().into(),
            self.reward_source.code().into(),
        ]
    }

    pub(super) fn of_row(row: &Row<'_>, first: usize) -> Result<Self, StoreError> {
        Ok(Self {
            abstract_: row.get(first)?,
            bases: row.get(first + 1)?,
            recipients: row.get(first + 2)?,
            reward_source: row.coded(first + 3, RewardSource::from_code)?,
        })
    }
}

/// As the journal shows lines: one after the other.
fn in_one_line<S: Serializer>(lines: &str, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&lines.replace('\n', "; "))
}

/// What a certificate says of who receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OnPaper {
    /// “Ông Đinh Hlưi”, “Nhân dân và cán bộ làng Sơ Tor”.
    pub recipient: String,
    /// Post and unit, or address; may be empty.
    pub address: String,
    /// “Đã có thành tích …”.
    pub achievement: String,
}

impl OnPaper {
    /// Reads a form with the fields `recipient`, `address`, `achievement`.
    ///
    /// # Errors
    /// What is missing or too long, field by field.
    pub fn read(form: &Form) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let recipient = line(form, "recipient", LONGEST_NAME, &mut errors);
        let achievement = line(form, "achievement", LONGEST_ACHIEVEMENT, &mut errors);
        let address = one_line(form.text("address"));
        not_longer(&address, "address", LONGEST_NAME, &mut errors);
        if errors.is_empty() { Ok(Self { recipient, address, achievement }) } else { Err(errors) }
    }

    /// A form filled with these words.
    pub(super) fn form(&self) -> Form {
        Form::from_pairs([
            ("recipient", &self.recipient),
            ("address", &self.address),
            ("achievement", &self.achievement),
        ])
    }

    pub(super) fn params(&self) -> [Param<'_>; 3] {
        [(&self.recipient).into(), (&self.address).into(), (&self.achievement).into()]
    }

    pub(super) fn of_row(row: &Row<'_>, first: usize) -> Result<Self, StoreError> {
        let (recipient, address) = (row.get(first)?, row.get(first + 1)?);
        Ok(Self { recipient, address, achievement: row.get(first + 2)? })
    }
}

fn line(form: &Form, name: &'static str, most: usize, errors: &mut Errors) -> String {
    let text = one_line(form.required(name, errors));
    not_longer(&text, name, most, errors);
    text
}

/// Lines of a form, tidied; empty ones are left out.
pub(super) fn lines(form: &Form, name: &'static str, errors: &mut Errors) -> String {
    let text = form.required(name, errors);
    let lines: Vec<String> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    lines.iter().for_each(|line| not_longer(line, name, LONGEST_LINE, errors));
    lines.join("\n")
}

/// A text that must be there, in one line.
pub(super) fn paragraph(form: &Form, name: &'static str, errors: &mut Errors) -> String {
    line(form, name, LONGEST_PARAGRAPH, errors)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn not_longer(text: &str, name: &'static str, most: usize, errors: &mut Errors) {
    if text.chars().count() > most {
        errors.add(name, Message::new("decision-too-long").arg("most", most));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_tidied_and_empty_ones_left_out() {
        let form = Form::from_pairs([
            ("abstract", "  Về việc  tặng\nGiấy khen "),
            ("bases", "Căn cứ một\r\n\r\n  Căn cứ  hai  "),
            ("recipients", "Lưu: VT"),
            ("reward_source", "fund"),
        ]);
        let read = Wording::read(&form).ok();
        let read = read.as_ref();
        assert_eq!(read.map(Wording::abstract_), Some("Về việc tặng Giấy khen"));
        assert_eq!(read.map(Wording::bases).unwrap_or_default(), ["Căn cứ một", "Căn cứ hai"]);
    }

    #[test]
    fn every_gap_is_named_at_once() {
        let missing = Wording::read(&Form::default()).err().unwrap_or_default();
        let fields: Vec<_> = missing.all().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["abstract", "bases", "recipients", "reward_source"]);
        let long = Form::from_pairs([
            ("recipient", "Ông A".to_owned()),
            ("achievement", "ơ".repeat(LONGEST_ACHIEVEMENT + 1)),
        ]);
        let long = OnPaper::read(&long).err().unwrap_or_default();
        assert!(long.of("achievement").is_some() && long.of("address").is_none());
    }
}
