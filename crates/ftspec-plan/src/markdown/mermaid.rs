//! Diagrams: labels that hold any text, and the fence around a diagram.

use super::escape::{one_line, visible};

/// More signs of a label make a diagram that nobody can read.
const LONGEST: usize = 80;

/// A label between quotes. Whatever Mermaid could take for its own is written by its number.
pub fn label(text: &str) -> String {
    let signs: Vec<char> = visible(one_line(text).trim_matches(' ')).chars().collect();
    let mut label = String::from("\"");
    for (at, &sign) in signs.iter().enumerate() {
        if at == LONGEST {
            label.push('…');
            break;
        }
        let beside = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|sign| sign.is_alphanumeric());
        let within = beside(at.checked_sub(1)) && beside(Some(at + 1));
        let plain = sign.is_alphanumeric()
            || !sign.is_ascii()
            || matches!(sign, ' ' | ',' | '?' | '!' | '/' | '\'' | '(' | ')');
        match sign {
            _ if plain => label.push(sign),
            // Within a name it is no emphasis.
            '_' if within => label.push(sign),
            sign => label.push_str(&format!("#{};", u32::from(sign))),
        }
    }
    label.push('"');
    label
}

/// A number as Mermaid reads it: without exponent.
pub fn number(value: f64) -> String {
    let rounded = (value * 1e4).round() / 1e4;
    if rounded == 0.0 { "0".to_string() } else { format!("{rounded}") }
}

/// The diagram as a block of the document.
pub fn block(lines: &[String]) -> String {
    format!("```mermaid\n{}\n```\n", lines.join("\n"))
}
