//! One text and one configuration to a typed spec, diagnostics with fixes, and a verdict.
//!
//! [`Analysis::new`] is the one door: the command line, the editors and the plan document all come through it, and
//! nothing else makes a [`Diagnostic`]. The crate is pure: no file, no clock, no thread, no print.
//!
//! [`settings`] reads `ftspec.toml` into a [`Config`].
//!
//! The way of a text: `ftspec_syntax::parse` gives a tree, [`spec`] makes it a typed spec and reports what does not
//! fit the schema, [`rules`] judge the spec, `levels` says how loud each finding is, `accepted` takes out what the team
//! lives with, [`verdict`] sums up.

mod accepted;
mod analysis;
mod config;
mod derived;
pub mod diagnostic;
pub mod editor;
mod fingerprint;
pub mod fixes;
mod hash;
mod lang;
mod language;
mod levels;
mod no_plan;
pub mod noise;
pub mod quantity;
pub mod rule;
pub mod rules;
pub mod self_check;
pub mod self_test;
pub mod settings;
pub mod spec;
pub mod stopping;
mod suggest;
pub mod verdict;
mod words;

pub use analysis::{Analysis, MAX_BYTES};
pub use config::{Config, RuleSettings, SetLevel, Setting};
pub use diagnostic::{Applicability, Diagnostic, Fix, Label, Level, Route};
pub use fingerprint::{Fingerprint, SCHEME as FINGERPRINT_SCHEME};
pub use lang::Lang;
pub use rule::Rule;
pub use self_test::SelfTest;
pub use suggest::near_names;
pub use verdict::{Verdict, VerdictKind};

pub use jiff::civil::Date;
