//! The controls themselves: lines, lists, boxes and files.

use maud::{Markup, html};

use super::{Asked, Choice, Kind};

impl Asked<'_> {
    /// The control of every kind that has only one.
    pub(super) fn control(&self) -> Markup {
        match &self.field.kind {
            Kind::Long => self.lines(),
            Kind::Select(choices) => self.select(choices),
            Kind::File { accept, many } => self.file(accept, *many),
            _ => self.line(),
        }
    }

    fn line(&self) -> Markup {
        let (name, kind) = (self.field.name, &self.field.kind);
        let secret = matches!(kind, Kind::Password);
        let short = matches!(kind, Kind::Number | Kind::Date | Kind::Money);
        // No `type=number` and no `type=date`: they refuse “1,5” and “hôm nay” without a word.
        let keyboard = matches!(kind, Kind::Number).then_some("decimal");
        let value = (!secret).then(|| self.form.raw(name));
        let unit = self.field.unit.or(match kind {
            Kind::Money => Some(self.l.t("unit-dong")),
            _ => None,
        });
        let input = html! {
            input class=[short.then_some("short")] id=(name) name=(name) type=(if secret { "password" } else { "text" })
                inputmode=[keyboard] autocomplete=[self.field.autocomplete] value=[value]
                aria-describedby=[self.about()] aria-invalid=[self.invalid()];
        };
        html! {
            @if let Some(unit) = unit { div.measured { (input) span.unit { (unit) } } }
            @else { (input) }
        }
    }

    fn lines(&self) -> Markup {
        let name = self.field.name;
        html! {
            textarea id=(name) name=(name) rows="5"
                aria-describedby=[self.about()] aria-invalid=[self.invalid()] {
                // Browsers swallow the first line break; this one is for them.
                "\n" (self.form.raw(name))
            }
        }
    }

    fn select(&self, choices: &[Choice]) -> Markup {
        let name = self.field.name;
        let chosen = self.form.text(name);
        html! {
            select id=(name) name=(name)
                aria-describedby=[self.about()] aria-invalid=[self.invalid()] {
                option value="" { (self.l.t("field-choose")) }
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
                }
            }
        }
    }

    fn file(&self, accept: &str, many: bool) -> Markup {
        let name = self.field.name;
        html! {
            input id=(name) name=(name) type="file" accept=(accept) multiple[many]
                aria-describedby=[self.about()] aria-invalid=[self.invalid()];
        }
    }

    /// Boxes or dots under one legend; the first one bears the id that errors lead to.
    pub(super) fn group(&self, shape: &str, choices: &[Choice]) -> Markup {
        let name = self.field.name;
        let role = (shape == "radio").then_some("radiogroup");
        html! {
            fieldset role=[role] aria-describedby=[self.about()]
                aria-invalid=[role.and_then(|_| self.invalid())] {
                legend { (self.words()) }
                (self.notes())
                @for (place, choice) in choices.iter().enumerate() {
                    (self.choice(shape, place, choice, self.form.all(name).any(|v| v == choice.value)))
                }
            }
        }
    }

    fn choice(&self, shape: &str, place: usize, choice: &Choice, chosen: bool) -> Markup {
        let name = self.field.name;
        let id = if place == 0 { name.to_owned() } else { format!("{name}-{}", place + 1) };
        let hint = (!choice.hint.is_empty()).then(|| format!("{id}-hint"));
        let invalid = self.invalid().filter(|_| shape == "checkbox");
        html! {
            div.choice {
                input id=(id) name=(name) type=(shape) value=(choice.value) checked[chosen]
                    aria-describedby=[hint.as_ref()] aria-invalid=[invalid];
                label for=(id) { (choice.label) }
                @if let Some(hint) = &hint { p.help id=(hint) { (choice.hint) } }
            }
        }
    }

    /// One box with its own words.
    pub(super) fn tick(&self) -> Markup {
        let name = self.field.name;
        html! {
            div.choice {
                input id=(name) name=(name) type="checkbox" checked[self.form.checked(name)]
                    aria-describedby=[self.about()] aria-invalid=[self.invalid()];
                label for=(name) { (self.words()) }
            }
        }
    }
}
