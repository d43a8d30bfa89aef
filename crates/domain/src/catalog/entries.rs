//! The catalog as a list, so that officers can see what is unchecked and confirm it.

use super::{Catalog, Checked, Requirements, Source, Sourced, Timeline};
use crate::date::{Date, show_date};
use crate::fund::FundArea;
use crate::recognition::ValidityRule;

/// One value of the catalog, without its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The id in the catalog.
    pub id: &'a str,
    /// The first day on which it holds.
    pub from: Date,
    /// The last day, if it has one.
    pub to: Option<Date>,
    /// The value in figures, posts or document numbers.
    pub value: String,
    /// Where it is written.
    pub source: &'a Source,
    /// Who has compared it.
    pub checked: &'a Checked,
    /// From when it has to be looked at again.
    pub review_from: Option<Date>,
    /// What an officer should know.
    pub note: Option<&'a str>,
}

impl Catalog {
    /// Every dated value of the law, and the head of every standard.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        list(&mut entries, &self.base_salary, |amount| amount.to_string());
        list(&mut entries, &self.regimes, |regime| regime.documents.join("; "));
        for award in self.awards() {
            list(&mut entries, &award.deciders, |deciders| {
                let posts: Vec<&str> = deciders.iter().map(|who| who.post.as_str()).collect();
                posts.join("; ")
            });
            list(&mut entries, &award.multiples, |multiple| multiple.to_string());
            list(&mut entries, &award.given_to, |subjects| {
                subjects.iter().map(|kind| kind.code()).collect::<Vec<_>>().join("; ")
            });
            list(&mut entries, &award.modes, |modes| {
                modes.iter().map(|mode| mode.code()).collect::<Vec<_>>().join("; ")
            });
            conditions(&mut entries, &award.requirements);
            list(&mut entries, &award.dossiers, |papers| {
                papers.iter().map(|paper| paper.name.as_str()).collect::<Vec<_>>().join("; ")
            });
            list(&mut entries, &award.time_limits, |limit| limit.text.clone());
            list(&mut entries, &award.ballot_rules, |rule| {
                format!("{}; {}", rule.quorum, rule.pass)
            });
        }
        conditions(&mut entries, &self.principles);
        for overlay in &self.overlays {
            entries.push(entry(overlay.head(), overlay.head().value.issuer.clone()));
            conditions(&mut entries, overlay.requirements());
        }
        list(&mut entries, &self.hold_kinds, |kinds| {
            kinds.iter().map(|kind| kind.name.as_str()).collect::<Vec<_>>().join("; ")
        });
        self.list_fund(&mut entries);
        for timeline in self.factors.values() {
            list(&mut entries, timeline, |rule| rule.factor.to_string());
        }
        list(&mut entries, &self.rounding, |step| step.to_string());
        list(&mut entries, &self.holidays, |days| {
            days.off.iter().map(|day| show_date(*day)).collect::<Vec<_>>().join("; ")
        });
        list(&mut entries, &self.ballot_rules, |rule| format!("{}; {}", rule.quorum, rule.pass));
        list(&mut entries, &self.revocations, |rule| {
            rule.grounds.iter().map(|ground| ground.text.as_str()).collect::<Vec<_>>().join("; ")
        });
        list(&mut entries, &self.reports_due, |reports| {
            let forms: Vec<&str> = reports.iter().map(|report| report.form.as_str()).collect();
            forms.join("; ")
        });
        for timeline in self.document_forms.values() {
            list(&mut entries, timeline, |row| row.form.clone());
        }
        list(&mut entries, &self.not_asked, |marks| {
            let codes: Vec<&str> = marks.iter().map(|mark| mark.code()).collect();
            codes.join("; ")
        });
        list(&mut entries, &self.questions, |rule| {
            let jumps = format!("{}; {}%", rule.jump_points, rule.jump_percent);
            format!("{jumps}; {}; {}%", rule.crowd_units, rule.crowd_percent)
        });
        self.list_surveys(&mut entries);
        self.list_recognition(&mut entries);
        let heads = self.standards().map(|standard| standard.head());
        entries.extend(heads.map(|head| entry(head, head.value.name.clone())));
        // A factor for several kinds of subjects stands in several timelines.
        entries.sort_by(|one, other| one.id.cmp(other.id));
        entries.dedup_by(|one, other| one.id == other.id);
        entries
    }

    /// A rule for several standards stands in several timelines too.
    fn list_recognition<'a>(&'a self, entries: &mut Vec<Entry<'a>>) {
        let rules = &self.recognition;
        for timeline in rules.recognisers.values() {
            list(entries, timeline, |rule| rule.post.clone());
        }
        for timeline in rules.dossiers.values() {
            list(entries, timeline, |rule| {
                let names: Vec<&str> = rule.papers.iter().map(|one| one.name.as_str()).collect();
                names.join("; ")
            });
        }
        for timeline in rules.validities.values() {
            let years = |rule: &ValidityRule| rule.years.map_or("?".into(), |it| it.to_string());
            list(entries, timeline, years);
        }
        for timeline in rules.revocations.values() {
            list(entries, timeline, |rule| {
                let keys = rule.key_criteria.join(", ");
                format!("{}%; {}% ({keys})", rule.any_percent, rule.key_percent)
            });
        }
    }
}

impl Catalog {
    fn list_fund<'a>(&'a self, entries: &mut Vec<Entry<'a>>) {
        list(entries, &self.fund_sources, |sources| {
            sources.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; ")
        });
        list(entries, &self.fund_ceilings, |ceiling| {
            let share = |area: &FundArea| format!("{}: {}%", area.name, area.share);
            ceiling.areas.iter().map(share).collect::<Vec<_>>().join("; ")
        });
        list(entries, &self.fund_organising, |row| format!("{}%", row.share));
        list(entries, &self.fund_uses, |uses| {
            uses.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; ")
        });
        list(entries, &self.fund_shortfalls, |rule| rule.code().to_owned());
        list(entries, &self.rewards_by_person, |rule| rule.code().to_owned());
    }

    fn list_surveys<'a>(&'a self, entries: &mut Vec<Entry<'a>>) {
        list(entries, &self.survey_forms, |form| {
            let names: Vec<&str> = form.contents.iter().map(|one| one.name.as_str()).collect();
            names.join("; ")
        });
        for timeline in self.survey_rules.values() {
            list(entries, timeline, |rule| format!("{}: {}%", rule.condition, rule.each));
        }
        list(entries, &self.survey_shares, |share| format!("{share}%"));
        list(entries, &self.survey_wholes, |most| most.to_string());
    }
}

fn conditions<'a>(entries: &mut Vec<Entry<'a>>, requirements: &'a Requirements) {
    for timeline in requirements.timelines() {
        list(entries, timeline, |requirement| requirement.text.clone());
    }
}

fn list<'a, T>(
    entries: &mut Vec<Entry<'a>>,
    timeline: &'a Timeline<T>,
    show: impl Fn(&T) -> String,
) {
    entries.extend(timeline.iter().map(|row| entry(row, show(&row.value))));
}

fn entry<T>(row: &Sourced<T>, value: String) -> Entry<'_> {
    Entry {
        id: &row.id,
        from: row.from,
        to: row.to,
        value,
        source: &row.source,
        checked: &row.checked,
        review_from: row.review_from,
        note: row.note.as_deref(),
    }
}
