//! What the law of a day says of a nomination: the facts that were told, what the program knows
//! itself, and the earlier awards of the same contestant.

use chungsuc_domain::catalog::AwardClass;
use chungsuc_domain::date::Date;
use chungsuc_domain::eligibility::{
    Achievement, Case, Earlier, Eligibility, Fact, Facts, Finding, Used, Value, judge,
};
use chungsuc_domain::{AwardMode, SubjectKind};

use super::facts::{Told, told};
use super::held;
use super::{Nomination, State, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::clusters;
use crate::features::honours;
use crate::features::movements::{self, Contestant};
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Language, Message};

/// A nomination before the law of a day.
#[derive(Debug)]
pub struct Judged {
    /// By the law of this day.
    pub day: Date,
    /// Who is proposed.
    pub kind: SubjectKind,
    /// What was told, and the written reason.
    pub told: Told,
    /// What follows.
    pub found: Eligibility,
    /// What is open against the nominee is kept from this person; the council's secretary looks at it.
    pub holds_kept_back: bool,
}

impl Judged {
    /// The facts that somebody can tell, in the order of the conditions.
    pub fn asked(&self, app: &App) -> Vec<Fact> {
        let mut asked = Vec::new();
        for used in self.found.findings.iter().flat_map(|finding| &finding.facts) {
            let Used::Fact(fact) = used.what else { continue };
            let kept_back = self.holds_kept_back && app.catalog.is_hold(fact);
            let told = !fact.is_derived() && !self.looked_up(fact) && !kept_back;
            if told && !asked.contains(&fact) {
                asked.push(fact);
            }
        }
        asked
    }

    /// The list of units knows which village is no more.
    fn looked_up(&self, fact: Fact) -> bool {
        let unit = matches!(self.kind, SubjectKind::Village | SubjectKind::Commune);
        fact == Fact::Dissolved && unit
    }

    /// The refusal, when the law stands against it whatever else may be told.
    pub(super) fn blocked(&self) -> Option<Refusal> {
        let finding = self.found.blocking().next()?;
        Some(refused(Message::new("nomination-not-eligible"), finding))
    }

    /// Refuses what the law refuses, and what may pass with a written reason only and has none.
    ///
    /// # Errors
    /// A rule, with the condition and its clause.
    pub(super) fn must_pass(&self) -> Result<(), Refusal> {
        if let Some(refusal) = self.blocked() {
            return Err(refusal);
        }
        match self.found.to_be_reasoned().next() {
            Some(finding) if self.told.waiver.is_none() => {
                Err(refused(Message::new("nomination-reason-wanted"), finding))
            }
            _ => Ok(()),
        }
    }
}

/// The condition and its clause, in the language of papers: a refusal is said once it is known to whom.
pub(super) fn refused(message: Message, finding: &Finding) -> Refusal {
    let rule = crate::features::law::finding(Language::Vietnamese, finding);
    let source = finding.rule.as_ref().map(|rule| format!(" ({})", rule.source));
    let rule = format!("{}{}", rule.trim_end_matches('.'), source.unwrap_or_default());
    Refusal::Rule(message.arg("rule", rule))
}

/// A nomination by the law of today; of an awarded one, by that of the day of its decision.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn judged(app: &App, by: &Person, one: &Nomination) -> Result<Judged, Refusal> {
    judged_on(app, by, one, one.awarded_on.unwrap_or_else(|| app.today()))
}

/// A nomination by the law of a day.
pub(super) fn judged_on(
    app: &App,
    by: &Person,
    one: &Nomination,
    day: Date,
) -> Result<Judged, Refusal> {
    let mut told = told(app, &by.commune, &one.id)?;
    let holds_kept_back = !held::sees(by);
    if holds_kept_back {
        told.keep_back(|fact| app.catalog.is_hold(fact));
    }
    let of = Of {
        contestant: &one.contestant,
        award: &one.award,
        achievement: &one.achievement,
        year: one.proposed_on.year(),
        but: Some(&one.id),
        decided_on: one.awarded_on,
    };
    let found = judge(&app.catalog, &of.case(app, by, day, &told)?);
    Ok(Judged { day, kind: one.contestant.kind, told, found, holds_kept_back })
}

/// What is about to be proposed, before anything is told of it.
pub(super) fn foreseen(
    app: &App,
    by: &Person,
    contestant: &Contestant,
    award: &str,
    achievement: &str,
) -> Result<Judged, Refusal> {
    let (day, told) = (app.today(), Told::default());
    let of = Of { contestant, award, achievement, year: day.year(), but: None, decided_on: None };
    let found = judge(&app.catalog, &of.case(app, by, day, &told)?);
    let holds_kept_back = !held::sees(by);
    Ok(Judged { day, kind: contestant.kind, told, found, holds_kept_back })
}

/// Who, what for, and which nomination is not to be counted as an earlier award of itself.
struct Of<'a> {
    contestant: &'a Contestant,
    award: &'a str,
    achievement: &'a str,
    year: i16,
    but: Option<&'a str>,
    decided_on: Option<Date>,
}

impl Of<'_> {
    fn case(&self, app: &App, by: &Person, day: Date, told: &Told) -> Result<Case, Refusal> {
        let movement = movements::find(app, by, &self.contestant.movement)?;
        let mut facts = told.facts.clone();
        self.tell_dissolved(app, day, &mut facts)?;
        self.tell_leading(app, by, told, &mut facts)?;
        if held::sees(by) {
            held::tell(app, by, self.contestant, self.decided_on, &mut facts)?;
        }
        let class = app.catalog.award(self.award).map(|award| award.form.class);
        Ok(Case {
            award: self.award.to_owned(),
            day,
            subject: self.contestant.kind,
            name: self.contestant.name.clone(),
            former_names: Vec::new(),
            // Titles have no type of commendation.
            mode: (class != Some(AwardClass::Title)).then_some(AwardMode::Thematic),
            decided_by: None,
            achievement: Achievement {
                text: self.achievement.to_owned(),
                movement: Some(movement.name.clone()),
                period: Some(movement.period),
                year: Some(self.year),
            },
            facts,
            earlier: Some(self.earlier(app, by)?),
            papers: None,
        })
    }

    /// The list of units knows which village is no more.
    fn tell_dissolved(&self, app: &App, day: Date, facts: &mut Facts) -> Result<(), Refusal> {
        let dissolved = match self.contestant.kind {
            SubjectKind::Village | SubjectKind::Commune => {
                let unit = units::find(app, &self.contestant.subject)?;
                unit.map(|unit| !unit.exists_on(day))
            }
            _ => None,
        };
        if let Some(dissolved) = dissolved {
            // Yes and no fit the fact.
            let _ = facts.tell(Fact::Dissolved, Value::Bool(dissolved), None);
        }
        Ok(())
    }

    /// A closed cluster of the year says who led it, unless somebody has told it already.
    fn tell_leading(
        &self,
        app: &App,
        by: &Person,
        told: &Told,
        facts: &mut Facts,
    ) -> Result<(), Refusal> {
        let Contestant { kind, subject, .. } = self.contestant;
        if told.values.contains_key(&Fact::LeadsCluster) {
            return Ok(());
        }
        if let Some((led, since)) = clusters::led(app, by, *kind, subject, self.year)? {
            // Yes and no fit the fact.
            let _ = facts.tell(Fact::LeadsCluster, Value::Bool(led), Some(since));
        }
        Ok(())
    }

    /// What the same subject has been awarded before, in whatever movement, and elsewhere.
    fn earlier(&self, app: &App, by: &Person) -> Result<Vec<Earlier>, Refusal> {
        let params = [
            by.commune.as_str().into(),
            self.contestant.kind.code().into(),
            (&self.contestant.subject).into(),
            State::Awarded.code().into(),
        ];
        let rows: Vec<(String, Earlier)> = app.read(|r| {
            let rows = r.all(sql::EARLIER, &params, |row| {
                let (award, proposed_on): (String, Date) = (row.get(1)?, row.get(2)?);
                let title = app
                    .catalog
                    .award(&award)
                    .is_some_and(|award| award.form.class == AwardClass::Title);
                let earlier = Earlier {
                    award,
                    name: None,
                    on: row.get(3)?,
                    year: proposed_on.year(),
                    mode: (!title).then_some(AwardMode::Thematic),
                    movement: row.get(4)?,
                    achievement: row.get(5)?,
                };
                Ok((row.get(0)?, earlier))
            });
            rows.map_err(Refusal::from)
        })?;
        let others = rows.into_iter().filter(|(id, _)| self.but != Some(id.as_str()));
        let mut all: Vec<Earlier> = others.map(|(_, earlier)| earlier).collect();
        let Contestant { kind, subject, .. } = self.contestant;
        all.extend(honours::earlier(app, &by.commune, *kind, subject)?);
        Ok(all)
    }
}
