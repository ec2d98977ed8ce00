"""Dateline: dumps of raw news articles in, tables of persons, places, dates and amounts out."""

__version__ = "0.1.0"
