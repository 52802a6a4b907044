"""The content library: pydantic types for every content file, loaded and checked together."""

from neuroviz.domain.library import Library, check, report
from neuroviz.domain.regions import hub_parcel, hubs_of, plain_name, plain_names

__all__ = ["Library", "check", "hub_parcel", "hubs_of", "plain_name", "plain_names", "report"]
