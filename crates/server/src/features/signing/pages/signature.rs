//! What one signature is worth, in words: what a no means for a person, and what to do next.

use chungsuc_domain::date;
use chungsuc_press::signed::{Chain, Coverage, Doubt, Integrity, Signature};
use maud::html;

use crate::visit::Visit;
use crate::web::ui::{Fact, Tone, tag_of};

/// The facts of a signature.
pub(super) fn about<'a>(v: &'a Visit, one: &Signature) -> Vec<Fact<'a>> {
    let l = v.l;
    let (tone, shape) = match one.integrity {
        Integrity::Intact => (Tone::Good, "✓"),
        Integrity::Altered | Integrity::WrongKey => (Tone::Bad, "✕"),
        Integrity::Unknown(_) => (Tone::Warning, "◇"),
    };
    let (short, long) = integrity(v, one.integrity);
    let mut list = vec![Fact::new(
        l.t("signing-integrity"),
        html! { (tag_of(tone, shape, short)) " " (long) },
    )];
    if let Some(signer) = &one.signer {
        let of = signer.organisation.as_ref().map(|name| format!(" – {name}")).unwrap_or_default();
        list.push(Fact::new(l.t("signing-signer"), html! { (signer.name) (of) }));
        let issued = l.with("signing-issued", &[("issuer", signer.issuer.as_str().into())]);
        let serial = html! { code.long { (signer.serial) } };
        list.push(Fact::new(l.t("signing-certificate"), html! { (issued) " " (serial) }));
    }
    let at = one.at.map_or_else(|| l.t("signing-no-time").to_owned(), date::show_time);
    list.push(Fact::new(
        l.t("signing-time"),
        html! {
            (at) @if one.at.is_some() { " " span.quiet { (l.t("signing-time-claimed")) } }
        },
    ));
    if let Some(covered) = one.coverage {
        list.push(Fact::new(l.t("signing-coverage"), html! { (coverage(v, covered)) }));
    }
    if one.signer.is_some() {
        list.push(Fact::new(l.t("signing-chain"), html! { (chain(v, &one.chain)) }));
    }
    list
}

/// In a word, and what it means for a person.
fn integrity(v: &Visit, integrity: Integrity) -> (&'static str, &'static str) {
    let l = v.l;
    match integrity {
        Integrity::Intact => (l.t("signing-is-intact"), l.t("signing-is-intact-means")),
        Integrity::Altered => (l.t("signing-is-altered"), l.t("signing-is-altered-means")),
        Integrity::WrongKey => (l.t("signing-is-wrong-key"), l.t("signing-is-wrong-key-means")),
        Integrity::Unknown(doubt) => (
            l.t("signing-is-unknown"),
            match doubt {
                Doubt::Place => l.t("signing-doubt-place"),
                Doubt::Envelope => l.t("signing-doubt-envelope"),
                Doubt::Certificate => l.t("signing-doubt-certificate"),
                Doubt::Algorithm => l.t("signing-doubt-algorithm"),
            },
        ),
    }
}

fn coverage(v: &Visit, coverage: Coverage) -> String {
    match coverage {
        Coverage::Whole => v.l.t("signing-covers-all").to_owned(),
        Coverage::Part { beyond } => {
            let bytes = v.l.number(u64::try_from(beyond).unwrap_or(u64::MAX));
            v.l.with("signing-covers-part", &[("bytes", bytes.into())])
        }
    }
}

fn chain(v: &Visit, chain: &Chain) -> String {
    let l = v.l;
    match chain {
        Chain::Unchecked => l.t("signing-chain-unchecked").to_owned(),
        Chain::Stranger => l.t("signing-chain-stranger").to_owned(),
        Chain::Trusted { root } => {
            l.with("signing-chain-trusted", &[("root", root.as_str().into())])
        }
        Chain::Expired { holder } => {
            l.with("signing-chain-expired", &[("holder", holder.as_str().into())])
        }
    }
}
