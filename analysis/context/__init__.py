"""Context room: places, actors, kinds of attack and claimants named in the text."""

from analysis.context.actors import actor_name, actor_of, find_actors
from analysis.context.attack_types import attack_type_of
from analysis.context.claimants import Claim, claimant_of
from analysis.context.gazetteer import coordinates
from analysis.context.locate import locate
from analysis.context.naming import place_name
from analysis.context.places import find_places

__all__ = [
    "Claim",
    "actor_name",
    "actor_of",
    "attack_type_of",
    "claimant_of",
    "coordinates",
    "find_actors",
    "find_places",
    "locate",
    "place_name",
]
