//! `ftspec new`, at a real terminal: the interview, its end at every question, and the drafts that come of it.

use std::fs;
use std::path::Path;
use std::thread;

use ftspec_analysis::{Analysis, Lang, Level, VerdictKind};
use ftspec_draft::{Form, QUESTIONS, Question, Template, Topic};
use ftspec_syntax::format;
use ftspec_tests::binary::{Run, command, run};
use ftspec_tests::chinese::{has_chinese, has_english};
use ftspec_tests::config;
use ftspec_tests::folder::folder;
use ftspec_tests::terminal::{Terminal, key, squeezed};

/// A terminal as most people have it, only higher, so that a whole question is on it.
const USUAL: (u16, u16) = (80, 40);

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The codes at deny.
fn denied(text: &str) -> Vec<&'static str> {
    let analysis = Analysis::new(text, &config());
    analysis.diagnostics().iter().filter(|found| found.level == Level::Deny).map(|found| found.rule.code).collect()
}

/// Whoever sits at the interview.
struct Seat {
    terminal: Terminal,
    lang: Lang,
}

impl Seat {
    fn take(folder: &Path, arguments: &[&str], lang: Lang, size: (u16, u16)) -> Self {
        let arguments: Vec<&str> = ["new", "--lang", lang.name()].iter().chain(arguments).copied().collect();
        Self { terminal: Terminal::open(folder, &arguments, size), lang }
    }

    /// Waits until a question is asked and can be answered.
    fn wait_for(&mut self, question: &Question) {
        // What was asked before has lost its line of help.
        let help = match question.form {
            Form::Choice(_) => self.lang.pick("[up, down, Enter · Esc stops]", "[上下键选择，回车确认 · Esc 停止]"),
            _ => self.lang.pick("[Enter alone leaves it open · Esc stops]", "[直接回车表示待定 · Esc 停止]"),
        };
        let (asked, why) = (squeezed(question.ask.text(self.lang)), squeezed(question.why.text(self.lang)));
        let help = squeezed(help);
        self.terminal.wait_until(question.ask.text(self.lang), |screen| {
            let ask = screen.rfind(&asked);
            ask.is_some_and(|ask| screen[ask..].contains(&why) && screen[ask..].ends_with(&help))
        });
    }

    /// Answers a question.
    fn answer(&mut self, topic: Topic, keys: &str) {
        let question = QUESTIONS.iter().find(|question| question.topic == topic).expect("a question");
        self.wait_for(question);
        self.terminal.press(keys);
        self.terminal.press(key::ENTER);
    }

    /// Chooses a word.
    fn choose(&mut self, topic: Topic, word: &str, from: usize) {
        let question = QUESTIONS.iter().find(|question| question.topic == topic).expect("a question");
        let words: Vec<&str> = question.choices().iter().map(|choice| choice.word).collect();
        let at = words.iter().position(|known| *known == word).unwrap_or(words.len());
        let down = (at + words.len() + 1 - from) % (words.len() + 1);
        self.answer(topic, &key::DOWN.repeat(down));
    }
}

// ---- templates -----------------------------------------------------------------------------------------------------

#[test]
fn every_template_gives_a_sound_draft_without_a_question() {
    for lang in Lang::ALL {
        for template in Template::ALL {
            let here = folder(&[]);
            let name = template.name();
            let arguments = ["new", "plan", "--template", name, "--yes", "--lang", lang.name()];
            let made = run(here.path(), &arguments);
            assert_eq!((made.code, made.err.as_str()), (0, ""), "{name}");
            assert_eq!(files(here.path()), ["plan.ftspec"]);
            let text = read(here.path(), "plan.ftspec");
            assert!(text.contains("status: draft") && text.contains(&format!("kind:   {name}\n")), "{text}");
            let open = lang.pick("// open: ", "// 待定：");
            assert!(text.matches(open).count() >= 7, "what is left open is marked:\n{text}");
            assert!(text.lines().count() <= 45, "a first plan is a page:\n{text}");

            let checked = run(here.path(), &["check", "plan.ftspec", "--format", "json"]);
            assert_eq!(checked.code, 0, "{checked:?}\n{text}");
            let found = Analysis::new(&text, &config());
            assert_eq!(found.verdict().kind, VerdictKind::NotReady, "{text}");
            let said: Vec<_> = found.diagnostics().iter().filter(|found| !found.unsaid).collect();
            assert!(said.is_empty(), "a template says nothing that is wrong: {said:#?}\n{text}");
            let formatted = run(here.path(), &["fmt", "--check"]);
            assert_eq!(formatted.code, 0, "{formatted:?}");
            if lang == Lang::Zh {
                assert!(has_chinese(&made.out) && !has_english(&made.out), "{}", made.out);
                let comments: Vec<&str> =
                    text.lines().filter_map(|line| line.trim_start().strip_prefix("//")).collect();
                assert!(comments.iter().all(|comment| has_chinese(comment)), "{comments:#?}");
                assert!(!has_english(&text), "{text}");
            }
        }
    }
}

#[test]
fn without_a_path_the_title_names_the_file_and_with_one_the_file_names_the_title() {
    let here = folder(&[]);
    assert_eq!(run(here.path(), &["new", "--template", "style", "--yes"]).code, 0);
    assert_eq!(run(here.path(), &["new", "--template", "style", "--yes", "--lang", "zh"]).code, 0);
    assert_eq!(files(here.path()), ["replies-in-the-house-style.ftspec", "统一语气的客服回复.ftspec"]);
    fs::create_dir(here.path().join("plans")).expect("made");
    assert_eq!(run(here.path(), &["new", "plans", "--template", "format", "--yes"]).code, 0);
    assert_eq!(files(&here.path().join("plans")), ["tickets-as-valid-json.ftspec"]);
    assert_eq!(run(here.path(), &["new", "plans/price_list-v2", "--template", "mapping", "--yes"]).code, 0);
    assert!(read(here.path(), "plans/price_list-v2.ftspec").contains("spec \"Price list v2\""));
}

// ---- what does not work, and what to do then -----------------------------------------------------------------------

fn refused(run: &Run, words: &[&str]) {
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
    for word in words {
        assert!(run.err.contains(word), "{word}: {run:?}");
    }
    assert_eq!(run.err.matches("ftspec: ").count(), 1, "{run:?}");
}

#[test]
fn what_is_there_is_never_overwritten() {
    let here = folder(&[("plan.ftspec", "mine")]);
    let yes = |path: &str| run(here.path(), &["new", path, "--template", "style", "--yes"]);
    refused(&yes("plan.ftspec"), &["`plan.ftspec` exists", "`plan-2.ftspec`"]);
    refused(&yes("plan"), &["`plan.ftspec` exists"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", here.path().join("link.ftspec")).expect("made");
        refused(&yes("link.ftspec"), &["exists"]);
        assert_eq!(files(here.path()), ["link.ftspec", "plan.ftspec"]);
    }
    assert_eq!(read(here.path(), "plan.ftspec"), "mine");
}

#[test]
fn where_nobody_can_be_asked_it_says_what_to_do() {
    let here = folder(&[]);
    refused(&run(here.path(), &["new"]), &["terminal", "--template style --yes"]);
    let chinese = run(here.path(), &["new", "--lang", "zh"]);
    refused(&chinese, &["终端", "--template style --yes"]);
    refused(&run(here.path(), &["new", "--yes"]), &["--template", "style, format, mapping"]);
    let unknown = run(here.path(), &["new", "--template", "stile", "--yes"]);
    assert!(unknown.code == 2 && unknown.err.contains("style"), "{unknown:?}");
    assert!(files(here.path()).is_empty());
}

#[test]
fn a_place_that_cannot_be_written_is_told_before_the_first_question() {
    let here = folder(&[("file", "")]);
    let yes = |path: &str| run(here.path(), &["new", path, "--template", "style", "--yes"]);
    refused(&yes("no/such/plan.ftspec"), &["there is no folder `no/such`", "mkdir -p no/such"]);
    refused(&yes("no/"), &["there is no folder `no/`"]);
    refused(&yes("-"), &["name a file"]);
    refused(&yes("file/plan.ftspec"), &["cannot write `file/plan.ftspec`"]);
    refused(&yes(&"x".repeat(300)), &["cannot write"]);
    assert_eq!(files(here.path()), ["file"]);
    let mut seats = vec![("no/such/plan.ftspec", "there is no folder")];
    if cfg!(target_os = "linux") {
        // Where even the superuser may not write.
        refused(&yes("/proc/plan.ftspec"), &["cannot write `/proc/plan.ftspec`"]);
        seats.push(("/proc", "cannot write"));
    }
    for (path, told) in seats {
        let mut seat = Seat::take(here.path(), &[path], Lang::En, USUAL);
        seat.terminal.wait_for(told);
        assert_eq!(seat.terminal.end(), 2);
        assert!(!seat.terminal.screen().contains("called?"), "{}", seat.terminal.screen());
    }
}

// ---- the interview -------------------------------------------------------------------------------------------------

/// Answers as they are typed, and the draft that comes of them.
fn refund(seat: &mut Seat) {
    seat.answer(Topic::Title, "Refund replies: calm & short");
    seat.choose(Topic::Kind, "style", 0);
    seat.answer(Topic::Today, "agents rewrite 31% of the replies");
    seat.answer(Topic::Target, "Every reply ends with exactly one next step.");
    seat.choose(Topic::Cause, "behavior", 0);
    seat.choose(Topic::Task, "generation", 6);
    seat.answer(Topic::Input, "one customer message with its order record");
    seat.answer(Topic::Output, "one reply of at most 120 words");
    seat.answer(Topic::Must, "give exactly one next step");
    seat.answer(Topic::Never, "promise a date");
    seat.choose(Topic::Tried, "few_shot", 0);
    seat.answer(Topic::Attempts, "5");
    seat.answer(Topic::Shortfall, "falls back to its old habits after the third turn");
    seat.choose(Topic::Source, "retrieval", 0);
    seat.choose(Topic::Changes, "weekly", 0);
    seat.answer(Topic::Examples, "8,200");
    seat.answer(Topic::File, "data/tickets.jsonl");
    seat.choose(Topic::Quality, "reviewed", 0);
    seat.answer(Topic::Tests, "600");
    seat.choose(Topic::Judge, "human", 0);
    seat.answer(Topic::Bar, "90%");
    seat.choose(Topic::Tier, "medium", 0);
    seat.choose(Topic::Domain, "customer_service", 0);
    seat.answer(Topic::WorstCase, "");
    seat.choose(Topic::Catcher, "human", 0);
    seat.answer(Topic::Rounds, "4");
    seat.answer(Topic::Owner, "support-ml@example.com");
}

const REFUND: &str = r#"// A first draft by `ftspec new`. What is open says so; `ftspec check --unsaid` lists the rest.
spec "Refund replies: calm & short"
owner:  "support-ml@example.com"
status: draft

goal {
  kind:   style
  cause:  behavior
  today:  "agents rewrite 31% of the replies"
  target: "Every reply ends with exactly one next step."
}
task {
  type:   generation
  input:  "one customer message with its order record"
  output: "one reply of at most 120 words"
}
behavior house_style { must: "give exactly one next step", never: "promise a date" }

baseline best_prompt {
  method:    few_shot
  attempts:  5
  shortfall: "falls back to its old habits after the third turn"
}
knowledge {
  source:  retrieval
  changes: weekly
  // open: retrieval { chunking: section, top_k: 4, on_conflict: newest, on_missing: escalate }
}
data tickets { role: train, path: "data/tickets.jsonl", examples: 8_200, quality: reviewed }
data test_set { role: test, examples: 600 }

eval {
  metric style_followed { measures: style, method: rubric, judge: human }
  metric facts_right { measures: judgement, method: pass_rate, judge: human }
  require style_followed >= 90%
  guard facts_right >= baseline
}

risk {
  tier:   medium
  domain: customer_service
  // open: worst_case, for example "a friendly reply promises money that nobody owes"
  // open: when hand_over takes over: when: "…", a sign that a program can see
  fallback hand_over { action: human, enforced_by: workflow }
}
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when rounds >= 4                               then drop
}
"#;

#[test]
fn a_whole_interview_gives_a_clean_draft() {
    for size in [USUAL, (40, 60), (200, 24)] {
        let here = folder(&[]);
        let mut seat = Seat::take(here.path(), &[], Lang::En, size);
        refund(&mut seat);
        seat.terminal.wait_for("Written: refund-replies-calm-short.ftspec");
        seat.terminal.wait_for("The verdict today: ");
        seat.terminal.wait_for("ftspec check refund-replies-calm-short.ftspec --unsaid");
        assert_eq!(seat.terminal.end(), 0);
        assert!(seat.terminal.is_given_back());
        assert_eq!(files(here.path()), ["refund-replies-calm-short.ftspec"]);
        let text = read(here.path(), "refund-replies-calm-short.ftspec");
        assert_eq!(text, REFUND, "{size:?}");
        assert_eq!(run(here.path(), &["check"]).code, 0);
        assert_eq!(denied(&text), [""; 0]);
    }
}

#[test]
fn a_chinese_interview_gives_a_chinese_draft_and_says_at_once_where_answers_point() {
    let here = folder(&[]);
    let mut seat = Seat::take(here.path(), &[], Lang::Zh, USUAL);
    seat.answer(Topic::Title, "退款回复：冷静、简短");
    seat.choose(Topic::Kind, "style", 0);
    seat.answer(Topic::Today, "");
    seat.terminal.wait_for("先看看现在的输出。");
    seat.answer(Topic::Target, "每条回复都只给一个下一步");
    seat.choose(Topic::Cause, "behavior", 0);
    seat.choose(Topic::Task, "open_chat", 6);
    seat.terminal.wait_for("这适合用强模型加提示词和工具来做。");
    for topic in [Topic::Input, Topic::Output, Topic::Must, Topic::Never] {
        seat.answer(topic, "");
    }
    seat.choose(Topic::Tried, "nothing", 0);
    seat.terminal.wait_for("先试提示词。");
    seat.choose(Topic::Source, "weights", 0);
    seat.terminal.wait_for("这是检索问题。");
    seat.choose(Topic::Changes, "daily", 0);
    seat.answer(Topic::Examples, "五十");
    seat.terminal.wait_for("请用数字");
    seat.terminal.press("\x7f\x7f５０\r");
    seat.terminal.wait_for("这么少的样本，适合放进提示词。");
    seat.answer(Topic::File, "data/客服 对话.jsonl");
    seat.choose(Topic::Quality, "mixed", 0);
    seat.answer(Topic::Tests, "");
    seat.choose(Topic::Judge, "loss", 0);
    seat.terminal.wait_for("先要有一个真正看回答的指标。");
    seat.choose(Topic::Tier, "high", 0);
    seat.choose(Topic::Domain, "不在其中", 0);
    seat.answer(Topic::WorstCase, "许诺了不该赔的钱");
    seat.choose(Topic::Catcher, "model", 0);
    seat.terminal.wait_for("应该由程序或流程决定。");
    seat.answer(Topic::Rounds, "");
    seat.answer(Topic::Owner, "小王");
    seat.terminal.wait_for("目前的结论：");
    for code in ["错误[FT111]", "错误[FT201]", "错误[FT302]", "错误[FT402]", "错误[FT504]"] {
        seat.terminal.wait_for(code);
    }
    assert_eq!(seat.terminal.end(), 0);
    let text = read(here.path(), "退款回复-冷静-简短.ftspec");
    assert_eq!(text, CHINESE);
    let mut codes = denied(&text);
    codes.sort_unstable();
    assert_eq!(codes, ["FT111", "FT201", "FT203", "FT302", "FT402", "FT504"], "what the answers deserve, nothing else");
}

const CHINESE: &str = r#"// 由 `ftspec new` 写成的初稿。没说定的地方标了“待定”；其余的用 `ftspec check --unsaid` 查看。
// 提醒：这是检索问题。
// 提醒：这些事实变得太快，训练跟不上。
// 提醒：这适合用强模型加提示词和工具来做。
// 提醒：该不该答、要不要转人工，应该由程序或流程决定。
// 提醒：这么少的样本，适合放进提示词。
// 提醒：先要有一个真正看回答的指标。
// 提醒：先试提示词。
spec "退款回复：冷静、简短"
owner:  "小王"
status: draft

goal {
  kind:   style
  cause:  behavior
  // 待定：today，例如 "31% 的回复要由客服改写后才能发出"
  target: "每条回复都只给一个下一步"
}
task {
  type: open_chat
  // 待定：input，例如 "一条客户消息，附订单记录"
  // 待定：output，例如 "一条不超过 120 字的回复"
}
behavior 统一语气 {
  // 待定：must，例如 "用第二人称，结尾只给一个下一步"
  // 待定：never，例如 "为了好听而改动事实"
}

// 待定：baseline best_prompt { method: few_shot, attempts: 3, shortfall: "…" }
knowledge { source: weights, changes: daily }
data 客服_对话 { role: train, path: "data/客服 对话.jsonl", examples: 50, quality: mixed }
// 待定：data 测试集 { role: test, examples: 200 }

eval {
  metric 语气一致 { measures: style, method: loss }
  // 待定：metric 事实正确 { measures: judgement, method: pass_rate, judge: human }
  // 待定：require 语气一致 >= 90%, guard 事实正确 >= baseline
}

risk {
  tier:       high
  // 待定：domain，例如 customer_service
  worst_case: "许诺了不该赔的钱"
  // 待定：什么时候转交：when: "…"，写程序看得见的标志
  fallback 转交 { action: human, enforced_by: model }
}
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  // 待定：when rounds >= 4 then drop
}
"#;

#[test]
fn a_template_spares_its_question_and_a_path_gives_the_title() {
    let here = folder(&[]);
    let mut seat = Seat::take(here.path(), &["refund_replies", "--template", "safety"], Lang::En, USUAL);
    seat.terminal.wait_for("1/26");
    seat.answer(Topic::Title, "");
    for question in &QUESTIONS[2..] {
        if question.when.holds(&Default::default()) {
            seat.answer(question.topic, "");
        }
        if question.topic == Topic::Examples {
            break;
        }
    }
    for topic in [Topic::Tests, Topic::Judge, Topic::Bar] {
        seat.answer(topic, "");
    }
    for topic in [Topic::Tier, Topic::Domain, Topic::WorstCase, Topic::Catcher, Topic::Rounds, Topic::Owner] {
        seat.answer(topic, "");
    }
    assert_eq!(seat.terminal.end(), 0);
    let text = read(here.path(), "refund_replies.ftspec");
    assert!(text.contains("spec \"Refund replies\"") && text.contains("kind:  safety"), "{text}");
    assert_eq!(denied(&text), [""; 0]);
}

#[test]
fn a_name_that_is_taken_is_asked_for_again_before_anything_else() {
    let here = folder(&[("plan.ftspec", "mine")]);
    let mut seat = Seat::take(here.path(), &["plan.ftspec"], Lang::En, USUAL);
    seat.terminal.wait_for("`plan.ftspec` exists and stays as it is");
    seat.terminal.wait_for("plan-2.ftspec");
    assert!(!seat.terminal.screen().contains("1/"), "nothing is asked before: {}", seat.terminal.screen());
    seat.terminal.press(key::ENTER);
    refund_from_title(&mut seat);
    assert_eq!(seat.terminal.end(), 0);
    assert_eq!(read(here.path(), "plan.ftspec"), "mine");
    assert!(read(here.path(), "plan-2.ftspec").contains("spec \"Plan 2\""));
    // The title may lead to a name that is taken, too.
    let mut seat = Seat::take(here.path(), &[], Lang::En, USUAL);
    seat.answer(Topic::Title, "Plan");
    seat.terminal.wait_for("`plan.ftspec` exists and stays as it is");
    seat.terminal.press(key::CTRL_C);
    assert_eq!(seat.terminal.end(), 2);
    assert_eq!(files(here.path()), ["plan-2.ftspec", "plan.ftspec"]);
}

/// Enter, as often as there are questions.
fn refund_from_title(seat: &mut Seat) {
    seat.answer(Topic::Title, "");
    seat.choose(Topic::Kind, "style", 0);
    for question in &QUESTIONS[2..] {
        if matches!(
            question.topic,
            Topic::Deployment | Topic::Attempts | Topic::Shortfall | Topic::Changes | Topic::File | Topic::Quality
        ) {
            continue;
        }
        seat.answer(question.topic, "");
    }
}

// ---- ended at every question ---------------------------------------------------------------------------------------

/// Keys that lead through every question that there is.
fn keys(topic: Topic) -> String {
    match topic {
        Topic::Kind => key::DOWN.repeat(5),
        Topic::Tried | Topic::Source => key::DOWN.to_string(),
        Topic::Examples => "300".to_string(),
        _ => String::new(),
    }
}

/// Ends an interview at each of its questions; nothing may be left behind.
fn ended_everywhere(ending: impl Fn(&mut Terminal) + Sync, says_so: bool) {
    let places: Vec<usize> = (0..QUESTIONS.len()).collect();
    // Every place on a thread of its own would be more than a small machine likes.
    thread::scope(|scope| {
        for part in places.chunks(places.len().div_ceil(4)) {
            let ending = &ending;
            scope.spawn(move || {
                for at in part {
                    let here = folder(&[]);
                    let lang = if at.is_multiple_of(2) { Lang::En } else { Lang::Zh };
                    let mut seat = Seat::take(here.path(), &[], lang, USUAL);
                    for question in &QUESTIONS[..*at] {
                        seat.answer(question.topic, &keys(question.topic));
                    }
                    seat.wait_for(QUESTIONS[*at]);
                    ending(&mut seat.terminal);
                    let topic = QUESTIONS[*at].topic;
                    assert_eq!(seat.terminal.end(), 2, "{topic:?}: {}", seat.terminal.screen());
                    if says_so {
                        seat.terminal.wait_for(lang.pick("stopped; nothing was written", "已停止，没有写任何文件"));
                        assert!(seat.terminal.is_given_back(), "{topic:?}");
                    }
                    assert_eq!(files(here.path()), [""; 0], "{topic:?}");
                }
            });
        }
    });
}

#[test]
fn ctrl_c_at_every_question_leaves_nothing() {
    ended_everywhere(|terminal| terminal.press(key::CTRL_C), true);
}

#[test]
fn esc_at_every_question_leaves_nothing() {
    ended_everywhere(|terminal| terminal.press(key::ESC), true);
}

#[test]
fn the_end_of_input_at_every_question_leaves_nothing() {
    ended_everywhere(|terminal| terminal.press(key::CTRL_D), true);
}

#[test]
fn a_terminal_that_closes_at_every_question_leaves_nothing() {
    ended_everywhere(Terminal::close, false);
}

#[cfg(unix)]
#[test]
fn a_signal_at_every_question_leaves_nothing_and_gives_the_terminal_back() {
    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;
    let process = |terminal: &Terminal| Pid::from_raw(i32::try_from(terminal.process()).expect("a process"));
    ended_everywhere(|terminal| kill(process(terminal), Signal::SIGTERM).expect("it lives"), true);
}

/// A terminal that is not the process's own sends no signal when it goes. It has no size either.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_goes_without_a_word_is_seen_to_go() {
    use std::fs::OpenOptions;
    use std::io::Read;
    use std::os::unix::fs::OpenOptionsExt;
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    use nix::fcntl::OFlag;
    use nix::pty::{grantpt, posix_openpt, ptsname_r, unlockpt};

    let here = folder(&[]);
    // Nobody else may hold it open: its ends are closed in every process that is started.
    let mut screen = posix_openpt(OFlag::O_RDWR | OFlag::O_NOCTTY | OFlag::O_CLOEXEC).expect("a pseudo-terminal");
    grantpt(&screen).and_then(|()| unlockpt(&screen)).expect("it is ours");
    let name = ptsname_r(&screen).expect("it has a name");
    let end = || {
        let end = OpenOptions::new().read(true).write(true).custom_flags(OFlag::O_NOCTTY.bits()).open(&name);
        Stdio::from(end.expect("another end"))
    };
    let mut child =
        command(here.path(), &["new"]).stdin(end()).stderr(end()).stdout(Stdio::null()).spawn().expect("ftspec runs");
    let mut drawn = Vec::new();
    while !String::from_utf8_lossy(&drawn).contains("Esc stops") {
        let mut piece = [0; 1024];
        let length = screen.read(&mut piece).expect("something is drawn");
        drawn.extend(&piece[..length]);
    }
    drop(screen);
    let since = Instant::now();
    let code = loop {
        match child.try_wait().expect("it can be waited for") {
            Some(status) => break status.code(),
            None if since.elapsed() > Duration::from_secs(60) => {
                child.kill().expect("it lives");
                panic!("it waits for ever");
            }
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    assert_eq!(code, Some(2));
    assert_eq!(files(here.path()), [""; 0]);
}

// ---- answers that nobody expects -----------------------------------------------------------------------------------

#[test]
fn hostile_answers_are_kept_as_they_are() {
    let here = folder(&[]);
    let mut seat = Seat::take(here.path(), &["plan.ftspec", "--template", "style"], Lang::En, USUAL);
    let question = |topic| *QUESTIONS.iter().find(|question| question.topic == topic).expect("a question");
    seat.answer(Topic::Title, " \"}{\" // */ \\u{0} \"\"\"");
    seat.wait_for(question(Topic::Today));
    // Pasted line breaks belong to the answer; they do not answer the next question.
    seat.terminal.paste("first line\nsecond \"line\"\r\n\tthird");
    seat.terminal.press(key::ENTER);
    seat.answer(Topic::Target, "：，｛｝“”（）； 🙂‍↔️ e\u{301}");
    for question in &QUESTIONS[4..] {
        let skipped = [Topic::Deployment, Topic::Attempts, Topic::Shortfall, Topic::Changes];
        if skipped.contains(&question.topic) {
            continue;
        }
        let typed = match question.topic {
            Topic::Examples => "1200".to_string(),
            Topic::File => "}\" {.jsonl".to_string(),
            Topic::WorstCase => "long ".repeat(120),
            _ => String::new(),
        };
        seat.answer(question.topic, &typed);
    }
    assert_eq!(seat.terminal.end(), 0, "{}", seat.terminal.screen());
    let text = read(here.path(), "plan.ftspec");
    let analysis = Analysis::new(&text, &config());
    assert!(analysis.parsed().errors.is_empty(), "{text}");
    let goal = analysis.spec().goal().expect("a goal");
    assert_eq!(goal.today().given().expect("said").value, "first line second \"line\" third");
    assert_eq!(goal.target().given().expect("said").value, "：，｛｝“”（）； 🙂‍↔️ e\u{301}");
    assert_eq!(denied(&text), [""; 0]);
    assert_eq!(format(&text), text);
}

#[test]
fn the_help_shows_how() {
    let here = folder(&[]);
    let help = run(here.path(), &["new", "--help"]);
    assert!(help.code == 0 && help.out.contains("ftspec new --template format --yes"), "{}", help.out);
    for template in Template::ALL {
        assert!(help.out.contains(template.name()), "{}", help.out);
    }
    let script = run(here.path(), &["completions", "fish"]);
    assert!(script.out.contains("specialist") && script.out.contains("template"), "{}", script.out);
}

#[test]
fn the_settings_of_the_folder_count_on_the_last_screen() {
    let here = folder(&[("ftspec.toml", "least_status = \"proposed\"\n")]);
    let made = run(here.path(), &["new", "plan", "--template", "style", "--yes"]);
    assert!(made.code == 0 && made.out.contains("error[FT107]"), "{made:?}");
    assert_eq!(run(here.path(), &["check", "plan.ftspec"]).code, 1, "the check says the same");
}
