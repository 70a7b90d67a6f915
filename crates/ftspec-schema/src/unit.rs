//! Units: what may be attached to a number, and which quantities can be compared.

/// What a quantity measures. Two quantities compare only within one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// A number without unit, or a ratio: `90%` and `0.90` are equal.
    Plain,
    /// A length of time, in milliseconds.
    Time,
    /// An amount of money; the currency is the unit itself.
    Money,
    /// Hours of one graphics processor.
    GpuHours,
    /// Words of text.
    Words,
    /// Tokens of text.
    Tokens,
}

impl Dimension {
    /// What is expected, as words for a message.
    pub fn expected(self) -> &'static str {
        match self {
            Dimension::Plain => "a number or a share, such as 0.9 or 90%",
            Dimension::Time => "a time such as 800ms or 2s",
            Dimension::Money => "an amount of money such as 60usd",
            Dimension::GpuHours => "gpu hours such as 40gpu_hours",
            Dimension::Words => "a number of words such as 120words",
            Dimension::Tokens => "a number of tokens such as 512tokens",
        }
    }

    /// What is expected, as words for a message in Chinese.
    pub fn expected_zh(self) -> &'static str {
        match self {
            Dimension::Plain => "数值或比例，例如 0.9 或 90%",
            Dimension::Time => "时长，例如 800ms 或 2s",
            Dimension::Money => "金额，例如 60usd",
            Dimension::GpuHours => "卡时，例如 40gpu_hours",
            Dimension::Words => "字词数，例如 120words",
            Dimension::Tokens => "token 数，例如 512tokens",
        }
    }
}

/// A unit of measure.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// As written behind the number.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// The number is multiplied by `factor.0 / factor.1` to give the dimension's base unit.
    pub factor: (u32, u32),
    /// What it means, with an example.
    pub doc: &'static str,
    /// The same in Chinese.
    pub doc_zh: &'static str,
    /// What people write instead.
    pub aliases: &'static [&'static str],
}

/// Every unit of the language.
pub static UNITS: &[Unit] = &[
    unit(
        "%",
        Dimension::Plain,
        (1, 100),
        ("percent: `90%` equals `0.90`", "百分比：`90%` 等于 `0.90`"),
        &["percent", "pct", "pp", "points"],
    ),
    unit("ms", Dimension::Time, (1, 1), ("milliseconds: `800ms`", "毫秒：`800ms`"), &["msec", "millis", "毫秒"]),
    unit("s", Dimension::Time, (1_000, 1), ("seconds: `2s`", "秒：`2s`"), &["sec", "secs", "second", "seconds", "秒"]),
    unit(
        "min",
        Dimension::Time,
        (60_000, 1),
        ("minutes: `15min`", "分钟：`15min`"),
        &["m", "mins", "minute", "minutes", "分钟", "分"],
    ),
    unit(
        "h",
        Dimension::Time,
        (3_600_000, 1),
        ("hours: `40h`", "小时：`40h`"),
        &["hour", "hours", "hr", "hrs", "小时"],
    ),
    unit("days", Dimension::Time, (86_400_000, 1), ("days: `14days`", "天：`14days`"), &["d", "day", "天", "日"]),
    unit(
        "usd",
        Dimension::Money,
        (1, 1),
        ("US dollars: `400usd`", "美元：`400usd`"),
        &["USD", "dollar", "dollars", "美元", "刀"],
    ),
    unit(
        "cny",
        Dimension::Money,
        (1, 1),
        ("yuan: `3000cny`", "人民币元：`3000cny`"),
        &["CNY", "rmb", "RMB", "yuan", "元", "人民币", "块"],
    ),
    unit("eur", Dimension::Money, (1, 1), ("euros: `200eur`", "欧元：`200eur`"), &["EUR", "euro", "euros", "欧元"]),
    unit(
        "gpu_hours",
        Dimension::GpuHours,
        (1, 1),
        ("hours of one graphics processor: `40gpu_hours`", "卡时，一块 GPU 运行一小时：`40gpu_hours`"),
        &["gpu_hour", "gpuh", "gpu_h", "gpuhours", "卡时"],
    ),
    unit("words", Dimension::Words, (1, 1), ("words of text: `120words`", "字词数：`120words`"), &["word", "词", "字"]),
    unit(
        "tokens",
        Dimension::Tokens,
        (1, 1),
        ("tokens of text: `512tokens`", "token 数：`512tokens`"),
        &["token", "tok", "toks"],
    ),
];

const fn unit(
    name: &'static str,
    dimension: Dimension,
    factor: (u32, u32),
    (doc, doc_zh): (&'static str, &'static str),
    aliases: &'static [&'static str],
) -> Unit {
    Unit { name, dimension, factor, doc, doc_zh, aliases }
}

impl Unit {
    /// The unit of exactly that name.
    pub fn get(name: &str) -> Option<&'static Unit> {
        UNITS.iter().find(|unit| unit.name == name)
    }
}
