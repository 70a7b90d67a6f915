//! The fields of use, each with the least risk tier that it gives a plan.

use crate::word::words;

use super::Tier;

words! {
    /// The field in which the outputs are used. The words stand in three groups: least tier high, medium, low.
    pub enum Domain, "field of use" / "应用领域" {
        Medical "medical" ["health", "healthcare", "medicine", "clinical", "hospital", "doctor", "医疗", "医学", "健康"]
            "Health, diagnosis, treatment. Least tier: high."
            "医疗": "健康、诊断、治疗。最低风险等级：高风险。",
        MentalHealth "mental_health" ["therapy", "psychology", "counseling", "counselling", "心理", "心理健康"]
            "Counselling, crisis, therapy. Least tier: high."
            "心理健康": "心理咨询、危机干预、心理治疗。最低风险等级：高风险。",
        Pharmacy "pharmacy" ["drugs", "drug", "medication", "pharma", "药品", "用药", "药房"]
            "Medicines, doses, interactions. Least tier: high."
            "药学": "药品、剂量、相互作用。最低风险等级：高风险。",
        Legal "legal" ["law", "lawyer", "contracts", "compliance", "法律", "合规", "合同"]
            "Legal advice, contracts, rights. Least tier: high."
            "法律": "法律建议、合同、权利。最低风险等级：高风险。",
        Judicial "judicial" ["court", "courts", "judge", "justice", "司法", "法院"]
            "Courts and their decisions. Least tier: high."
            "司法": "法院及其裁判。最低风险等级：高风险。",
        InvestmentAdvice "investment_advice" ["investment", "investing", "wealth", "trading", "stocks", "投资", "投顾", "理财"]
            "Advice on what to do with savings. Least tier: high."
            "投资建议": "怎样处置积蓄的建议。最低风险等级：高风险。",
        Credit "credit" ["lending", "loans", "loan", "credit_scoring", "mortgage", "信贷", "贷款", "征信"]
            "Loans and who gets them. Least tier: high."
            "信贷": "贷款，以及谁能得到贷款。最低风险等级：高风险。",
        Insurance "insurance" ["claims", "underwriting", "保险", "理赔"]
            "Cover, premiums, claims. Least tier: high."
            "保险": "承保范围、保费、理赔。最低风险等级：高风险。",
        PublicBenefits "public_benefits" ["benefits", "welfare", "social_security", "社保", "福利", "救助"]
            "Who is granted support by the state. Least tier: high."
            "社会福利": "谁能得到国家救助或补贴。最低风险等级：高风险。",
        Employment "employment" ["hiring", "recruiting", "recruitment", "dismissal", "招聘", "雇佣", "用工"]
            "Who is hired, promoted or dismissed. Least tier: high."
            "招聘用工": "谁被录用、晋升或辞退。最低风险等级：高风险。",
        EducationAssessment "education_assessment" ["grading", "exams", "admissions", "marking", "考试", "评卷", "招生"]
            "Marks, exams, admissions. Least tier: high."
            "考试评分": "分数、考试、招生录取。最低风险等级：高风险。",
        CriticalInfrastructure "critical_infrastructure" ["energy", "water", "power", "grid", "transport", "aviation", "关键基础设施", "电力", "交通"]
            "Power, water, traffic, networks. Least tier: high."
            "关键基础设施": "电力、供水、交通、网络。最低风险等级：高风险。",
        Emergency "emergency" ["rescue", "dispatch", "disaster", "first_aid", "应急", "急救", "救援"]
            "Emergency calls and first aid. Least tier: high."
            "应急救援": "报警求助和急救。最低风险等级：高风险。",
        Children "children" ["kids", "minors", "child", "儿童", "未成年人"]
            "Used by children or about them. Least tier: high."
            "未成年人": "供未成年人使用，或者涉及未成年人。最低风险等级：高风险。",
        LawEnforcement "law_enforcement" ["police", "policing", "investigation", "执法", "警务"]
            "Police work and investigations. Least tier: high."
            "执法": "警务和侦查。最低风险等级：高风险。",
        Migration "migration" ["immigration", "asylum", "visa", "border", "移民", "签证"]
            "Visas, asylum, borders. Least tier: high."
            "移民与出入境": "签证、庇护、边境。最低风险等级：高风险。",
        Elections "elections" ["election", "voting", "campaign", "politics", "选举", "投票"]
            "Elections and how people vote. Least tier: high."
            "选举": "选举，以及人们如何投票。最低风险等级：高风险。",
        Biometrics "biometrics" ["biometric", "face_recognition", "identity", "生物识别", "人脸"]
            "Faces, voices, identities. Least tier: high."
            "生物识别": "人脸、声音、身份。最低风险等级：高风险。",
        Finance "finance" ["banking", "bank", "accounting", "payments", "tax", "金融", "银行", "财务"]
            "Accounts, payments, taxes, but no advice on savings. Least tier: medium."
            "金融财务": "账户、支付、税务，但不包括投资建议。最低风险等级：中风险。",
        CustomerService "customer_service" ["support", "customer_support", "helpdesk", "service", "call_center", "客服", "售后"]
            "Questions and complaints of customers. Least tier: medium."
            "客户服务": "客户的咨询和投诉。最低风险等级：中风险。",
        Cybersecurity "cybersecurity" ["security", "infosec", "soc", "网络安全", "信息安全"]
            "Attacks, alerts, holes in software. Least tier: medium."
            "网络安全": "攻击、告警、软件漏洞。最低风险等级：中风险。",
        HumanResources "human_resources" ["hr", "people", "personnel", "人力资源", "人事"]
            "Questions of staff, but not who is hired or dismissed. Least tier: medium."
            "人力资源": "员工的日常问题，但不涉及录用和辞退。最低风险等级：中风险。",
        Education "education" ["teaching", "tutoring", "learning", "school", "教育", "教学"]
            "Teaching and practice, without marks that count. Least tier: medium."
            "教育教学": "教学和练习，不涉及正式计分。最低风险等级：中风险。",
        PublicSector "public_sector" ["government", "administration", "public", "civic", "政务", "政府", "公共部门"]
            "Information and letters of public offices. Least tier: medium."
            "政务服务": "公共机构的信息和文书。最低风险等级：中风险。",
        Marketing "marketing" ["advertising", "ads", "copywriting", "sales", "营销", "广告", "文案"]
            "Advertisements, product texts, campaigns."
            "市场营销": "广告、商品文案、营销活动。",
        Software "software" ["coding", "programming", "devtools", "development", "engineering", "软件", "开发"]
            "Code, reviews, commit messages."
            "软件开发": "代码、代码评审、提交说明。",
        Analytics "analytics" ["data", "bi", "reporting", "statistics", "数据分析", "报表"]
            "Reports and queries for people who can check them."
            "数据分析": "报表和查询，看的人有能力核对。",
        Entertainment "entertainment" ["games", "gaming", "fiction", "media", "creative", "娱乐", "游戏"]
            "Games, stories, pastimes."
            "娱乐": "游戏、故事、消遣。",
        InternalTooling "internal_tooling" ["internal", "tooling", "ops", "it", "automation", "内部工具", "运维"]
            "Tools for your own staff."
            "内部工具": "供自己员工使用的工具。",
        Research "research" ["science", "academic", "academia", "研究", "科研"]
            "Studies that nobody acts on directly."
            "科学研究": "没有人会直接照着行动的研究。",
        General "general" ["generic", "any", "assistant", "通用", "综合"]
            "No particular field."
            "通用": "没有特定领域。",
        Other "other" ["misc", "else", "unknown", "其他"]
            "A field that is not in this list; choose the tier with care."
            "其他领域": "不在这个列表里的领域；请谨慎选择风险等级。",
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
