//! A correction or a revocation as a document, in the words of the office's template.

use std::collections::BTreeMap;

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_long_date;
use chungsuc_press::Document;
use chungsuc_press::template::{Template, Values};
use chungsuc_press::{docx, pdf};

use super::super::document::{Head, frame};
use super::super::values::{counted, gifts, in_force, in_words};
use super::super::{Awarded, Decision, Printed, State};
use super::recovery::paid;
use super::{Amendment, Kind, Line, find, law};
use crate::access::Person;
use crate::app::App;
use crate::catalog::layout;
use crate::features::files::{self, NewFile};
use crate::features::movements::{self, Movement};
use crate::features::office::Office;
use crate::features::papers::{self, Paper};
use crate::features::signing;
use crate::features::templates::{self, Sort, sorts};
use crate::refusal::Refusal;

/// What stands around it.
pub(super) struct About {
    /// The decision that it is about.
    pub(super) decision: Decision,
    /// The paper of that decision.
    pub(super) paper: Paper,
    /// The movement of that decision.
    pub(super) movement: Movement,
    /// What the fund paid for each of its lines.
    pub(super) paid: BTreeMap<i64, Vnd>,
}

pub(super) fn about(app: &App, by: &Person, amendment: &Amendment) -> Result<About, Refusal> {
    let decision = super::super::find(app, by, &amendment.decision)?;
    let paper = decision.paper.as_deref().ok_or(Refusal::NotFound)?;
    let paper = papers::find(app, by, paper)?;
    let movement = movements::find(app, by, &decision.movement)?;
    let paid = paid(app, by, &decision)?;
    Ok(About { decision, paper, movement, paid })
}

fn sort(kind: Kind) -> &'static Sort {
    match kind {
        Kind::Correction => &sorts::CORRECTION,
        Kind::Revocation => &sorts::REVOCATION,
    }
}

pub(super) fn template(app: &App, by: &Person, kind: Kind) -> Result<Template, Refusal> {
    templates::current(app, by, sort(kind))
}

/// Its document in the words of a template.
pub(super) fn printed(
    app: &App,
    by: &Person,
    amendment: &Amendment,
    about: &About,
    template: &Template,
) -> Result<Document, Refusal> {
    let head = Head {
        kind: sort(amendment.kind).kind,
        number: amendment.number,
        symbol: &amendment.symbol,
        issued_on: amendment.issued_on,
        signer_post: &amendment.signer_post,
        signer_name: &amendment.signer_name,
    };
    let words = template.fill(&values(app, by, amendment, about))?;
    Ok(frame(by, &head)?.around(words))
}

fn values(app: &App, by: &Person, amendment: &Amendment, about: &About) -> Values {
    let office = Office::of(&by.commune_name);
    let decision = &about.decision;
    let day = amendment.issued_on.unwrap_or_else(|| app.today());
    let lines = of_lines(amendment, decision);
    let picked: Vec<&Awarded> = lines.iter().map(|(_, old)| *old).collect();
    let cited = in_force(app, day).into_iter().map(|cited| Values::new().text("văn bản", cited));
    let common = Values::new()
        .text("người quyết định", office.decider())
        .text("cơ quan", office.issuer())
        .text("nơi ban hành", office.issuer())
        .text("cơ quan cấp trên", "")
        .text("xã", office.commune)
        .text("địa danh", office.place)
        .text("người ký", &amendment.signer_name)
        .text("tên phong trào", &about.movement.name)
        .text("năm", day.year().to_string())
        .rows("căn cứ pháp luật", cited)
        .text("căn cứ khác", &amendment.words.bases)
        .text("số quyết định gốc", decision.full_number().unwrap_or_default())
        .text("ngày quyết định gốc", decision.issued_on.map(show_long_date).unwrap_or_default())
        .text("hình thức khen", gifts(app, picked.iter().copied()))
        .text("số lượng đối tượng", counted(picked.iter().copied()))
        .text("kết luận", full_stop(&amendment.words.facts));
    match amendment.kind {
        Kind::Correction => {
            common.rows("danh sách", lines.iter().map(|(new, old)| corrected(new, old)))
        }
        Kind::Revocation => revoked(app, amendment, about, &picked, common),
    }
}

/// Each line with what it said.
fn of_lines<'a>(amendment: &'a Amendment, decision: &'a Decision) -> Vec<(&'a Line, &'a Awarded)> {
    let old = |line: &'a Line| {
        let old = decision.awarded.iter().find(|old| old.seq == line.seq)?;
        Some((line, old))
    };
    amendment.lines.iter().filter_map(old).collect()
}

/// Without a full stop: the template sets it.
fn full_stop(text: &str) -> String {
    text.trim_end_matches(['.', ' ']).to_owned()
}

fn corrected(new: &Line, old: &Awarded) -> Values {
    let said = old.words();
    let words = new.words.as_ref().unwrap_or(said);
    let parts = |of: &super::super::OnPaper| {
        let parts = [
            (!of.recipient.is_empty() && words.recipient != said.recipient, &of.recipient),
            (words.address != said.address, &of.address),
            (words.achievement != said.achievement, &of.achievement),
        ];
        let changed = parts.into_iter().filter(|(changed, text)| *changed && !text.is_empty());
        changed.map(|(_, text)| text.clone()).collect::<Vec<_>>().join("; ")
    };
    Values::new()
        .text("số sổ vàng", format!("{:02}", old.seq))
        .text("tên được khen", &said.recipient)
        .text("nội dung đã ghi", parts(said))
        .text("nội dung đính chính", parts(words))
}

fn revoked(
    app: &App,
    amendment: &Amendment,
    About { decision, paid, .. }: &About,
    picked: &[&Awarded],
    values: Values,
) -> Values {
    let day = amendment.issued_on.unwrap_or_else(|| app.today());
    let rule = law(app, day);
    let ground = rule.zip(amendment.words.ground.as_deref());
    let ground = ground.and_then(|(law, code)| law.value.ground(code));
    let (object, money) = rule.map_or((true, true), |law| (law.value.object, law.value.money));
    // What the fund never paid does not come back.
    let given = |line: &Awarded| paid.get(&line.seq).copied().or(line.reward);
    let known = picked.iter().filter_map(|line| given(line));
    let sum = Vnd::total(known).ok().filter(|sum| money && *sum > Vnd::ZERO);
    let unknown = picked.iter().filter(|line| money && given(line).is_none()).count();
    let still = decision.awarded.iter().filter(|line| !line.standing.is_revoked()).count();
    let list = picked.iter().map(|line| {
        Values::new()
            .text("số sổ vàng", format!("{:02}", line.seq))
            .text("tên được khen", &line.words().recipient)
            .text("chức vụ địa chỉ", &line.words().address)
            .text("hình thức", line.gift(&app.catalog))
            .text("tiền thưởng", line.reward.map(|it| it.to_string()).unwrap_or_default())
    });
    values
        .text("căn cứ thu hồi", rule.map(|law| law.source.to_string()).unwrap_or_default())
        .text("lý do", ground.map(|it| it.text.clone()).unwrap_or_default())
        .flag("thu hồi toàn bộ", picked.len() == decision.awarded.len() && still == picked.len())
        .flag("thu lại hiện vật", object)
        .text("tổng tiền thưởng", sum.map(|sum| sum.to_string()).unwrap_or_default())
        .text("tổng tiền bằng chữ", sum.map(in_words).unwrap_or_default())
        .text(
            "số chưa rõ mức thưởng",
            if unknown > 0 { format!("{unknown:02}") } else { String::new() },
        )
        .rows("danh sách", list)
}

/// The name of its files, without an ending.
pub(super) fn file_name(amendment: &Amendment) -> String {
    let what = match amendment.kind {
        Kind::Correction => "dinh-chinh",
        Kind::Revocation => "thu-hoi",
    };
    match amendment.number.zip(amendment.issued_on) {
        Some((number, day)) => format!("quyet-dinh-{what}-{number}-{}", day.year()),
        None => format!("du-thao-{what}"),
    }
}

/// As DOCX: of a draft as it would be printed now, of an issued one the kept bytes.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it was discarded; of the press.
pub fn docx_of(app: &App, by: &Person, id: &str) -> Result<Printed, Refusal> {
    let found = find(app, by, id)?;
    let bytes = match &found.docx {
        Some(file) => files::content(app, &by.commune, file)?,
        None => docx(&draft_of(app, by, &found)?, &layout()?)?,
    };
    Ok(Printed { name: file_name(&found), bytes })
}

/// As PDF, as [`docx_of`].
///
/// # Errors
/// As [`docx_of`].
pub fn pdf_of(app: &App, by: &Person, id: &str) -> Result<Printed, Refusal> {
    let found = find(app, by, id)?;
    let bytes = match &found.pdf {
        Some(file) => files::content(app, &by.commune, file)?,
        None => pdf(&draft_of(app, by, &found)?, &layout()?)?,
    };
    Ok(Printed { name: file_name(&found), bytes })
}

fn draft_of(app: &App, by: &Person, found: &Amendment) -> Result<Document, Refusal> {
    if found.state == State::Discarded {
        return Err(Refusal::rule("amendment-discarded-stays"));
    }
    printed(app, by, found, &about(app, by, found)?, &template(app, by, found.kind)?)
}

/// Makes the kept PDF the file to be signed; where there is one already, that one stays. Gives the id
/// of its paper.
///
/// # Errors
/// [`Refusal::NotFound`], also for a draft; [`Refusal::Forbidden`]; of the store.
pub fn prepare_to_sign(app: &App, by: &Person, id: &str) -> Result<String, Refusal> {
    let paper = find(app, by, id)?.paper.ok_or(Refusal::NotFound)?;
    signing::prepare(app, by, &paper, || {
        let Printed { name, bytes } = pdf_of(app, by, id)?;
        Ok(NewFile::made(&format!("{name}.pdf"), bytes))
    })?;
    Ok(paper)
}
