//! The frame of every page.

use maud::{DOCTYPE, Markup, html};

use super::nav::{nav, section};
use super::{NavGroup, Tone, notice};
use crate::web::{Form, Language, assets, csrf};

/// The person at work, as the frame shows them.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The id of the account, by which this machine keeps drafts apart.
    pub account: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The unit or body they work for.
    pub unit: &'a str,
    /// The token of the session's forms.
    pub token: &'a str,
}

/// A page being put together; `render` gives the text to send.
pub struct Page<'a> {
    l: Language,
    title: &'a str,
    heading: Option<Markup>,
    address: &'a str,
    nav: &'a [NavGroup],
    reader: Option<Reader<'a>>,
    back: Option<(&'a str, &'a str)>,
    notice: Option<(Tone, &'a str)>,
    saved: bool,
    narrow: bool,
    body: Markup,
}

impl<'a> Page<'a> {
    /// A page with its title, which is also its `h1`.
    pub fn new(l: Language, title: &'a str) -> Self {
        Self {
            l,
            title,
            heading: None,
            address: "/",
            nav: &[],
            reader: None,
            back: None,
            notice: None,
            saved: false,
            narrow: false,
            body: html! {},
        }
    }

    /// What the `h1` holds instead of the title, such as a name with its state.
    #[must_use]
    pub fn heading(self, heading: Markup) -> Self {
        Self { heading: Some(heading), ..self }
    }

    /// The address of the page, path and query, for the marked way and the switch of language.
    #[must_use]
    pub fn at(self, address: &'a str) -> Self {
        Self { address, ..self }
    }

    /// The ways that this reader has.
    #[must_use]
    pub fn nav(self, nav: &'a [NavGroup]) -> Self {
        Self { nav, ..self }
    }

    /// Who is at work.
    #[must_use]
    pub fn signed_in(self, reader: Reader<'a>) -> Self {
        Self { reader: Some(reader), ..self }
    }

    /// The way back to where this page hangs: address and name.
    #[must_use]
    pub fn back(self, href: &'a str, label: &'a str) -> Self {
        Self { back: Some((href, label)), ..self }
    }

    /// One sentence on top: what to mind.
    #[must_use]
    pub fn notice(self, tone: Tone, sentence: &'a str) -> Self {
        Self { notice: Some((tone, sentence)), ..self }
    }

    /// One sentence on top: what was done. The draft that led here is let go.
    #[must_use]
    pub fn saved(self, sentence: &'a str) -> Self {
        Self { saved: true, ..self.notice(Tone::Good, sentence) }
    }

    /// A column that reads well, for forms and messages.
    #[must_use]
    pub fn narrow(self) -> Self {
        Self { narrow: true, ..self }
    }

    /// What the page holds.
    #[must_use]
    pub fn body(self, body: Markup) -> Self {
        Self { body, ..self }
    }

    /// The whole page as text.
    pub fn render(self) -> String {
        let l = self.l;
        html! {
            (DOCTYPE)
            html lang=(l.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) " – " (l.t("product-name")) }
                    link rel="stylesheet" href=(assets::style());
                    link rel="icon" type="image/svg+xml" href=(assets::icon());
                    script src=(assets::script()) defer {}
                }
                body data-account=[self.reader.map(|r| r.account)] data-saved[self.saved] {
                    a.skip href="#noi-dung" { (l.t("skip-to-content")) }
                    (self.header())
                    div.frame.with-nav[!self.nav.is_empty()] {
                        @if !self.nav.is_empty() { (self.ways()) }
                        (self.main())
                    }
                    footer { p { (l.t("footer")) } }
                }
            }
        }
        .into_string()
    }

    fn header(&self) -> Markup {
        let (l, other) = (self.l, self.l.other());
        html! {
            header.top {
                a.product href="/" { span.star aria-hidden="true" { "★" } (l.t("product-name")) }
                @if !self.nav.is_empty() { a.menu href="#danh-muc" { (l.t("nav-title")) } }
                div.who {
                    @if let Some(reader) = self.reader {
                        a.person href="/tai-khoan" { (reader.name) } " "
                        span.unit { (reader.unit) }
                        form method="post" action="/dang-xuat" {
                            (csrf::token_field(reader.token))
                            button.link type="submit" { (l.t("sign-out")) }
                        }
                    }
                    a href=(self.address_in(other)) lang=(other.code()) hreflang=(other.code()) {
                        (l.t("other-language"))
                    }
                }
            }
        }
    }

    fn ways(&self) -> Markup {
        let l = self.l;
        html! {
            nav #danh-muc aria-label=(l.t("nav-title")) {
                a.close href="#noi-dung" { (l.t("nav-close")) }
                (nav(self.nav, self.path()))
            }
        }
    }

    fn main(&self) -> Markup {
        html! {
            main #noi-dung class=[self.narrow.then_some("narrow")] tabindex="-1" {
                @if let Some((href, label)) = self.back {
                    p.back { a href=(href) { span aria-hidden="true" { "‹ " } (label) } }
                }
                @if let Some((tone, sentence)) = self.notice {
                    (notice(tone, &html! { (sentence) }))
                }
                @if let Some((tone, label)) = section(self.nav, self.path()) {
                    p class={ "section " (tone) } { (label) }
                }
                h1 {
                    @if let Some(heading) = &self.heading { (heading) } @else { (self.title) }
                }
                (self.body)
            }
        }
    }

    fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// The same page in another language: its filters and its order are kept.
    fn address_in(&self, language: Language) -> String {
        let query = self.address.split_once('?').map_or("", |(_, query)| query);
        let mut query = Form::parse(query.as_bytes());
        query.set("lang", language.code());
        format!("{}?{}", self.path(), query.encode())
    }
}
