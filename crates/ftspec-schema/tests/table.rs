//! The table as a whole: that it is sound in itself, and that it holds the words of the language and no others.
//!
//! The expected words stand here as literal text, copied from the description of the language: a word that is
//! removed, renamed or added by accident turns a test red.

use std::collections::HashMap;

use ftspec_schema::*;

/// Hands the Rust enum of every vocabulary to a macro.
macro_rules! for_each_vocabulary {
    ($apply:ident) => {
        $apply! {
            Action AgreementKind BaselineMethod Better Cause Changes Chunking Coverage CoversKind DataFormat
            Deployment Domain Enforcer Exposure FallbackAction GoalKind Judge Measures MetricMethod OnConflict
            OnMissing Outcome PersonalData Provenance Quality Role Source SplitBy Stage Status TaskType Tier Tuning
        }
    };
}

/// Every block, the top level included, each once.
fn blocks() -> Vec<&'static Block> {
    let mut blocks: Vec<&Block> = vec![&FILE];
    for (_, block) in all() {
        if !blocks.iter().any(|known| std::ptr::eq(*known, block)) {
            blocks.push(block);
        }
    }
    blocks
}

fn attributes() -> impl Iterator<Item = (&'static Block, &'static Attribute)> {
    blocks().into_iter().flat_map(|block| block.attributes.iter().map(move |attribute| (block, attribute)))
}

/// Every vocabulary, each once, with the name of its Rust enum.
fn vocabularies() -> Vec<(&'static str, &'static WordSet)> {
    macro_rules! sets {
        ($($name:ident)*) => { vec![$((stringify!($name), $name::set())),*] };
    }
    for_each_vocabulary!(sets)
}

fn names(words: &[Word]) -> Vec<&'static str> {
    words.iter().map(|word| word.name).collect()
}

/// Complains unless names and aliases are distinct throughout one list of entries.
fn distinct(list: &str, entries: impl IntoIterator<Item = (&'static str, &'static [&'static str])>) {
    let entries: Vec<_> = entries.into_iter().collect();
    let mut owners = HashMap::new();
    for (name, _) in &entries {
        assert!(owners.insert(*name, *name).is_none(), "{list}: `{name}` stands twice");
    }
    for (name, aliases) in &entries {
        for alias in *aliases {
            let identifier = alias.starts_with(|c: char| c.is_alphabetic())
                && alias.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
            assert!(identifier, "{list}: nobody can write `{alias}` for `{name}`");
            if let Some(owner) = owners.insert(*alias, *name) {
                panic!("{list}: alias `{alias}` of `{name}` also leads to `{owner}`");
            }
        }
    }
}

/// Complains unless `doc` is made of whole sentences.
fn sentences(place: &str, doc: &str) {
    let first = doc.chars().next().unwrap_or_else(|| panic!("{place}: no doc text"));
    assert!(first.is_uppercase(), "{place} starts in lower case: {doc}");
    assert!(doc.ends_with(['.', '?', '!']), "{place} ends in the middle: {doc}");
    assert!(!doc.contains("  ") && !doc.contains('\n'), "{place} has stray white space: {doc}");
}

#[test]
fn blocks_are_distinct() {
    distinct("blocks", blocks().into_iter().map(|block| (block.name, block.aliases)));
}

#[test]
fn whatever_stands_in_one_block_is_distinct() {
    for block in blocks() {
        let attributes = block.attributes.iter().map(|attribute| (attribute.name, attribute.aliases));
        let children = block.children.iter().map(|child| (child.name, child.aliases));
        let statements = block.statements().iter().map(|statement| (statement.name, statement.aliases));
        distinct(&block.place(), attributes.chain(children).chain(statements));
    }
}

#[test]
fn words_are_distinct() {
    for (name, set) in vocabularies() {
        distinct(name, set.words.iter().map(|word| (word.name, word.aliases)));
    }
}

#[test]
fn every_vocabulary_is_used() {
    let used: Vec<*const WordSet> = attributes()
        .filter_map(|(_, attribute)| match attribute.ty {
            Type::Word(set) => Some(set() as *const WordSet),
            _ => None,
        })
        .collect();
    for (name, set) in vocabularies() {
        assert!(used.contains(&(set as *const WordSet)), "{name} is the type of no attribute");
    }
    for (block, attribute) in attributes() {
        if let Type::Word(set) = attribute.ty {
            let listed = vocabularies().iter().any(|(_, known)| std::ptr::eq(*known, set()));
            assert!(listed, "{}.{} has a vocabulary that these tests do not know", block.name, attribute.name);
        }
    }
}

#[test]
fn docs_are_sentences() {
    for block in blocks() {
        sentences(&block.place(), block.doc);
        assert!(!block.question.is_empty() && !block.question.ends_with(['.', '?']), "{}", block.question);
        for statement in block.statements() {
            sentences(statement.name, statement.doc);
        }
    }
    for (block, attribute) in attributes() {
        sentences(&format!("{}.{}", block.name, attribute.name), attribute.doc);
    }
    for (name, set) in vocabularies() {
        for word in set.words {
            sentences(&format!("{name}: {}", word.name), word.doc);
        }
    }
}

#[test]
fn titles_read_well_in_a_message() {
    for (name, set) in vocabularies() {
        assert!(!set.title.starts_with(['a', 'e', 'i', 'o', 'u']), "{name}: \"a {}\"", set.title);
        assert!(set.title_zh.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{name}: {}", set.title_zh);
    }
}

#[test]
fn examples_begin_with_what_they_show() {
    for block in blocks() {
        let keyword = if block.name.is_empty() { "spec" } else { block.name };
        assert!(block.example.starts_with(&format!("{keyword} ")), "{}: {}", block.name, block.example);
        assert_eq!(block.example.matches('{').count(), block.example.matches('}').count(), "{}", block.example);
        assert!(block.example.lines().all(|line| line.trim_end() == line && line.len() <= 100), "{}", block.example);
        if block.label == LabelKind::Required {
            assert!(!block.example.starts_with(&format!("{keyword} {{")), "no label: {}", block.example);
        } else if !block.name.is_empty() {
            assert!(block.example.starts_with(&format!("{keyword} {{")), "{}", block.example);
        }
        for statement in block.statements() {
            assert!(statement.example.starts_with(&format!("{} ", statement.name)), "{}", statement.example);
            let compares = statement.example.split_whitespace().count() > 2;
            assert_eq!(compares, statement.compares, "{}", statement.example);
        }
    }
    for (block, attribute) in attributes() {
        let opening = format!("{}: ", attribute.name);
        assert!(attribute.example.starts_with(&opening), "{}: {}", block.name, attribute.example);
        assert!(!attribute.example.contains('\n'), "{}: {}", block.name, attribute.example);
    }
}

#[test]
fn examples_use_only_words_that_exist() {
    for (block, attribute) in attributes() {
        let Type::Word(set) = attribute.ty else { continue };
        let value = attribute.example.split_once(": ").unwrap().1;
        for word in value.trim_matches(['[', ']']).split(", ") {
            assert!(set().get(word).is_some(), "{}: {}", block.name, attribute.example);
        }
    }
}

/// For each line of an example the attribute that it shows: indentation, name, column of the value.
fn shown(example: &str) -> Vec<Option<(usize, &str, usize)>> {
    fn attribute(line: &str) -> Option<(usize, &str, usize)> {
        let indentation = line.len() - line.trim_start().len();
        let (name, value) = line.trim_start().split_once(':')?;
        let column = line.len() - value.trim_start().len();
        name.chars().all(|c| c.is_alphanumeric() || c == '_').then_some((indentation, name, column))
    }
    example.lines().map(attribute).collect()
}

#[test]
fn examples_are_aligned() {
    for block in blocks() {
        for run in shown(block.example).split(|line| line.is_none()) {
            let run: Vec<_> = run.iter().flatten().collect();
            let Some(widest) = run.iter().map(|(indentation, name, _)| indentation + name.len() + 2).max() else {
                continue;
            };
            for (_, name, column) in run {
                assert_eq!(*column, widest, "`{name}` is out of line in the example of {}", block.place());
            }
        }
    }
}

#[test]
fn block_examples_show_attributes_that_exist() {
    for block in blocks() {
        for (_, name, _) in shown(block.example).into_iter().flatten() {
            let here = block.attribute(name).is_some() || block.children.iter().any(|c| c.attribute(name).is_some());
            let free = |block: &Block| matches!(block.content, Content::Readings | Content::Parameters);
            let named_by_the_author = free(block) || block.children.iter().any(|child| free(child));
            assert!(here || named_by_the_author, "`{name}` in the example of {}", block.place());
        }
    }
}

#[test]
fn enums_and_their_tables_are_in_step() {
    fn check<T: Enumerated + std::fmt::Debug + PartialOrd>() {
        assert_eq!(T::ALL.len(), T::set().words.len());
        assert!(T::ALL.is_sorted());
        for (index, variant) in T::ALL.iter().enumerate() {
            assert!(std::ptr::eq(variant.word(), &T::set().words[index]), "{variant:?}");
            assert_eq!(T::set().position(variant.word().name), Some(index));
            let spelt: String = format!("{variant:?}").to_lowercase();
            assert_eq!(spelt, variant.word().name.replace('_', ""));
        }
    }
    macro_rules! check_all {
        ($($name:ident)*) => { $(check::<$name>();)* };
    }
    for_each_vocabulary!(check_all);
}

#[test]
fn vocabularies_hold_the_words_of_the_language() {
    let expected = [
        ("Action", "continue ship freeze drop fix_data fix_eval fix_system fix_prompt fix_retrieval"),
        ("AgreementKind", "kappa alpha percent f1"),
        (
            "BaselineMethod",
            "prompt few_shot chain_of_thought retrieval tools rules classifier larger_model distilled_model \
             previous_model base_model",
        ),
        ("Better", "higher lower"),
        ("Cause", "behavior cost prompt knowledge retrieval data evaluation system capability unknown"),
        ("Changes", "never yearly monthly weekly daily hourly"),
        ("Chunking", "section paragraph fixed semantic document"),
        ("Coverage", "full random_sample sample hand_picked"),
        ("CoversKind", "length style topic language edge_case malformed"),
        ("DataFormat", "alpaca sharegpt openai prompt_completion preference text csv parquet"),
        ("Deployment", "api private edge"),
        (
            "Domain",
            "medical mental_health pharmacy legal judicial investment_advice credit insurance public_benefits \
             employment education_assessment critical_infrastructure emergency children law_enforcement migration \
             elections biometrics \
             finance customer_service cybersecurity human_resources education public_sector \
             marketing software analytics entertainment internal_tooling research general other",
        ),
        ("Enforcer", "code workflow policy_engine human model"),
        ("Exposure", "research internal assisted public"),
        ("FallbackAction", "human review_before_send refuse rules retrieval_only previous_model disable"),
        ("GoalKind", "style format mapping specialist safety efficiency privacy knowledge reasoning general"),
        ("Judge", "program model human"),
        ("Measures", "style format quality judgement safety cost"),
        (
            "MetricMethod",
            "exact_match accuracy precision recall f1 schema_valid execution_accuracy unit_tests tool_call_f1 \
             faithfulness rubric win_rate human_rating pass_rate refusal_rate over_refusal_rate violation_rate \
             hallucination_rate error_rate consistency token_accuracy bleu rouge chrf bertscore perplexity loss \
             latency tokens cost custom",
        ),
        ("OnConflict", "newest authoritative cite_all abstain escalate unhandled"),
        ("OnMissing", "refuse escalate ask answer"),
        ("Outcome", "keep revert stop ship"),
        ("PersonalData", "none removed present"),
        ("Provenance", "human production public synthetic"),
        ("Quality", "reviewed mixed raw"),
        ("Role", "train replay validation test probe"),
        ("Source", "none input prompt retrieval tools weights"),
        ("SplitBy", "random document user time topic schema"),
        ("Stage", "sft dpo kto orpo rlhf grpo distillation continued_pretraining"),
        ("Status", "draft proposed approved running frozen shipped dropped"),
        (
            "TaskType",
            "classification extraction transformation summarization translation rewriting generation dialogue \
             question_answering open_chat code tool_use ranking",
        ),
        ("Tier", "low medium high critical"),
        ("Tuning", "lora qlora dora full freeze"),
    ];
    let vocabularies = vocabularies();
    assert_eq!(vocabularies.len(), expected.len());
    for ((name, set), (expected_name, words)) in vocabularies.into_iter().zip(expected) {
        assert_eq!(name, expected_name);
        assert_eq!(names(set.words), words.split_whitespace().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn blocks_hold_the_attributes_of_the_language() {
    // A star marks what is expected.
    let expected = [
        ("", "edition owner* reviewers status created"),
        ("goal", "kind* cause* today* target*"),
        ("task", "type* input* output* calls_per_day latency deployment iterates languages out_of_scope"),
        ("behavior", "when must never"),
        ("baseline", "method* attempts on shortfall"),
        ("knowledge", "source* facts changes"),
        (
            "data",
            "role* path format examples sources quality boundary adversarial refusal largest_pattern duplicates \
             covers provenance teacher split_by licence personal_data sha256",
        ),
        ("method", "base_model* revision stage tuning seeds budget"),
        ("eval", "against coverage on judge"),
        ("risk", "tier* domain* exposure benefit worst_case if_frozen rollback monitoring"),
        ("stop", ""),
        ("round", "date purpose* expects after changes spend loss on examples base_model checkpoint outcome note"),
        ("accept", "because* by until"),
        ("example", "input output not_this"),
        ("readings", ""),
        ("retrieval", "index chunking self_contained top_k rerank on_conflict on_missing"),
        ("labeling", "guide annotators agreement agreement_as"),
        ("parameters", ""),
        ("metric", "measures* method* better scale judge* judge_model on* samples coverage covers"),
        ("review", "by samples question"),
        ("fallback", "when action to enforced_by"),
        ("constraint", "rule enforced_by"),
    ];
    let found: Vec<(&str, String)> = blocks()
        .into_iter()
        .map(|block| {
            let star = |a: &Attribute| if a.absence == Absence::Optional { "" } else { "*" };
            let list: Vec<_> = block.attributes.iter().map(|a| format!("{}{}", a.name, star(a))).collect();
            (block.name, list.join(" "))
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(name, list)| (*name, list.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn blocks_stand_where_the_language_puts_them() {
    let expected = "/goal? /task /behavior+* /baseline+* /knowledge /data+* /method /eval /risk /stop /round+* \
        /accept+* behavior/example* baseline/readings knowledge/retrieval data/labeling method/parameters \
        eval/metric+* eval/review risk/fallback+* risk/constraint+* round/readings";
    let found: Vec<String> = all()
        .map(|(parent, block)| {
            let label = match block.label {
                LabelKind::None => "",
                LabelKind::Optional => "?",
                LabelKind::Required => "+",
            };
            let count = if block.count == Count::Many { "*" } else { "" };
            format!("{}/{}{label}{count}", parent.name, block.name)
        })
        .collect();
    assert_eq!(found, expected.split_whitespace().collect::<Vec<_>>());
    assert_eq!(EVAL.statements().iter().map(|s| s.name).collect::<Vec<_>>(), ["require", "guard", "watch"]);
    assert!(matches!(STOP.content, Content::Arms));
    assert!(matches!(READINGS.content, Content::Readings));
    assert!(matches!(PARAMETERS.content, Content::Parameters));
}

#[test]
fn lists_are_welcome_where_the_language_says_so() {
    let found: Vec<String> =
        attributes().filter(|(_, a)| a.many).map(|(block, a)| format!("{}.{}", block.name, a.name)).collect();
    let expected = ".reviewers task.languages task.out_of_scope behavior.must behavior.never knowledge.source \
        data.path data.sources data.covers data.provenance method.stage method.seeds round.changes round.loss \
        example.input metric.scale metric.covers";
    assert_eq!(found, expected.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn references_lead_to_blocks_with_labels() {
    for (block, attribute) in attributes() {
        if let Type::Ref(keyword) = attribute.ty {
            let (_, target) = find(keyword).unwrap_or_else(|| panic!("{}.{}", block.name, attribute.name));
            assert_eq!(target.label, LabelKind::Required, "{}.{}", block.name, attribute.name);
        }
    }
}

#[test]
fn everyday_and_chinese_words_lead_home() {
    let home = |set: &'static WordSet, alias| set.words.iter().find(|word| word.aliases.contains(&alias)).unwrap().name;
    assert_eq!(home(GoalKind::set(), "风格"), "style");
    assert_eq!(home(GoalKind::set(), "tone"), "style");
    assert_eq!(home(Judge::set(), "人工"), "human");
    assert_eq!(home(FallbackAction::set(), "转人工"), "human");
    assert_eq!(home(Source::set(), "rag"), "retrieval");
    assert_eq!(home(Status::set(), "草稿"), "draft");
    assert!(KNOWLEDGE.aliases.contains(&"知识"));
    assert!(DATA.attribute("licence").unwrap().aliases.contains(&"license"));
    assert!(BEHAVIOR.aliases.contains(&"behaviour"));
}

/// The words of `T` for which `fact` holds, in the order of the table.
fn those<T: Enumerated>(fact: impl Fn(T) -> bool) -> String {
    let names: Vec<_> = T::ALL.iter().filter(|word| fact(**word)).map(|word| word.word().name).collect();
    names.join(" ")
}

#[test]
fn facts_of_the_vocabularies() {
    assert_eq!(those(BaselineMethod::is_prompting), "prompt few_shot chain_of_thought");
    assert_eq!(those(Status::at_least_approved), "approved running frozen shipped");
    assert!(Tier::Low < Tier::Medium && Tier::Medium < Tier::High && Tier::High < Tier::Critical);
    assert!(Changes::Never < Changes::Yearly && Changes::Weekly < Changes::Daily);
    assert_eq!(
        those(|domain: Domain| domain.least_tier() == Tier::Medium),
        "finance customer_service cybersecurity human_resources education public_sector"
    );
    assert_eq!(
        those(|domain: Domain| domain.least_tier() == Tier::Low),
        "marketing software analytics entertainment internal_tooling research general other"
    );
    assert_eq!(Domain::ALL.iter().filter(|domain| domain.least_tier() == Tier::High).count(), 18);
    for domain in Domain::ALL {
        let told = domain.word().doc.split_once("Least tier: ").map_or("low.", |(_, told)| told);
        assert_eq!(told, format!("{}.", domain.least_tier().word().name), "{domain:?}");
    }
}

#[test]
fn defaults_of_the_metric_methods() {
    assert_eq!(those(MetricMethod::is_proxy), "token_accuracy bleu rouge chrf bertscore perplexity loss");
    assert_eq!(
        those(|method: MetricMethod| method.default_better() == Better::Lower),
        "over_refusal_rate violation_rate hallucination_rate error_rate perplexity loss latency tokens cost"
    );
    let measures = |what| those(move |method: MetricMethod| method.default_measures() == Some(what));
    assert_eq!(measures(Measures::Cost), "latency tokens cost");
    assert_eq!(measures(Measures::Format), "schema_valid");
    assert_eq!(measures(Measures::Safety), "refusal_rate over_refusal_rate violation_rate hallucination_rate");
    assert_eq!(measures(Measures::Style) + &measures(Measures::Quality) + &measures(Measures::Judgement), "");
    let judged_by = |who| those(move |method: MetricMethod| method.default_judge() == who);
    assert_eq!(
        judged_by(Some(Judge::Program)),
        "exact_match accuracy precision recall f1 schema_valid execution_accuracy unit_tests tool_call_f1 \
         token_accuracy bleu rouge chrf bertscore perplexity loss latency tokens cost"
    );
    assert_eq!(judged_by(Some(Judge::Human)), "human_rating");
    assert_eq!(judged_by(Some(Judge::Model)), "");
    assert_eq!(
        those(|method: MetricMethod| method.default_scale().is_none()),
        "rubric human_rating perplexity loss latency tokens cost custom"
    );
    assert!(MetricMethod::ALL.iter().filter_map(|method| method.default_scale()).all(|scale| scale == (0, 1)));
}
