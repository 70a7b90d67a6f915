//! What the rules that read prose share: the phrases of one label, gathered by the string they stand in, and how they
//! are reported.

use ftspec_prose::Label;
use ftspec_syntax::Span;

use crate::lang::say;
use crate::rule::Findings;
use crate::spec::{Asked, Spec};

/// How many further phrases of a string are pointed at; more would hide the message.
const SHOWN: usize = 3;

/// One string that asks for the same thing in one or more phrases.
pub(super) struct Wish<'s> {
    phrases: Vec<&'s Asked>,
}

/// What is said about a wish.
pub(super) struct Said<'a> {
    pub headline: String,
    pub label: String,
    pub help: String,
    /// Where an attribute says the same, with what is to be seen there. Without one, the finding rests on prose alone.
    pub outright: Option<(Span, &'a str)>,
}

/// The strings that ask for it, in the order of the file; phrases that `counts` turns down are left out.
pub(super) fn wishes<'s>(spec: &'s Spec<'_>, label: Label, counts: impl Fn(&Asked) -> bool) -> Vec<Wish<'s>> {
    let mut wishes: Vec<Wish<'s>> = Vec::new();
    for asked in spec.asks(label).filter(|asked| counts(asked)) {
        match wishes.last_mut() {
            Some(last) if last.phrases[0].string == asked.string => last.phrases.push(asked),
            _ => wishes.push(Wish { phrases: vec![asked] }),
        }
    }
    wishes
}

impl Wish<'_> {
    /// Reports the first phrase, and points at the others.
    pub fn report(&self, said: Said<'_>, found: &mut Findings) {
        let lang = found.lang();
        let mut report = found.wrong(self.phrases[0].span, said.headline).label(said.label).help(said.help);
        for further in self.phrases.iter().skip(1).take(SHOWN) {
            report = report.also(further.span, say!(lang, "and here", "这里也是"));
        }
        match said.outright {
            Some((span, seen)) => report.also(span, seen),
            None => report.prose_alone(),
        };
    }
}
