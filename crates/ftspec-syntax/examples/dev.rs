use ftspec_syntax::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = if path == "-" { std::io::read_to_string(std::io::stdin()).unwrap() } else { std::fs::read_to_string(&path).unwrap() };
    let p = parse(&text);
    if std::env::args().nth(2).is_some() { println!("{:#?}", p.tree); }
    let ix = LineIndex::new(&text);
    for e in &p.errors { let l = ix.line_column(e.span.start, &text); println!("{}:{} {:?} `{}` {:?}", l.line, l.column, e.mistake, e.span.of(&text).chars().take(60).collect::<String>(), e.edits); }
    if std::env::var("BENCH").is_ok() {
    let n = 2000;
    let t = std::time::Instant::now(); for _ in 0..n { std::hint::black_box(lex(&text)); } println!("lex {:?}", t.elapsed()/n);
    let t = std::time::Instant::now(); for _ in 0..n { std::hint::black_box(parse(&text)); } println!("parse {:?}", t.elapsed()/n);
    let t = std::time::Instant::now(); for _ in 0..n { std::hint::black_box(parse("")); } println!("empty {:?}", t.elapsed()/n);
    }
}
