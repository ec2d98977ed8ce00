"""Ingest: a dump of raw news, in whatever files it comes, to one stream of Records."""

from dateline.ingest.dump import read_dump
from dateline.ingest.record import IngestOptions, Metadata, Record

__all__ = ["IngestOptions", "Metadata", "Record", "read_dump"]
