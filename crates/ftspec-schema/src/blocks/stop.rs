//! `stop`: when to stop, and what then.

use crate::block::{Block, Content, Count, LabelKind};
use crate::word::words;

/// The `stop` block.
pub static STOP: Block = Block {
    name: "stop",
    question: "when to stop, and what then",
    question_zh: "什么时候停，停了之后做什么",
    doc: "Agree on the end before the beginning: one line for each way in which it may come. The lines are read from \
          top to bottom after every round, and the first that surely holds decides. Stopping is then the plan being \
          followed, not somebody giving up. Have one line for a broken guard, one for success, and one that ends it \
          after so many rounds or so much money.",
    doc_zh: "开始之前就约定怎样结束：有几种结束的可能，就写几行。每轮之后从上到下读，第一条确定成立的说了算。这样停下来\
             是在执行计划，而不是谁半途而废。护栏失守写一行，成功写一行，再写一行到了多少轮、多少钱就结束。",
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
        Continue "continue" ["go_on", "proceed", "keep_going", "next", "again", "继续", "再训一轮"]
            "Run another round."
            "继续训练": "再跑一轮。",
        Ship "ship" ["release", "deploy", "launch", "done", "success", "publish", "上线", "发布"]
            "Done: the model may serve."
            "上线": "完成：模型可以投入使用。",
        Freeze "freeze" ["pause", "hold", "halt", "stop", "冻结", "停止", "暂停"]
            "Leave the parameters as they are and look for the trouble outside of them."
            "冻结参数": "参数保持不动，到参数之外去找问题。",
        Drop "drop" ["abandon", "cancel", "quit", "kill", "give_up", "放弃", "终止"]
            "End the project. What was learnt stays in this file."
            "放弃项目": "结束项目。学到的东西留在这个文件里。",
        FixData "fix_data" as "fix the data" ["clean_data", "relabel", "collect_data", "data", "修数据", "补数据"]
            "Go back to the data before any further round: examples, labels, balance."
            "修数据": "先回到数据，再谈下一轮：样本、标注、均衡。",
        FixEval "fix_eval" as "fix the evaluation" ["fix_metrics", "fix_evaluation", "fix_test", "eval", "修评估", "修评测"]
            "Go back to the evaluation: the measure does not tell what you need to know."
            "修评测": "回到评测：现在的指标没有告诉你该知道的事。",
        FixSystem "fix_system" as "fix the system" ["add_rules", "fix_rules", "fix_workflow", "harden", "system", "修系统", "加规则"]
            "Change code, rules or workflow around the model."
            "修系统": "改模型周围的代码、规则或流程。",
        FixPrompt "fix_prompt" as "fix the prompt" ["rewrite_prompt", "prompt", "改提示词", "修提示词"]
            "Change the instruction that goes with each call."
            "改提示词": "改每次调用附带的指令。",
        FixRetrieval "fix_retrieval" as "fix the retrieval" ["fix_rag", "fix_search", "rag", "retrieval", "修检索"]
            "Change how passages are cut, found or sorted."
            "修检索": "改段落的切分、查找或排序。",
    }
}
