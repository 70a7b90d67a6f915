//! `stop`: when to stop, and what then.

use crate::block::{Block, Content, Count, LabelKind};
use crate::word::words;

/// The `stop` block.
pub static STOP: Block = Block {
    name: "stop",
    question: "when to stop, and what then",
    doc: "Agree on the end before the beginning: one line for each way in which it may come. The lines are read from \
          top to bottom after every round, and the first that surely holds decides. Stopping is then the plan being \
          followed, not somebody giving up. Have one line for a broken guard, one for success, and one that ends it \
          after so many rounds or so much money.",
    example: r"stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when tone_adherence gains < 1% over 2 rounds   then fix_data
  when tone_adherence varies > 3%                then fix_eval
  when rounds >= 5 or spend >= 400usd            then drop
}",
    aliases: &["stopping", "stop_conditions", "exit", "until", "stops", "end", "停止", "停点", "停止条件"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[],
    children: &[],
    content: Content::Arms,
};

words! {
    /// What a stop condition leads to; also what was done before a round.
    pub enum Action, "stop action" / "停止动作" {
        Continue "continue" ["go_on", "proceed", "keep_going", "next", "again", "继续", "再训一轮"] "Run another round.",
        Ship "ship" ["release", "deploy", "launch", "done", "success", "publish", "上线", "发布"] "Done: the model may serve.",
        Freeze "freeze" ["pause", "hold", "halt", "stop", "冻结", "停止", "暂停"] "Leave the parameters as they are and look for the trouble outside of them.",
        Drop "drop" ["abandon", "cancel", "quit", "kill", "give_up", "放弃", "终止"] "End the project. What was learnt stays in this file.",
        FixData "fix_data" ["clean_data", "relabel", "collect_data", "data", "修数据", "补数据"] "Go back to the data before any further round: examples, labels, balance.",
        FixEval "fix_eval" ["fix_metrics", "fix_evaluation", "fix_test", "eval", "修评估", "修评测"] "Go back to the evaluation: the measure does not tell what you need to know.",
        FixSystem "fix_system" ["add_rules", "fix_rules", "fix_workflow", "harden", "system", "修系统", "加规则"] "Change code, rules or workflow around the model.",
        FixPrompt "fix_prompt" ["rewrite_prompt", "prompt", "改提示词", "修提示词"] "Change the instruction that goes with each call.",
        FixRetrieval "fix_retrieval" ["fix_rag", "fix_search", "rag", "retrieval", "修检索"] "Change how passages are cut, found or sorted.",
    }
}
