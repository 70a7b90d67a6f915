use ftspec_analysis::*;
fn main() {
    for path in std::env::args().skip(1) {
    let text = std::fs::read_to_string(&path).unwrap();
    let config = Config { today: Some(Date::constant(2026,11,21)) };
    let a = Analysis::new(&text, &config);
    let ix = ftspec_syntax::LineIndex::new(&text);
    for d in a.diagnostics() { let l = ix.line_column(d.span.start, &text); println!("{path}:{}:{} {} {} {}: {} | {} | {:?} {}", l.line, l.column, d.level, d.rule.code, d.rule.name, d.message, d.labels[0].message, d.fixes.iter().map(|f| f.title.clone()).collect::<Vec<_>>(), if d.unsaid {"unsaid"} else {""}); }
    println!("{path} {:?} {:?}", a.verdict().kind, a.verdict().reasons.iter().map(|r| r.code).collect::<Vec<_>>());
    if std::env::var("BENCH").is_ok() { let n=20000; let t=std::time::Instant::now(); for _ in 0..n { std::hint::black_box(Analysis::new(&text,&config)); } println!("analyse {:?}", t.elapsed()/n); }
    }
}
