//! What the elements of HTML mean for a text.

use html5gum::{Spanned, StartTag};

use crate::read::files::charset::Legacy;
use crate::read::files::draft::Ink;

/// Elements whose content nobody reads.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "template" | "noscript" | "svg" | "select")
}

/// Elements that begin and end a paragraph, besides headings.
const BLOCKS: &str = "\
    p div li ul ol table tr td th caption body section hr article header footer main nav aside \
    blockquote pre center dl dt dd address figure figcaption form fieldset";

/// Whether an element begins and ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.split(' ').any(|block| block == name) || heading(name).is_some()
}

/// Elements that have no content and no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr" | "img" | "meta" | "link" | "input" | "col" | "wbr" | "area" | "base"
    )
}

/// Elements that the next of the same name ends, and the element that they cannot reach beyond.
pub(super) fn ends_itself(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "p" => Some(&["table", "td", "th", "li"]),
        "li" => Some(&["ul", "ol"]),
        "tr" | "td" | "th" => Some(&["table"]),
        "dt" | "dd" => Some(&["dl"]),
        _ => None,
    }
}

/// The level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// The value of an attribute, or nothing.
pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> String {
    let value = tag.attributes.get(name.as_bytes());
    value
        .map(|Spanned { value, .. }| String::from_utf8_lossy(value).into_owned())
        .unwrap_or_default()
}

/// How the text within an element is written.
pub(super) fn ink(name: &str, tag: &StartTag<()>, around: Ink, fonts_tell: bool) -> Ink {
    let style = attribute(tag, "style").to_lowercase().replace(' ', "");
    let mut ink = around;
    ink.bold |= matches!(name, "b" | "strong" | "th") || heading(name).is_some();
    ink.italic |= matches!(name, "i" | "em");
    for weight in ["font-weight:bold", "font-weight:700", "font-weight:600"] {
        ink.bold |= style.contains(weight);
    }
    if style.contains("font-weight:normal") || style.contains("font-weight:400") {
        ink.bold = false;
    }
    ink.italic =
        (ink.italic || style.contains("font-style:italic")) && !style.contains("font-style:normal");
    ink.capitals |= style.contains("text-transform:uppercase");
    if let Some(font) = font(tag).filter(|_| fonts_tell) {
        ink.legacy = Legacy::of_font(&font);
    }
    ink
}

/// The font that an element names, as it is spelt.
fn font(tag: &StartTag<()>) -> Option<String> {
    let style = attribute(tag, "style");
    let declared = style.split(';').find_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        property.trim().eq_ignore_ascii_case("font-family").then(|| value.to_owned())
    });
    let fonts = declared.or_else(|| Some(attribute(tag, "face")))?;
    let first = fonts.split(',').next()?.trim().trim_matches(['"', '\'']).to_owned();
    (!first.is_empty()).then_some(first)
}

/// Whether an element centres its text, or says that it does not.
pub(super) fn centred(name: &str, tag: &StartTag<()>, around: bool) -> bool {
    let style = attribute(tag, "style").to_lowercase().replace(' ', "");
    let align = attribute(tag, "align").to_lowercase();
    let said = style.split_once("text-align:").map_or(align.as_str(), |(_, value)| value);
    if name == "center" || said.starts_with("center") { true } else { around && said.is_empty() }
}
