//! Drafts of whatever is answered: they can be read, they are in the one layout, and a check denies nothing in them
//! but what the answers deserve.

use ftspec_analysis::{Analysis, Lang, Level};
use ftspec_draft::{Answer, Answers, Form, NOTHING, QUESTIONS, Topic, draft, pointers, pointers_at, tidy};
use ftspec_syntax::format;
use ftspec_tests::chinese::has_chinese;
use ftspec_tests::config;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// What people, and those who are no friends, type.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\"",
    "\\",
    "\\\"",
    "\"\"\"",
    "{",
    "}",
    "}}}} spec \"x\"",
    "*/ // /*",
    "// open: x",
    "\n",
    "\r\nstatus: approved\r\n",
    "\u{0}\u{7}\u{1b}[2J",
    "：，｛｝“”（）；、",
    "🙂‍↔️👩‍👩‍👧",
    "\u{feff}\u{202e}abc",
    "\u{2028}\u{85}",
    "\\u{110000}",
    "-",
    "a",
    "语",
    "data/tickets.jsonl",
    "test_set",
    "../测试集.jsonl",
    "the model should know our price list by heart",
    "better overall, and also polite, and with fewer hallucinations",
    "记住全部产品参数，并且自己判断要不要转人工",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::collection::vec(select(HOSTILE), 0..4).prop_map(|pieces| pieces.concat()),
        2 => any::<String>(),
        1 => select(HOSTILE).prop_map(|piece| piece.repeat(10_000 / piece.len().max(1))),
        2 => "[a-z]{2,8} [a-z]{2,8} [a-z]{2,8}",
    ]
}

/// Any answers at all, to any questions, be they asked or not.
fn answers() -> impl Strategy<Value = Answers> {
    let each: Vec<BoxedStrategy<Option<(Topic, Answer)>>> = QUESTIONS
        .iter()
        .map(|question| {
            let topic = question.topic;
            let answer = match question.form {
                Form::Text => text().prop_map(Answer::Text).boxed(),
                Form::Number(least, most) => {
                    prop_oneof![least..=most, least..=most.min(300)].prop_map(Answer::Number).boxed()
                }
                Form::Choice(choices) => select(choices).prop_map(|choice| Answer::Word(choice.word)).boxed(),
            };
            proptest::option::weighted(0.7, answer.prop_map(move |answer| (topic, answer))).boxed()
        })
        .collect();
    each.prop_map(|given| {
        let mut answers = Answers::default();
        for (topic, answer) in given.into_iter().flatten() {
            answers.say(topic, answer);
        }
        answers
    })
}

/// What a check may deny in a draft of these answers, since they say so.
fn deserved(answers: &Answers) -> Vec<&'static str> {
    let word = |topic| answers.word(topic).unwrap_or_default();
    let mut codes = Vec::new();
    let mut on = |holds: bool, code| codes.extend(holds.then_some(code));
    let source = word(Topic::Source);
    on(word(Topic::Kind) == "knowledge" || source == "weights", "FT201");
    on(
        matches!(source, "weights" | "prompt")
            && matches!(word(Topic::Changes), "hourly" | "daily" | "weekly" | "monthly"),
        "FT203",
    );
    let cheap = matches!(word(Topic::Kind), "efficiency" | "privacy");
    on(
        word(Topic::Kind) == "reasoning"
            || word(Topic::Cause) == "capability" && !cheap && !word(Topic::Kind).is_empty(),
        "FT104",
    );
    on(word(Topic::Kind) == "general" || word(Topic::Task) == "open_chat", "FT111");
    let layers = ["prompt", "knowledge", "retrieval", "data", "evaluation", "system"];
    on(layers.contains(&word(Topic::Cause)), "FT113");
    on(answers.number(Topic::Examples).is_some_and(|many| many < 200), "FT302");
    on(word(Topic::Judge) == "loss", "FT402");
    on(word(Topic::Catcher) == "model", "FT504");
    codes
}

fn seed() -> u64 {
    std::env::var("SEED").map_or(1, |seed| seed.parse().expect("SEED is a number"))
}

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 600,
        rng_seed: RngSeed::Fixed(seed()),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn whatever_is_answered_the_draft_is_sound(answers in answers(), lang in select(&Lang::ALL[..])) {
        let text = draft(&answers, lang);
        let analysis = Analysis::new(&text, &config());
        prop_assert!(analysis.parsed().errors.is_empty(), "{:?}\n{text}", analysis.parsed().errors);
        let denied: Vec<&str> = analysis
            .diagnostics()
            .iter()
            .filter(|found| found.level == Level::Deny)
            .map(|found| found.rule.code)
            .collect();
        let deserved = deserved(&answers);
        for code in &denied {
            // What is said of today in a word is too little to go by.
            let in_a_word = *code == "FT120" && answers.text(Topic::Today).is_some();
            prop_assert!(in_a_word || deserved.contains(code), "{code} is denied, and nobody said so: {answers:?}\n{text}");
        }
        // And nothing that was said is hidden.
        for code in &deserved {
            prop_assert!(denied.contains(code), "{code} is hidden: {answers:?}\n{text}");
        }
        prop_assert_eq!(format(&text), text.clone());
        prop_assert!(text.contains("\nstatus: draft\n"), "{}", text);

        // Every text stands in the draft as it was meant.
        if let Some(goal) = analysis.spec().goal() {
            for (topic, field) in [(Topic::Today, goal.today()), (Topic::Target, goal.target())] {
                let kept = field.given().map(|value| value.value.to_string());
                prop_assert_eq!(kept.as_deref(), answers.text(topic));
            }
        }
        // What is open is marked in its place.
        let open = lang.pick("// open: ", "// 待定：");
        for (topic, name) in [(Topic::Today, "today"), (Topic::Target, "target"), (Topic::Owner, "owner"), (Topic::Tier, "tier")] {
            let marked = text.lines().any(|line| line.trim_start().starts_with(&format!("{open}{name}")));
            prop_assert_eq!(marked, answers.get(topic).is_none(), "{}\n{}", name, text);
        }
        // What points elsewhere is said at its top.
        let said = text.lines().filter(|line| line.starts_with(lang.pick("// points elsewhere: ", "// 提醒："))).count();
        prop_assert_eq!(said, pointers(&answers, lang).len());
        if !denied.is_empty() {
            prop_assert!(said > 0, "{:?} is denied and the draft does not say why\n{}", denied, text);
        }
    }
}

/// Every question in both languages, with its reason, an example or choices; nothing twice.
#[test]
fn questions_are_whole() {
    let answers = Answers::default();
    let mut topics = Vec::new();
    for question in QUESTIONS {
        assert!(!topics.contains(&question.topic), "{:?} is asked twice", question.topic);
        topics.push(question.topic);
        for words in [question.ask, question.why] {
            let (en, zh) = (words.text(Lang::En), words.text(Lang::Zh));
            assert!(!has_chinese(en) && en.ends_with(['.', '?']), "{en}");
            assert!(has_chinese(zh) && zh.ends_with(['。', '？']), "{zh}");
        }
        assert_eq!(
            question.example(&answers, Lang::En).is_none(),
            !question.choices().is_empty(),
            "{:?}",
            question.topic
        );
        for choice in question.choices() {
            assert!(
                has_chinese(choice.says.text(Lang::Zh)) || choice.says.text(Lang::Zh).is_ascii(),
                "{}",
                choice.word
            );
        }
    }
}

/// Every word that is offered is one of the language, in its place.
#[test]
fn every_choice_is_a_word_that_the_check_knows() {
    for question in QUESTIONS {
        for choice in question.choices() {
            let mut answers = Answers::default();
            answers.say(Topic::Kind, Answer::Word("efficiency"));
            answers.say(Topic::Source, Answer::Word("tools"));
            answers.say(Topic::Examples, Answer::Number(1_200));
            answers.say(question.topic, Answer::Word(choice.word));
            let text = draft(&answers, Lang::En);
            let analysis = Analysis::new(&text, &config());
            let unknown: Vec<_> =
                analysis.diagnostics().iter().filter(|found| found.rule.is_language() && !found.unsaid).collect();
            assert!(unknown.is_empty(), "{}: {unknown:#?}\n{text}", choice.word);
            let stands = text.contains(&format!(": {}", choice.word)) || text.contains(&format!(":  {}", choice.word));
            let aligned = text.lines().any(|line| !line.contains("// ") && line.contains(choice.word));
            assert!(choice.word == NOTHING || stands || aligned, "{} is not written\n{text}", choice.word);
        }
    }
}

/// What an answer points to is said at its question, in a sentence or two.
#[test]
fn answers_point_elsewhere_at_once() {
    let word = |topic, word| (topic, Some(Answer::Word(word)));
    let text = |topic, text: &str| (topic, Some(Answer::Text(text.to_string())));
    let number = |topic, number| (topic, Some(Answer::Number(number)));
    let cases = [
        (word(Topic::Kind, "knowledge"), "retrieval problem", "检索问题"),
        (word(Topic::Kind, "reasoning"), "stronger model", "更强的模型"),
        (word(Topic::Kind, "general"), "prompts and tools", "提示词和工具"),
        ((Topic::Kind, None), "Stop here", "先停在这里"),
        ((Topic::Today, None), "Look at today's answers", "先看看现在的输出"),
        (text(Topic::Today, "bad"), "too little", "太短"),
        (text(Topic::Target, "The model should know our price list by heart."), "retrieval problem", "检索问题"),
        (text(Topic::Target, "better overall"), "a wish", "愿望"),
        (
            text(Topic::Target, "calmer tone, fewer hallucinations, and better maths"),
            "more than one goal",
            "不止一个目标",
        ),
        (word(Topic::Cause, "prompt"), "prompting problem", "提示词的问题"),
        (word(Topic::Cause, "knowledge"), "retrieval problem", "检索问题"),
        (word(Topic::Cause, "retrieval"), "problem of the search", "问题在检索"),
        (word(Topic::Cause, "data"), "problem of the data", "数据的问题"),
        (word(Topic::Cause, "evaluation"), "problem of the measure", "评测的问题"),
        (word(Topic::Cause, "system"), "belongs in code", "程序或流程"),
        (word(Topic::Cause, "capability"), "stronger model", "更强的模型"),
        (word(Topic::Cause, "unknown"), "First find out", "先查清"),
        (word(Topic::Task, "open_chat"), "prompts and tools", "提示词和工具"),
        (text(Topic::Must, "memorise all product prices and the latest news"), "retrieval problem", "检索问题"),
        (text(Topic::Must, "decide on its own when to hand over to a human"), "belongs in code", "程序或流程决定"),
        (word(Topic::Tried, NOTHING), "Try a prompt first", "先试提示词"),
        (word(Topic::Source, "weights"), "retrieval problem", "检索问题"),
        (number(Topic::Examples, 50), "belong in a prompt", "放进提示词"),
        (word(Topic::Judge, "loss"), "looks at the answers", "真正看回答"),
        ((Topic::Judge, None), "how to judge", "怎么评判"),
        (word(Topic::Catcher, "model"), "belongs in code", "程序或流程决定"),
    ];
    for ((topic, answer), en, zh) in cases {
        let mut answers = Answers::default();
        if topic != Topic::Kind {
            answers.say(Topic::Kind, Answer::Word("style"));
        }
        if let Some(answer) = answer.clone() {
            answers.say(topic, answer);
        }
        for (lang, wanted) in [(Lang::En, en), (Lang::Zh, zh)] {
            let told = pointers_at(topic, &answers, lang);
            let told: Vec<String> =
                told.iter().map(|it| format!("{} {}", it.headline.text(lang), it.reason.text(lang))).collect();
            assert!(told.iter().any(|told| told.contains(wanted)), "{topic:?} {answer:?}: {told:#?}");
            assert!(told.iter().all(|told| told.matches(['.', '。', '？']).count() <= 3), "{told:#?}");
        }
    }
}

#[test]
fn sound_answers_point_nowhere() {
    for lang in Lang::ALL {
        let mut answers = Answers::of(ftspec_draft::Template::Style, lang);
        let sheet = ftspec_draft::Template::Style.sheet();
        answers.say(Topic::Today, Answer::Text(sheet.today.text(lang).to_string()));
        answers.say(Topic::Tried, Answer::Word("few_shot"));
        answers.say(Topic::Attempts, Answer::Number(5));
        answers.say(Topic::Shortfall, Answer::Text("falls back after the third turn".to_string()));
        answers.say(Topic::Source, Answer::Word("input"));
        answers.say(Topic::Examples, Answer::Number(8_200));
        for question in QUESTIONS {
            let told = pointers_at(question.topic, &answers, lang);
            assert!(told.is_empty(), "{:?}: {told:?}", question.topic);
        }
    }
}

#[test]
fn texts_are_one_line() {
    assert_eq!(tidy(" a\r\n\tb\u{0}\u{1b}[2J  c\u{2028}d "), "a b [2J c d");
    let mut answers = Answers::default();
    answers.say(Topic::Owner, Answer::Text("\n \t".to_string()));
    assert_eq!(answers.get(Topic::Owner), None, "blanks are no answer");
}
