; How the parts of a spec are shown. The names of captures are those of Neovim and of tree-sitter itself.
;
; No node has two captures, for editors do not agree on which of two would count; and no match captures a node that
; another one captures, for some then forget the rest of the first.
; The list below a line `; schema: …` is made from the table of the language:
; `UPDATE=1 cargo test -p ftspec-tests --test grammars`.

(comment) @comment

; Items

(header "spec" @keyword)

(block keyword: (identifier) @keyword)
(block label: (identifier) @type)

(attribute name: (identifier) @property)

(statement keyword: (identifier) @keyword)
(statement subject: (identifier) @variable)

(arm ["when" "then"] @keyword.conditional)
(arm action: (identifier) @constant)

; Words that are values: of a vocabulary, or else the name of something

([
  (attribute value: (identifier) @constant)
  (list (identifier) @constant)
 ]
  ; schema: words of a vocabulary
  (#any-of? @constant "abstain" "accuracy" "alpaca" "alpha" "analytics" "answer" "api" "approved" "ask" "assisted" "authoritative" "base_model" "behavior" "bertscore" "biometrics" "bleu" "capability" "chain_of_thought" "children" "chrf" "cite_all" "classification" "classifier" "code" "consistency" "continue" "continued_pretraining" "cost" "credit" "critical" "critical_infrastructure" "csv" "custom" "customer_service" "cybersecurity" "daily" "data" "dialogue" "disable" "distillation" "distilled_model" "document" "dora" "dpo" "draft" "drop" "dropped" "edge" "edge_case" "education" "education_assessment" "efficiency" "elections" "emergency" "employment" "entertainment" "error_rate" "escalate" "evaluation" "exact_match" "execution_accuracy" "extraction" "f1" "faithfulness" "few_shot" "finance" "fix_data" "fix_eval" "fix_prompt" "fix_retrieval" "fix_system" "fixed" "format" "freeze" "frozen" "full" "general" "generation" "grpo" "hallucination_rate" "hand_picked" "high" "higher" "hourly" "human" "human_rating" "human_resources" "input" "insurance" "internal" "internal_tooling" "investment_advice" "judgement" "judicial" "kappa" "keep" "knowledge" "kto" "language" "larger_model" "latency" "law_enforcement" "legal" "length" "lora" "loss" "low" "lower" "malformed" "mapping" "marketing" "medical" "medium" "mental_health" "migration" "mixed" "model" "monthly" "never" "newest" "none" "open_chat" "openai" "orpo" "other" "over_refusal_rate" "paragraph" "parquet" "pass_rate" "percent" "perplexity" "pharmacy" "policy_engine" "precision" "preference" "present" "previous_model" "privacy" "private" "probe" "production" "program" "prompt" "prompt_completion" "proposed" "public" "public_benefits" "public_sector" "qlora" "quality" "question_answering" "random" "random_sample" "ranking" "raw" "reasoning" "recall" "refusal_rate" "refuse" "removed" "replay" "research" "retrieval" "retrieval_only" "revert" "review_before_send" "reviewed" "rewriting" "rlhf" "rouge" "rubric" "rules" "running" "safety" "sample" "schema" "schema_valid" "section" "semantic" "sft" "sharegpt" "ship" "shipped" "software" "specialist" "stop" "style" "summarization" "synthetic" "system" "test" "text" "time" "token_accuracy" "tokens" "tool_call_f1" "tool_use" "tools" "topic" "train" "transformation" "translation" "unhandled" "unit_tests" "unknown" "user" "validation" "violation_rate" "weekly" "weights" "win_rate" "workflow" "yearly"))

([
  (attribute value: (identifier) @variable)
  (list (identifier) @variable)
 ]
  ; schema: words of a vocabulary
  (#not-any-of? @variable "abstain" "accuracy" "alpaca" "alpha" "analytics" "answer" "api" "approved" "ask" "assisted" "authoritative" "base_model" "behavior" "bertscore" "biometrics" "bleu" "capability" "chain_of_thought" "children" "chrf" "cite_all" "classification" "classifier" "code" "consistency" "continue" "continued_pretraining" "cost" "credit" "critical" "critical_infrastructure" "csv" "custom" "customer_service" "cybersecurity" "daily" "data" "dialogue" "disable" "distillation" "distilled_model" "document" "dora" "dpo" "draft" "drop" "dropped" "edge" "edge_case" "education" "education_assessment" "efficiency" "elections" "emergency" "employment" "entertainment" "error_rate" "escalate" "evaluation" "exact_match" "execution_accuracy" "extraction" "f1" "faithfulness" "few_shot" "finance" "fix_data" "fix_eval" "fix_prompt" "fix_retrieval" "fix_system" "fixed" "format" "freeze" "frozen" "full" "general" "generation" "grpo" "hallucination_rate" "hand_picked" "high" "higher" "hourly" "human" "human_rating" "human_resources" "input" "insurance" "internal" "internal_tooling" "investment_advice" "judgement" "judicial" "kappa" "keep" "knowledge" "kto" "language" "larger_model" "latency" "law_enforcement" "legal" "length" "lora" "loss" "low" "lower" "malformed" "mapping" "marketing" "medical" "medium" "mental_health" "migration" "mixed" "model" "monthly" "never" "newest" "none" "open_chat" "openai" "orpo" "other" "over_refusal_rate" "paragraph" "parquet" "pass_rate" "percent" "perplexity" "pharmacy" "policy_engine" "precision" "preference" "present" "previous_model" "privacy" "private" "probe" "production" "program" "prompt" "prompt_completion" "proposed" "public" "public_benefits" "public_sector" "qlora" "quality" "question_answering" "random" "random_sample" "ranking" "raw" "reasoning" "recall" "refusal_rate" "refuse" "removed" "replay" "research" "retrieval" "retrieval_only" "revert" "review_before_send" "reviewed" "rewriting" "rlhf" "rouge" "rubric" "rules" "running" "safety" "sample" "schema" "schema_valid" "section" "semantic" "sft" "sharegpt" "ship" "shipped" "software" "specialist" "stop" "style" "summarization" "synthetic" "system" "test" "text" "time" "token_accuracy" "tokens" "tool_call_f1" "tool_use" "tools" "topic" "train" "transformation" "translation" "unhandled" "unit_tests" "unknown" "user" "validation" "violation_rate" "weekly" "weights" "win_rate" "workflow" "yearly"))

; Conditions

["and" "or" "over"] @keyword.operator

(group_test
  quantifier: (identifier) @keyword.operator
  members: (identifier) @keyword.operator
  verb: (identifier) @keyword.operator)

(trend_test
  subject: (identifier) @variable
  verb: (identifier) @keyword.operator)

(window unit: (identifier) @keyword.operator)

((value_test subject: (identifier) @variable.builtin)
  ; language: what is counted, not measured
  (#any-of? @variable.builtin "rounds" "spend" "date"))

((value_test subject: (identifier) @variable)
  ; language: what is counted, not measured
  (#not-any-of? @variable "rounds" "spend" "date"))

(baseline "baseline" @variable.builtin)
(baseline name: (identifier) @variable)
(comparison operand: (identifier) @variable)

; Values

(string) @string
(block_string) @string
(escape_sequence) @string.escape
(number) @number
(unit) @number
(date) @number
(boolean) @boolean

; Signs

(operator) @operator
["+-" "+" "-" "*"] @operator
["," ":"] @punctuation.delimiter
["{" "}" "[" "]" "(" ")"] @punctuation.bracket
