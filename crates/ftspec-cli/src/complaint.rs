//! What clap has against the arguments, in Chinese: its findings are data, and the sentences stand here.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The complaint with its hint and the usage; none where clap says something that has no sentence here.
pub fn in_chinese(told: &Error) -> Option<String> {
    let sentence = sentence(told)?;
    let mut text = format!("\x1b[1m\x1b[31m错误：\x1b[0m{sentence}\n");
    for (kind, what) in [(ContextKind::ValidValue, "值"), (ContextKind::ValidSubcommand, "命令")] {
        let valid = all(told, kind);
        if !valid.is_empty() {
            text.push_str(&format!("  [可用的{what}：{}]\n", valid.join(", ")));
        }
    }
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    if let Some(near) = near.into_iter().find_map(|kind| one(told, kind)) {
        text.push_str(&format!("\n  是不是想写 `{near}`？\n"));
    }
    if let Some(ContextValue::StyledStr(usage)) = told.get(ContextKind::Usage) {
        text.push_str(&format!("\n{}\n", usage.ansi().to_string().replacen("Usage:", "用法：", 1)));
    }
    text.push_str("\n`--help` 有更多说明。\n");
    Some(text)
}

fn sentence(told: &Error) -> Option<String> {
    let argument = || one(told, ContextKind::InvalidArg);
    let value = || one(told, ContextKind::InvalidValue).filter(|value| !value.is_empty());
    Some(match told.kind() {
        ErrorKind::UnknownArgument => format!("没有 `{}` 这个选项或参数", argument()?),
        ErrorKind::InvalidSubcommand => format!("没有 `{}` 这个命令", one(told, ContextKind::InvalidSubcommand)?),
        ErrorKind::MissingSubcommand => "还缺要运行的命令".to_string(),
        ErrorKind::InvalidValue => match value() {
            Some(value) => format!("`{}` 不能是 `{value}`", argument()?),
            None => format!("`{}` 后面缺了值", argument()?),
        },
        ErrorKind::ValueValidation => {
            let why = told.source().map_or(String::new(), |why| format!("：{why}"));
            format!("`{}` 不能是 `{}`{why}", argument()?, value().unwrap_or_default())
        }
        ErrorKind::TooManyValues => format!("`{}` 不带值，多了 `{}`", argument()?, value()?),
        ErrorKind::ArgumentConflict => {
            let (argument, others) = (argument()?, all(told, ContextKind::PriorArg));
            match others.as_slice() {
                [same] if *same == argument => format!("`{argument}` 只能写一次"),
                [] => return None,
                others => format!("`{argument}` 不能和 `{}` 一起用", others.join("`、`")),
            }
        }
        ErrorKind::MissingRequiredArgument => format!("还缺 `{}`", all(told, ContextKind::InvalidArg).join("`、`")),
        ErrorKind::InvalidUtf8 => "参数里有不是 UTF-8 编码的字符".to_string(),
        _ => return None,
    })
}

/// What is known of one kind, as one text.
fn one(told: &Error, kind: ContextKind) -> Option<String> {
    all(told, kind).into_iter().next()
}

fn all(told: &Error, kind: ContextKind) -> Vec<String> {
    match told.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
