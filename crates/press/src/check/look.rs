//! How letters and paragraphs of a DOCX look once its defaults, its styles and what was formatted
//! by hand are laid over each other.

use std::collections::BTreeMap;

use crate::tree::Node;

/// How many styles may rest on each other.
const MAX_CHAIN: usize = 16;

/// What one layer says: points, twips for lengths. `None` leaves it to the layer below.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layer {
    font: Option<String>,
    size_pt: Option<f64>,
    bold: Option<bool>,
    italic: Option<bool>,
    underlined: Option<bool>,
    capitals: Option<bool>,
    align: Option<String>,
    left: Option<f64>,
    first: Option<f64>,
    before: Option<f64>,
    after: Option<f64>,
    line: Option<f64>,
    line_rule: Option<String>,
    listed: Option<bool>,
}

/// How letters look.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Letters {
    pub(crate) font: String,
    pub(crate) size_pt: f64,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) underlined: bool,
    pub(crate) capitals: bool,
}

/// How a paragraph stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stand {
    /// "left", "center", "right" or "both".
    pub(crate) align: String,
    /// Where the first line begins, from the margin.
    pub(crate) first_mm: f64,
    pub(crate) before_pt: f64,
    pub(crate) after_pt: f64,
    pub(crate) spacing: Spacing,
    /// Numbered or dotted by Word itself.
    pub(crate) listed: bool,
}

/// The distance of lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Spacing {
    /// So many single lines.
    Lines(f64),
    /// So many points.
    Points(f64),
}

/// The styles of a file.
pub(crate) struct Styles {
    defaults: Layer,
    normal: Option<String>,
    named: BTreeMap<String, (Option<String>, Layer)>,
    theme: [Option<String>; 2],
}

impl Styles {
    pub(crate) fn of(sheet: &Node, theme: &Node) -> Self {
        let theme = ["majorFont", "minorFont"].map(|name| latin(theme, name));
        let mut styles =
            Self { defaults: Layer::default(), normal: None, named: BTreeMap::new(), theme };
        if let Some(defaults) = sheet.child("docDefaults") {
            let inner = |outer: &str, inner| defaults.child(outer).and_then(|it| it.child(inner));
            let run = styles.letters_layer(inner("rPrDefault", "rPr"));
            styles.defaults = run.over(&paragraph_layer(inner("pPrDefault", "pPr")));
        }
        for style in sheet.all("style") {
            let Some(id) = style.get("styleId") else { continue };
            let layer = styles.letters_layer(style.child("rPr"));
            let layer = layer.over(&paragraph_layer(style.child("pPr")));
            if style.get("type") == Some("paragraph") && style.get("default") == Some("1") {
                styles.normal = Some(id.to_owned());
            }
            let below = style.value("basedOn").map(str::to_owned);
            styles.named.insert(id.to_owned(), (below, layer));
        }
        styles
    }

    /// The layers of a paragraph, up to what was formatted by hand.
    pub(crate) fn paragraph(&self, properties: Option<&Node>) -> Layer {
        let style = properties.and_then(|it| it.value("pStyle")).or(self.normal.as_deref());
        let below = self.chain(style).over(&self.defaults);
        paragraph_layer(properties).over(&below)
    }

    /// The letters of a run inside a paragraph of these layers.
    pub(crate) fn letters(&self, properties: Option<&Node>, below: &Layer) -> Letters {
        let style = self.chain(properties.and_then(|it| it.value("rStyle"))).over(below);
        let all = self.letters_layer(properties).over(&style);
        Letters {
            font: all.font.unwrap_or_else(|| "Times New Roman".to_owned()),
            size_pt: all.size_pt.unwrap_or(10.0),
            bold: all.bold.unwrap_or_default(),
            italic: all.italic.unwrap_or_default(),
            underlined: all.underlined.unwrap_or_default(),
            capitals: all.capitals.unwrap_or_default(),
        }
    }

    /// A style with those it is based on; a ring of styles ends too.
    fn chain(&self, style: Option<&str>) -> Layer {
        let mut all = Layer::default();
        let mut next = style;
        for _ in 0..MAX_CHAIN {
            let Some((below, layer)) = next.and_then(|id| self.named.get(id)) else { break };
            all = all.over(layer);
            next = below.as_deref();
        }
        all
    }

    fn letters_layer(&self, properties: Option<&Node>) -> Layer {
        let Some(it) = properties else { return Layer::default() };
        let fonts = it.child("rFonts");
        let named = fonts.and_then(|fonts| fonts.get("ascii").or_else(|| fonts.get("hAnsi")));
        let theme = fonts.and_then(|fonts| {
            let theme = fonts.get("asciiTheme").or_else(|| fonts.get("hAnsiTheme"))?;
            self.theme[usize::from(!theme.starts_with("major"))].as_deref()
        });
        Layer {
            font: theme.or(named).map(str::to_owned),
            size_pt: it.child("sz").and_then(|size| size.number("val")).map(|half| half / 2.0),
            bold: it.switch("b"),
            italic: it.switch("i"),
            underlined: it.value("u").map(|line| line != "none"),
            capitals: it.switch("caps"),
            ..Layer::default()
        }
    }
}

impl Letters {
    /// Whether these stand out among those.
    pub(crate) fn stand_out(&self, among: &Self) -> bool {
        let look = |it: &Self| (it.bold, it.italic, it.underlined);
        look(self) != look(among)
    }
}

impl Layer {
    /// This layer where it says something, else the one below.
    fn over(self, below: &Self) -> Self {
        Self {
            font: self.font.or_else(|| below.font.clone()),
            size_pt: self.size_pt.or(below.size_pt),
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            underlined: self.underlined.or(below.underlined),
            capitals: self.capitals.or(below.capitals),
            align: self.align.or_else(|| below.align.clone()),
            left: self.left.or(below.left),
            first: self.first.or(below.first),
            before: self.before.or(below.before),
            after: self.after.or(below.after),
            line: self.line.or(below.line),
            line_rule: self.line_rule.or_else(|| below.line_rule.clone()),
            listed: self.listed.or(below.listed),
        }
    }

    pub(crate) fn stand(&self) -> Stand {
        let (points, line) = (|twips: Option<f64>| twips.unwrap_or_default() / 20.0, self.line);
        let indent = self.left.unwrap_or_default() + self.first.unwrap_or_default();
        let spacing = match self.line_rule.as_deref() {
            Some("exact" | "atLeast") => Spacing::Points(points(line)),
            _ => Spacing::Lines(line.unwrap_or(240.0) / 240.0),
        };
        Stand {
            align: self.align.clone().unwrap_or_else(|| "left".to_owned()),
            first_mm: indent / 1440.0 * 25.4,
            before_pt: points(self.before),
            after_pt: points(self.after),
            spacing,
            listed: self.listed.unwrap_or_default(),
        }
    }
}

fn paragraph_layer(properties: Option<&Node>) -> Layer {
    let Some(it) = properties else { return Layer::default() };
    let (indent, spacing) = (it.child("ind"), it.child("spacing"));
    let indent = |name| indent.and_then(|node| node.number(name));
    let space = |name| spacing.and_then(|node| node.number(name));
    let list = it.child("numPr").map(|list| list.value("numId") != Some("0"));
    Layer {
        align: it.value("jc").map(|side| side_of(side).to_owned()),
        left: indent("left").or_else(|| indent("start")),
        first: indent("firstLine").or_else(|| indent("hanging").map(|twips| -twips)),
        before: space("before"),
        after: space("after"),
        line: space("line"),
        line_rule: spacing.and_then(|node| node.get("lineRule")).map(str::to_owned),
        listed: list,
        ..Layer::default()
    }
}

/// The old and the new names of where a paragraph stands.
fn side_of(side: &str) -> &str {
    match side {
        "start" => "left",
        "end" => "right",
        "distribute" => "both",
        other => other,
    }
}

/// The latin letters of a theme's font.
fn latin(theme: &Node, name: &str) -> Option<String> {
    let mut found = None;
    theme.walk(&mut |node| {
        if node.name == name {
            found = node.child("latin").and_then(|latin| latin.get("typeface")).map(str::to_owned);
        }
    });
    found
}
