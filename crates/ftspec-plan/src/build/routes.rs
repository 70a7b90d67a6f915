//! What there is beside tuning, and what came of it: the baselines sorted by the way they are on, and the parts of the
//! plan that go another way than through the weights.

use ftspec_analysis::spec::Baseline;
use ftspec_analysis::{Diagnostic, Route, say};
use ftspec_schema::{BaselineMethod, CONSTRAINT, Enforcer, Enumerated, FALLBACK, Source, Stage};

use ftspec_syntax::Span;

use super::sheet::Sheet;
use crate::plan::{RouteKind, RouteRow, Standing, Tried};
use crate::words;

pub fn routes(sheet: &Sheet) -> Vec<RouteRow> {
    let order = [
        RouteKind::AsItIs,
        RouteKind::Prompt,
        RouteKind::FewShot,
        RouteKind::Retrieval,
        RouteKind::Rules,
        RouteKind::LargerModel,
        RouteKind::Distillation,
        RouteKind::Tuning,
    ];
    let row = |kind: RouteKind| {
        let baselines: Vec<Baseline> = sheet.spec.baselines().filter(|it| way(*it) == Some(kind)).collect();
        (RouteKind::ALWAYS.contains(&kind) || !baselines.is_empty()).then(|| self::row(sheet, kind, &baselines))
    };
    order.into_iter().filter_map(row).collect()
}

/// The way that a baseline is on.
fn way(baseline: Baseline) -> Option<RouteKind> {
    Some(match baseline.method().given()?.value {
        BaselineMethod::Prompt | BaselineMethod::ChainOfThought => RouteKind::Prompt,
        BaselineMethod::FewShot => RouteKind::FewShot,
        BaselineMethod::Retrieval | BaselineMethod::Tools => RouteKind::Retrieval,
        BaselineMethod::Rules | BaselineMethod::Classifier => RouteKind::Rules,
        BaselineMethod::LargerModel => RouteKind::LargerModel,
        BaselineMethod::DistilledModel => RouteKind::Distillation,
        BaselineMethod::PreviousModel | BaselineMethod::BaseModel => RouteKind::AsItIs,
    })
}

fn row(sheet: &Sheet, kind: RouteKind, baselines: &[Baseline]) -> RouteRow {
    let lang = sheet.lang;
    let name = match kind {
        RouteKind::AsItIs => lang.pick("the model as it is", "现有模型"),
        RouteKind::Prompt => lang.pick("a better prompt", "改进提示词"),
        RouteKind::FewShot => lang.pick("examples in the prompt", "提示词里放样例"),
        RouteKind::Retrieval => lang.pick("retrieval and tools", "检索与工具"),
        RouteKind::Rules => lang.pick("rules and workflow", "规则与流程"),
        RouteKind::LargerModel => lang.pick("a larger model", "更大的模型"),
        RouteKind::Distillation => lang.pick("distillation", "蒸馏"),
        RouteKind::Tuning => lang.pick("fine-tuning", "微调"),
    };
    let (standing, says) = standing(sheet, kind, baselines);
    RouteRow {
        kind,
        name: name.into(),
        standing,
        says: says.into(),
        tried: baselines.iter().map(|baseline| tried(sheet, *baseline)).collect(),
    }
}

fn tried(sheet: &Sheet, baseline: Baseline) -> Tried {
    let readings: Vec<_> = baseline.readings().into_iter().flat_map(|readings| readings.all()).collect();
    let reference = sheet.spec.reference().map(|reference| reference.name());
    Tried {
        name: baseline.name().to_string(),
        method: baseline.method().given().map(|method| sheet.term(method)),
        attempts: sheet.number(baseline.node(), "attempts"),
        readings: sheet.readings(readings.iter()),
        shortfall: sheet.text(baseline.node(), "shortfall"),
        compared_against: reference == Some(baseline.name()),
        line: sheet.line(baseline.place()),
    }
}

/// What came of a way, as a word and as a sentence.
fn standing(sheet: &Sheet, kind: RouteKind, baselines: &[Baseline]) -> (Standing, String) {
    let lang = sheet.lang;
    if kind == RouteKind::Tuning {
        return tuning(sheet);
    }
    if let Some(found) = sheet.first_of(&["FT109"])
        && let Some(enough) = baselines.iter().find(|it| covers(it.node().span(), found.span))
    {
        let name = enough.name();
        return (Standing::Enough, say!(lang, "`{name}` does all that is required", "`{name}` 已经达到全部要求"));
    }
    if let Some(short) = baselines.iter().find(|it| it.falls_short()) {
        let name = short.name();
        let attempts = short.attempts().given().map(|attempts| attempts.value).filter(|attempts| *attempts > 1);
        let says = match attempts {
            Some(attempts) => {
                say!(
                    lang,
                    "`{name}` was tried {attempts} times and falls short",
                    "`{name}` 试了 {attempts} 次，仍有不足"
                )
            }
            None => say!(lang, "`{name}` was tried and falls short", "`{name}` 试过，仍有不足"),
        };
        return (Standing::FallsShort, says);
    }
    if let Some(advice) = advised(sheet, kind) {
        return (Standing::Advised, advice);
    }
    if let Some(says) = in_use(sheet, kind) {
        return (Standing::InUse, says);
    }
    if baselines.is_empty() {
        return (Standing::NotTried, lang.pick("not tried", "没有试过").into());
    }
    let names = lang.listed(baselines.iter().map(|it| it.name()));
    let says = match kind {
        RouteKind::AsItIs | RouteKind::LargerModel => say!(lang, "{names} was measured", "测过 {names}"),
        _ => say!(lang, "{names} was tried; what is still missing is not said", "试过 {names}，没有写还差在哪里"),
    };
    (Standing::Tried, says)
}

/// What a finding that the verdict rests on says in favour of this way.
fn advised(sheet: &Sheet, kind: RouteKind) -> Option<String> {
    let routes: &[Route] = match kind {
        RouteKind::Prompt => &[Route::Prompt],
        RouteKind::FewShot => &[Route::FewShot],
        RouteKind::Retrieval => &[Route::Retrieval, Route::FixRetrieval],
        RouteKind::Rules => &[Route::Rules, Route::Human],
        RouteKind::LargerModel => &[Route::BiggerModel],
        RouteKind::Distillation => &[Route::Distil],
        RouteKind::AsItIs | RouteKind::Tuning => &[],
    };
    let mut found = sheet.analysis.diagnostics().iter();
    // Where nobody said where facts come from, nobody knows that retrieval is the way.
    let leads = |it: &&Diagnostic| it.rule.code != "FT202" && it.route.is_some_and(|route| routes.contains(&route));
    Some(found.find(|it| leads(it) && sheet.rests_on(it.rule))?.message.clone())
}

/// What the plan does on this way beside tuning.
fn in_use(sheet: &Sheet, kind: RouteKind) -> Option<String> {
    let lang = sheet.lang;
    match kind {
        RouteKind::Retrieval => {
            let knowledge = sheet.spec.knowledge()?;
            let looked_up = |source: Source| matches!(source, Source::Retrieval | Source::Tools);
            let sources = knowledge.sources().into_iter().filter(|source| looked_up(source.value));
            let names: Vec<String> = sources.map(|source| words::word(lang, source.value.word())).collect();
            let names = names.join(lang.pick(" and ", "和"));
            let says = say!(lang, "in use: facts come from {names}", "已在用：事实来自{names}");
            (!names.is_empty()).then_some(says)
        }
        RouteKind::Rules => {
            let risk = sheet.spec.risk()?.node();
            let outside = |node: &ftspec_analysis::spec::Node| {
                node.word::<Enforcer>("enforced_by").given().is_some_and(|by| by.value != Enforcer::Model)
            };
            let count = risk.children(&CONSTRAINT).chain(risk.children(&FALLBACK)).filter(outside).count();
            let says = match count {
                1 => {
                    lang.pick("in use: one limit is held outside the model", "已在用：有 1 条限制由模型之外执行").into()
                }
                _ => say!(
                    lang,
                    "in use: {count} limits are held outside the model",
                    "已在用：有 {count} 条限制由模型之外执行"
                ),
            };
            (count > 0).then_some(says)
        }
        RouteKind::Distillation => {
            let distils = |stage: &ftspec_analysis::spec::Named<Stage>| stage.value == Stage::Distillation;
            let in_use = sheet.spec.method()?.stages().iter().any(distils);
            in_use.then(|| lang.pick("in use: it is a stage of this training", "已在用：是本次训练的一个阶段").into())
        }
        _ => None,
    }
}

/// What the plan says of tuning itself.
fn tuning(sheet: &Sheet) -> (Standing, String) {
    use ftspec_analysis::VerdictKind::{DoNotTune, NotReady, Ready, Ship, StopTuning};
    let lang = sheet.lang;
    let rounds = sheet.spec.rounds().count();
    let so_far = match rounds {
        0 => lang.pick("no round was run yet", "还没有训练过").to_string(),
        1 => lang.pick("one round was run", "训练了 1 轮").to_string(),
        _ => say!(lang, "{rounds} rounds were run", "训练了 {rounds} 轮"),
    };
    let sentence = sheet.analysis.verdict().kind.sentence(lang);
    let says = say!(lang, "{so_far}; {sentence}", "{so_far}；{sentence}");
    let standing = match (sheet.analysis.verdict().kind, rounds) {
        (Ship, _) => Standing::Enough,
        (Ready, 0) => Standing::Advised,
        (StopTuning | DoNotTune, 1..) => Standing::FallsShort,
        (NotReady | DoNotTune | StopTuning, 0) => Standing::NotTried,
        (Ready | NotReady, _) => Standing::Tried,
    };
    (standing, says)
}

fn covers(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
