//! How each sort of document is written: about what, in whose name, what is asked and how it is
//! filled.

use chungsuc_press::template::Values;
use jiff::civil::Date;

use super::scene::{Matter, Scene};
use super::{Subject, Typed, sorts};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::councils::SittingView;
use crate::features::movements::Movement;
use crate::features::nominations::Nomination;
use crate::features::papers::{Readers, Relation};
use crate::features::templates::Sort;
use crate::refusal::Refusal;
use crate::web::{Form, Message};

/// In whose name a document is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Issuer {
    /// Hội đồng Thi đua - Khen thưởng, under the People's Committee.
    Council,
    /// Ủy ban nhân dân.
    Office,
}

/// How a sort of document is written.
pub(super) struct Writing {
    /// The sort, with its template.
    pub(super) sort: &'static Sort,
    /// In whose name.
    pub(super) issuer: Issuer,
    /// What stands behind the type in the symbol: “HĐTĐKT”; of a công văn the whole symbol.
    pub(super) abbreviation: &'static str,
    /// Who may read it: what names nominees is for those who read dossiers.
    pub(super) readers: Readers,
    /// As what its signer usually signs, a line each.
    pub(super) capacity: &'static str,
    /// The part in the council of who usually signs; what the chairman decides on is proposed by
    /// another.
    pub(super) signer: Option<&'static str>,
    /// What it is about, with what is asked for it and how it is filled.
    pub(super) about: About,
}

/// What a sort is about.
pub(super) enum About {
    Sitting(Script<SittingView>),
    Movement(Script<Movement>),
    #[expect(dead_code, reason = "báo cáo thành tích is about a nomination")]
    Nomination(Script<Nomination>),
}

/// What is asked and how it is filled, for a record of one kind.
pub(super) struct Script<T> {
    /// What the officer types for one letter. A rule says no where the record is not ready for it.
    pub(super) ask: fn(&Scene<'_>, &T) -> Result<Vec<Question>, Refusal>,
    /// The values of the sort's own fields.
    pub(super) fill: fn(&Scene<'_>, &T, &Typed, Values) -> Result<Filled, Refusal>,
}

/// What a letter says, and what it has to do with other papers.
#[derive(Default)]
pub(super) struct Filled {
    /// The values of all its fields.
    pub(super) values: Values,
    /// Who signs at the bottom left: the secretary of minutes.
    pub(super) secretary: Option<String>,
    /// Papers of the registry that it rests on or carries out.
    pub(super) relations: Vec<(Relation, String)>,
    /// The first day on which it can be issued.
    pub(super) not_before: Option<Date>,
    /// The last day on which it makes sense to issue it.
    pub(super) not_after: Option<Date>,
}

/// Something that the officer types for one letter.
#[derive(Clone, Debug)]
pub struct Question {
    /// The name of its field in the form.
    pub name: String,
    /// What is asked.
    pub label: Message,
    /// Several lines.
    pub long: bool,
    /// It must be answered.
    pub required: bool,
    /// What the form first holds.
    pub usual: String,
    /// One of these: what is sent, and its words.
    pub choices: Vec<(String, String)>,
}

impl Question {
    /// A line that must be filled.
    pub(super) fn line(name: impl Into<String>, label: Message) -> Self {
        let (usual, choices) = (String::new(), Vec::new());
        Self { name: name.into(), label, long: false, required: true, usual, choices }
    }

    /// Several lines that must be filled.
    pub(super) fn lines(name: impl Into<String>, label: Message) -> Self {
        Self { long: true, ..Self::line(name, label) }
    }

    pub(super) fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    pub(super) fn usual(self, usual: impl Into<String>) -> Self {
        Self { usual: usual.into(), ..self }
    }
}

/// How a sort is written, by its code.
pub(super) fn of(code: &str) -> Option<&'static Writing> {
    sorts::ALL.iter().copied().find(|writing| writing.sort.code == code)
}

/// The sorts that can be written about a record.
pub fn sorts_for(subject: &Subject) -> Vec<&'static Sort> {
    let fits = |writing: &&&Writing| {
        matches!(
            (&writing.about, subject),
            (About::Sitting(_), Subject::Sitting(_))
                | (About::Movement(_), Subject::Movement(_))
                | (About::Nomination(_), Subject::Nomination(_))
        )
    };
    sorts::ALL.iter().filter(fits).map(|writing| writing.sort).collect()
}

/// What is asked for a letter of this sort about this record.
///
/// # Errors
/// [`Refusal::NotFound`] where the sort is not about such a record; [`Refusal::Forbidden`]; a rule,
/// when the record is not ready for it.
pub fn questions(
    app: &App,
    by: &Person,
    sort: &str,
    subject: &Subject,
) -> Result<Vec<Question>, Refusal> {
    by.must_in_commune(Act::WriteLetters)?;
    let writing = of(sort).ok_or(Refusal::NotFound)?;
    ask(&Scene::new(app, by), writing, &Matter::read(app, by, subject)?)
}

pub(super) fn ask(
    scene: &Scene<'_>,
    writing: &Writing,
    matter: &Matter,
) -> Result<Vec<Question>, Refusal> {
    match (&writing.about, matter) {
        (About::Sitting(script), Matter::Sitting(it)) => (script.ask)(scene, it),
        (About::Movement(script), Matter::Movement(it)) => (script.ask)(scene, it),
        (About::Nomination(script), Matter::Nomination(it)) => (script.ask)(scene, it),
        _ => Err(Refusal::NotFound),
    }
}

/// What a letter says.
pub(super) fn fill(
    scene: &Scene<'_>,
    writing: &Writing,
    matter: &Matter,
    typed: &Typed,
) -> Result<Filled, Refusal> {
    let common = scene.common(writing, matter, typed)?;
    match (&writing.about, matter) {
        (About::Sitting(script), Matter::Sitting(it)) => (script.fill)(scene, it, typed, common),
        (About::Movement(script), Matter::Movement(it)) => (script.fill)(scene, it, typed, common),
        (About::Nomination(script), Matter::Nomination(it)) => {
            (script.fill)(scene, it, typed, common)
        }
        _ => Err(Refusal::NotFound),
    }
}

/// What the form of a new letter first holds.
///
/// # Errors
/// As [`questions`].
pub fn usual(app: &App, by: &Person, sort: &str, subject: &Subject) -> Result<Form, Refusal> {
    by.must_in_commune(Act::WriteLetters)?;
    let writing = of(sort).ok_or(Refusal::NotFound)?;
    let matter = Matter::read(app, by, subject)?;
    let asked = ask(&Scene::new(app, by), writing, &matter)?;
    let mut form =
        Form::from_pairs(asked.into_iter().map(|question| (question.name, question.usual)));
    form.set("signer_post", writing.capacity);
    let signer = writing.signer.and_then(|part| matter.member(part));
    form.set("signer_name", signer.unwrap_or_default());
    Ok(form)
}

/// The codes of all sorts, in the order in which they are offered.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    sorts::ALL.iter().map(|writing| writing.sort.code)
}
