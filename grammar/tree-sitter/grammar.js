/**
 * @file The tree-sitter grammar of ftspec: `../ftspec.ebnf`, for editors.
 *
 * It knows how a spec is written, not what may be written in it: no block, no attribute, no unit has a name here.
 * What people often write by mistake and what can be read all the same (`：` for `:`, `=>` for `>=`, `;` for `,`) is
 * read without complaint; to complain is the checker's work.
 *
 * A line break ends an item. In `[…]` and `(…)` it means nothing, so that what may stand in parentheses has its rules
 * twice: once on one line, once over several lines (`wrapped`). Both make the same nodes.
 */

/* eslint-disable no-undef */

/** The same punctuation from other keyboards and other languages; in the tree it is always ours. */
const spelt = (right, ...others) => choice(right, ...others.map((other) => alias(other, right)));

const COMMA = spelt(',', '，', '、', ';', '；');
const COLON = spelt(':', '：', '=', '＝');
const OPEN_BRACE = spelt('{', '｛');
const CLOSE_BRACE = spelt('}', '｝');
const OPEN_BRACKET = spelt('[', '［', '【');
const CLOSE_BRACKET = spelt(']', '］', '】');
const OPEN_PAREN = spelt('(', '（');
const CLOSE_PAREN = spelt(')', '）');

/**
 * The rules of conditions: as they are written on one line, or `wrapped` in parentheses over several. There every token
 * takes the line breaks behind it along, so that it is always clear whose they are.
 */
function conditions(wrapped) {
  const own = (name) => (wrapped ? `_wrapped_${name.replace(/^_/, '')}` : name);
  const node = ($, name) => (wrapped ? alias($[own(name)], $[name]) : $[name]);
  const token = ($, rule) => (wrapped ? seq(rule, repeat($._newline)) : rule);
  const word = ($, name) => token($, field(name, $.identifier));

  return {
    [own('_condition')]: ($) => choice(node($, 'or_condition'), $[own('_conjunct')]),
    [own('_conjunct')]: ($) => choice(node($, 'and_condition'), $[own('_test')]),
    [own('or_condition')]: ($) =>
      seq($[own('_conjunct')], repeat1(seq(token($, 'or'), $[own('_conjunct')]))),
    [own('and_condition')]: ($) => seq($[own('_test')], repeat1(seq(token($, 'and'), $[own('_test')]))),
    [own('_test')]: ($) =>
      choice(
        node($, 'group_test'),
        node($, 'value_test'),
        node($, 'trend_test'),
        token($, $.parenthesized_condition),
      ),

    // any guard fails
    [own('group_test')]: ($) => seq(word($, 'quantifier'), word($, 'members'), word($, 'verb')),
    // rounds >= 5
    [own('value_test')]: ($) => seq(word($, 'subject'), field('comparison', node($, 'comparison'))),
    // tone gains < 1% over 2 rounds
    [own('trend_test')]: ($) =>
      seq(
        word($, 'subject'),
        word($, 'verb'),
        field('comparison', node($, 'comparison')),
        optional(field('window', node($, 'window'))),
      ),
    [own('window')]: ($) => seq(token($, 'over'), token($, $.number), word($, 'unit')),

    [own('comparison')]: ($) =>
      seq(token($, field('operator', $.operator)), field('operand', $[own('_operand')])),
    // Another word is a misspelt `baseline`, which is for the checker to say.
    [own('_operand')]: ($) =>
      choice(token($, choice($._amount, $.date, $.identifier)), node($, 'baseline')),
    // baseline(prompt_v7) - 2%
    [own('baseline')]: ($) =>
      seq(
        token($, 'baseline'),
        optional(seq(OPEN_PAREN, repeat($._newline), field('name', $.identifier), repeat($._newline), token($, CLOSE_PAREN))),
        optional(node($, 'shift')),
      ),
    // To the lexer, `-2%` is one number.
    [own('shift')]: ($) =>
      seq(optional(token($, field('operator', choice('+', '-', '*')))), token($, $._amount)),
  };
}

module.exports = grammar({
  name: 'ftspec',

  // A byte order mark is skipped by tree-sitter itself.
  extras: ($) => [/[ \t\r\u00a0\u3000]/, $.comment],

  word: ($) => $.identifier,

  rules: {
    source_file: ($) => optional($._items),

    _items: ($) =>
      choice(
        repeat1($._separator),
        seq(
          repeat($._separator),
          $._item,
          repeat(seq(repeat1($._separator), $._item)),
          repeat($._separator),
        ),
      ),

    _separator: ($) => choice($._newline, COMMA),

    _newline: (_) => /\n/,

    _item: ($) => choice($.header, $.block, $.attribute, $.statement, $.arm),

    // spec "Refund replies in the house tone"
    header: ($) => seq('spec', field('title', $._string)),

    // behavior order_first { … }
    block: ($) =>
      seq(
        choice(
          seq(field('keyword', $._name), optional(field('label', $.identifier))),
          field('keyword', alias('when', $.identifier)),
        ),
        OPEN_BRACE,
        optional($._items),
        CLOSE_BRACE,
      ),

    // kind: style
    attribute: ($) =>
      seq(
        field('name', choice($._name, alias('when', $.identifier))),
        COLON,
        field('value', choice($._scalar, $.list)),
      ),

    // guard facts >= baseline - 2%
    statement: ($) =>
      seq(
        field('keyword', $._name),
        field('subject', $.identifier),
        optional(field('comparison', $.comparison)),
      ),

    // when rounds >= 5 or spend >= 400usd then drop
    arm: ($) => seq('when', field('condition', $._condition), 'then', field('action', $.identifier)),

    // No word is reserved. `when` is left out: what it begins is an arm, unless `:` or `{` follows.
    _name: ($) => choice($.identifier, alias('spec', $.identifier)),

    list: ($) =>
      seq(
        OPEN_BRACKET,
        repeat($._newline),
        optional(
          seq(
            $._element,
            repeat(seq(COMMA, repeat($._newline), $._element)),
            optional(seq(COMMA, repeat($._newline))),
          ),
        ),
        CLOSE_BRACKET,
      ),

    // The breaks behind an element are the element's, so that it is clear whose they are.
    _element: ($) => seq(choice($._plain, alias($._wrapped_reading, $.reading), $._amount), repeat($._newline)),

    _scalar: ($) => choice($._plain, $.reading, $._amount),
    _plain: ($) => choice($._string, $.boolean, $.date, $.identifier),
    _string: ($) => choice($.string, $.block_string),

    // 71% +- 2%
    reading: ($) => seq(field('value', $._amount), spelt('+-', '±'), field('margin', $._amount)),
    _wrapped_reading: ($) =>
      seq(
        field('value', $._amount),
        repeat($._newline),
        spelt('+-', '±'),
        repeat($._newline),
        field('margin', $._amount),
      ),

    ...conditions(false),
    ...conditions(true),

    parenthesized_condition: ($) =>
      seq(OPEN_PAREN, repeat($._newline), $._wrapped_condition, CLOSE_PAREN),

    operator: (_) => choice('>=', '<=', '>', '<', '==', '!=', '=>', '≥', '=<', '≤', '≠', '＞', '＜', '＝', '='),

    _amount: ($) => choice($.number, $.quantity),
    quantity: ($) => seq($.number, $.unit),
    number: (_) => /-?[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+-]?[0-9]+)?/,
    // Attached to its number. Which units there are is not said here.
    unit: (_) => token.immediate(prec(1, /[%％]|\p{XID_Start}\p{XID_Continue}*/)),

    date: (_) => token(prec(1, /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/)),
    boolean: (_) => choice('true', 'false'),
    identifier: (_) => /[\p{XID_Start}_](\p{XID_Continue}|-+\p{XID_Continue})*/,

    // Escapes that do not exist stand for themselves; the checker names them. The other quotes are the checker's, too.
    string: ($) =>
      choice(
        seq(
          '"',
          repeat(choice(token.immediate(prec(1, /[^"\\\n]+/)), $.escape_sequence, token.immediate(/\\[^\n]/))),
          token.immediate('"'),
        ),
        /“[^”"\n]*[”"]/,
        /'[^'\n]*'/,
      ),
    escape_sequence: (_) => token.immediate(prec(1, /\\([nt"\\]|u\{[0-9a-fA-F]{1,6}\})/)),

    block_string: (_) =>
      seq('"""', optional(token.immediate(prec(1, /([^"]|"[^"]|""[^"])+/))), token.immediate('"""')),

    // `#` as other languages write it.
    comment: (_) => token(choice(/\/\/[^\n]*/, /#[^\n]*/)),
  },
});
