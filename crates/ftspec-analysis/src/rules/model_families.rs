//! The families of language models, by the names that people write for them.
//!
//! A family is a maker's line: models that share their pretraining, so that one of them likes the way another one
//! writes. Two lines of one maker are two families where the one was not made from the other (`gpt` and `gpt-oss`,
//! `gemini` and `gemma`). A model that somebody else tuned or distilled from a line belongs to that line too, and its
//! name nearly always says so: `DeepSeek-R1-Distill-Qwen-7B` has two families.
//!
//! Names are read as people and registries write them, whatever the case: with the account before a slash
//! (`meta-llama/Llama-3.1-8B-Instruct`, `accounts/fireworks/models/qwen2p5-72b-instruct`), with a service's prefix
//! (`us.anthropic.claude-3-5-sonnet-20241022-v2:0`, `ft:gpt-4o-mini:acme::8x2`), with a tag (`qwen2.5:7b`), or in
//! Chinese. A name that fits no row is of no known family, and nothing is said about it.

/// One line of models.
#[derive(Debug)]
pub(super) struct Family {
    /// As it is called in messages.
    pub name: &'static str,
    /// How it is recognised. A mark is one word or several, in lower case, set apart in a model's name by anything that
    /// is neither letter nor digit; the last word may have a version behind it (`qwen2`, `llama3`). `^` before it asks
    /// that it begin the name. A mark in Chinese may stand anywhere in a word.
    marks: &'static [&'static str],
}

/// Every family that is known. Where two marks fit at one place, the longer one counts.
static FAMILIES: &[Family] = &[
    // OpenAI. The open weights are a line of their own.
    family("gpt-oss", &["gpt oss", "gptoss"]),
    family("gpt", &["gpt", "chatgpt", "^o1", "^o3", "^o4", "openai o1", "openai o3", "openai o4"]),
    family("gpt", &["text davinci", "text curie", "davinci", "babbage"]),
    // Anthropic.
    family("claude", &["claude"]),
    // Google.
    family("gemini", &["gemini", "learnlm"]),
    family("gemma", &["gemma", "codegemma", "medgemma", "shieldgemma", "paligemma", "recurrentgemma"]),
    family("palm", &["palm", "text bison", "chat bison", "text unicorn"]),
    family("t5", &["t5", "flan t5", "mt5", "flan ul2"]),
    // Meta, and well-known models made from its weights.
    family("llama", &["llama", "codellama", "tinyllama", "vicuna", "llamaguard"]),
    // Mistral AI.
    family("mistral", &["mistral", "mixtral", "ministral", "codestral", "devstral", "magistral", "mathstral"]),
    family("mistral", &["pixtral", "voxtral"]),
    // Microsoft.
    family("phi", &["phi"]),
    // xAI.
    family("grok", &["grok"]),
    // Amazon.
    family("nova", &["nova micro", "nova lite", "nova pro", "nova premier"]),
    family("titan", &["titan text"]),
    // Cohere.
    family("command", &["command r", "command a", "command light", "command nightly", "command text", "c4ai command"]),
    family("aya", &["aya", "c4ai aya"]),
    // NVIDIA. Its tuned Llamas carry both names.
    family("nemotron", &["nemotron", "minitron"]),
    // IBM.
    family("granite", &["granite"]),
    // Databricks, Snowflake, AI21, Reka.
    family("dbrx", &["dbrx"]),
    family("mpt", &["mpt"]),
    family("arctic", &["snowflake arctic"]),
    family("jamba", &["jamba"]),
    family("reka", &["reka"]),
    // Alibaba.
    family("qwen", &["qwen", "qwq", "qvq", "codeqwen", "tongyi", "通义", "千问"]),
    // DeepSeek.
    family("deepseek", &["deepseek", "深度求索"]),
    // Zhipu and Tsinghua.
    family("glm", &["glm", "chatglm", "codegeex", "zhipu", "智谱"]),
    // Baichuan.
    family("baichuan", &["baichuan", "百川"]),
    // Shanghai AI Laboratory.
    family("internlm", &["internlm", "intern s1", "书生"]),
    // 01.AI.
    family("yi", &["yi", "零一万物"]),
    // Moonshot.
    family("kimi", &["kimi", "moonshot", "moonlight", "月之暗面"]),
    // MiniMax.
    family("minimax", &["minimax", "abab"]),
    // ByteDance.
    family("doubao", &["doubao", "seed oss", "skylark", "豆包"]),
    // Tencent.
    family("hunyuan", &["hunyuan", "混元"]),
    // Baidu.
    family("ernie", &["ernie", "文心"]),
    // iFlytek.
    family("spark", &["sparkdesk", "spark max", "spark lite", "spark pro", "iflytek spark", "讯飞星火", "星火"]),
    // Huawei.
    family("pangu", &["pangu", "盘古"]),
    // StepFun.
    family("step", &["stepfun", "^step", "阶跃星辰"]),
    // Xiaomi, Meituan, OpenBMB, Kunlun, Yuanxiang, China Telecom, BAAI.
    family("mimo", &["mimo"]),
    family("longcat", &["longcat"]),
    family("minicpm", &["minicpm", "cpm"]),
    family("skywork", &["skywork", "天工"]),
    family("xverse", &["xverse"]),
    family("telechat", &["telechat"]),
    family("aquila", &["aquila", "aquilachat"]),
    // Laboratories and communities.
    family("olmo", &["olmo", "olmoe"]),
    family("pythia", &["pythia", "gpt neo", "gpt neox", "gpt j", "gptj"]),
    family("falcon", &["falcon"]),
    family("bloom", &["bloom", "bloomz"]),
    family("stablelm", &["stablelm", "stable lm", "stablecode"]),
    family("starcoder", &["starcoder", "starchat"]),
    family("smollm", &["smollm"]),
    family("exaone", &["exaone"]),
    family("solar", &["solar"]),
    family("rwkv", &["rwkv"]),
];

const fn family(name: &'static str, marks: &'static [&'static str]) -> Family {
    Family { name, marks }
}

/// Longer names are cut: no model is called by a whole page.
const LONGEST: usize = 400;

/// The names of the families that a model's name tells of, in the order in which it does; none where it fits no row.
/// The part behind the last slash counts before the account in front of it.
pub(super) fn families_of(model: &str) -> Vec<&'static str> {
    let name: String = model.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    name.rsplit('/').map(marked).find(|families| !families.is_empty()).unwrap_or_default()
}

/// The families whose marks stand in one part of a name.
fn marked(part: &str) -> Vec<&'static str> {
    let words: Vec<&str> = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut families = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let fits = FAMILIES.iter().flat_map(|family| family.marks.iter().map(move |mark| (family, mark)));
        let longest = fits
            .filter_map(|(family, mark)| Some((length(mark, &words[at..], at == 0)?, family)))
            .max_by_key(|(length, _)| *length);
        let Some((length, family)) = longest else {
            at += 1;
            continue;
        };
        if !families.contains(&family.name) {
            families.push(family.name);
        }
        at += length;
    }
    families
}

/// How many words a mark takes up, where it stands at the beginning of these.
fn length(mark: &str, words: &[&str], first: bool) -> Option<usize> {
    let mark = match mark.strip_prefix('^') {
        Some(_) if !first => return None,
        Some(mark) => mark,
        None => mark,
    };
    if !mark.is_ascii() {
        return words.first()?.contains(mark).then_some(1);
    }
    let mut count = 0;
    let mut marks = mark.split(' ').peekable();
    while let Some(word) = marks.next() {
        let written = *words.get(count)?;
        let fits = if marks.peek().is_some() { written == word } else { is_version_of(written, word) };
        if !fits {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Whether a word is the mark, or the mark with a version behind it: `qwen`, `qwen2`, `llamav2`.
fn is_version_of(written: &str, mark: &str) -> bool {
    let Some(rest) = written.strip_prefix(mark) else { return false };
    let rest = rest.strip_prefix('v').unwrap_or(rest);
    written == mark || rest.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, families_of};

    #[test]
    fn names_as_they_are_written() {
        for (name, families) in [
            ("meta-llama/Llama-3.1-8B-Instruct", &["llama"][..]),
            ("meta.llama3-1-70b-instruct-v1:0", &["llama"]),
            ("accounts/fireworks/models/llama-v3p1-8b-instruct", &["llama"]),
            ("codellama/CodeLlama-7b-hf", &["llama"]),
            ("Qwen/Qwen2.5-7B", &["qwen"]),
            ("qwen2.5:7b", &["qwen"]),
            ("ollama/qwen3:8b", &["qwen"]),
            ("QwQ-32B-Preview", &["qwen"]),
            ("通义千问-Max", &["qwen"]),
            ("通义千问2.5", &["qwen"]),
            ("gpt-4o", &["gpt"]),
            ("GPT4", &["gpt"]),
            ("gpt-5.1 (2025-11)", &["gpt"]),
            ("azure/gpt-4o-mini-2024-07-18", &["gpt"]),
            ("ft:gpt-4o-mini:acme::8x2", &["gpt"]),
            ("o3-mini", &["gpt"]),
            ("openai/o1", &["gpt"]),
            ("gpt-oss-20b", &["gpt-oss"]),
            ("openai/gpt-oss-120b", &["gpt-oss"]),
            ("GPT_OSS_20B", &["gpt-oss"]),
            ("us.anthropic.claude-3-5-sonnet-20241022-v2:0", &["claude"]),
            ("anthropic/claude-sonnet-4.5", &["claude"]),
            ("deepseek-ai/DeepSeek-V3", &["deepseek"]),
            ("deepseek-r1-distill-qwen-7b", &["deepseek", "qwen"]),
            ("DeepSeek-R1-Distill-Llama-8B", &["deepseek", "llama"]),
            ("mistralai/Mixtral-8x7B-Instruct-v0.1", &["mistral"]),
            ("mistral-large-2407", &["mistral"]),
            ("google/gemma-2-9b-it", &["gemma"]),
            ("models/gemini-2.0-flash", &["gemini"]),
            ("THUDM/glm-4-9b-chat", &["glm"]),
            ("chatglm3-6b", &["glm"]),
            ("智谱 GLM-4", &["glm"]),
            ("baichuan-inc/Baichuan2-7B-Chat", &["baichuan"]),
            ("internlm/internlm2_5-7b-chat", &["internlm"]),
            ("microsoft/Phi-3.5-mini-instruct", &["phi"]),
            ("01-ai/Yi-1.5-34B-Chat", &["yi"]),
            ("nvidia/Llama-3.1-Nemotron-70B-Instruct", &["llama", "nemotron"]),
            ("moonshotai/Kimi-K2-Instruct", &["kimi"]),
            ("CohereForAI/c4ai-command-r-plus", &["command"]),
            ("EleutherAI/gpt-neox-20b", &["pythia"]),
            ("/srv/claude/checkpoints/qwen2-7b-ours", &["qwen"]),
            ("qwen/checkpoint-3000", &["qwen"]),
        ] {
            assert_eq!(families_of(name), families, "{name}");
        }
    }

    #[test]
    fn other_names_have_no_family() {
        for name in
            ["", "…", "/", "acme-judge-2", "our best model", "ollama", "marco-o1", "delphi-7b", "graphite", "yield"]
        {
            assert_eq!(families_of(name), [""; 0], "{name}");
        }
    }

    #[test]
    fn marks_are_written_as_names_are_read() {
        for mark in FAMILIES.iter().flat_map(|family| family.marks) {
            let plain = mark.trim_start_matches('^');
            assert!(plain.split(' ').all(|word| !word.is_empty() && word.chars().all(char::is_alphanumeric)), "{mark}");
            assert_eq!(plain, plain.to_lowercase(), "{mark}");
        }
    }
}
