//! What was understood, as a form: single values first, then the lists.

use std::ops::Range;

use maud::{Markup, html};

use super::super::super::drafts::{LISTS, NO_AWARD, PlanDraft, Words, rows};
use super::super::super::plan::CYCLES;
use super::address;
use super::document::Mark;
use crate::features::units::Unit;
use crate::visit::Visit;
use crate::web::ui::{Choice, Field, Kind, Tone, button_quiet, draft, error_summary, tag_of};
use crate::web::{Errors, Form, csrf};

/// A draft with what was typed into it.
pub(super) struct Sheet<'a> {
    pub(super) v: &'a Visit,
    pub(super) draft: &'a PlanDraft,
    pub(super) typed: &'a Form,
    /// What is wrong, after a press of the button that adopts.
    pub(super) errors: &'a Errors,
    /// What would be wrong now.
    pub(super) wanting: &'a Errors,
    pub(super) units: &'a [Unit],
    /// The part of the document that is shown, from 1, and its letters.
    pub(super) part: usize,
    pub(super) letters: Range<usize>,
}

/// A single value: its field, the key of its label, how it is answered, whether it must be.
type Single = (&'static str, &'static str, fn() -> Kind<'static>, bool);

const LINE: fn() -> Kind<'static> = || Kind::Text;
const LINES: fn() -> Kind<'static> = || Kind::Long;
const DAY: fn() -> Kind<'static> = || Kind::Date;

const PAPER: [Single; 7] = [
    ("paper.number", "paper-number", LINE, true),
    ("paper.issued_on", "paper-day", DAY, true),
    ("paper.issuer", "paper-issuer", LINE, true),
    ("paper.place", "paper-place", LINE, false),
    ("paper.title", "paper-title", LINES, true),
    ("paper.signer_post", "plan-signer-post", LINE, false),
    ("paper.signer_name", "paper-signer", LINE, true),
];
const MOVEMENT: [Single; 3] = [
    ("movement.name", "movement-name", LINE, true),
    ("movement.from", "plan-movement-from", DAY, true),
    ("movement.to", "plan-movement-to", DAY, true),
];
const REPORTING: [Single; 2] = [
    ("reporting.by", "plan-reporting-by", LINE, false),
    ("reporting.to", "plan-reporting-to", LINE, false),
];
const MORE: [Single; 4] = [
    ("movement.aims", "movement-purpose", LINES, false),
    ("movement.funding", "movement-funding", LINES, false),
    ("movement.campaigns", "movement-campaigns", LINES, false),
    ("paper.recipients", "paper-recipients", LINES, false),
];

impl Sheet<'_> {
    /// The whole form; `may_adopt` is false where the plan has its movement already.
    pub(super) fn draw(&self, may_adopt: bool) -> Markup {
        let l = self.v.l;
        html! {
            form #typed method="post" action=(address(&self.draft.id)) data-draft {
                (draft(l))
                (csrf::token_field(self.v.form_token()))
                input type="hidden" name="version" value=(self.draft.version);
                input type="hidden" name="phan" value=(self.part);
                // The first button is the one that Enter presses.
                div.buttons { (button_quiet("save", l.t("plan-draft-save"))) }
                h2 { (l.t("movement-paper")) }
                @for single in &PAPER { (self.single(single)) }
                h2 { (l.t("plan-movement")) }
                @for single in &MOVEMENT { (self.single(single)) }
                @for list in &LISTS[..2] { (self.list(list)) }
                (self.awards())
                @for list in &LISTS[2..4] { (self.list(list)) }
                h2 { (l.t("movement-reporting")) }
                (self.cycle())
                @for single in &REPORTING { (self.single(single)) }
                h2 { (l.t("plan-more")) }
                @for single in &MORE { (self.single(single)) }
                (self.list(&LISTS[4]))
                (self.names())
                div.consequence {
                    p { (l.t("plan-accept-consequence")) }
                    div.buttons {
                        @if may_adopt {
                            button.button type="submit" name="act" value="adopt" {
                                (l.t("plan-accept"))
                            }
                        }
                        (button_quiet("save", l.t("plan-draft-save")))
                    }
                }
            }
        }
    }

    fn single(&self, (name, label, kind, required): &Single) -> Markup {
        let field = Field::new(name, self.v.l.find(label).unwrap_or(label)).kind(kind());
        let field = if *required { field.required() } else { field };
        self.with_words(name, field.draw(self.v.l, self.typed, self.errors))
    }

    /// A field with the way to its words, and a mark where a person should look.
    fn with_words(&self, name: &str, field: Markup) -> Markup {
        html! { div.read { (field) (self.looked(name)) } }
    }

    /// The mark and the way, for a field or a row.
    pub(super) fn looked(&self, name: &str) -> Markup {
        let l = self.v.l;
        let words = Words::of(self.typed, name);
        html! {
            @if self.wants_look(name) { (tag_of(Tone::Warning, "▲", l.t("plan-look"))) " " }
            @if let Some(words) = words {
                @if self.letters.contains(&words.from) {
                    a.to-words href={ "#v-" (name) } { (l.t("plan-words")) }
                } @else {
                    button.link.to-words name="act" value={ "words." (name) } { (l.t("plan-words")) }
                }
            }
        }
    }

    /// Whether something is unsure or missing in a field or a row.
    fn wants_look(&self, name: &str) -> bool {
        let unsure = Words::of(self.typed, name).is_some_and(|words| words.unsure);
        let within = |field: &str| {
            field.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        unsure || self.wanting.all().iter().any(|(field, _)| within(field))
    }

    /// How many fields and rows a person should look at.
    pub(super) fn to_look_at(&self) -> usize {
        self.places().iter().filter(|(name, _)| self.wants_look(name)).count()
    }

    fn cycle(&self) -> Markup {
        let l = self.v.l;
        let choice = |code: &&str| Choice::new(*code, l.word("reporting-", code));
        let kind = Kind::Radios(CYCLES.iter().map(choice).collect());
        let field = Field::new("reporting.cycle", l.t("plan-cycle")).kind(kind).required();
        self.with_words("reporting.cycle", field.draw(l, self.typed, self.errors))
    }

    /// The awards of the catalog with those ticked that the plan names; then the words that name none.
    fn awards(&self) -> Markup {
        let l = self.v.l;
        let ticked = |code: &str| self.typed.all("awards.codes").any(|known| known == code);
        html! {
            h2 #awards { (l.t("movement-awards")) }
            @for row in 0..rows(self.typed, "award") { (self.asked_award(row)) }
            fieldset.field {
                legend { (l.t("plan-awards")) }
                @for award in self.v.app.catalog.awards() {
                    @let code = &award.form.code;
                    @let name = format!("awards.codes.{code}");
                    @let led_to = Words::of(self.typed, &name).map(|_| &name);
                    div.choice id=[led_to] {
                        label {
                            input type="checkbox" name="awards.codes" value=(code)
                                checked[ticked(code)];
                            " " (award.form.name)
                        }
                        (self.looked(&name))
                    }
                }
            }
        }
    }

    fn asked_award(&self, row: usize) -> Markup {
        let l = self.v.l;
        let said = self.typed.text(&format!("award.{row}.said"));
        let name = format!("award.{row}.code");
        let label = l.with("plan-award-asked", &[("words", said.into())]);
        let mut choices = vec![Choice::new(NO_AWARD, l.t("plan-award-none"))];
        let awards = self.v.app.catalog.awards();
        choices.extend(awards.map(|it| Choice::new(&it.form.code, &it.form.name)));
        let field = Field::new(&name, &label).kind(Kind::Select(choices)).required();
        let drawn = field.draw(l, self.typed, self.errors);
        html! { div id={ "award." (row) } { (self.with_words(&format!("award.{row}"), drawn)) } }
    }

    /// The units by name, offered where one is typed.
    fn names(&self) -> Markup {
        html! { datalist #units { @for unit in self.units { option value=(unit.name); } } }
    }

    /// Every field and row that words of the document may belong to, with what it is called.
    fn places(&self) -> Vec<(String, String)> {
        let l = self.v.l;
        let singles = [&PAPER[..], &MOVEMENT, &REPORTING, &MORE].concat();
        let mut places: Vec<_> = singles
            .iter()
            .map(|(name, label, ..)| {
                ((*name).to_owned(), l.find(label).unwrap_or(label).to_owned())
            })
            .collect();
        places.push(("reporting.cycle".to_owned(), l.t("plan-cycle").to_owned()));
        for list in &LISTS {
            let rows = 0..list.rows(self.typed);
            places
                .extend(rows.map(|row| (format!("{}.{row}", list.name), self.row_name(list, row))));
        }
        for award in self.v.app.catalog.awards() {
            places.push((format!("awards.codes.{}", award.form.code), award.form.name.clone()));
        }
        let asked = 0..rows(self.typed, "award");
        places.extend(asked.map(|row| (format!("award.{row}"), l.t("plan-award").to_owned())));
        places
    }

    /// The words that values came from.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let mark = |(field, label): (String, String)| {
            let words = Words::of(self.typed, &field)?;
            Some(Mark { field, label, range: words.from..words.to })
        };
        self.places().into_iter().filter_map(mark).collect()
    }

    /// Everything that is wrong, each with the name of its field or row.
    pub(super) fn summary(&self) -> Markup {
        let places = self.places();
        let name_of = |field: &str| {
            let within = |name: &str| field.strip_prefix(name).is_some_and(|r| r.starts_with('.'));
            let place = places.iter().find(|(name, _)| name == field || within(name));
            place.map_or_else(String::new, |(_, label)| label.clone())
        };
        let named: Vec<(&str, String)> =
            self.errors.all().iter().map(|(field, _)| (field.as_str(), name_of(field))).collect();
        let named: Vec<Field<'_>> = named
            .iter()
            .filter(|(_, label)| !label.is_empty())
            .map(|(field, label)| Field::new(field, label))
            .collect();
        error_summary(self.v.l, self.errors, &named)
    }
}
