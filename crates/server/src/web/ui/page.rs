//! The frame of every page.

use maud::{DOCTYPE, Markup, html};

use super::NavGroup;
use super::nav::nav;
use crate::web::{Language, assets, csrf};

/// A page being put together; `render` gives the text to send.
pub struct Page<'a> {
    l: Language,
    title: &'a str,
    path: &'a str,
    nav: &'a [NavGroup],
    person: Option<(&'a str, &'a str, &'a str)>,
    back: Option<(&'a str, &'a str)>,
    narrow: bool,
    body: Markup,
}

impl<'a> Page<'a> {
    /// A page with its title, which is also its `h1` unless the body brings one.
    pub fn new(l: Language, title: &'a str) -> Self {
        let (path, nav, person, back) = ("/", [].as_slice(), None, None);
        Self { l, title, path, nav, person, back, narrow: false, body: html! {} }
    }

    /// The path of the page, for the marked way and the switch of language.
    #[must_use]
    pub fn at(self, path: &'a str) -> Self {
        Self { path, ..self }
    }

    /// The ways that this reader has.
    #[must_use]
    pub fn nav(self, nav: &'a [NavGroup]) -> Self {
        Self { nav, ..self }
    }

    /// Who is at work, for which unit, and the token of the session's forms.
    #[must_use]
    pub fn signed_in(self, name: &'a str, unit: &'a str, token: &'a str) -> Self {
        Self { person: Some((name, unit, token)), ..self }
    }

    /// The way back to where this page hangs: address and name.
    #[must_use]
    pub fn back(self, href: &'a str, label: &'a str) -> Self {
        Self { back: Some((href, label)), ..self }
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
                body {
                    a.skip href="#noi-dung" { (l.t("skip-to-content")) }
                    (self.header())
                    div.frame.with-nav[!self.nav.is_empty()] {
                        @if !self.nav.is_empty() {
                            nav #danh-muc aria-label=(l.t("nav-title")) {
                                a.close href="#noi-dung" { (l.t("nav-close")) }
                                (nav(self.nav, self.path))
                            }
                        }
                        main #noi-dung .narrow[self.narrow] tabindex="-1" {
                            @if let Some((href, label)) = self.back {
                                p.back { a href=(href) { "‹ " (label) } }
                            }
                            (self.body)
                        }
                    }
                    footer { p { (l.t("footer")) } }
                }
            }
        }
        .into_string()
    }

    fn header(&self) -> Markup {
        let l = self.l;
        html! {
            header.top {
                a.product href="/" { span.star aria-hidden="true" { "★" } (l.t("product-name")) }
                @if !self.nav.is_empty() { a.menu href="#danh-muc" { (l.t("nav-title")) } }
                div.who {
                    @if let Some((name, unit, token)) = self.person {
                        span.person { (name) span.unit { (unit) } }
                        form method="post" action="/dang-xuat" {
                            (csrf::token_field(token))
                            button.link type="submit" { (l.t("sign-out")) }
                        }
                    }
                    a href={ (self.path) "?lang=" (l.other().code()) }
                        lang=(l.other().code()) hreflang=(l.other().code()) {
                        (l.t("other-language"))
                    }
                }
            }
        }
    }
}
