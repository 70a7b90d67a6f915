//! What to say to somebody who asks for something that is not there.

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Lang, near_names, say};

use super::meaning::{attributes, blocks, path, vocabularies};

/// Nothing is called that; what may have been meant, and where to look.
pub fn unknown(what: &str, lang: Lang) -> String {
    let mut likely: Vec<String> = aliases(what);
    let names = names();
    let written = what.rsplit_once('.').map_or(what, |(_, last)| last);
    for asked in [what, written] {
        for near in near_names(asked, names.iter().map(String::as_str)) {
            if !likely.iter().any(|known| known == near) {
                likely.push(near.to_string());
            }
        }
    }
    likely.truncate(5);
    let guess = if likely.is_empty() {
        String::new()
    } else {
        let likely = quoted(&likely, lang);
        say!(lang, "\ndid you mean {likely}?", "\n是不是想查 {likely}？")
    };
    say!(
        lang,
        "nothing is called `{what}`{guess}\n\
         `ftspec rules` lists the rules, `ftspec explain file` the blocks; FILE:LINE asks about a line of a spec",
        "没有叫 `{what}` 的东西{guess}\n\
         `ftspec rules` 列出规则，`ftspec explain file` 列出块；写 FILE:LINE 可以查计划里的某一行"
    )
}

fn quoted(names: &[String], lang: Lang) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => {
            let rest = rest.join(lang.pick(", ", "、"));
            say!(lang, "{rest} or {last}", "{rest} 或 {last}")
        }
        None => String::new(),
    }
}

/// What the table says that people write instead: 风格 for `style`.
fn aliases(what: &str) -> Vec<String> {
    let mut meant = Vec::new();
    meant.extend(blocks().filter(|block| block.aliases.contains(&what)).map(|block| block.name.to_string()));
    meant.extend(attributes().filter(|(_, own)| own.aliases.contains(&what)).map(|(block, own)| path(block, own.name)));
    for set in vocabularies() {
        meant.extend(set.words.iter().filter(|word| word.aliases.contains(&what)).map(|word| word.name.to_string()));
    }
    meant.dedup();
    meant
}

/// Everything that can be asked for, each name once.
fn names() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    names.extend(RULES.iter().flat_map(|rule| [rule.name.to_string(), rule.code.to_string()]));
    names.extend(blocks().filter(|block| !block.name.is_empty()).map(|block| block.name.to_string()));
    names.extend(attributes().flat_map(|(block, own)| [own.name.to_string(), path(block, own.name)]));
    names.extend(blocks().flat_map(|block| block.statements().iter().map(|statement| statement.name.to_string())));
    names.extend(vocabularies().iter().flat_map(|set| set.words.iter().map(|word| word.name.to_string())));
    names.sort();
    names.dedup();
    names
}
