//! Chung Sức as a server: pages, jobs and the command line over `store`, `domain` and `press`.
//!
//! | room | what it is for |
//! |---|---|
//! | [`features`] | what the program does, one folder each |
//! | [`access`] | who may do what, and where |
//! | [`web`] | what every page shares |
//! | [`app`], [`refusal`], [`clock`], [`recent`] | what every verb holds, and how it says no |
//! | [`routes`], [`visit`], [`http`] | from an address to a page |
//! | [`config`], [`cli`] | settings and commands |

pub mod access;
pub mod app;
pub mod catalog;
pub mod cli;
pub mod clock;
pub mod config;
pub mod example;
pub mod features;
pub mod http;
pub mod recent;
pub mod refusal;
pub mod routes;
pub mod throttle;
pub mod visit;
pub mod web;
