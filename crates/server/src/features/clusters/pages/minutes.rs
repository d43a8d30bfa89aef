//! Printing the minutes of a closed cluster: what the points do not tell is asked, and may stay open.

use maud::html;

use super::super::{Meeting, State, minutes};
use super::{address, asked, title};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, show};
use crate::web::ui::{Field, Kind, fields};
use crate::web::{Errors, Form};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

/// The form asks nothing of the program but a file, so it is a question and changes nothing.
pub(super) fn page(v: &Visit) -> Reply {
    let (l, cluster) = (v.l, asked(v)?);
    if cluster.state != State::Closed {
        return Err(Refusal::rule("cluster-minutes-open").into());
    }
    let questions = [
        Field::new("begins", l.t("cluster-minutes-begins")),
        Field::new("place", l.t("cluster-minutes-place")),
        Field::new("chair", l.t("cluster-minutes-chair")),
        Field::new("secretary", l.t("cluster-minutes-secretary")),
        Field::new("opinions", l.t("cluster-minutes-opinions")).kind(Kind::Long),
        Field::new("ends", l.t("cluster-minutes-ends")),
    ];
    let base = format!("{}/bien-ban", address(&cluster.id));
    let (word, print) = (format!("{base}/bien-ban.docx"), format!("{base}/bien-ban.pdf"));
    let body = html! {
        p.lead { (l.t("cluster-minutes-lead")) }
        form method="get" action=(word) {
            (fields(l, &Form::default(), &Errors::default(), &questions))
            div.buttons {
                button.button type="submit" { (l.t("cluster-minutes-docx")) }
                button.button.second type="submit" formaction=(print) { (l.t("cluster-minutes-pdf")) }
            }
        }
    };
    let heading = format!("{}: {}", l.t("cluster-minutes"), title(v, &cluster));
    let back = address(&cluster.id);
    show(v.page(&heading).narrow().back(&back, l.t("cluster-back")), body)
}

/// `bien-ban.docx` or `bien-ban.pdf`.
pub(super) fn file(v: &Visit) -> Reply {
    let (media, ending, word) = match v.param("tep") {
        "bien-ban.docx" => (DOCX, "docx", true),
        "bien-ban.pdf" => (PDF, "pdf", false),
        _ => return Err(Refusal::NotFound.into()),
    };
    let said = |name: &str| v.query.text(name).trim().to_owned();
    let meeting = Meeting {
        begins: said("begins"),
        ends: said("ends"),
        place: said("place"),
        chair: said("chair"),
        secretary: said("secretary"),
        opinions: said("opinions"),
    };
    let (name, bytes) = minutes(&v.app, v.person()?, v.param("ma"), &meeting, word)?;
    fetch(media, &format!("{name}.{ending}"), bytes)
}
