//! Whom the council heard about a dossier before it voted: the offices that were asked, and the people.

use chungsuc_domain::date::show_date;
use chungsuc_press::template::Values;
use jiff::civil::Date;

use super::council::proposed;
use crate::features::consultations::{self, Consultation};
use crate::features::councils::{Item, SittingView};
use crate::features::letters::counted::two_digits;
use crate::features::letters::scene::Scene;
use crate::features::opinions::{self, Opinion, State};
use crate::refusal::Refusal;
use crate::web::Language;

/// A list of nominees that was open for comment, with what came of it.
pub(super) struct Heard {
    list: Consultation,
    /// All voices, and those with an answer.
    voices: (usize, usize),
}

/// Everything that was heard about the dossiers of a sitting.
pub(super) struct Hearing {
    opinions: Vec<Opinion>,
    lists: Vec<Heard>,
    /// Of each nomination, all voices about it and those with an answer.
    voices: Vec<(String, (i64, i64))>,
}

impl Hearing {
    pub(super) fn of(scene: &Scene<'_>, sitting: &SittingView) -> Result<Self, Refusal> {
        let (app, by) = (scene.app, scene.by);
        let agenda: Vec<&str> =
            sitting.items.iter().map(|item| item.nomination.id.as_str()).collect();
        let mut opinions = opinions::of_agenda(app, by, &agenda)?;
        opinions.retain(|one| one.state != State::Withdrawn);
        opinions.iter_mut().for_each(|one| as_of(one, sitting.held_on));
        let sums = consultations::sums(app, by)?;
        let ours: Vec<_> = sums.iter().filter(|(id, _)| agenda.contains(&id.as_str())).collect();
        let mut ids: Vec<&str> = ours
            .iter()
            .flat_map(|(_, sums)| sums.iter().map(|one| one.consultation.as_str()))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let lists = ids.into_iter().map(|id| heard(scene, id)).collect::<Result<_, Refusal>>()?;
        let voices = ours.into_iter().map(|(id, sums)| {
            let sum = |of: fn(&consultations::Sum) -> i64| sums.iter().map(of).sum();
            (id.clone(), (sum(|one| one.all), sum(|one| one.answered)))
        });
        Ok(Self { opinions, lists, voices: voices.collect() })
    }

    /// Each office with its answer and its day.
    pub(super) fn offices(
        &self,
        scene: &Scene<'_>,
        sitting: &SittingView,
    ) -> Result<Vec<Values>, Refusal> {
        let mut rows = Vec::new();
        for item in &sitting.items {
            for one in self.opinions.iter().filter(|one| one.nomination == item.nomination.id) {
                let row = Values::new()
                    .text("đối tượng", proposed(scene, item)?.0)
                    .text("cơ quan", office(one))
                    .text("trả lời", answer(one))
                    .text("ngày trả lời", one.answered_on.map(show_date).unwrap_or_default())
                    .text("nội dung trả lời", full_stop(&one.words));
                rows.push(row);
            }
        }
        Ok(rows)
    }

    /// The lists that were open to the people, with how many spoke and how many were answered.
    pub(super) fn lists(&self) -> Vec<Values> {
        let row = |one: &Heard| {
            Values::new()
                .text("danh sách", one.list.title.clone())
                .text("từ ngày", show_date(one.list.from))
                .text("đến ngày", show_date(one.list.to))
                .text("số ý kiến", two_digits(one.voices.0))
                .text("số đã trả lời", two_digits(one.voices.1))
        };
        self.lists.iter().map(row).collect()
    }

    /// “02 đồng ý, 01 không đồng ý”: what the offices said of one dossier; empty where none was asked.
    pub(super) fn counted(&self, item: &Item) -> String {
        let own = |state: &[State]| {
            let all = self.opinions.iter().filter(|one| one.nomination == item.nomination.id);
            all.filter(|one| state.contains(&one.state)).count()
        };
        let parts = [
            (own(&[State::Agreed]), "đồng ý"),
            (own(&[State::Disagreed]), "không đồng ý"),
            (own(&[State::Asked, State::Supplement]), "chưa trả lời"),
        ];
        let said = parts.iter().filter(|(count, _)| *count > 0);
        let said = said.map(|(count, word)| format!("{} {word}", two_digits(*count)));
        said.collect::<Vec<_>>().join(", ")
    }

    /// “03 ý kiến, đã trả lời 03”: what people said of one dossier; empty where it was on no list.
    pub(super) fn people(&self, item: &Item) -> String {
        let found = self.voices.iter().find(|(id, _)| *id == item.nomination.id);
        let said =
            |(all, answered): (i64, i64)| format!("{all:02} ý kiến, đã trả lời {answered:02}");
        found.map(|(_, sums)| said(*sums)).unwrap_or_default()
    }
}

/// An answer that came after the sitting was not before it.
fn as_of(one: &mut Opinion, day: Date) {
    if one.answered_on.is_some_and(|answered| answered > day) {
        one.state = State::Asked;
        one.answered_on = None;
        one.words.clear();
    }
}

fn heard(scene: &Scene<'_>, id: &str) -> Result<Heard, Refusal> {
    let (list, _) = consultations::find(scene.app, scene.by, id)?;
    let voices = consultations::voices(scene.app, scene.by, id)?;
    let answered = voices.iter().filter(|one| one.answer.is_some()).count();
    Ok(Heard { list, voices: (voices.len(), answered) })
}

/// “Công chức phụ trách tiêu chí (Phan Quế Chi)”.
fn office(one: &Opinion) -> String {
    let role = Language::Vietnamese.word("role-", one.role.code());
    format!("{role} ({})", one.officer_name)
}

fn answer(one: &Opinion) -> &'static str {
    match one.state {
        State::Agreed => "đồng ý",
        State::Disagreed => "không đồng ý",
        State::Supplement => "đề nghị bổ sung, chưa trả lời",
        State::Asked | State::Withdrawn => "chưa trả lời",
    }
}

/// Without a full stop: the template sets it.
fn full_stop(text: &str) -> String {
    text.trim_end_matches(['.', ' ']).to_owned()
}
