"""datapackage.json: a Frictionless Data Package that describes and checks the tables."""

from typing import Any

from dateline import __version__
from dateline.schema import TABLES, Column, Table

#: Table Schema has no list type of this form: a list is a string here.
_TYPES = {"list": "string"}


def data_package(formats: tuple[str, ...], *, bom: bool) -> dict[str, Any]:
    """Returns the package descriptor: the CSV files where they were written, else the Parquet files."""
    csv = "csv" in formats
    return {
        "name": "dateline-tables",
        "title": "Persons, places, dates and amounts in news articles",
        "profile": "tabular-data-package" if csv else "data-package",
        "version": __version__,
        "sources": [{"title": "GeoNames", "path": "https://www.geonames.org", "email": "info@geonames.org"}],
        "resources": [_resource(table, csv=csv, bom=bom) for table in TABLES],
    }


def _resource(table: Table, *, csv: bool, bom: bool) -> dict[str, Any]:
    kind = "csv" if csv else "parquet"
    resource: dict[str, Any] = {
        "name": table.name,
        "path": f"{table.name}.{kind}",
        "format": kind,
        "description": table.description,
        "schema": _schema(table),
    }
    if csv:
        resource |= {
            "profile": "tabular-data-resource",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig" if bom else "utf-8",
        }
    return resource


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {
            "fields": [key.column],
            "reference": {"resource": "" if key.table == table.name else key.table, "fields": [key.target]},
        }
        for key in table.foreign_keys
    ]
    return {
        "fields": [_field(column, key=column.name == table.key) for column in table],
        "missingValues": [""],
        "primaryKey": [table.key],
        "foreignKeys": keys,
    }


def _field(column: Column, *, key: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "description": column.description,
    }
    constraints: dict[str, Any] = {"required": True} if key else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return field | ({"constraints": constraints} if constraints else {})
