//! One dossier: its way, its papers, what happened, and the form of the next step.

use chungsuc_domain::date::{parse_date, show_date};
use chungsuc_domain::submission::{Move, Stage};
use maud::{Markup, html};

use super::super::steps::{counted, standing};
use super::super::{
    NewStep, Nominee, OTHER, RECORD, Step, Submission, There, Wanted, find, nominees, put, record,
    steps, wanted,
};
use super::{address, award, due, mend, nominees as for_whom, stage_tag, who};
use crate::access::Act;
use crate::features::files::NewFile;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, State, Table, button, button_link, buttons, draft,
    facts, fields, tag,
};
use crate::web::{Errors, Form, Message, Upload, csrf};

/// What a scan may be.
const SCAN: &str = ".jpg,.jpeg,.png,.webp,.pdf";
/// What a paper of a dossier may be.
const PAPER: &str = ".pdf,.docx,.jpg,.jpeg,.png,.webp";

pub(super) fn page(v: &Visit) -> Reply {
    let form = Form::from_pairs([("on", show_date(v.app.today()))]);
    draw(v, &form, &Errors::default())
}

pub(super) fn draw(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let one = find(&v.app, person, v.param("ma"))?;
    let papers = wanted(&v.app, person, &one)?;
    let (past, all) = (steps(&v.app, person, &one.id)?, nominees(&v.app, person, &one.id)?);
    let last = standing(&past).last();
    let may = v.may(Act::KeepCouncil);
    let zip = format!("{}/ho-so.zip", address(&one.id));
    let body = html! {
        (known(v, &one, last))
        @if let Some(last) = last { (asked(v, &one, last, &papers)) }
        (for_whom::listed(v, &one, &all, may))
        @if may { (for_whom::joining(v, &one)?) }
        (listed(v, &papers))
        @if papers.iter().any(|line| line.there.is_some()) {
            (buttons(&[button_link(&zip, l.t("submission-package"))]))
        }
        @if may && papers.iter().any(|line| line.may_change) { (putting(v, &one, &papers, errors)) }
        @if !past.is_empty() { (happened(v, &past)) }
        @if may && !one.stage.is_over() { (next(v, &one, (&papers, &all), form, errors)) }
        @if may { (mend::forms(v, &one, last, errors)) }
        (journal::history(v, RECORD, &one.id)?)
    };
    let name = who(v, &one);
    let page = v.page(&name).back("/trinh-cap-tren", l.t("way-submissions"));
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

fn known(v: &Visit, one: &Submission, last: Option<&Step>) -> Markup {
    let l = v.l;
    let way: Vec<&str> =
        one.stations(&v.app).iter().map(|level| l.word("unit-kind-", level.code())).collect();
    let regime = v.app.catalog.regime(v.app.today());
    let mut list = vec![
        Fact::new(l.t("submission-award"), html! { (award(v, &one.award)) }),
        Fact::new(
            l.t("submission-dossier"),
            html! { a href={ "/khen-thuong/" (one.nomination) } { (l.t("submission-to-nomination")) } },
        ),
        Fact::new(
            l.t("submission-way"),
            html! {
                (l.t("submission-from-here")) " → " (way.join(" → "))
                @if let Some(regime) = regime {
                    " " span.quiet { "(" (regime.source) ")" }
                    @if !regime.standing(v.app.today()).is_settled() { " " (tag(l, State::Unchecked)) }
                }
            },
        ),
        Fact::new(
            l.t("submission-where"),
            html! { (l.word("unit-kind-", one.level.code())) " " (stage_tag(v, one)) },
        ),
    ];
    if !one.stage.is_over() {
        let why = last.map(|last| counting(v, one, last));
        list.push(Fact::new(
            l.t("submission-due"),
            html! { (due(v, one)) @if let Some(why) = why { (why) } },
        ));
    }
    if let Some(why) = &one.given_up {
        list.push(Fact::new(l.t("submission-why"), html! { (why) }));
    }
    facts(&list)
}

/// How the day was counted, where the catalog gives it: with which holidays, and of which years none are
/// known.
fn counting(v: &Visit, one: &Submission, last: &Step) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let Some(counted) = counted(&v.app, one, last.on)
        .filter(|counted| last.kind == Move::Received && last.due == Some(counted.last))
    else {
        return html! {};
    };
    html! {
        br;
        span.quiet {
            (l.t("submission-counted"))
            @for row in &counted.by {
                " " (l.with("submission-holidays", &[("year", row.from.year().to_string().into())]))
                " (" (row.source) ")"
                @if !row.standing(today).is_settled() { " " (tag(l, State::Unchecked)) }
            }
            @for year in &counted.unknown {
                " " (l.with("submission-no-holidays", &[("year", year.to_string().into())]))
            }
        }
    }
}

/// What a level asks for, while the dossier is given back.
fn asked(v: &Visit, one: &Submission, last: &Step, papers: &[Wanted]) -> Markup {
    let names = last.papers.iter().map(|code| paper_name(v, papers, code));
    let names = names.collect::<Vec<_>>().join(", ");
    html! {
        @if one.stage == Stage::Returned {
            p.consequence {
                (v.l.with("submission-asked", &[("papers", names.into())])) " " (last.words)
            }
        }
    }
}

fn paper_name(v: &Visit, papers: &[Wanted], code: &str) -> String {
    let line = papers.iter().find(|line| line.code == code && code != OTHER);
    line.map_or_else(|| v.l.t("submission-other").to_owned(), |line| line.name.clone())
}

fn listed(v: &Visit, papers: &[Wanted]) -> Markup {
    let l = v.l;
    let columns = [Column::new(l.t("submission-paper")), Column::new(l.t("submission-there"))];
    let shown = papers.iter().filter(|line| line.code != OTHER || line.there.is_some());
    let rows = shown.map(|line| {
        let there = html! {
            @match &line.there {
                Some(There::Letter { id, name }) => a href={ "/soan-thao/" (id) } { (name) },
                Some(There::File { id, name }) => {
                    a href={ "/trinh-cap-tren/tep/" (id) } { (name) }
                }
                None => {
                    @match &line.when {
                        Some(when) => {
                            span.quiet { (l.with("submission-when", &[("when", when.as_str().into())])) }
                        }
                        None => span.quiet { (l.t("submission-missing")) },
                    }
                }
            }
        };
        Cells::new().text(&paper_name(v, papers, &line.code)).markup(there)
    });
    Table::new(l.t("submission-papers"), &columns, rows.collect()).draw(l)
}

/// The form that puts a file in as one of the papers that may change.
fn putting(v: &Visit, one: &Submission, papers: &[Wanted], errors: &Errors) -> Markup {
    let l = v.l;
    let open = papers.iter().filter(|line| line.may_change);
    let choices =
        open.map(|line| Choice::new(&line.code, paper_name(v, papers, &line.code))).collect();
    let file = Kind::File { accept: PAPER, many: false };
    html! {
        details open[!errors.is_empty() && errors.of("file").is_some()] {
            summary { (l.t("submission-put")) }
            p { (l.t("submission-put-hint")) }
            form method="post" action={ (address(&one.id)) "/giay-to" } enctype="multipart/form-data" {
                (csrf::token_field(v.form_token()))
                (fields(l, &Form::default(), errors, &[
                    Field::new("code", l.t("submission-paper")).kind(Kind::Select(choices)).required(),
                    Field::new("file", l.t("submission-file")).kind(file).required(),
                ]))
                (buttons(&[button(l.t("submission-put-act"))]))
            }
        }
    }
}

fn happened(v: &Visit, past: &[Step]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("submission-on")),
        Column::new(l.t("submission-step")),
        Column::new(l.t("submission-where")),
        Column::new(l.t("submission-said")),
    ];
    let rows = past.iter().map(|step| {
        let said = html! {
            div {
                @if !step.paper.is_empty() { (step.paper) " " }
                @if !step.issuer.is_empty() { (step.issuer) " " }
                (step.words)
                @if let Some(day) = step.due {
                    " " (l.with("submission-due-then", &[("day", show_date(day).into())]))
                }
                @if let Some((id, name)) = &step.file {
                    " " a href={ "/trinh-cap-tren/tep/" (id) } { (name) }
                }
                @if let Some(undone) = &step.undone {
                    @let said = [
                        ("day", show_date(undone.on).into()),
                        ("why", undone.why.clone().into()),
                    ];
                    " " strong { (l.with("submission-undone", &said)) }
                }
            }
        };
        Cells::new()
            .text(&show_date(step.on))
            .text(l.word("submission-move-", step.kind.code()))
            .text(l.word("unit-kind-", step.level.code()))
            .markup(said)
    });
    Table::new(l.t("submission-happened"), &columns, rows.collect()).draw(l)
}

/// The form of the next step: only steps that can follow are offered.
fn next(
    v: &Visit,
    one: &Submission,
    (papers, all): (&[Wanted], &[Nominee]),
    form: &Form,
    errors: &Errors,
) -> Markup {
    let l = v.l;
    let decides = one.is_decided_there(&v.app);
    let can = Move::ALL.iter().filter(|step| one.stage.after(**step, decides).is_some());
    let can: Vec<Move> = can.copied().collect();
    let mut form = form.clone();
    form.set("version", one.version.to_string());
    let mut questions = vec![Field::new("version", "").kind(Kind::Hidden)];
    if let [only] = can.as_slice() {
        form.set("kind", only.code());
        questions.push(Field::new("kind", "").kind(Kind::Hidden));
    } else {
        let choice =
            |step: &Move| Choice::new(step.code(), l.word("submission-move-", step.code()));
        let choices = can.iter().map(choice).collect();
        let kind = Kind::Radios(choices);
        questions.push(Field::new("kind", l.t("submission-step")).kind(kind).required());
    }
    if can.contains(&Move::Awarded) && all.len() > 1 {
        let kind = Kind::Checkboxes(for_whom::choices(all));
        let whom = Field::new("awarded", l.t("submission-awarded-whom")).kind(kind);
        questions.push(whom.help(l.t("submission-awarded-whom-help")));
    }
    questions.push(Field::new("on", l.t("submission-on")).kind(Kind::Date).required());
    questions
        .push(Field::new("paper", l.t("submission-number")).help(l.t("submission-number-help")));
    if can.contains(&Move::Refused) {
        let due = Field::new("due", l.t("submission-due-field")).kind(Kind::Date);
        let all =
            papers.iter().map(|line| Choice::new(&line.code, paper_name(v, papers, &line.code)));
        let asked = Kind::Checkboxes(all.collect());
        questions.extend([
            Field::new("issuer", l.t("submission-issuer")).help(l.t("submission-issuer-help")),
            due.help(l.t("submission-due-help")),
            Field::new("papers", l.t("submission-asked-papers")).kind(asked),
            Field::new("words", l.t("submission-words"))
                .kind(Kind::Long)
                .help(l.t("submission-words-help")),
        ]);
    }
    let file = Kind::File { accept: SCAN, many: false };
    questions.push(Field::new("scan", l.t("submission-scan")).kind(file));
    let title = if can == [Move::Sent] { "submission-send" } else { "submission-next" };
    html! {
        h2 { (l.t(title)) }
        form method="post" action={ (address(&one.id)) "/buoc" } enctype="multipart/form-data" data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, &form, errors, &questions))
            p.consequence { (l.t("submission-consequence")) }
            (buttons(&[button(l.t("submission-record"))]))
        }
    }
}

pub(super) fn put_paper(v: &Visit, upload: &Upload) -> Reply {
    let done = file_of(upload).and_then(|file| {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        put(&v.app, person, v.param("ma"), upload.form.text("code"), &file)
    });
    answer(v, &upload.form, done, "submission-paper")
}

fn file_of(upload: &Upload) -> Result<NewFile, Refusal> {
    if upload.form.text("code").is_empty() {
        return Err(Refusal::field("code", Message::new("field-missing")));
    }
    let sent = upload.files_of("file").next();
    let sent = sent.ok_or_else(|| Refusal::field("file", Message::new("field-missing")))?;
    NewFile::check_paper("file", sent)
}

pub(super) fn take_step(v: &Visit, upload: &Upload) -> Reply {
    let done = read(v, upload).and_then(|new| {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        let version = upload.form.text("version").parse().unwrap_or_default();
        record(&v.app, person, v.param("ma"), version, &new)
    });
    answer(v, &upload.form, done, "submission-step")
}

fn answer(v: &Visit, form: &Form, done: Result<(), Refusal>, what: &str) -> Reply {
    match done {
        Ok(()) => go(&format!("{}?xong={what}", address(v.param("ma")))),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read<'a>(v: &Visit, upload: &'a Upload) -> Result<NewStep<'a>, Refusal> {
    let form = &upload.form;
    let mut errors = Errors::default();
    let kind = Move::from_code(form.text("kind"));
    if kind.is_none() {
        errors.add("kind", Message::new("field-missing"));
    }
    let today = v.app.today();
    let on = parse_date(form.text("on"), today).ok();
    if on.is_none() {
        errors.add("on", Message::new("day-wrong"));
    }
    let due = form.filled("due").map(|text| parse_date(text, today));
    if matches!(due, Some(Err(_))) {
        errors.add("due", Message::new("day-wrong"));
    }
    let file = upload.files_of("scan").next();
    let file = file.map(|file| NewFile::check("scan", file)).transpose()?;
    let (Some(kind), Some(on), true) = (kind, on, errors.is_empty()) else {
        return Err(errors.into());
    };
    Ok(NewStep {
        kind,
        on,
        paper: form.text("paper"),
        issuer: form.text("issuer"),
        words: form.text("words"),
        due: due.and_then(Result::ok),
        papers: form.all("papers").collect(),
        awarded: form.all("awarded").collect(),
        file,
    })
}
