//! The report as a document: what the clerk prints, of a draft and of one that was sent.
//!
//! Its words are Vietnamese whatever the language of the screen.

mod body;

use chungsuc_domain::{Period, date};
use chungsuc_press::{Capacity, Document, Header, Issuer, Number, Signature, docx, pdf};

use super::{Figures, Report, ReportKind, State, figures, find, list};
use crate::access::Person;
use crate::app::App;
use crate::catalog::layout;
use crate::features::files::{self, NewFile};
use crate::features::movements::{self, Movement};
use crate::features::papers::{self, Paper};
use crate::features::signing;
use crate::refusal::Refusal;

/// What stands behind the number until an office has sent its first report with a symbol of its own.
pub(super) const SYMBOL: &str = "BC-BQL";

/// “Kết quả thực hiện Phong trào thi đua “…” năm 2023”.
pub(super) fn title(movement: &Movement, kind: ReportKind, period: Period) -> String {
    let (name, span) = (&movement.name, span(kind, period));
    match kind {
        ReportKind::Closing => format!("Tổng kết Phong trào thi đua “{name}” {span}"),
        _ => format!("Kết quả thực hiện Phong trào thi đua “{name}” {span}"),
    }
}

fn span(kind: ReportKind, period: Period) -> String {
    let (first, last) = (period.from().year(), period.to().year());
    match kind {
        ReportKind::HalfYear => format!("6 tháng đầu năm {last}"),
        ReportKind::Year => format!("năm {last}"),
        ReportKind::Closing => format!("giai đoạn {first}-{last}"),
    }
}

/// The paper by which this movement was last reported on: offices number and sign alike.
pub(super) fn last_paper(
    app: &App,
    by: &Person,
    movement: &Movement,
) -> Result<Option<Paper>, Refusal> {
    let sent = list(app, by, movement)?.into_iter().filter_map(|line| line.report);
    let last = sent.filter(|one| one.sent_on.is_some()).max_by_key(|one| one.sent_on);
    let paper = last.and_then(|one| one.paper);
    paper.map(|id| papers::find(app, by, &id)).transpose()
}

/// “61” and “BC-BQL” of “61/BC-BQL”.
pub(super) fn number_parts(number: &str) -> (Option<u32>, &str) {
    let (serial, symbol) = number.split_once('/').unwrap_or(("", number));
    (serial.trim().parse().ok(), symbol.trim())
}

/// The report as DOCX.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the press.
pub fn document(app: &App, by: &Person, id: &str) -> Result<Vec<u8>, Refusal> {
    Ok(docx(&words(app, by, &find(app, by, id)?)?, &layout()?)?)
}

/// Makes the PDF of a sent report to be signed; where there is one already, that one stays. Gives the
/// id of its paper.
///
/// # Errors
/// [`Refusal::NotFound`], also for a draft; [`Refusal::Forbidden`]; of the press.
pub fn prepare_to_sign(app: &App, by: &Person, id: &str) -> Result<String, Refusal> {
    let report = find(app, by, id)?;
    let paper = report.paper.clone().ok_or(Refusal::NotFound)?;
    signing::prepare(app, by, &paper, || {
        let name = format!("{}.pdf", file_name(&report));
        let bytes = match papers::find(app, by, &paper)?.file {
            Some(kept) => files::content(app, &by.commune, &kept.id)?,
            // Reports of older days have none.
            None => pdf(&words(app, by, &report)?, &layout()?)?,
        };
        Ok(NewFile::made(&name, bytes))
    })?;
    Ok(paper)
}

fn words(app: &App, by: &Person, report: &Report) -> Result<Document, Refusal> {
    let movement = movements::find(app, by, &report.movement)?;
    let plan = papers::find(app, by, &movement.paper)?;
    let sent = report.paper.as_deref().map(|id| papers::find(app, by, id)).transpose()?;
    // A draft is laid out as the last report was; its number, its day and its signature stay open.
    let model = match &sent {
        Some(paper) => Some(paper.clone()),
        None => last_paper(app, by, &movement)?,
    };
    let figures = figures(app, by, report)?;
    let known = model.as_ref().and_then(|paper| paper.number.as_deref());
    let (serial, symbol) = known.map_or((None, SYMBOL), number_parts);
    let head = Head {
        serial: serial.filter(|_| sent.is_some()),
        symbol,
        post: model.as_ref().map_or("", |paper| paper.signer_post.as_str()),
        name: sent.as_ref().map_or("", |paper| paper.signer_name.as_str()),
    };
    laid(&movement, &plan, report, &head, &figures)
}

/// How a report is numbered and signed.
pub(super) struct Head<'a> {
    pub(super) serial: Option<u32>,
    pub(super) symbol: &'a str,
    pub(super) post: &'a str,
    pub(super) name: &'a str,
}

/// The report with these figures, laid out.
pub(super) fn laid(
    movement: &Movement,
    plan: &Paper,
    report: &Report,
    head: &Head<'_>,
    figures: &Figures,
) -> Result<Document, Refusal> {
    let header = Header {
        issuer: Issuer::Body {
            superior: Some(movement.reports_to.clone()),
            name: movement.reported_by.clone(),
            number: Some(Number { serial: head.serial, symbol: head.symbol.to_owned() }),
        },
        place: Some(plan.place.clone()),
        date: report.sent_on,
    };
    let signature = Signature { capacity: Capacity::read(head.post)?, name: head.name.to_owned() };
    Ok(Document {
        kind: Some("Báo cáo".to_owned()),
        addressees: vec![movement.reports_to.clone()],
        bases: vec![basis(plan)],
        body: body::blocks(movement, report, figures)?,
        recipients: vec!["Lưu: VT".to_owned()],
        ..Document::new(header, title(movement, report.kind, report.period), signature)
    })
}

/// “Căn cứ Kế hoạch số 87/KH-UBND ngày … của Ủy ban nhân dân xã Tơ Tung về tổ chức …”.
fn basis(plan: &Paper) -> String {
    let number = plan.number.as_deref().map(|number| format!(" số {number}"));
    let day = plan.issued_on.map(|day| format!(" {}", date::show_long_date(day)));
    let about = lower_first(plan.title.strip_prefix("Về ").unwrap_or(&plan.title));
    let (number, day) = (number.unwrap_or_default(), day.unwrap_or_default());
    format!("Căn cứ Kế hoạch{number}{day} của {} về {about}", plan.issuer)
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// The name of the file, without its ending.
pub(super) fn file_name(report: &Report) -> String {
    let draft = if report.state == State::Draft { "du-thao-" } else { "" };
    let year = report.period.to().year();
    match report.kind {
        ReportKind::HalfYear => format!("{draft}bao-cao-6-thang-{year}"),
        ReportKind::Year => format!("{draft}bao-cao-nam-{year}"),
        ReportKind::Closing => format!("{draft}bao-cao-tong-ket-{year}"),
    }
}
