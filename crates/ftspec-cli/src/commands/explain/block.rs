//! The pages of the language: a block, an attribute, a word, or the list of what a word can mean.

use ftspec_analysis::{Lang, say};
use ftspec_schema::{Absence, Attribute, Block, Content, Count, LabelKind, Statement, Type, Unit, Word, WordSet};

use super::meaning::{Meaning, path, takers};
use crate::output::Paint;
use crate::page::Page;

/// What was asked for: its page, or where to read on if it means several things.
pub fn page(what: &str, meanings: &[Meaning], paint: Paint) -> String {
    let lang = paint.lang;
    let mut page = Page::new(paint);
    match meanings {
        [Meaning::Block(parent, block), others @ ..] => {
            show_block(&mut page, parent, block, lang);
            if !others.is_empty() {
                page.heading(lang.pick("Elsewhere", "别处的含义"));
                list(&mut page, others, lang);
            }
            if let Some(first) = block.attributes.first() {
                let path = path(block, first.name);
                page.gap().prose(&say!(
                    lang,
                    "`ftspec explain {path}` tells more of one attribute.",
                    "`ftspec explain {path}` 详细说明一个属性。"
                ));
            }
        }
        [Meaning::Attribute(block, attribute)] => show_attribute(&mut page, block, attribute, lang),
        [Meaning::Statement(block, statement)] => show_statement(&mut page, block, statement, lang),
        [Meaning::Word(set, word)] => show_word(&mut page, set, word, lang),
        [Meaning::Unit(unit)] => show_unit(&mut page, unit, lang),
        several => {
            let number = several.len();
            let fact = say!(lang, "means {number} things, by its place", "有 {number} 种含义，看写在哪里");
            page.title(what, &[fact]).gap();
            list(&mut page, several, lang);
        }
    }
    page.finish()
}

fn list(page: &mut Page, meanings: &[Meaning], lang: Lang) {
    let entries: Vec<(String, String)> = meanings
        .iter()
        .flat_map(|one| match one {
            Meaning::Block(parent, block) => {
                let question = lang.question(block);
                vec![(path(parent, block.name), say!(lang, "a block: {question}", "块：{question}"))]
            }
            Meaning::Attribute(block, attribute) => {
                vec![(path(block, attribute.name), lang.headed(attribute.zh, lang.gist(*attribute)))]
            }
            Meaning::Statement(block, statement) => {
                vec![(path(block, statement.name), lang.gist(*statement).to_string())]
            }
            Meaning::Word(set, word) => takers(set)
                .map(|(block, attribute)| {
                    (format!("{}: {}", path(block, attribute.name), word.name), explained(word, lang))
                })
                .collect(),
            Meaning::Unit(unit) => {
                let doc = lang.doc(*unit);
                vec![(unit.name.to_string(), say!(lang, "a unit: {doc}", "单位：{doc}"))]
            }
        })
        .collect();
    page.list(entries.iter().map(|(name, text)| (name.as_str(), text.clone())));
}

fn show_block(page: &mut Page, parent: &Block, block: &Block, lang: Lang) {
    let top = block.name.is_empty();
    let mut facts = Vec::new();
    if !top {
        let (keyword, place) = (block.name, parent.place());
        facts.push(match (lang, parent.name.is_empty()) {
            (Lang::En, true) => "at the top level".into(),
            (Lang::En, false) => format!("inside {place}"),
            (Lang::Zh, _) => format!("写在{}", lang.gap(&lang.inside(parent))),
        });
        facts.push(match block.count {
            Count::One => lang.pick("at most one", "最多一个").into(),
            Count::Many => lang.pick("any number", "个数不限").into(),
        });
        facts.push(match block.label {
            LabelKind::None => lang.pick("no label", "不带名字").into(),
            LabelKind::Optional => lang.pick("a label may stand", "名字可有可无").into(),
            LabelKind::Required => {
                say!(lang, "with a label: `{keyword} NAME {{ … }}`", "要有名字：`{keyword} NAME {{ … }}`")
            }
        });
    }
    page.title(if top { lang.pick("the top level of a spec", "文件顶层") } else { block.name }, &facts);
    let question = lang.question(block);
    page.gap().prose(&say!(lang, "Answers: {question}.", "回答的问题：{question}。")).gap().prose(lang.doc(block));
    if !block.attributes.is_empty() {
        page.heading(lang.pick("Attributes", "属性"));
        page.list(block.attributes.iter().map(|own| {
            let expected = match own.absence {
                Absence::Optional => "",
                _ => lang.pick(", expected", "，必写"),
            };
            let (value, says) = (lang.headed(own.zh, value(own, lang)), lang.gist(own));
            (own.name, say!(lang, "{value}{expected}: {says}", "{value}{expected}：{says}"))
        }));
    }
    let lines = lang.pick("Lines", "内容");
    match block.content {
        Content::Fixed => {}
        Content::Readings => {
            page.heading(lines).prose(lang.pick(
                "`METRIC: reading`, one for each metric of `eval`; a list has one reading a seed.",
                "`METRIC: reading`，`eval` 里的每个指标一行；写成列表时，每个随机种子一个读数。",
            ));
        }
        Content::Parameters => {
            page.heading(lines).prose(lang.pick(
                "`NAME: value`, with names and values as your trainer has them.",
                "`NAME: value`，名字和值与训练框架里的一致。",
            ));
        }
        Content::Arms => {
            page.heading(lines).prose(lang.pick(
                "`when CONDITION then ACTION`, read from top to bottom.",
                "`when CONDITION then ACTION`，从上到下依次判断。",
            ));
            page.heading(lang.pick("Actions", "动作"));
            page.list(actions().words.iter().map(|word| (word.name, explained(word, lang))));
        }
        Content::Statements(statements) => {
            page.heading(lang.pick("Statements", "语句"));
            page.list(statements.iter().map(|statement| (statement.name, lang.gist(statement).to_string())));
        }
    }
    if !block.children.is_empty() {
        page.heading(lang.pick("Blocks inside", "里面的块"));
        page.list(block.children.iter().map(|child| (child.name, lang.question(child).to_string())));
    }
    page.heading(example_heading(lang)).example(block.example);
}

fn example_heading(lang: Lang) -> &'static str {
    lang.pick("Example", "例子")
}

fn actions() -> &'static WordSet {
    <ftspec_schema::Action as ftspec_schema::Enumerated>::set()
}

fn show_attribute(page: &mut Page, block: &Block, attribute: &Attribute, lang: Lang) {
    page.title(&path(block, attribute.name), &[lang.headed(attribute.zh, value(attribute, lang))]);
    page.gap().prose(lang.doc(attribute));
    if let Type::Word(set) = attribute.ty {
        page.heading(match attribute.many {
            true => lang.pick("Words, one or a list", "可用的词，可以写一个，也可以写列表"),
            false => lang.pick("Words", "可用的词"),
        });
        page.list(set().words.iter().map(|word| (word.name, explained(word, lang))));
    }
    page.heading(lang.pick("If it is missing", "不写会怎样")).prose(&match attribute.absence {
        Absence::Optional => say!(lang, "Nothing happens: it may be left out.", "没有影响，可以不写。"),
        Absence::Missing => {
            say!(
                lang,
                "It is expected: `missing-field` (FT004) says so.",
                "必须写，否则 `missing-field`（FT004）会指出来。"
            )
        }
        Absence::Rule(rule) => say!(
            lang,
            "It is expected: `{rule}` says so; see `ftspec explain {rule}`.",
            "必须写，否则 `{rule}` 会指出来；见 `ftspec explain {rule}`。"
        ),
    });
    page.heading(example_heading(lang)).example(attribute.example);
}

fn show_statement(page: &mut Page, block: &Block, statement: &Statement, lang: Lang) {
    page.title(&path(block, statement.name), &[lang.pick("a statement", "语句").to_string()]);
    page.gap().prose(lang.doc(statement));
    page.heading(example_heading(lang)).example(statement.example);
}

fn show_word(page: &mut Page, set: &'static WordSet, word: &Word, lang: Lang) {
    let title = lang.title(set);
    page.title(word.name, &[lang.headed(word.zh, say!(lang, "a {title}", "{title}"))]);
    page.gap().prose(lang.doc(word));
    page.heading(lang.pick("Where it stands", "写在哪里"));
    let places: Vec<(String, String)> = takers(set)
        .map(|(block, attribute)| (path(block, attribute.name), lang.headed(attribute.zh, lang.gist(attribute))))
        .collect();
    page.list(places.iter().map(|(name, text)| (name.as_str(), text.clone())));
    let others: Vec<String> =
        set.words.iter().filter(|other| other.name != word.name).map(|other| format!("`{}`", other.name)).collect();
    page.heading(lang.pick("Other words for the same place", "同一处可用的其他词"))
        .prose(&others.join(lang.pick(", ", "、")));
}

fn show_unit(page: &mut Page, unit: &Unit, lang: Lang) {
    page.title(unit.name, &[lang.pick("a unit", "单位").to_string()]);
    let doc = lang.doc(unit);
    page.gap().prose(&say!(
        lang,
        "{doc}, attached to the number without a blank.",
        "{doc}；紧跟在数字后面，中间不留空格。"
    ));
}

/// What a value may be, in short: "one of 10 words", "text in quotes, or a list".
fn value(attribute: &Attribute, lang: Lang) -> String {
    let kind = match attribute.ty {
        Type::Word(set) => {
            let number = set().words.len();
            say!(lang, "one of {number} words", "{number} 个词之一")
        }
        other => lang.expected(other),
    };
    match attribute.ty {
        Type::Scale => kind,
        _ if attribute.many => say!(lang, "{kind}, or a list", "{kind}，可以写列表"),
        _ => kind,
    }
}

/// What a word of a list means.
fn explained(word: &Word, lang: Lang) -> String {
    lang.headed(word.zh, lang.doc(word))
}
