"""`dateline.toml` and command-line flags -> frozen Settings. Every option has a flag and a default that serves."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dateline.errors import UsageError

#: Read from the working directory when no other file is named.
CONFIG_NAME = "dateline.toml"

Format = Literal["csv", "parquet"]
Engine = Literal["langdetect", "py3langid"]
Tier = Literal["fast", "default", "best"]

_CODE = re.compile("[a-z]{2,3}")


class Settings(BaseModel):
    """All options of a run; the description of a field is also the help of its command-line flag."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())  # `model_tier` is an option

    jobs: Annotated[int, Field(ge=0, description="Processes to use; 0 means all cores.")] = 0
    formats: Annotated[
        tuple[Format, ...], Field(description="Table formats to write: csv, parquet or csv,parquet.")
    ] = ("csv",)
    bom: Annotated[
        bool, Field(description="Start CSV files with a byte order mark, which Excel needs for accents.")
    ] = True
    keep_duplicates: Annotated[bool, Field(description="Extract from near-duplicate articles too.")] = False
    language: Annotated[
        str, Field(description="Take every article to be in this language (ISO 639-1), detect none.")
    ] = ""
    language_engine: Annotated[
        Engine,
        Field(description="What tells languages apart: langdetect or, faster on short texts, py3langid."),
    ] = "langdetect"
    model_tier: Annotated[
        Tier,
        Field(description="How much time finding names may take: fast, default or best; `dateline models` says more."),
    ] = "default"
    models: Annotated[
        Mapping[str, str],
        Field(
            description="Other models, by language: es=es_core_news_lg,de=/path/to/pipeline; "
            "an id of `dateline models`, an installed spaCy package or a folder."
        ),
    ] = {}
    max_characters: Annotated[int, Field(gt=0, description="Longest article accepted, in characters.")] = 1_000_000
    encoding: Annotated[str, Field(description="Encoding of the input; detected when not given.")] = ""
    text_field: Annotated[str, Field(description="Field or column that holds the article's text.")] = ""
    title_field: Annotated[str, Field(description="Field or column that holds the title.")] = ""
    date_field: Annotated[str, Field(description="Field or column that holds the publication date.")] = ""
    url_field: Annotated[str, Field(description="Field or column that holds the address.")] = ""
    author_field: Annotated[str, Field(description="Field or column that holds the authors.")] = ""
    language_field: Annotated[str, Field(description="Field or column that holds the language.")] = ""
    publisher_field: Annotated[str, Field(description="Field or column that holds the outlet.")] = ""
    id_field: Annotated[str, Field(description="Field or column that holds the record's id.")] = ""

    @field_validator("formats", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("models", mode="before")
    @classmethod
    def _by_language(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        pairs = [part.partition("=") for part in value.split(",") if part.strip()]
        return {language.strip(): model.strip() for language, _, model in pairs}

    @field_validator("models")
    @classmethod
    def _named(cls, value: Mapping[str, str]) -> Mapping[str, str]:
        for language, model in value.items():
            if not (_CODE.fullmatch(language) and model):
                raise ValueError(f"not LANGUAGE=MODEL with a language of two or three letters: {language}={model}")
        return dict(sorted(value.items()))

    @field_validator("formats")
    @classmethod
    def _not_empty(cls, value: tuple[Format, ...]) -> tuple[Format, ...]:
        if not value:
            raise ValueError("name at least one of csv, parquet")
        return tuple(sorted(set(value)))


def load_settings(path: Path | None = None, **flags: Any) -> Settings:
    """Returns the settings of `path`, or of `dateline.toml` in the working directory, overridden by flags.

    A flag that is None was not given.

    Raises:
        UsageError: the file is missing, is not TOML, or holds an unknown option or a wrong value.
    """
    file = path if path is not None else Path(CONFIG_NAME)
    values: dict[str, Any] = {}
    if path is not None or file.is_file():
        values = _read(file)
    values.update({name: value for name, value in flags.items() if value is not None})
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"][:1]) or "settings"
        where = f"option {name}" if flags.get(name) is not None else f"{file}: {name}"
        reason = "no such option" if first["type"] == "extra_forbidden" else first["msg"]
        raise UsageError(f"{where}: {reason} (`dateline run --help` lists the options)") from None


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; name a settings file that exists") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: not valid TOML: {error}") from None
