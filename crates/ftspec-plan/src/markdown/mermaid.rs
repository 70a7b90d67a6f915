//! Diagrams: labels that hold any text, and the fence around a diagram.

use super::escape::{one_line, visible};

/// More signs of a label make a diagram that nobody can read.
const LONGEST: usize = 80;

/// A label between quotes. Whatever Mermaid could take for its own is written by its number.
pub fn label(text: &str) -> String {
    let text = visible(one_line(text).trim_matches(' '));
    let mut label = String::from("\"");
    for (at, sign) in text.chars().enumerate() {
        if at == LONGEST {
            label.push('…');
            break;
        }
        let plain = sign.is_alphanumeric()
            || !sign.is_ascii()
            || matches!(sign, ' ' | ',' | '?' | '!' | '/' | '\'' | '(' | ')');
        match sign {
            _ if plain => label.push(sign),
            '_' => label.push(sign),
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
