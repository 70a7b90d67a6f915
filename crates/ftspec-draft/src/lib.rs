//! From a conversation to a first plan: the questions, the answers, and the text made of them.
//!
//! Nothing here asks, prints or writes. [`QUESTIONS`] is what a team should be asked, in order, as data; [`Answers`] is
//! what it said; [`draft`] makes a spec of that, in the project's layout; [`pointers`] says which answers point away from
//! tuning. Whether they do is judged by the analysis, on the draft as it stands; this crate only has the words for it.
//!
//! Read in this order: `answer` (what can be said), [`question`] (how it is asked), `questions/` (the questions
//! themselves), [`template`] (what each kind of project begins with), `text` (answers to lines), [`elsewhere`].

mod answer;
mod both;
pub mod elsewhere;
mod lines;
pub mod question;
mod questions;
pub mod template;
mod text;

pub use answer::{Answer, Answers, Topic, tidy};
pub use both::Both;
pub use elsewhere::{Pointer, pointers, pointers_at};
pub use question::{Choice, Form, Question};
pub use questions::{NOTHING, QUESTIONS};
pub use template::Template;
pub use text::draft;
