//! Chung Sức as a server: pages, the API, jobs and the command line over `store`, `domain`, `press`.

pub mod web;
