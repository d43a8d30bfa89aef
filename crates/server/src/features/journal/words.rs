//! Journal rows in words: which fields changed, from what to what.

use chungsuc_domain::catalog::Catalog;
use serde_json::{Map, Value};

use crate::web::Language;

/// One field of a change.
pub(super) struct FieldChange {
    /// The name of the field, in words.
    pub(super) name: String,
    /// Value before; nothing when there was none.
    pub(super) old: Option<String>,
    /// Value after; nothing when there is none.
    pub(super) new: Option<String>,
}

/// The fields that a row tells of, in the order of the new values, then the old ones.
pub(super) fn fields(
    l: Language,
    catalog: &Catalog,
    old: Option<&str>,
    new: Option<&str>,
) -> Vec<FieldChange> {
    let (old, new) = (object(old), object(new));
    let mut names: Vec<&String> = new.keys().collect();
    names.extend(old.keys().filter(|name| !new.contains_key(*name)));
    let change = |name: &&String| {
        let word = |values: &Map<String, Value>| {
            values.get(*name).and_then(|v| value(l, catalog, name, v))
        };
        Some(FieldChange { name: field(l, name)?, old: word(&old), new: word(&new) })
    };
    names.iter().filter_map(change).filter(|one| one.old.is_some() || one.new.is_some()).collect()
}

fn object(json: Option<&str>) -> Map<String, Value> {
    json.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The word for a field; a field without a word is technical and is not shown.
fn field(l: Language, name: &str) -> Option<String> {
    l.find(&format!("field-{name}")).map(str::to_owned)
}

/// The word for a value: codes by `code-<field>-<code>` or, where the field names a family of words,
/// `<field>-<code>`; awards and standards as the catalog names them; yes and no; days as people write
/// them; the rest as it is.
fn value(l: Language, catalog: &Catalog, name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Array(_) | Value::Object(_) => None,
        Value::Bool(true) => Some(l.t("history-yes").to_owned()),
        Value::Bool(false) => Some(l.t("history-no").to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => {
            if let Some(award) = catalog.award(text).filter(|_| name == "award") {
                return Some(award.form.name.clone());
            }
            if let Some(standard) = catalog.standard(text).filter(|_| name == "standard") {
                return Some(standard.head().value.name.clone());
            }
            let word = l.find(&format!("code-{name}-{text}"));
            let family = name.replace('_', "-");
            let word = word.or_else(|| l.find(&format!("{family}-{text}")));
            Some(word.map_or_else(|| day_or_text(text), str::to_owned))
        }
    }
}

fn day_or_text(text: &str) -> String {
    let day = text.parse::<jiff::civil::Date>().ok().filter(|_| text.len() == 10);
    day.map_or_else(|| text.to_owned(), chungsuc_domain::date::show_date)
}
