//! Whether the items of a text are one aim or several, and which phrases show it.

use std::ops::Range;

use super::{After, Aims, Item};
use crate::aim::{Aim, Kind};

impl Aims {
    /// Short items in a row, of which one at least is known and more than a matter of form: "tag, route, rank, and
    /// archive" are several aims, whatever the others may be.
    fn long_list(&self) -> Option<Vec<Range<usize>>> {
        let mut first = 0;
        while first < self.items.len() {
            let rest = self.items[first + 1..].iter();
            let length = 1 + rest.take_while(|item| item.short && item.goes_on()).count();
            let list = &self.items[first..first + length];
            let marks = list[1..].iter().filter(|item| item.after == After::Mark).count();
            let commas = list[1..].iter().filter(|item| item.after == After::Comma).count();
            let ended = list.last().is_some_and(|item| item.after.is_and());
            let listed = (marks > 0 && commas == 0) || (marks == 0 && ended);
            let mut kinds: Vec<Kind> = Vec::new();
            for aim in list.iter().filter(|item| item.stands_for_a_list()).filter_map(|item| item.aim.as_ref()) {
                if !kinds.contains(&aim.kind) {
                    kinds.push(aim.kind);
                }
            }
            // One known among four, or two among three; fewer where one training is to bring all, or each has a wish of
            // its own.
            let form = list.iter().any(|item| item.aim.as_ref().is_some_and(|aim| aim.kind == Kind::Form));
            let wishes = list.iter().filter(|item| item.wish).count();
            let parallel = length >= LONG_LIST && wishes == length;
            let sure = kinds.len() + if self.union && !form { 2 } else { usize::from(parallel || self.union) };
            let sure = sure + usize::from(parallel && list.iter().any(|item| item.also));
            let listed = listed && !list.last().is_some_and(|item| item.data);
            let named = list[0].after == After::Other
                && !list[0].chinese
                && first > 0
                && commas + 1 == length
                && kinds.len() > 1;
            let listed =
                named || (listed && (kinds.len() > 1 || self.union)) || parallel || self.union && commas + 1 == length;
            if listed && sure > 0 && length >= LONG_LIST && length + sure > MANY_ITEMS {
                return Some(list.iter().map(Item::phrase).collect());
            }
            first += length;
        }
        None
    }

    /// "能审代码又能写周报还会…": each "又" and "还" brings another aim, known or not.
    fn one_on_top_of_another(&self) -> Option<Vec<Range<usize>>> {
        let on_top = |item: &&Item| item.also && !item.tiny;
        let several = self.items.iter().filter(on_top).count() >= 2 && self.items.iter().any(Item::stands_for_a_list);
        let counts = |item: &&Item| on_top(item) || item.stands_for_a_list();
        several.then(|| self.items.iter().filter(counts).map(Item::phrase).collect())
    }

    /// "Answer questions; understand reports; write letters": wishes parted by semicolons, of which some are known, and
    /// one of them is more than a matter of form.
    fn one_after_another(&self) -> Option<Vec<Range<usize>>> {
        let wished = self.items.iter().any(|item| item.wished);
        let counts = |item: &&Item| item.wished || !item.chinese;
        let parted = self.items.iter().filter(|item| item.after == After::Semicolon).filter(counts).count();
        let mut aims: Vec<&Aim> = Vec::new();
        for aim in self.items.iter().filter(counts).filter_map(|item| item.aim.as_ref()) {
            if aims.iter().all(|known| known.kind != aim.kind) && aim.leads {
                aims.push(aim);
            }
        }
        let short =
            self.items.iter().any(|item| item.after == After::Semicolon && (item.tiny || item.span.len() < FEW_WORDS));
        let several = parted + 1 >= LONG_LIST && aims.len() >= if short || !wished { 2 } else { 1 };
        let more = aims.iter().any(|aim| aim.kind.stands_for_a_list() || aim.kind == Kind::Knowledge);
        (several && more).then(|| aims.iter().map(|aim| aim.phrase.clone()).collect())
    }

    /// Aims of two kinds that one training is to bring, of which one is a task or the later is joined to the first.
    fn in_one_run(&self) -> Option<Vec<Range<usize>>> {
        let aims = || self.items.iter().filter_map(|item| Some((item.aim.as_ref()?, item)));
        let tasks = || aims().filter(|(aim, _)| aim.kind.is_task());
        let (first, _) = aims().next().filter(|_| self.union)?;
        let other = tasks().any(|(aim, _)| tasks().next().is_some_and(|(first, _)| first.kind != aim.kind));
        let joined = aims().any(|(aim, item)| {
            let own = aim.kind != first.kind && !matches!(aim.kind, Kind::Quality(_) | Kind::Cost);
            own && item.after.is_and() && !item.chinese && aim.leads && (aim.kind.is_task() || first.leads)
        });
        let quality = matches!(first.kind, Kind::Quality(_) | Kind::Cost);
        (other || joined && !quality).then(|| aims().map(|(aim, _)| aim.phrase.clone()).collect())
    }

    /// "Fewer wrong bills, kinder letters, quicker calls": three in a row that are to be more or less so, of which one is
    /// more than a matter of form.
    fn more_of_each(&self) -> Option<Vec<Range<usize>>> {
        let rows = self.items.chunk_by(|left, right| left.more && right.more && right.goes_on());
        let more = |row: &&[Item]| {
            let aims = || row.iter().filter_map(|item| item.aim.as_ref());
            let own = |aim: &Aim| !matches!(aim.kind, Kind::Form | Kind::Quality(_));
            let other = aims().any(|aim| aims().next().is_some_and(|first| first.kind != aim.kind));
            row.len() >= LONG_LIST && aims().any(own) && (other || aims().count() < row.len())
        };
        rows.into_iter().find(more).map(|row| row.iter().map(Item::phrase).collect())
    }

    /// "It should sort the mail, and the clerks also want to ask it for dates": a task, and a wish on top of it.
    fn wished_on_top(&self) -> Option<Vec<Range<usize>>> {
        let known = self.items.iter().filter_map(|item| item.aim.as_ref()).find(|aim| aim.kind.is_task())?;
        let wish = |item: &&Item| item.also && item.modal && item.aim.is_none() && !item.tiny;
        let wish = self.items.iter().find(wish)?;
        Some(vec![known.phrase.clone(), wish.span.clone()])
    }

    /// Why there are several aims, and the phrase of each.
    pub fn several(&self) -> Option<(&'static str, Vec<Range<usize>>)> {
        let mut first = 0;
        while first < self.items.len() {
            let run = run(&self.items[first..]);
            if let Some(found) = several_in(&self.items[first..first + run]) {
                return Some(found);
            }
            first += run.max(1);
        }
        if let Some(list) = self.long_list() {
            return Some(("a long list", list));
        }
        if let Some(list) = self.more_of_each() {
            return Some(("more of each", list));
        }
        if let Some(list) = self.one_on_top_of_another() {
            return Some(("one on top of another", list));
        }
        if let Some(many) = &self.many {
            return Some(("a number of aims", vec![many.clone()]));
        }
        if let Some(both) = &self.both {
            return Some(("both of two", vec![both.clone()]));
        }
        if let Some(list) = self.one_after_another() {
            return Some(("one after another", list));
        }
        if let Some(tasks) = self.in_one_run() {
            return Some(("several tasks in one run", tasks));
        }
        if let Some(wishes) = self.wished_on_top() {
            return Some(("one wished on top", wishes));
        }
        let on_top = self.items.iter().skip(1).find(|item| item.also && !item.tiny);
        if let (true, Some(item)) = (self.union, on_top) {
            return Some(("one on top in one run", vec![item.phrase()]));
        }
        (self.lessons.len() >= MANY_LESSONS).then(|| ("several lessons", self.lessons.clone()))
    }
}

/// How many items from the first on belong together. Two unknown ones in a row end a list.
fn run(items: &[Item]) -> usize {
    let mut unknown = 0;
    items
        .iter()
        .take_while(|item| {
            unknown = if item.aim.is_some() { 0 } else { unknown + usize::from(!item.tiny) };
            unknown < 2
        })
        .count()
}

/// The aims of one list, where they are of different kinds.
fn several_in(items: &[Item]) -> Option<(&'static str, Vec<Range<usize>>)> {
    let mut aims: Vec<(&Aim, &Item)> = Vec::new();
    for item in items {
        let Some(aim) = &item.aim else { continue };
        if aims.iter().all(|(known, _)| known.kind != aim.kind) {
            aims.push((aim, item));
        }
    }
    let also = items.iter().any(|item| item.also);
    let all: Vec<Kind> = aims.iter().map(|(aim, _)| aim.kind).collect();
    aims.retain(|(aim, _)| counts(aim.kind, &all, also));
    let is_quality = |kind: Kind| matches!(kind, Kind::Quality(_));
    let qualities = aims.iter().filter(|(aim, _)| is_quality(aim.kind)).count();
    if qualities < MANY_QUALITIES {
        let first = aims.iter().position(|(aim, _)| is_quality(aim.kind));
        let mut place = 0..;
        aims.retain(|(aim, _)| place.next() == first || !is_quality(aim.kind));
    }
    let tasks = aims.iter().filter(|(aim, _)| aim.kind.is_task()).count();
    let properties = aims.len() - tasks;
    let phrases = |keep: &dyn Fn(Kind) -> bool| {
        let mut phrases: Vec<_> =
            aims.iter().filter(|(aim, _)| keep(aim.kind)).map(|(aim, _)| aim.phrase.clone()).collect();
        phrases.sort_by_key(|phrase| phrase.start);
        phrases
    };
    // Two that only stand side by side may be one aim and what is said about it.
    let pair = aims.len() == 2 && joined(aims[0], aims[1]);
    let two_verbs = aims.len() == 2
        && qualities == 0
        && (aims[1].1.verb || aims[1].1.wish)
        && (aims[1].1.after.is_and() || aims[1].1.after == After::Semicolon)
        && (aims[0].0.leads || aims[1].1.to);
    let good = aims.len() == 2
        && aims[1].1.after.is_and()
        && !aims[1].1.chinese
        && is_quality(aims[0].0.kind) != is_quality(aims[1].0.kind)
        && aims.iter().any(|(aim, _)| aim.kind == Kind::Limits);
    let unlike = aims.len() == 2 && aims[1].1.after.is_and() && aims.iter().all(|(aim, _)| aim.kind.stands_alone());
    if properties > 2
        || (properties == 2 && (also || two_verbs || unlike || good || (items.len() >= LONG_LIST && listed(&aims))))
    {
        Some((if properties > 2 { "three aims" } else { "two aims" }, phrases(&|kind| !kind.is_task())))
    } else if verbs_in_a_row(items, &aims) {
        Some(("verbs in a row", items.iter().map(Item::phrase).collect()))
    } else if tasks_in_a_row(items, &aims) {
        let tasks = items.iter().filter_map(|item| item.aim.as_ref()).filter(|aim| aim.kind.is_task());
        Some(("tasks in a row", tasks.map(|aim| aim.phrase.clone()).collect()))
    } else if tasks > 2 || (tasks == 2 && (also || pair || properties > 0)) || (tasks + properties == 2 && also) {
        Some((if tasks > 2 { "three tasks" } else { "two tasks" }, phrases(&|_| true)))
    } else {
        None
    }
}

/// "Read the rules, flag what breaks them, and write the letter": a list of wishes that each begin with what they are, of
/// which one is a task and another is no matter of its form.
fn verbs_in_a_row(items: &[Item], aims: &[(&Aim, &Item)]) -> bool {
    let own = |kind: Kind| !matches!(kind, Kind::Form | Kind::Quality(_) | Kind::Cost | Kind::Limits);
    let items = &items[items.iter().position(|item| item.aim.is_some()).unwrap_or(items.len() - 1)..];
    let english = items.iter().all(|item| item.wished && !item.chinese);
    let list = items[1..].iter().all(|item| !matches!(item.after, After::Or | After::Other));
    let leading = aims.iter().filter(|(aim, _)| aim.leads && own(aim.kind));
    english
        && list
        && items.len() >= LONG_LIST
        && leading.clone().count() >= 2
        && leading.clone().any(|(aim, _)| aim.kind.is_task())
        && leading.clone().any(|(aim, _)| !aim.kind.is_task())
}

/// "Sort the mail, open the window, and translate the letter": two tasks in a list of three, whatever the third may be.
fn tasks_in_a_row(items: &[Item], aims: &[(&Aim, &Item)]) -> bool {
    let items = &items[items.iter().position(|item| item.aim.is_some()).unwrap_or(items.len() - 1)..];
    let list = items[1..].iter().all(|item| !matches!(item.after, After::Or | After::Other));
    let ended = items.last().is_some_and(|item| item.after.is_and());
    let tasks = aims.iter().filter(|(aim, item)| aim.leads && aim.kind.is_task() && !item.chinese).count();
    list && ended && items.len() >= LONG_LIST && tasks >= 2
}

/// Whether the later of two properties stands in a list with the first, or is wished for by itself.
fn listed(aims: &[(&Aim, &Item)]) -> bool {
    let properties = aims.iter().filter(|(aim, _)| !aim.kind.is_task());
    properties.skip(1).all(|(_, item)| {
        item.wish || matches!(item.after, After::And | After::CommaAnd | After::Mark | After::Comma | After::Semicolon)
    })
}

/// "Tag the ticket and draft a reply": two tasks, each with an object of its own.
fn joined(left: (&Aim, &Item), right: (&Aim, &Item)) -> bool {
    let whole = |(aim, item): (&Aim, &Item)| aim.kind.is_task() && (aim.leads || item.chinese);
    whole(left) && whole(right) && !left.0.bare && right.1.after.is_and()
}

/// Whether an aim of this kind counts beside the others of its list.
fn counts(kind: Kind, all: &[Kind], also: bool) -> bool {
    let has = |kind: Kind| all.contains(&kind);
    match kind {
        // Accuracy is how knowledge and ability are measured.
        Kind::Quality(_) => !has(Kind::Knowledge) && !has(Kind::Ability) && !has(Kind::Truth),
        // The same with fewer tokens is one aim.
        Kind::Cost => has(Kind::Form) || has(Kind::Limits) || has(Kind::Ability),
        // Rules are a sort of knowledge, and so is how a field thinks.
        Kind::Knowledge => {
            let others = all.iter().filter(|kind| !matches!(kind, Kind::Knowledge | Kind::Quality(_) | Kind::Cost));
            let mut akin = others.clone().map(|kind| matches!(kind, Kind::Limits | Kind::Ability | Kind::Truth));
            others.count() >= 2 || akin.any(|akin| !akin)
        }
        // A task has a form.
        Kind::Form => {
            let task = |kind: &Kind| kind.is_task();
            let other = |kind: &Kind| !kind.is_task() && !matches!(kind, Kind::Form | Kind::Quality(_) | Kind::Cost);
            also || !all.iter().any(task) || all.iter().any(other)
        }
        _ => true,
    }
}

/// So many lessons in a row are several aims, whatever they are.
const MANY_LESSONS: usize = 3;

/// So many qualities side by side are several aims; fewer are one.
const MANY_QUALITIES: usize = 3;

/// So many short items are several aims where one of them is.
const MANY_ITEMS: usize = 4;

/// What is shorter than this is seldom a wish of its own. In bytes.
const FEW_WORDS: usize = 14;

/// So many items side by side are a list of wishes.
const LONG_LIST: usize = 3;
