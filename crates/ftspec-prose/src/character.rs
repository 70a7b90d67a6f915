//! What single characters are, and what stands around a sign.

/// Whether a quotation begins with it.
pub(crate) fn opens_quote(c: char) -> bool {
    ['“', '「', '『'].contains(&c)
}

/// Whether a quotation ends with it.
pub(crate) fn closes_quote(c: char) -> bool {
    ['”', '」', '』'].contains(&c)
}

/// Full-width Latin, digits and punctuation as their everyday twins.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{ff61}' => '。',
        _ => c,
    }
}

/// Whether a blank stands on either side, and more than a letter before it: "R & D" is one thing.
pub(crate) fn blank_around(bytes: &[u8], at: usize) -> bool {
    let blank = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
    let latin = at.checked_sub(2).is_some_and(|at| bytes[at].is_ascii());
    latin && blank(at.checked_sub(1)) && blank(Some(at + 1)) && !blank(at.checked_sub(3))
}

/// How long the number of an item is, where one stands here: "1." or "12)" with a blank on either side.
pub(crate) fn list_number(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = bytes[start..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let before = start.checked_sub(1).map(|at| bytes[at]);
    let apart = before.is_none_or(|byte| byte.is_ascii_whitespace() || byte >= 0x80);
    let ends = matches!(bytes.get(start + digits), Some(b'.' | b')'));
    let blank = bytes.get(start + digits + 1).is_some_and(u8::is_ascii_whitespace);
    (apart && (1..=2).contains(&digits) && ends && blank).then_some(digits + 1)
}

/// Whether a digit stands on either side.
pub(crate) fn digits_around(bytes: &[u8], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}

/// The characters of Chinese that join others and name nothing.
pub(crate) fn says_little(c: char) -> bool {
    LITTLE.binary_search(&c).is_ok()
}

/// In the order of their code points.
const LITTLE: [char; 74] = [
    '一', '三', '与', '且', '两', '个', '为', '么', '之', '也', '了', '二', '于', '些', '什', '从', '他', '以', '们',
    '但', '何', '你', '使', '其', '几', '到', '即', '及', '可', '吗', '吧', '呢', '和', '在', '地', '多', '她', '如',
    '它', '对', '将', '少', '就', '已', '很', '得', '怎', '想', '我', '或', '把', '是', '有', '条', '此', '每', '由',
    '的', '着', '种', '给', '而', '若', '被', '要', '让', '该', '请', '过', '还', '这', '那', '都', '问',
];

/// A character of a script that writes no blanks between words.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
