//! The fields of use, each with the least risk tier that it gives a plan.

use crate::word::words;

use super::Tier;

words! {
    /// The field in which the outputs are used. The words stand in three groups: least tier high, medium, low.
    pub enum Domain, "field of use" / "应用领域" {
        Medical "medical" ["health", "healthcare", "medicine", "clinical", "hospital", "doctor", "医疗", "医学", "健康"] "Health, diagnosis, treatment. Least tier: high.",
        MentalHealth "mental_health" ["therapy", "psychology", "counseling", "counselling", "心理", "心理健康"] "Counselling, crisis, therapy. Least tier: high.",
        Pharmacy "pharmacy" ["drugs", "drug", "medication", "pharma", "药品", "用药", "药房"] "Medicines, doses, interactions. Least tier: high.",
        Legal "legal" ["law", "lawyer", "contracts", "compliance", "法律", "合规", "合同"] "Legal advice, contracts, rights. Least tier: high.",
        Judicial "judicial" ["court", "courts", "judge", "justice", "司法", "法院"] "Courts and their decisions. Least tier: high.",
        InvestmentAdvice "investment_advice" ["investment", "investing", "wealth", "trading", "stocks", "投资", "投顾", "理财"] "Advice on what to do with savings. Least tier: high.",
        Credit "credit" ["lending", "loans", "loan", "credit_scoring", "mortgage", "信贷", "贷款", "征信"] "Loans and who gets them. Least tier: high.",
        Insurance "insurance" ["claims", "underwriting", "保险", "理赔"] "Cover, premiums, claims. Least tier: high.",
        PublicBenefits "public_benefits" ["benefits", "welfare", "social_security", "社保", "福利", "救助"] "Who is granted support by the state. Least tier: high.",
        Employment "employment" ["hiring", "recruiting", "recruitment", "dismissal", "招聘", "雇佣", "用工"] "Who is hired, promoted or dismissed. Least tier: high.",
        EducationAssessment "education_assessment" ["grading", "exams", "admissions", "marking", "考试", "评卷", "招生"] "Marks, exams, admissions. Least tier: high.",
        CriticalInfrastructure "critical_infrastructure" ["energy", "water", "power", "grid", "transport", "aviation", "关键基础设施", "电力", "交通"] "Power, water, traffic, networks. Least tier: high.",
        Emergency "emergency" ["rescue", "dispatch", "disaster", "first_aid", "应急", "急救", "救援"] "Emergency calls and first aid. Least tier: high.",
        Children "children" ["kids", "minors", "child", "儿童", "未成年人"] "Used by children or about them. Least tier: high.",
        LawEnforcement "law_enforcement" ["police", "policing", "investigation", "执法", "警务"] "Police work and investigations. Least tier: high.",
        Migration "migration" ["immigration", "asylum", "visa", "border", "移民", "签证"] "Visas, asylum, borders. Least tier: high.",
        Elections "elections" ["election", "voting", "campaign", "politics", "选举", "投票"] "Elections and how people vote. Least tier: high.",
        Biometrics "biometrics" ["biometric", "face_recognition", "identity", "生物识别", "人脸"] "Faces, voices, identities. Least tier: high.",
        Finance "finance" ["banking", "bank", "accounting", "payments", "tax", "金融", "银行", "财务"] "Accounts, payments, taxes, but no advice on savings. Least tier: medium.",
        CustomerService "customer_service" ["support", "customer_support", "helpdesk", "service", "call_center", "客服", "售后"] "Questions and complaints of customers. Least tier: medium.",
        Cybersecurity "cybersecurity" ["security", "infosec", "soc", "网络安全", "信息安全"] "Attacks, alerts, holes in software. Least tier: medium.",
        HumanResources "human_resources" ["hr", "people", "personnel", "人力资源", "人事"] "Questions of staff, but not who is hired or dismissed. Least tier: medium.",
        Education "education" ["teaching", "tutoring", "learning", "school", "教育", "教学"] "Teaching and practice, without marks that count. Least tier: medium.",
        PublicSector "public_sector" ["government", "administration", "public", "civic", "政务", "政府", "公共部门"] "Information and letters of public offices. Least tier: medium.",
        Marketing "marketing" ["advertising", "ads", "copywriting", "sales", "营销", "广告", "文案"] "Advertisements, product texts, campaigns.",
        Software "software" ["coding", "programming", "devtools", "development", "engineering", "软件", "开发"] "Code, reviews, commit messages.",
        Analytics "analytics" ["data", "bi", "reporting", "statistics", "数据分析", "报表"] "Reports and queries for people who can check them.",
        Entertainment "entertainment" ["games", "gaming", "fiction", "media", "creative", "娱乐", "游戏"] "Games, stories, pastimes.",
        InternalTooling "internal_tooling" ["internal", "tooling", "ops", "it", "automation", "内部工具", "运维"] "Tools for your own staff.",
        Research "research" ["science", "academic", "academia", "研究", "科研"] "Studies that nobody acts on directly.",
        General "general" ["generic", "any", "assistant", "通用", "综合"] "No particular field.",
        Other "other" ["misc", "else", "unknown", "其他"] "A field that is not in this list; choose the tier with care.",
    }
}

impl Domain {
    /// The least tier that a plan in this field can claim.
    pub fn least_tier(self) -> Tier {
        use Domain::*;
        match self {
            Medical
            | MentalHealth
            | Pharmacy
            | Legal
            | Judicial
            | InvestmentAdvice
            | Credit
            | Insurance
            | PublicBenefits
            | Employment
            | EducationAssessment
            | CriticalInfrastructure
            | Emergency
            | Children
            | LawEnforcement
            | Migration
            | Elections
            | Biometrics => Tier::High,
            Finance | CustomerService | Cybersecurity | HumanResources | Education | PublicSector => Tier::Medium,
            Marketing | Software | Analytics | Entertainment | InternalTooling | Research | General | Other => {
                Tier::Low
            }
        }
    }
}
