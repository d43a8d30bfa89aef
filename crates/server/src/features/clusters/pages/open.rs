//! Opening a cluster: its regulation and members; last year's is the model when there is one.

use chungsuc_domain::Decimal;
use chungsuc_domain::cluster::Sort;
use maud::html;

use super::super::{Cluster, NewCluster, candidates, find, open as open_cluster};
use super::address;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let mut form = match v.query.filled("tu") {
        Some(model) => copied(&find(&v.app, v.person()?, model)?),
        None => Form::from_pairs([("peers", "2"), ("gap", "5")]),
    };
    form.set("year", v.app.today().year().to_string());
    draw(v, &form, &Errors::default(), false)
}

/// The form of a new year, filled with what an earlier one had.
fn copied(model: &Cluster) -> Form {
    let line = |one: &chungsuc_domain::cluster::Criterion| {
        let sort = match one.sort {
            Sort::Points => "",
            Sort::Bonus => "Thưởng: ",
            Sort::Penalty => "Trừ: ",
        };
        format!("{sort}{} | {}", one.text, one.most())
    };
    let ties: Vec<_> = model.ties.iter().map(|at| (at + 1).to_string()).collect();
    let mut pairs = vec![
        ("name", model.name.clone()),
        ("paper", model.paper.clone()),
        ("sheet", model.sheet.iter().map(line).collect::<Vec<_>>().join("\n")),
        ("peers", model.peers.to_string()),
        ("gap", model.gap.to_string()),
        ("ties", ties.join(", ")),
    ];
    pairs.extend(model.members.iter().map(|one| ("members", one.subject.clone())));
    Form::from_pairs(pairs)
}

fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let members = candidates(&v.app, v.person()?)?.into_iter();
    let members = members.map(|one| Choice::new(one.subject, one.name)).collect();
    let questions = [
        Field::new("name", l.t("cluster-name")).help(l.t("cluster-name-help")).required(),
        Field::new("year", l.t("cluster-year")).kind(Kind::Number).required(),
        Field::new("paper", l.t("cluster-paper")).help(l.t("cluster-paper-help")).required(),
        Field::new("members", l.t("cluster-members")).kind(Kind::Checkboxes(members)).required(),
        Field::new("sheet", l.t("cluster-sheet"))
            .kind(Kind::Long)
            .help(l.t("cluster-sheet-help"))
            .required(),
        Field::new("peers", l.t("cluster-peers"))
            .kind(Kind::Number)
            .help(l.t("cluster-peers-help"))
            .required(),
        Field::new("gap", l.t("cluster-gap")).kind(Kind::Number).help(l.t("cluster-gap-help")),
        Field::new("ties", l.t("cluster-ties")).help(l.t("cluster-ties-help")),
    ];
    let body = html! {
        form method="post" action="/cum-khoi/lap" data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("cluster-open"))]))
        }
    };
    let page = v.page(l.t("cluster-open")).narrow().back("/cum-khoi", l.t("way-clusters"));
    if again { show_again(page, body) } else { show(page, body) }
}

pub(super) fn open(v: &Visit, form: &Form) -> Reply {
    let mut errors = Errors::default();
    let peers = form.text("peers").parse::<usize>();
    if peers.is_err() {
        errors.add("peers", Message::new("cluster-peers-many"));
    }
    let gap = Decimal::parse(form.filled("gap").unwrap_or("0"));
    if gap.is_err() {
        errors.add("gap", Message::new("cluster-no-points"));
    }
    let members: Vec<String> = form.all("members").map(str::to_owned).collect();
    let new = NewCluster {
        name: form.text("name"),
        year: form.text("year").parse().unwrap_or_default(),
        paper: form.text("paper"),
        sheet: form.raw("sheet"),
        members: &members,
        peers: peers.unwrap_or_default(),
        gap: gap.unwrap_or_default(),
        ties: form.text("ties"),
    };
    if !errors.is_empty() {
        return draw(v, form, &errors, true);
    }
    match open_cluster(&v.app, v.person()?, &new) {
        Ok(id) => go(&format!("{}?xong=cluster-open", address(&id))),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
