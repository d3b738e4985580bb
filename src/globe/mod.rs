//! Where things lie: borders and whose they are, projections, great circles and the view.

pub mod direction;
pub mod projection;
pub mod outline;
pub mod great_circle;
pub mod sewing;
pub mod cut;
pub mod chart;
mod area_index;
pub mod thinning;
pub mod policy;
pub mod pieces;
pub mod borders;
pub mod as_seen;
pub mod courses;
pub mod seas;
pub mod land;
pub mod view;
