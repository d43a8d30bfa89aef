//! What a check finds: the rule, where, what stands there and what the rule wants. No words for the
//! screen are here; codes and values are.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

/// Gives the variants of an enum their code, which is stored in the catalog and shown in JSON.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$about:meta])* $variant:ident = $code:literal),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$about])* $variant),+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code, which never changes.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }
    };
}

coded! {
    /// A rule of layout. What each wants, and by which clause, stands in the catalog.
    RuleId {
        /// The size of the sheet.
        Paper = "paper",
        /// The upper margin.
        MarginTop = "margin-top",
        /// The lower margin.
        MarginBottom = "margin-bottom",
        /// The left margin.
        MarginLeft = "margin-left",
        /// The right margin.
        MarginRight = "margin-right",
        /// A document of several sheets without page numbers.
        PageNumberMissing = "page-number-missing",
        /// A page number that does not stand in the middle above the text.
        PageNumberPlace = "page-number-place",
        /// The number of the first page is shown.
        PageNumberFirst = "page-number-first",
        /// The letters' face.
        Font = "font",
        /// The letters' size.
        Size = "size",
        /// Bold or not.
        Bold = "bold",
        /// Slanted or upright.
        Italic = "italic",
        /// In capital letters.
        Capitals = "capitals",
        /// Where the lines stand.
        Alignment = "alignment",
        /// A part that the type of document must have.
        Missing = "missing",
        /// The words of Quốc hiệu.
        NationWords = "nation-words",
        /// The words of Tiêu ngữ.
        MottoWords = "motto-words",
        /// `Số: 05/QĐ-UBND`.
        NumberForm = "number-form",
        /// A zero before numbers below ten, and none before others.
        NumberZero = "number-zero",
        /// The abbreviation of the type in the symbol.
        NumberKind = "number-kind",
        /// "CV", which is no abbreviation.
        NumberCv = "number-cv",
        /// `Tơ Tung, ngày 08 tháng 02 năm 2023`.
        DateForm = "date-form",
        /// A zero before days below ten and months 1 and 2, and none before others.
        DateZero = "date-zero",
        /// "V/v" before the abstract of a công văn.
        SubjectLead = "subject-lead",
        /// ";" after each base, "." after the last.
        BasisEnd = "basis-end",
        /// The indent of the first line.
        FirstLine = "first-line",
        /// The distance of paragraphs.
        ParagraphGap = "paragraph-gap",
        /// The distance of lines.
        LineSpacing = "line-spacing",
        /// "./." after the last words.
        EndMark = "end-mark",
        /// In whose name somebody signs.
        Capacity = "capacity",
        /// No title before the signer's name.
        SignerTitle = "signer-title",
        /// A colon after "Kính gửi".
        AddresseeColon = "addressee-colon",
        /// "Nơi nhận:" on its own line.
        RecipientsTitle = "recipients-title",
        /// A dash before each recipient.
        RecipientsDash = "recipients-dash",
        /// ";" after each recipient, "." after the last.
        RecipientsEnd = "recipients-end",
        /// "Như trên" first, where somebody is addressed.
        RecipientsAbove = "recipients-above",
        /// "Lưu: VT" last.
        RecipientsArchive = "recipients-archive",
    }
}

coded! {
    /// A part of a document (Nghị định 30/2020/NĐ-CP, Điều 8).
    Part {
        /// The sheet.
        Page = "page",
        /// Quốc hiệu.
        Nation = "nation",
        /// Tiêu ngữ.
        Motto = "motto",
        /// The body above the issuer.
        Superior = "superior",
        /// The issuing body.
        Issuer = "issuer",
        /// Number and symbol.
        Number = "number",
        /// Place and date.
        Dateline = "dateline",
        /// The name of the type.
        Kind = "kind",
        /// Trích yếu under the name of the type.
        Abstract = "abstract",
        /// Trích yếu of a công văn.
        Subject = "subject",
        /// Kính gửi.
        Addressee = "addressee",
        /// Căn cứ.
        Basis = "basis",
        /// The text.
        Body = "body",
        /// "Điều 1." in the text.
        Article = "article",
        /// Power and post.
        Capacity = "capacity",
        /// The signer's name.
        Signer = "signer",
        /// "Nơi nhận:".
        RecipientsTitle = "recipients-title",
        /// The list of recipients.
        Recipients = "recipients",
        /// The number of the page.
        PageNumber = "page-number",
        /// "Phụ lục I".
        AnnexLabel = "annex-label",
        /// The title of an annex.
        AnnexTitle = "annex-title",
        /// "(Kèm theo …)".
        AnnexReference = "annex-reference",
    }
}

coded! {
    /// How heavy a finding weighs.
    Severity {
        /// A rule is broken.
        Must = "must",
        /// The models of the decree and the practice are otherwise.
        Should = "should",
    }
}

/// Something that departs from a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// Of which part.
    pub part: Part,
    /// How heavy it weighs.
    pub severity: Severity,
    /// What stands there.
    pub found: Value,
    /// What the rule wants.
    pub wanted: Value,
    /// Where it stands first; nowhere for the sheet and for what is missing.
    pub place: Option<Place>,
    /// How often it stands in the document.
    pub times: usize,
    /// The clause.
    pub source: String,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The paragraph of the file, those in tables included, counted from 1.
    pub paragraph: usize,
    /// The first words of the line.
    pub words: String,
}

/// What stands there, or what is wanted. Units: "pt", "mm", "lines" (1 being single). In JSON: nothing
/// is null, words and codes are text, a measure is `{"value", "unit"}`, a range `{"least", "most",
/// "unit"}`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing to be said.
    Nothing,
    /// Words, as they stand or should.
    Words(String),
    /// A code, such as the side on which lines stand.
    Code(&'static str),
    /// Yes or no.
    Switch(bool),
    /// A measure.
    Measure(f64, &'static str),
    /// A measure from, to.
    Range(f64, f64, &'static str),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_none(),
            Self::Words(words) => to.serialize_str(words),
            Self::Code(code) => to.serialize_str(code),
            Self::Switch(on) => to.serialize_bool(*on),
            Self::Measure(value, unit) => {
                let mut fields = to.serialize_struct("Measure", 2)?;
                fields.serialize_field("value", &rounded(*value))?;
                fields.serialize_field("unit", unit)?;
                fields.end()
            }
            Self::Range(least, most, unit) => {
                let mut fields = to.serialize_struct("Range", 3)?;
                fields.serialize_field("least", least)?;
                fields.serialize_field("most", most)?;
                fields.serialize_field("unit", unit)?;
                fields.end()
            }
        }
    }
}

impl fmt::Display for Value {
    /// In figures and words, without a language; the decimal sign is the comma.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Words(words) => f.write_str(words),
            Self::Code(code) => f.write_str(code),
            Self::Switch(on) => f.write_str(if *on { "yes" } else { "no" }),
            Self::Measure(measure, unit) => f.write_str(&figure(*measure, unit)),
            Self::Range(least, most, unit) if least == most => f.write_str(&figure(*least, unit)),
            Self::Range(least, most, unit) => {
                write!(f, "{}–{}", decimal(*least), figure(*most, unit))
            }
        }
    }
}

/// A measure without what twips add to it.
fn rounded(measure: f64) -> f64 {
    (measure * 100.0).round() / 100.0
}

fn figure(measure: f64, unit: &str) -> String {
    match unit {
        "lines" => decimal(measure),
        unit => format!("{} {unit}", decimal(measure)),
    }
}

fn decimal(measure: f64) -> String {
    let text = format!("{measure:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}
