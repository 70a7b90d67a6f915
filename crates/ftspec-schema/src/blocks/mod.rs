//! The table itself, one file a top-level block, with the vocabularies that belong to it.

mod accept;
mod baseline;
mod behavior;
mod data;
mod eval;
mod file;
mod goal;
mod knowledge;
mod method;
mod risk;
mod round;
mod stop;
mod task;

pub use accept::ACCEPT;
pub use baseline::{BASELINE, BaselineMethod, READINGS};
pub use behavior::{BEHAVIOR, EXAMPLE};
pub use data::{
    AgreementKind, CoversKind, DATA, DataFormat, LABELING, PersonalData, Provenance, Quality, Role, SplitBy,
};
pub use eval::{Better, Coverage, EVAL, Judge, METRIC, Measures, MetricMethod, REVIEW};
pub use file::{FILE, Status};
pub use goal::{Cause, GOAL, GoalKind};
pub use knowledge::{Changes, Chunking, KNOWLEDGE, OnConflict, OnMissing, RETRIEVAL, Source};
pub use method::{METHOD, PARAMETERS, Stage, Tuning};
pub use risk::{CONSTRAINT, Domain, Enforcer, Exposure, FALLBACK, FallbackAction, RISK, Tier};
pub use round::{Outcome, ROUND};
pub use stop::{Action, STOP};
pub use task::{Deployment, TASK, TaskType};
