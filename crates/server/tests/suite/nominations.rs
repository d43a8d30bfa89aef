//! Tests of nominations.
