//! The marks that a template may hold, and the fields of a sort with what each means.

use chungsuc_domain::text::fold;
use chungsuc_press::template::{Field, FieldKind};
use maud::{Markup, html};

use super::Sort;
use crate::web::Language;
use crate::web::ui::{Cells, Column, Table};

/// Each mark as it is typed, and the key of what it does. Fields are Vietnamese, and so are marks.
const MARKS: [(&str, &str); 5] = [
    ("{{tên phong trào}}", "template-mark-field"),
    ("{{nếu tên phong trào}} … {{hết nếu}}", "template-mark-if"),
    ("{{nếu tên phong trào}} … {{không thì}} … {{hết nếu}}", "template-mark-else"),
    ("{{lặp danh sách}} … {{hết lặp}}", "template-mark-each"),
    ("{{số thứ tự}}", "template-mark-number"),
];

/// How marks are typed, in five lines.
pub(super) fn marks(l: Language) -> Markup {
    let columns = [Column::new(l.t("template-mark")), Column::new(l.t("template-mark-does"))];
    let row = |(mark, does): &(&str, &'static str)| Cells::new().text(mark).text(l.t(does));
    html! {
        h2 { (l.t("template-marks")) }
        p { (l.t("template-marks-lead")) }
        (Table::new(l.t("template-marks-caption"), &columns, MARKS.iter().map(row).collect()).draw(l))
    }
}

/// The fields of a sort; those of rows stand under the list that they belong to.
pub(super) fn table(l: Language, sort: &Sort) -> Markup {
    let columns = [
        Column::new(l.t("template-field")),
        Column::new(l.t("template-field-kind")),
        Column::new(l.t("template-field-means")),
    ];
    html! {
        h2 { (l.t("template-fields")) }
        (Table::new(l.t("template-fields-caption"), &columns, rows(l, sort.fields, None)).draw(l))
    }
}

fn rows(l: Language, fields: &'static [Field], within: Option<&str>) -> Vec<Cells> {
    let mut all = Vec::new();
    for field in fields {
        let (kind, inner) = match field.kind {
            FieldKind::Text => (l.t("template-field-text").to_owned(), None),
            FieldKind::Flag => (l.t("template-field-flag").to_owned(), None),
            FieldKind::Rows(inner) => (l.t("template-field-rows").to_owned(), Some(inner)),
        };
        let kind = match within {
            None => kind,
            Some(list) => {
                let within = l.with("template-field-within", &[("list", list.into())]);
                format!("{kind}, {within}")
            }
        };
        let mark = format!("{{{{{}}}}}", field.name);
        all.push(Cells::new().text(&mark).text(&kind).text(meaning(l, field)));
        all.extend(inner.into_iter().flat_map(|inner| rows(l, inner, Some(field.name))));
    }
    all
}

/// What a field means; the same name means the same in every sort.
fn meaning(l: Language, field: &Field) -> &'static str {
    l.word("field-", &fold(field.name).replace(' ', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::templates::sorts;

    fn wordless(fields: &'static [Field], into: &mut Vec<String>) {
        for field in fields {
            let told = [Language::Vietnamese, Language::English].map(|l| meaning(l, field) != "–");
            if told != [true, true] {
                into.push(format!("field-{}", fold(field.name).replace(' ', "-")));
            }
            if let FieldKind::Rows(inner) = field.kind {
                wordless(inner, into);
            }
        }
    }

    #[test]
    fn every_sort_and_every_field_has_its_words() {
        let mut missing = Vec::new();
        for sort in sorts::ALL {
            wordless(sort.fields, &mut missing);
            if Language::Vietnamese.word("template-sort-", sort.code) == "–" {
                missing.push(format!("template-sort-{}", sort.code));
            }
        }
        assert!(missing.is_empty(), "without words: {missing:?}");
    }
}
