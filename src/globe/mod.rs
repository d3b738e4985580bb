//! Where things lie: borders, projections, great circles and the view.

pub mod direction;
pub mod projection;
pub mod great_circle;
pub mod sewing;
pub mod cut;
pub mod chart;
mod area_index;
mod thinning;
pub mod borders;
pub mod land;
pub mod view;
