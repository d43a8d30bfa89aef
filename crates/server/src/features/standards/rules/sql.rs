//! The statements of what is laid on standards.

/// A unit and those above it, the uppermost first, each with how far its journal has come.
pub(super) const POSITION: &str = "WITH RECURSIVE above (code, parent, steps) AS (\
     SELECT code, parent, 0 FROM unit WHERE code = $1 UNION ALL \
     SELECT u.code, u.parent, a.steps + 1 FROM unit u JOIN above a ON u.code = a.parent \
     WHERE a.steps < 3) \
     SELECT a.code, COALESCE(h.seq, 0) FROM above a \
     LEFT JOIN journal_head h ON h.commune = a.code ORDER BY a.steps DESC";

/// The columns of an overlay, in the order in which `Overlay::read` reads them.
macro_rules! columns {
    () => {
        "SELECT o.commune, o.id, o.standard, o.issuer, o.document, o.paper, o.valid_from, \
         o.valid_to, o.note, o.state, o.why, o.laid_by, o.laid_on, o.checked_by, o.checked_on, \
         o.checked_paper, o.version FROM standard_overlay o "
    };
}

pub(super) const OVERLAYS: &str =
    concat!(columns!(), "WHERE o.commune IN ($1, $2, $3, $4) AND o.standard = $5 ORDER BY o.id");
pub(super) const OVERLAYS_OF_ALL: &str =
    concat!(columns!(), "WHERE o.standard = $1 AND o.state <> 'mistaken' ORDER BY o.commune, o.id");
pub(super) const LEVELS: &str = "SELECT l.commune, l.overlay, l.indicator, l.region, l.year, l.value \
     FROM standard_overlay_level l \
     JOIN standard_overlay o ON o.commune = l.commune AND o.id = l.overlay \
     WHERE o.commune IN ($1, $2, $3, $4) AND o.standard = $5 \
     ORDER BY l.overlay, l.indicator, l.region, l.year";
pub(super) const LEVELS_OF_ALL: &str = "SELECT l.commune, l.overlay, l.indicator, l.region, l.year, \
     l.value FROM standard_overlay_level l \
     JOIN standard_overlay o ON o.commune = l.commune AND o.id = l.overlay \
     WHERE o.standard = $1 AND o.state <> 'mistaken' \
     ORDER BY l.overlay, l.indicator, l.region, l.year";
pub(super) const ADD_OVERLAY: &str = "INSERT INTO standard_overlay (commune, id, standard, issuer, \
     document, paper, valid_from, valid_to, note, laid_by, laid_on, state, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'laid', 1)";
pub(super) const ADD_LEVEL: &str = "INSERT INTO standard_overlay_level (commune, overlay, indicator, \
     region, year, value) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const CONFIRM_OVERLAY: &str = "UPDATE standard_overlay SET checked_by = $1, \
     checked_on = $2, checked_paper = $3, version = version + 1 \
     WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'laid' AND checked_by IS NULL";
pub(super) const TAKE_OFF: &str = "UPDATE standard_overlay SET state = $1, valid_to = $2, why = $3, \
     version = version + 1 WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'laid'";

pub(super) const CONFIRMATIONS: &str = "SELECT commune, id, standard, indicator, region, said, \
     document, paper, confirmed_by, confirmed_on, withdrawn_on, why, version \
     FROM standard_confirmation WHERE commune IN ($1, $2, $3, $4) AND standard = $5 ORDER BY id";
pub(super) const CONFIRM: &str = "INSERT INTO standard_confirmation (commune, id, standard, indicator, \
     region, said, document, paper, confirmed_by, confirmed_on, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
pub(super) const WITHDRAW: &str = "UPDATE standard_confirmation SET withdrawn_on = $1, why = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND version = $5 AND withdrawn_on IS NULL";

pub(super) const REGIONS: &str = "SELECT commune, region, valid_from, basis, set_by, set_on, step \
     FROM standard_region WHERE commune IN ($1, $2, $3, $4) AND standard = $5 \
     ORDER BY commune, step";
pub(super) const REGIONS_OF_ALL: &str = "SELECT commune, region, valid_from, basis, set_by, set_on, \
     step FROM standard_region WHERE standard = $1 ORDER BY commune, step";
pub(super) const ADD_REGION: &str = "INSERT INTO standard_region (commune, standard, step, region, \
     valid_from, basis, set_by, set_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
