//! Closing a cluster, and giving one up.

use maud::html;

use super::super::{close as close_cluster, drop as drop_cluster, table};
use super::{address, asked, title};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, fields};
use crate::web::{Errors, Form, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let version = asked(v)?.version.to_string();
    ask(v, &Form::from_pairs([("version", version)]), &Errors::default(), false)
}

fn ask(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, cluster) = (v.l, asked(v)?);
    let first = table(&v.app, v.person()?, &cluster)?.first();
    let name = |at: &usize| cluster.members[*at].name.clone();
    let choices = first.iter().map(|at| Choice::new((at + 1).to_string(), name(at))).collect();
    let mut questions = vec![Field::new("version", "").kind(Kind::Hidden)];
    if first.len() > 1 {
        questions.push(
            Field::new("leader", l.t("cluster-leader")).kind(Kind::Radios(choices)).required(),
        );
        questions
            .push(Field::new("reason", l.t("cluster-leader-reason")).kind(Kind::Long).required());
    }
    let names: Vec<_> = first.iter().map(name).collect();
    let key = if first.len() > 1 { "cluster-tied" } else { "cluster-leads" };
    let told = l.with(key, &[("names", names.join(", ").into())]);
    let back = address(&cluster.id);
    let action = format!("{back}/chot");
    let body = html! {
        p.lead { (told) }
        form.consequence method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            p { (l.t("cluster-close-consequence")) }
            (fields(l, form, errors, &questions))
            button.button type="submit" { (l.t("cluster-close")) }
        }
    };
    let heading = format!("{}: {}", l.t("cluster-close"), title(v, &cluster));
    let page = v.page(&heading).narrow().back(&back, l.t("cluster-back"));
    if again { show_again(page, body) } else { show(page, body) }
}

pub(super) fn close(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    let leader = form.text("leader").parse::<usize>().ok().and_then(|at| at.checked_sub(1));
    match close_cluster(&v.app, v.person()?, id, version, leader, form.text("reason")) {
        Ok(()) => go(&format!("{}?xong=cluster-closed", address(id))),
        Err(Refusal::Invalid(errors)) => ask(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn drop_page(v: &Visit) -> Reply {
    let version = asked(v)?.version.to_string();
    ask_why(v, &Form::from_pairs([("version", version)]), &Errors::default(), false)
}

fn ask_why(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, cluster) = (v.l, asked(v)?);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("cluster-drop-reason")).kind(Kind::Long).required(),
    ];
    let back = address(&cluster.id);
    let action = format!("{back}/bo");
    let body = html! {
        form.consequence method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            p { (l.t("cluster-drop-consequence")) }
            (fields(l, form, errors, &questions))
            button.button.grave type="submit" { (l.t("cluster-drop")) }
        }
    };
    let heading = format!("{}: {}", l.t("cluster-drop"), title(v, &cluster));
    let page = v.page(&heading).narrow().back(&back, l.t("cluster-back"));
    if again { show_again(page, body) } else { show(page, body) }
}

pub(super) fn drop(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    match drop_cluster(&v.app, v.person()?, id, version, form.text("reason")) {
        Ok(()) => go(&format!("{}?xong=cluster-dropped", address(id))),
        Err(Refusal::Invalid(errors)) => ask_why(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
