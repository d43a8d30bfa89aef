//! The questions of an old list: which award a way of writing means, and whom a row means.

use maud::{Markup, html};

use super::super::import::{
    LEAVE, ListRow, Match, NEW, Outlook, Unclear, asked, award_field, field, words,
};
use super::list::awards;
use crate::features::directory::Subject;
use crate::visit::Visit;
use crate::web::ui::{Choice, Field, Kind, error_summary};
use crate::web::{Errors, Form};

/// Cells that a question names at most.
const CELLS_MOST: usize = 5;

pub(super) fn questions(v: &Visit, outlook: &Outlook, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let written: Vec<Asked> = outlook.unclear.iter().map(|open| of_award(v, open)).collect();
    let whom: Vec<Asked> = asked(outlook)
        .map(|(row, found)| Asked {
            name: field(row.row),
            label: said(v, row),
            choices: choices(v, found),
        })
        .collect();
    let all: Vec<Field<'_>> = written.iter().chain(&whom).map(Asked::field).collect();
    html! {
        @if !all.is_empty() { (error_summary(l, errors, &all)) }
        @if !written.is_empty() {
            h2 { (l.t("register-list-unclear")) }
            p { (l.t("register-list-unclear-lead")) }
            @for one in &written { (one.field().draw(l, form, errors)) }
        }
        @if !whom.is_empty() {
            h2 { (l.t("register-list-asked")) }
            p { (l.t("register-list-asked-lead")) }
            @for one in &whom { (one.field().draw(l, form, errors)) }
        }
    }
}

/// One question.
struct Asked {
    name: String,
    label: String,
    choices: Vec<Choice>,
}

impl Asked {
    fn field(&self) -> Field<'_> {
        Field::new(&self.name, &self.label).kind(Kind::Select(self.choices.clone())).required()
    }
}

/// “Ô B7, B9: “Kỷ niệm chương” – Bộ Công an”.
fn of_award(v: &Visit, open: &Unclear) -> Asked {
    let l = v.l;
    let cells: Vec<&str> = open.rows.iter().take(CELLS_MOST).map(|(_, at)| at.as_str()).collect();
    let rest = open.rows.len().saturating_sub(CELLS_MOST);
    let more = match rest {
        0 => String::new(),
        rest => format!(" {}", l.with("register-list-more", &[("count", rest.into())])),
    };
    let issuer = match open.issuer.as_str() {
        "" => l.t("register-list-no-issuer"),
        issuer => issuer,
    };
    let cells = l.with("register-list-cells", &[("cells", cells.join(", ").into())]);
    let label = format!("{cells}{more}: “{}” – {issuer}", open.written);
    let beside = [
        Choice::new(NEW, l.t("register-list-foreign")),
        Choice::new(LEAVE, l.t("register-list-leave-rows")),
    ];
    let choices = awards(v).into_iter().chain(beside).collect();
    Asked { name: award_field(open.first()), label, choices }
}

/// “Dòng 7: Siu Blơm (Làng Leng) – Giấy khen …”.
fn said(v: &Visit, row: &ListRow) -> String {
    let place = if row.village.is_empty() { String::new() } else { format!(" ({})", row.village) };
    let number = i64::from(row.row);
    let line = v.l.with("register-list-row", &[("row", number.into())]);
    format!("{line}: {}{place} – {}", row.name, row.award_name)
}

fn choices(v: &Visit, found: &Match) -> Vec<Choice> {
    let l = v.l;
    let other = Choice::new(NEW, l.t("register-list-new"));
    match found {
        Match::Doubt(name) => {
            let known = l.with("register-list-doubt", &[("name", name.clone().into())]);
            vec![Choice::new(LEAVE, known), other]
        }
        Match::Ask(subjects) => {
            let same = |one: &Subject| Choice::new(&one.id, words(&v.app, one));
            let leave = Choice::new(LEAVE, l.t("register-list-leave"));
            subjects.iter().map(same).chain([other, leave]).collect()
        }
        Match::Same(_) | Match::New => Vec::new(),
    }
}
