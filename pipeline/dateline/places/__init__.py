"""Place names in articles, resolved to a gazetteer: `extract_places` per article, `is_strong_place` per name."""

from dateline.places.extract import extract_places
from dateline.places.model import Place, PlaceMention
from dateline.places.scan import has_names, is_strong_place

__all__ = ["Place", "PlaceMention", "extract_places", "has_names", "is_strong_place"]
