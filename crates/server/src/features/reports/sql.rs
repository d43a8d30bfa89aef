//! The statements of reports.

pub(super) const ADD: &str = "INSERT INTO report (commune, id, movement, kind, period_from, \
     period_to, due, figures_from, figures_to, results, difficulties, next_steps, state, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', '', 'draft', 1)";
pub(super) const WRITE: &str = "UPDATE report SET figures_from = $1, figures_to = $2, \
     results = $3, difficulties = $4, next_steps = $5, version = version + 1 \
     WHERE commune = $6 AND id = $7 AND version = $8 AND state = 'draft'";
pub(super) const SEND: &str = "UPDATE report SET state = 'sent', paper = $1, sent_on = $2, \
     figures = $3, version = version + 1 \
     WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'draft'";
pub(super) const ONE: &str = "SELECT id, movement, kind, period_from, period_to, due, \
     figures_from, figures_to, results, difficulties, next_steps, state, paper, sent_on, figures, \
     version FROM report WHERE commune = $1 AND id = $2";
pub(super) const OF_MOVEMENT: &str = "SELECT id, movement, kind, period_from, period_to, due, \
     figures_from, figures_to, results, difficulties, next_steps, state, paper, sent_on, figures, \
     version FROM report WHERE commune = $1 AND movement = $2 ORDER BY due, id";

pub(super) const CALENDAR: &str = "SELECT half_year_due, year_due, closing_due, version \
     FROM report_calendar WHERE commune = $1 AND movement = $2";
pub(super) const ADD_CALENDAR: &str = "INSERT INTO report_calendar (half_year_due, year_due, \
     closing_due, commune, movement, version) VALUES ($1, $2, $3, $4, $5, 1)";
pub(super) const MOVE_CALENDAR: &str = "UPDATE report_calendar SET half_year_due = $1, \
     year_due = $2, closing_due = $3, version = version + 1 \
     WHERE commune = $4 AND movement = $5 AND version = $6";
