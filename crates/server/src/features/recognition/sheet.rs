//! The sheet that a recognised unit receives: printed for whoever recognised to sign and seal.

use chungsuc_domain::date::show_long_date;
use chungsuc_domain::text::capital;
use chungsuc_press::{
    Capacity, Certificate, Gift, Imprint, Number, PressError, Signature, Stock, certificates,
};

use super::{Recognition, State, find};
use crate::access::Person;
use crate::app::App;
use crate::features::certificates::{design, setup};
use crate::features::decisions::village_words;
use crate::features::office::Office;
use crate::features::papers::{self, Paper};
use crate::refusal::Refusal;
use crate::web::Message;

/// A file to fetch.
pub struct Printed {
    /// What it is called, without its ending.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Prints the sheet of a recognition that holds.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when the unit is not recognised, or a name
/// cannot be printed.
pub fn sheet(app: &App, by: &Person, id: &str) -> Result<Printed, Refusal> {
    let of = find(app, by, id)?;
    let (State::Recognised, Some(paper)) = (of.state, &of.paper) else {
        return Err(Refusal::rule("recognition-not-recognised"));
    };
    let paper = papers::find(app, by, paper)?;
    let certificate = words(app, by, &of, &paper)?;
    let imprint = Imprint {
        title: paper.title.clone(),
        author: paper.issuer.clone(),
        date: certificate.date,
    };
    let setup = setup(app, by)?;
    let bytes = certificates(&[certificate], &design(app, by, &setup)?, Stock::White, &imprint);
    let bytes = bytes.map_err(explain)?;
    Ok(Printed { name: format!("bang-cong-nhan-{}", of.unit_name), bytes })
}

fn words(app: &App, by: &Person, of: &Recognition, paper: &Paper) -> Result<Certificate, Refusal> {
    let office = Office::of(&by.commune_name);
    let standard = app.catalog.standard(&of.standard).ok_or(Refusal::NotFound)?;
    let unit = match of.unit == by.commune {
        true => capital(&office.commune),
        false => format!("{}, {}", capital(&village_words(&of.unit_name)), office.commune),
    };
    let met = of.picture.as_ref().map(|picture| format!("{}/{}", picture.met, picture.total));
    let until = of.valid_to.map(|last| format!("Có giá trị đến hết {}", show_long_date(last)));
    Ok(Certificate {
        decider: decider(&paper.issuer),
        gift: Gift::Recognition(unit),
        recipient: format!("Đạt chuẩn theo {}", standard.head().value.name),
        address: met.map(|met| format!("Đạt {met} tiêu chí")).unwrap_or_default(),
        achievement: until.unwrap_or_default(),
        decision: number(paper),
        date: of.decided_on.unwrap_or(of.as_of),
        entry: None,
        place: place(&paper.issuer).unwrap_or(office.place),
        signature: signature(paper),
        check: None,
    })
}

/// A committee recognises by its chairman: “Chủ tịch Ủy ban nhân dân huyện Kbang”.
fn decider(issuer: &str) -> String {
    match issuer.starts_with("Ủy ban nhân dân") {
        true => format!("Chủ tịch {issuer}"),
        false => issuer.to_owned(),
    }
}

/// The name at the end of an issuer: “Kbang” of “Ủy ban nhân dân huyện Kbang”.
fn place(issuer: &str) -> Option<String> {
    let words: Vec<&str> = issuer.split_whitespace().collect();
    let small = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
    let from = words.iter().rposition(|word| small(&word))?;
    let name = words[from + 1..].join(" ");
    (!name.is_empty()).then_some(name)
}

fn number(paper: &Paper) -> Number {
    let known = paper.number.as_deref().unwrap_or_default();
    let (serial, symbol) = known.split_once('/').unwrap_or(("", known));
    Number { serial: serial.trim().parse().ok(), symbol: symbol.trim().to_owned() }
}

/// Who signed, as the registry knows it; an incoming paper is often entered without.
fn signature(paper: &Paper) -> Signature {
    let post = if paper.signer_post.is_empty() { "Chủ tịch" } else { &paper.signer_post };
    let capacity = Capacity::read(post).unwrap_or_else(|_| Capacity::head(post));
    Signature { capacity, name: paper.signer_name.clone() }
}

/// What an officer can mend is said; the rest is ours.
fn explain(error: PressError) -> Refusal {
    match error {
        PressError::Unprintable(sign) => {
            Refusal::Rule(Message::new("decision-unprintable").arg("sign", sign.to_string()))
        }
        PressError::Overfull(_) => Refusal::rule("recognition-overfull"),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_decides_and_where() {
        for (issuer, who, wanted) in [
            ("Ủy ban nhân dân huyện Kbang", "Chủ tịch Ủy ban nhân dân huyện Kbang", Some("Kbang")),
            (
                "Ủy ban nhân dân tỉnh Gia Lai",
                "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai",
                Some("Gia Lai"),
            ),
            ("Chủ tịch huyện", "Chủ tịch huyện", None),
        ] {
            assert_eq!((decider(issuer).as_str(), place(issuer).as_deref()), (who, wanted));
        }
    }
}
