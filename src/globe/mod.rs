//! Where things lie: borders, projections, great circles and the view.

pub mod projection;
mod area_index;
pub mod borders;
pub mod great_circle;
pub mod land;
pub mod view;
