//! Help pages in Chinese: the English page of clap, with each of its texts exchanged for the Chinese one. The English
//! texts stand in [`args`](crate::args) and beside the options; a test finds those that have no line here.

use std::io::{self, Write};

use clap::error::{Error, ErrorKind};
use ftspec_analysis::Lang;

use crate::complaint;

/// Prints what clap has to say in place of a command, in either language; a rare complaint that has no Chinese sentence
/// is English.
pub fn print(told: &Error, lang: Lang) -> io::Result<()> {
    let is_help = matches!(told.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand);
    let page = match lang {
        Lang::En => None,
        Lang::Zh if is_help => Some(translated(&told.render().ansi().to_string())),
        Lang::Zh => complaint::in_chinese(told),
    };
    let Some(page) = page else { return told.print() };
    match told.use_stderr() {
        true => anstream::stderr().write_all(page.as_bytes()),
        false => anstream::stdout().write_all(page.as_bytes()),
    }
}

fn translated(page: &str) -> String {
    // Longer texts first: some begin like others.
    let mut texts: Vec<&(&str, &str)> = CLAP.iter().chain(ARGUMENTS).chain(EXAMPLES).collect();
    texts.sort_by_key(|(english, _)| std::cmp::Reverse(english.len()));
    texts.iter().fold(page.to_string(), |page, (english, chinese)| page.replace(english, chinese))
}

/// What clap says by itself.
const CLAP: &[(&str, &str)] = &[
    ("Usage:", "用法："),
    ("Commands:", "命令："),
    ("Arguments:", "参数："),
    ("Options:", "选项："),
    ("Possible values:", "可用的值："),
    ("[possible values: ", "[可用的值："),
    ("[default: ", "[默认："),
    ("Print this message or the help of the given subcommand(s)", "显示这一页，或某个命令的帮助"),
    ("Print help (see more with '--help')", "显示帮助（`--help` 更详细）"),
    ("Print help (see a summary with '-h')", "显示帮助（`-h` 更简短）"),
    ("Print help", "显示帮助"),
    ("Print version", "显示版本"),
];

/// What commands and options are for.
const ARGUMENTS: &[(&str, &str)] = &[
    ("Check fine-tuning plans before the first training step", "在第一步训练之前检查微调计划"),
    (
        "Find what is wrong or missing in specs, and say whether tuning is the next step",
        "找出计划里的错误和遗漏，并判断下一步该不该微调",
    ),
    ("Write specs in the one way: indentation, alignment, blank lines", "把计划写成统一的样子：缩进、对齐、空行"),
    (
        "Explain a rule, a block, an attribute, a word, or the findings on a line",
        "说明一条规则、一个块、一个属性、一个词，或某一行上发现的问题",
    ),
    ("Write a first spec: an interview in the terminal, or a template", "写第一份计划：在终端里一问一答，或用模板"),
    (
        "Write the plan document: what people who decide read, sign and come back to",
        "生成计划文档：给做决定的人读、签字、回头查",
    ),
    (
        "The new file, or a folder for it; else a file here, named after the title",
        "新文件，或放它的文件夹；不写就在这里按标题取名",
    ),
    ("What kind of project it is", "项目属于哪一类"),
    ("Ask nothing: take what the template says, and mark the rest as open", "什么也不问：照模板写，其余标为待定"),
    ("Replies in the house style", "统一语气的客服回复"),
    ("Tickets as valid JSON", "工单转规范 JSON"),
    ("Messages to the right team", "客户消息分派到对应团队"),
    ("Summaries of inspection reports", "巡检报告摘要"),
    ("How sensitive requests are declined", "敏感请求的婉拒方式"),
    ("Product tags from a smaller model", "用小模型打商品标签"),
    ("Case notes on machines of our own", "在自有机器上整理案件笔记"),
    ("Specs, and folders of specs; `-` reads standard input", "计划文件或文件夹；`-` 表示标准输入"),
    (
        "How the document is written; else as the ending of the output says, else Markdown",
        "文档格式；不写就看输出文件的后缀，再不然就是 Markdown",
    ),
    (
        "The file to write; for several specs, the folder to write into. Else the screen",
        "写到哪个文件；多份计划时写文件夹。不写就输出到屏幕",
    ),
    ("Tell what changed in the plan since this commit, branch or tag", "列出自这个提交、分支或标签以来计划改了什么"),
    (
        "Exit with 1 unless the verdict has come that far; the document is written all the same",
        "结论没到这一步就以 1 退出；文档照样生成",
    ),
    (
        "Write the document again whenever the spec or its configuration changes; Ctrl-C ends it",
        "计划或配置一改就重新生成；按 Ctrl-C 结束",
    ),
    (
        "The day of the document, as 2026-11-21; else FTSPEC_TODAY, else today (UTC)",
        "文档日期，例如 2026-11-21；不写就用 FTSPEC_TODAY，再不然就是今天（UTC）",
    ),
    (
        "What to call standard input, and where its configuration is looked for",
        "标准输入叫什么名字，也决定到哪里找它的配置",
    ),
    ("GitHub-flavoured Markdown, with diagrams as Mermaid", "GitHub 风格的 Markdown，图用 Mermaid"),
    ("One self-contained page: to read, to print, to sign", "一个独立的网页：可读、可打印、可签字"),
    ("Tuning is a sound next step, or the goal is reached", "可以开始微调，或目标已经达到"),
    ("The goal is reached", "目标已经达到"),
    ("List every rule", "列出全部规则"),
    (
        "Show what `ftspec.toml` sets for a spec, value by value, and where each comes from",
        "逐项列出 `ftspec.toml` 对一份计划的设置，以及各自的来源",
    ),
    (
        "Serve an editor: the language server, on standard input and output",
        "为编辑器提供服务：标准输入输出上的语言服务器",
    ),
    ("Print a script that completes `ftspec` in your shell", "输出让 shell 补全 `ftspec` 的脚本"),
    ("Print the manual page", "输出手册页"),
    (
        "When to use colours; `auto` looks at the terminal and at NO_COLOR",
        "什么时候用颜色；`auto` 看终端和 NO_COLOR 来定",
    ),
    ("On a terminal, unless the environment says no", "在终端上用，除非环境变量说不用"),
    ("Always\n", "总是用\n"),
    ("Never\n", "从不用\n"),
    (
        "The language of findings and pages: en or zh; else FTSPEC_LANG, else English",
        "输出用的语言：en 或 zh；不写则看 FTSPEC_LANG，再不然用英文",
    ),
    (
        "Files and folders; `-` reads standard input. Folders are walked as git sees them",
        "文件和文件夹；`-` 表示读标准输入。遍历文件夹时，git 忽略的就跳过",
    ),
    ("How to show what was found", "用什么格式显示发现的问题"),
    ("For people: the line, what is wrong with it, what to do", "给人看：哪一行、哪里不对、怎么办"),
    ("One line a finding", "每个问题一行"),
    ("One JSON object", "一个 JSON 对象"),
    ("SARIF 2.1.0, for code scanning", "SARIF 2.1.0，用于代码扫描"),
    ("Annotations for GitHub Actions", "GitHub Actions 的行内注释"),
    ("A Code Quality report for GitLab", "GitLab 的 Code Quality 报告"),
    ("A test report in JUnit's XML", "JUnit XML 格式的测试报告"),
    ("Fail on warnings, too", "有警告也算失败"),
    ("List what a draft has not said yet, instead of counting it", "逐条列出草稿里还没写到的地方，而不只是计数"),
    (
        "Judge every spec anew, and remember nothing; else a large folder is not judged again where nothing changed",
        "每份计划都重新判断，什么也不记；否则文件夹较大时，没有变化的计划不再重新判断",
    ),
    (
        "The day of the check, as 2026-11-21; else FTSPEC_TODAY, else today (UTC)",
        "按哪一天来检查，写成 2026-11-21；不写则看 FTSPEC_TODAY，再不然用今天（UTC）",
    ),
    (
        "What to call standard input in messages, and where its configuration is looked for",
        "消息里怎样称呼标准输入，以及从哪里找它的配置",
    ),
    ("What to call standard input in messages", "消息里怎样称呼标准输入"),
    (
        "Use this configuration for every spec, instead of the nearest `ftspec.toml` above it",
        "所有计划都用这份配置，而不用各自上方最近的 `ftspec.toml`",
    ),
    ("Use this configuration, instead of the nearest `ftspec.toml`", "用这份配置，而不用最近的 `ftspec.toml`"),
    (
        "Write a report to a file, too, as `sarif=ftspec.sarif`; may be given several times",
        "同时把报告写到文件，例如 `sarif=ftspec.sarif`；可以写多次",
    ),
    ("Count findings by rule", "按规则统计问题个数"),
    (
        "List what is accepted, with reasons and days, instead of checking",
        "不做检查，而是列出已接受的问题，连同理由和日期",
    ),
    ("Hide findings that FILE lists; only others are shown and fail", "不显示 FILE 里记录的问题，只看其余的"),
    (
        "Write all findings to FILE, as known from now on; this run hides them already",
        "把全部问题写进 FILE，从此算作已知；这一次就不再显示",
    ),
    (
        "Hide findings that the files had at this commit of git, or where the branch left it",
        "不显示文件在这个 git 提交（或分支分叉处）时就有的问题",
    ),
    ("Mend what can be mended safely, then check again", "修好能放心修的，然后再检查一遍"),
    ("Mend also what most likely means the same; a person should look at it", "连意思多半不变的也修；修完要有人看一遍"),
    (
        "Write nothing: show what would be mended, exit 1 if there is anything",
        "什么也不写：只显示会修哪些，有的话以 1 退出",
    ),
    (
        "Files and folders; `-` formats standard input to standard output",
        "文件和文件夹；`-` 把标准输入排好写到标准输出",
    ),
    (
        "Write nothing; list the files that would change and exit with 1 if there are any",
        "什么也不写；列出会变的文件，有的话以 1 退出",
    ),
    ("Write nothing; show the changes", "什么也不写；显示会有哪些改动"),
    (
        "RULE, CODE, BLOCK, BLOCK.ATTRIBUTE, a word, or FILE:LINE",
        "RULE、CODE、BLOCK、BLOCK.ATTRIBUTE、一个词，或 FILE:LINE",
    ),
    ("How to show the list", "用什么格式显示列表"),
    ("Columns for a terminal", "终端上的表格"),
    ("The documentation of every rule, as one Markdown page", "全部规则的说明，合成一页 Markdown"),
    ("A spec, or a folder of specs", "一份计划，或放计划的文件夹"),
    ("How to show the values", "用什么格式显示各项设置"),
    ("Print the JSON Schema of `ftspec.toml` instead", "改为输出 `ftspec.toml` 的 JSON Schema"),
    ("Your shell", "所用的 shell"),
];

/// What stands below the options.
const EXAMPLES: &[(&str, &str)] = &[
    ("Examples:", "例子："),
    ("a first plan, by questions and answers", "一问一答，写出第一份计划"),
    ("the document that people read and sign", "给人读、给人签字的文档"),
    ("questions and answers; the file is named after the title", "一问一答；文件按标题取名"),
    ("the same, into this file", "同样，写进这个文件"),
    ("the same, for a change of tone", "同样，用于改变语气的项目"),
    ("no questions: the template's wording, the rest marked open", "不提问：照模板写，其余标为待定"),
    ("the same in Chinese\n", "用中文\n"),
    (
        "Nothing is ever overwritten, and nothing is written before the last answer: Esc or Ctrl-C leaves no file.",
        "从不覆盖已有文件；答完最后一题才写文件，中途按 Esc 或 Ctrl-C 不会留下任何文件。",
    ),
    ("Exit codes: 0 written, 2 not written.", "退出码：0 已写好，2 没有写。"),
    ("Markdown, on the screen", "Markdown，输出到屏幕"),
    ("one file to send, print and sign", "一个文件，可发送、打印、签字"),
    ("again after every change", "每次改动后重新生成"),
    ("a document for every spec of a folder", "给文件夹里的每份计划各生成一份文档"),
    ("with what changed, requirement by requirement", "并逐条列出改了什么"),
    ("for CI: exit 1 unless tuning is the next step", "用于 CI：还不能微调就以 1 退出"),
    (
        "A plan with findings is written all the same; it begins with what to mend first. Errors of the language are no plan.",
        "有问题的计划照样生成文档，开头就写先改什么。语法层面有错误就不生成。",
    ),
    (
        "Exit codes: 0 written, 1 errors of the language or --require not met, 2 something could not be read or written.",
        "退出码：0 已写好，1 有语法层面的错误或没达到 --require，2 有东西读不了或写不了。",
    ),
    ("every spec in this folder and below", "这个文件夹及其下的每份计划"),
    ("one spec\n", "一份计划\n"),
    ("why a finding matters, and what to do", "一个问题为什么要紧，该怎么办"),
    ("what may be written there", "那里可以写什么"),
    ("what there is to say about a line", "某一行有什么可说的"),
    ("the same in Chinese; FTSPEC_LANG=zh makes it the rule", "用中文输出；设了 FTSPEC_LANG=zh 就总用中文"),
    ("format every spec\n", "把每份计划排好\n"),
    (
        "Exit codes: 0 nothing in the way, 1 findings, 2 the job could not be done.",
        "退出码：0 没有问题，1 有问题，2 没能完成。",
    ),
    ("this folder and everything below", "这个文件夹及其下的一切"),
    ("a folder and a file", "一个文件夹和一个文件"),
    ("for scripts", "供脚本使用"),
    ("one line a finding, for editors", "每个问题一行，供编辑器使用"),
    ("for CI: warnings fail, too", "用于 CI：有警告也算失败"),
    ("mend what is safe to mend", "修好能放心修的"),
    ("show what could be mended", "显示能修哪些"),
    ("annotations on the screen, SARIF in a file", "屏幕上是行内注释，SARIF 写进文件"),
    ("how often each rule speaks", "每条规则报了多少次"),
    ("take stock of what is there today", "给今天已有的问题留底"),
    ("show and fail on what is new", "只看新增的问题"),
    ("show and fail on what this branch brings", "只看这个分支带来的问题"),
    ("every finding that a team lives with", "团队已接受的每个问题"),
    (
        "Exit codes: 0 nothing at deny, 1 findings at deny, 2 something could not be read or written.",
        "退出码：0 没有 deny 级的问题，1 有 deny 级的问题，2 有东西读不了或写不了。",
    ),
    ("format every spec in this folder and below", "把这个文件夹及其下的每份计划排好"),
    ("format one\n", "只排一份\n"),
    ("for CI: list what would change, exit 1 if anything would", "用于 CI：列出会变的文件，有的话以 1 退出"),
    ("show what would change, write nothing", "显示会有哪些改动，什么也不写"),
    ("standard input to standard output", "从标准输入到标准输出"),
    (
        "Exit codes: 0 done, 1 with --check where something would change, 2 something could not be read or written.",
        "退出码：0 完成，1 用了 --check 而有文件会变，2 有东西读不了或写不了。",
    ),
    ("a rule, by its name", "一条规则，写名称"),
    ("or by its code", "或写编号"),
    ("a block\n", "一个块\n"),
    ("an attribute, with the words that may stand there", "一个属性，以及那里可用的词"),
    ("a word\n", "一个词\n"),
    ("the top level of a spec", "文件顶层"),
    ("the findings on a line", "某一行上发现的问题"),
    ("a table\n", "表格\n"),
    ("the whole handbook: reasons, examples, options", "整本手册：理由、例子、选项"),
    ("every value that counts for this spec", "对这份计划生效的每一项"),
    ("for editors that complete TOML", "供能补全 TOML 的编辑器使用"),
    (
        "Editors start it themselves; docs/editors.md has their settings. It speaks the Language Server Protocol.",
        "由编辑器自己启动，各编辑器的设置见 docs/editors.md。它遵循 Language Server Protocol。",
    ),
    ("for an editor's settings", "写进编辑器的设置"),
    ("messages in Chinese, whatever the editor speaks", "不管编辑器用什么语言，消息都用中文"),
    ("Exit codes: 0 after the editor has said goodbye, 1 where it has not.", "退出码：0 编辑器正常道别，1 没有道别。"),
];
