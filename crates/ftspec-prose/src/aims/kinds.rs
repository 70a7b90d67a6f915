//! Whether the aims of one list are of so many kinds that they are several, and which phrases show it.

use std::ops::Range;

use super::item::{After, Item, Opening};
use super::several::LONG_LIST;
use crate::aim::{Aim, Kind};
use crate::ending::Ending;

/// The aims of one list, where they are of different kinds.
pub(super) fn several_in(items: &[Item]) -> Option<(&'static str, Vec<Range<usize>>)> {
    // In Chinese what is wished for stands behind the wish.
    let wish = items.iter().position(|item| item.begins_wish).unwrap_or(0);
    let clause = matches!(items[wish].after, After::Comma | After::CommaAnd | After::Other);
    let cut = items[0].chinese && clause && !items.iter().any(|item| item.also);
    let items = if cut { &items[wish..] } else { items };
    // What is quoted is only mentioned, where other aims are not.
    let spoken = items.iter().any(|item| item.aim.is_some() && !item.quoted);
    // 数据里有问答、摘要和拒答样例: a list of what a training is made of.
    // 做审查和抽取，需要多少数据: the last clause asks for data, and lists none.
    let of_list = |item: &Item| matches!(item.after, After::And | After::Mark) || !item.wish;
    if items.last().is_some_and(|item| item.chinese && item.of_data && of_list(item)) {
        return None;
    }
    let mut aims: Vec<(&Aim, &Item)> = Vec::new();
    for item in items {
        let Some(aim) = item.aim.as_ref().filter(|_| !(spoken && item.quoted)) else { continue };
        // What is said in the same words is one aim: "refuses to reason about it".
        let here = item.own_words(aim);
        let apart = |(known, other): &(&Aim, &Item)| {
            let there = other.own_words(known);
            there.end <= here.start || here.end <= there.start
        };
        if aims.iter().all(|known| known.0.kind != aim.kind && (!item.chinese || apart(known))) {
            aims.push((aim, item));
        }
    }
    let also = items.iter().any(|item| item.also);
    let all: Vec<Kind> = aims.iter().map(|(aim, _)| aim.kind).collect();
    aims.retain(|(aim, _)| counts(aim.kind, &all, also));
    let tasks = aims.iter().filter(|(aim, _)| aim.kind.is_task()).count();
    aims.retain(|(aim, _)| !aim.weak || tasks > 1);
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
        && (aims[1].1.after.is_and()
            || aims[1].1.after == After::Semicolon
            || aims[1].1.chinese && aims[1].1.after == After::Mark)
        && (aims[0].0.leads || aims[1].1.to);
    let good = aims.len() == 2
        && aims[1].1.after.is_and()
        && (!aims[1].1.chinese || aims[1].1.wish)
        && is_quality(aims[0].0.kind) != is_quality(aims[1].0.kind)
        && aims.iter().any(|(aim, _)| matches!(aim.kind, Kind::Limits | Kind::Truth));
    // 掌握手册内容，并以客服口吻回答: in Chinese 并 begins a clause with a wish of its own.
    let learnt = |kind: Kind| matches!(kind, Kind::Knowledge | Kind::Ability | Kind::Limits | Kind::Truth);
    let clauses = aims.len() == 2
        && aims[1].1.chinese
        && aims[1].1.after == After::CommaAnd
        && learnt(aims[0].0.kind) != learnt(aims[1].0.kind)
        && !aims[1].1.detail;
    // 更懂业务、更有亲和力的语气: in Chinese a matter of form beside what is learnt, in one breath.
    // 语气、格式以及拒答边界: beside limits only where a word joins them.
    let limits = |kind: Kind| matches!(kind, Kind::Limits | Kind::Truth);
    let beside = aims.len() == 2
        && aims[1].1.chinese
        && matches!(aims[1].1.after, After::And | After::Mark)
        && aims.iter().any(|(aim, _)| aim.kind == Kind::Form)
        && aims.iter().any(|(aim, item)| match aim.kind {
            Kind::Knowledge | Kind::Ability => true,
            kind => limits(kind) && item.wished && aims[1].1.after == After::And,
        });
    let unlike = aims.len() == 2 && aims[1].1.after.is_and() && aims.iter().all(|(aim, _)| aim.kind.stands_alone());
    let side_by_side = clauses
        || beside
        || two_verbs
        || unlike
        || good
        || (items.len() >= LONG_LIST && listed(&aims) && aims.iter().all(|(aim, item)| aim.leads || !item.chinese));
    if properties > 2 || (properties == 2 && (also || side_by_side)) {
        Some((if properties > 2 { "three aims" } else { "two aims" }, phrases(&|kind| !kind.is_task())))
    } else if verbs_in_a_row(items, &aims) {
        Some(("verbs in a row", items.iter().map(Item::phrase).collect()))
    } else if tasks_in_a_row(items, &aims) {
        let tasks = items.iter().filter_map(|item| item.aim.as_ref()).filter(|aim| aim.kind.is_task());
        Some(("tasks in a row", tasks.map(|aim| aim.phrase.clone()).collect()))
    } else if tasks > 2
        || (tasks == 2 && (also || pair || properties > 0))
        || (tasks + properties == 2 && (also || clauses))
    {
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
    let verb = |item: &Item| item.opens != Opening::Name || item.aim.is_some() && !item.tiny;
    let list = items[1..].iter().all(|item| !matches!(item.after, After::Or | After::Other) && verb(item));
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
    let verb =
        |item: &Item| item.first || item.opens == Opening::Deed || matches!(item.ends, Ending::Tion | Ending::Ing);
    let tasks =
        aims.iter().filter(|(aim, item)| aim.leads && aim.kind.is_task() && !item.chinese && verb(item)).count();
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
    let listed = right.1.after.is_and() || right.1.chinese && right.1.after == After::Mark;
    whole(left) && whole(right) && !left.0.bare && listed
}

/// Whether an aim of this kind counts beside the others of its list.
fn counts(kind: Kind, all: &[Kind], also: bool) -> bool {
    let has = |kind: Kind| all.contains(&kind);
    match kind {
        // Accuracy is how knowledge and ability are measured.
        // Smooth and natural is a matter of form.
        Kind::Quality(_) => {
            let form = |kind: &Kind| matches!(kind, Kind::Form | Kind::Quality(_));
            !has(Kind::Knowledge) && !has(Kind::Ability) && !has(Kind::Truth) && (also || !all.iter().all(form))
        }
        // The same with fewer tokens is one aim.
        Kind::Cost => has(Kind::Form) || has(Kind::Limits) || has(Kind::Ability),
        // Rules are a sort of knowledge, and so is how a field thinks.
        Kind::Knowledge if also => true,
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

/// So many qualities side by side are several aims; fewer are one.
const MANY_QUALITIES: usize = 3;
