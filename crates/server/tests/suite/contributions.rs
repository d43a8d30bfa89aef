//! Tests of contributions.
