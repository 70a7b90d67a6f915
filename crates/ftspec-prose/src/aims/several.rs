//! Whether the items of a text are one aim or several, and which phrases show it.

use std::ops::Range;

use super::Aims;
use super::item::{After, Item};
use super::kinds::several_in;
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
            // Sides of one ability are one: 会推导、会估算，有数学头脑.
            let parallel = length >= LONG_LIST && wishes == length && kinds != [Kind::Ability];
            let parallel = parallel && (kinds.len() > 1 || !list[0].chinese);
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
            // 分角色、写纪要、列风险: a verb in a later item shows that all are something to do.
            let verbs = length >= LONG_LIST && list[1..].iter().any(|item| item.acts && item.chinese);
            if verbs && marks > 0 && commas == 0 && !form && !list.iter().any(|item| item.detail) {
                return Some(list.iter().map(Item::phrase).collect());
            }
            if listed && sure > 0 && length >= LONG_LIST && length + sure > MANY_ITEMS {
                return Some(list.iter().map(Item::phrase).collect());
            }
            first += length;
        }
        None
    }

    /// "能审代码又能写周报还会…": each "又" and "还" brings another aim, known or not.
    fn one_on_top_of_another(&self) -> Option<Vec<Range<usize>>> {
        let on_top = |item: &&Item| item.also && !item.tiny && (item.aim.is_some() || !item.keeps);
        let many = self.items.iter().filter(on_top).count();
        let unknown = self.items.iter().filter(on_top).filter(|item| item.chinese && item.wishes && item.aim.is_none());
        let several = many >= 2 && (self.items.iter().any(Item::stands_for_a_list) || unknown.count() >= 2);
        let counts = |item: &&Item| on_top(item) || item.stands_for_a_list();
        several.then(|| self.items.iter().filter(counts).map(Item::phrase).collect())
    }

    /// "能看树苗，也能给苗木估价": in Chinese a clause that comes on top with a verb of wishing is another aim,
    /// where either of the two is known, and no matter of form.
    fn another_on_top(&self) -> Option<Vec<Range<usize>>> {
        let pair = self.items.windows(2).find(|pair| {
            let [first, second] = pair else { return false };
            let on_top =
                second.chinese && !first.concedes && second.also && second.wishes && !second.tiny && !first.tiny;
            let kinds = (first.aim.as_ref().map(|aim| aim.kind), second.aim.as_ref().map(|aim| aim.kind));
            let tasks = first.stands_for_a_list() || second.stands_for_a_list();
            let looks = |kind: Option<Kind>| matches!(kind, Some(Kind::Form | Kind::Quality(_) | Kind::Cost));
            // 既能出表，又能聊天: each has a word of its own that says so.
            let looks = if first.also { looks(kinds.0) && looks(kinds.1) } else { looks(kinds.0) || looks(kinds.1) };
            let unknown = (first.wishes || first.also) && second.able_too && !second.detail && !looks;
            on_top
                && (kinds.0 != kinds.1 || kinds.0.is_none())
                && (tasks || unknown)
                && (first.aim.is_some() || first.wishes)
        })?;
        Some(pair.iter().map(Item::phrase).collect())
    }

    /// "会点茶，会记曲谱，会说书": three things that a Chinese sentence wants a model to be able to do.
    fn able_to_do_three(&self) -> Option<Vec<Range<usize>>> {
        let able = |item: &Item| item.able && item.chinese && !item.tiny;
        let list = self.items.windows(LONG_LIST).find(|list| {
            let one = |kind: Kind| list.iter().all(|item| item.aim.as_ref().is_some_and(|aim| aim.kind == kind));
            let parted = list[1..].iter().all(|item| !matches!(item.after, After::Or | After::Other | After::Colon));
            list.iter().all(able) && parted && !one(Kind::Form) && !one(Kind::Ability)
        })?;
        Some(list.iter().map(Item::phrase).collect())
    }

    /// "菜单翻译，过敏原识别，点单话术": nothing but a few names, of which two at least are tasks.
    fn nothing_but_names(&self) -> Option<Vec<Range<usize>>> {
        if self.items.is_empty() {
            return None;
        }
        // 评论分类 + 自动回评: two names are enough where a mark joins them.
        let joined = self.items[1..].iter().all(|item| item.after == After::Mark);
        let form = self.items.iter().any(|item| item.tiny || item.aim.as_ref().is_some_and(|aim| !aim.kind.is_task()));
        let (least, names) = if joined && !form { (1, 2) } else { (2, LONG_LIST) };
        // In Chinese the task stands last in its name.
        let ends = |item: &Item| item.aim.as_ref().is_none_or(|aim| aim.phrase.end == item.span.end);
        let listed = |item: &Item| !matches!(item.after, After::Or | After::Colon);
        let named = |item: &Item| item.brief && item.chinese && !item.wished && listed(item) && ends(item);
        if self.items.len() < names || !self.items.iter().all(named) {
            return None;
        }
        let mut kinds: Vec<Kind> = Vec::new();
        for aim in self.items.iter().filter_map(|item| item.aim.as_ref()).filter(|aim| aim.kind.is_task() && !aim.weak)
        {
            if !kinds.contains(&aim.kind) {
                kinds.push(aim.kind);
            }
        }
        (kinds.len() >= least).then(|| self.items.iter().map(Item::phrase).collect())
    }

    /// "给病人讲结果、给医生写转诊单": done for one and for another.
    fn for_one_and_another(&self) -> Option<Vec<Range<usize>>> {
        let wished = |item: &Item| item.wished && item.aim.as_ref().is_none_or(|aim| aim.kind != Kind::Form);
        let pair = self.items.windows(2).find(|pair| {
            let served = pair[0].served && pair[1].serves && pair[1].after != After::Or;
            served && pair.iter().all(wished)
        })?;
        pair.iter().any(|item| item.aim.is_some()).then(|| pair.iter().map(Item::phrase).collect())
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
        let own = |kind: Kind| kind.stands_for_a_list() && (kind != Kind::Ability || aims.len() > 1);
        let more = aims.iter().any(|aim| own(aim.kind) || aim.kind == Kind::Knowledge);
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

    /// "先…，让它熟悉账目；再…，让它会回信；最后…，让它守规矩": stages of which each has a wish of its own.
    fn stage_after_stage(&self) -> Option<Vec<Range<usize>>> {
        let wish = |item: &&Item| item.chinese && item.made && !item.tiny;
        let wishes: Vec<_> = self.items.iter().filter(wish).map(Item::phrase).collect();
        let known = self.items.iter().filter_map(|item| item.aim.as_ref());
        let known = known.into_iter().any(|aim| !matches!(aim.kind, Kind::Quality(_) | Kind::Form));
        (wishes.len() >= LONG_LIST && known).then_some(wishes)
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
        if self.single {
            return None;
        }
        let mut first = 0;
        while first < self.items.len() {
            let run = run(&self.items[first..]);
            if let Some(found) = several_in(&self.items[first..first + run]) {
                return Some(found);
            }
            first += run.max(1);
        }
        SHAPES.iter().find_map(|(why, shape)| shape(self).map(|phrases| (*why, phrases)))
    }

    /// An item on top of others, in a text that says that one training is to bring all of it.
    fn one_more_in_one_run(&self) -> Option<Vec<Range<usize>>> {
        let (_, others) = self.items.split_first().filter(|_| self.union)?;
        others.iter().find(|item| item.also && !item.tiny).map(|item| vec![item.phrase()])
    }

    /// "Learns this, learns that, learns a third": so many lessons, whatever they are.
    fn many_lessons(&self) -> Option<Vec<Range<usize>>> {
        (self.lessons.len() >= MANY_LESSONS).then(|| self.lessons.clone())
    }
}

/// What shows that there are several aims.
type Shape = fn(&Aims) -> Option<Vec<Range<usize>>>;

/// The shapes in which several aims come, each with its name, the surest first.
const SHAPES: [(&str, Shape); 17] = [
    ("a long list", Aims::long_list),
    ("deeds in a row", Aims::deeds_in_a_row),
    ("a list that is announced", Aims::list_announced),
    ("more of each", Aims::more_of_each),
    ("one on top of another", Aims::one_on_top_of_another),
    ("another on top", Aims::another_on_top),
    ("nothing but names", Aims::nothing_but_names),
    ("able to do three things", Aims::able_to_do_three),
    ("for one and for another", Aims::for_one_and_another),
    ("a number of aims", |aims| aims.many.clone().map(|many| vec![many])),
    ("both of two", |aims| aims.both.clone().map(|both| vec![both])),
    ("one after another", Aims::one_after_another),
    ("stage after stage", Aims::stage_after_stage),
    ("several tasks in one run", Aims::in_one_run),
    ("one wished on top", Aims::wished_on_top),
    ("one on top in one run", Aims::one_more_in_one_run),
    ("several lessons", Aims::many_lessons),
];

/// How many items from the first on belong together. Two unknown ones in a row end a list, and so does a colon.
fn run(items: &[Item]) -> usize {
    let mut unknown = 0;
    items
        .iter()
        .enumerate()
        .take_while(|(place, item)| {
            if *place > 0 && (item.after == After::Colon || item.first && !item.wished) {
                return false;
            }
            unknown = if item.aim.is_some() { 0 } else { unknown + usize::from(!item.tiny) };
            unknown < 2
        })
        .count()
}

/// So many lessons in a row are several aims, whatever they are.
const MANY_LESSONS: usize = 3;

/// So many short items are several aims where one of them is.
const MANY_ITEMS: usize = 4;

/// What is shorter than this is seldom a wish of its own. In bytes.
const FEW_WORDS: usize = 14;

/// So many items side by side are a list of wishes.
pub(super) const LONG_LIST: usize = 3;
