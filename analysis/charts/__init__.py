"""Charts room: every chart comes from a dataframe that is shown or saved beside it."""

from analysis.charts.chart import Chart
from analysis.charts.evidence import evidence
from analysis.charts.listing import Listing
from analysis.charts.listings import (
    all_changes,
    casualty_changes,
    casualty_sources,
    distrust_listing,
    events_listing,
    headline_numbers,
    headline_sources,
    left_out_listing,
    movement_changes,
    movement_sources,
    overview,
)
from analysis.charts.maps import events_map
from analysis.charts.months import casualties_by_month
from analysis.charts.stated import movement_figures, totals_by_claimant
from analysis.charts.timeline import events_in_order, events_on_time_axis, tolls_that_differ
from analysis.charts.tolls import contradictions_listing, coverage_listing, toll_revisions

__all__ = [
    "Chart",
    "Listing",
    "all_changes",
    "casualties_by_month",
    "casualty_changes",
    "casualty_sources",
    "contradictions_listing",
    "coverage_listing",
    "distrust_listing",
    "evidence",
    "events_in_order",
    "events_listing",
    "events_map",
    "events_on_time_axis",
    "headline_numbers",
    "headline_sources",
    "left_out_listing",
    "movement_changes",
    "movement_figures",
    "movement_sources",
    "overview",
    "toll_revisions",
    "tolls_that_differ",
    "totals_by_claimant",
]
