//! Talk about anything: there is no one behaviour to teach.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::{GoalKind, TaskType};

/// `general-chat`
pub static RULE: Rule = Rule {
    code: "FT111",
    name: "general-chat",
    level: Level::Deny,
    route: Some(Route::Prompt),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The task is open chat, or the goal is a model that is better all round.",
            why: "An assistant, a guide or a tutor that talks about whatever comes up is what the large models are \
              built for: instructions, turns of talk and calls of tools get such a bot nearly all the way. A training \
              costs much here and gives little back, for there is no one behaviour to show: a few thousand chats teach \
              their own topics and their own mood, and the rest of the world comes out as it did before, or worse. \
              What falls short in such a bot is most often one definite thing, and that thing can be named.",
            instead: "Arrange prompts, turns and tools around a strong model. If one thing still goes wrong steadily, such \
                  as the tone of refusals, make that one thing the goal, and its task the type.",
            accept_when: "A base model without any instruction training has to be made able to talk at all, and no chat \
                      model may be used in its place.",
        },
        zh: Page {
            summary: "任务是开放闲聊，或者目标是一个“各方面都更好”的模型。",
            why: "AI 客服、AI 导游、AI 导师这类什么都聊的机器人，大模型本来就擅长：编排好提示词，加上多轮对话和工具调用，\
                  基本就能搞定。在这里微调成本高、回报低，因为没有一种明确的行为可以示范：几千段聊天只会教会模型这些话题\
                  和这种口气，其余的照旧，甚至变差。这样的机器人真正不够好的地方，往往是一件具体的事，而具体的事是说得\
                  出来的。",
            instead: "在强模型外面编排提示词、多轮对话和工具。如果有一件事始终做不稳，比如拒绝时的语气，就把这一件事写成\
                      目标，任务类型也照它来写。",
            accept_when: "基座模型完全没有做过指令训练，要先让它能对话，而现成的对话模型又都不许用。",
        },
        bad: r#"
task {
  type:       open_chat
  input:      "any message of a visitor to the docs site"
  output:     "a reply of at most 60 words"
  deployment: private
  iterates:   true
}
"#,
        good: r#"
task {
  type:       generation
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  deployment: private
  iterates:   true
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    if spec.task().is_none() && spec.goal().is_none() {
        return None;
    }
    let chat = spec.task().and_then(|task| task.kind().given()).filter(|kind| kind.value == TaskType::OpenChat);
    let mut general = spec.goals().flat_map(|goal| goal.kinds()).filter(|kind| kind.value == GoalKind::General);
    let lang = found.lang();
    let help = say!(
        lang,
        "serve this with prompts, turns and tools around a strong model; tune one definite behaviour if it still fails \
         steadily then",
        "用强模型加提示词、多轮对话和工具来做；之后如果有一种明确的行为始终做不稳，再针对它微调"
    );
    match (chat, general.next()) {
        (Some(chat), goal) => {
            let report = found
                .wrong(
                    chat.span,
                    say!(
                        lang,
                        "open chat gives a training no one behaviour to teach",
                        "开放闲聊没有一种明确的行为可教"
                    ),
                )
                .label(say!(lang, "talk about anything", "什么都聊"))
                .help(help);
            if let Some(goal) = goal {
                report.also(goal.span, say!(lang, "and a goal of everything", "目标也是“全面更好”"));
            }
        }
        (None, Some(goal)) => {
            found
                .wrong(
                    goal.span,
                    say!(
                        lang,
                        "a model that is better all round is no goal for one training",
                        "“全面更好”不能作为一次微调的目标"
                    ),
                )
                .label(say!(lang, "names no behaviour", "没有指明哪一种行为"))
                .help(help);
        }
        // What could not be read may be the word.
        (None, None) if spec.task().is_some_and(|task| task.kind().is_broken()) => return None,
        (None, None) if spec.goals().any(|goal| goal.kind().is_broken()) => return None,
        (None, None) => {}
    }
    JUDGED
}
