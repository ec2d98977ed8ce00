"""The command line: one short function per command, each over a function of the library."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline import __version__
from dateline.errors import DatelineError, UsageError
from dateline.settings import Settings, load_settings
from dateline.terminal import Terminal, say_error, show_explanation, show_lines, show_summary

if TYPE_CHECKING:  # at run time it would load the libraries of the stages for `dateline --help`
    from dateline.stages.articles import CleanedArticle

app = typer.Typer(
    name="dateline",
    help="Turn dumps of raw news articles into tables of persons, places, dates and amounts.\n\n"
    "`dateline run DUMP -o outputs` does everything; the stages can also be run one by one.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)

Dump = Annotated[
    list[str],
    typer.Argument(metavar="DUMP...", help="Files or folders of articles, or - for standard input."),
]
Output = Annotated[Path, typer.Option("--output", "-o", help="Folder of the tables.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Config = Annotated[
    Path | None, typer.Option("--config", help="Settings file; by default dateline.toml of this folder.")
]

_DEFAULT_OUTPUT = Path("outputs")


def _option(name: str) -> inspect.Parameter:
    """Returns the command-line option of a setting: its flag, type and help come from Settings alone."""
    field = Settings.model_fields[name]
    flags = {"formats": ("--format", "-f"), "jobs": ("--jobs", "-j")}.get(name, (f"--{name.replace('_', '-')}",))
    if field.annotation is bool:
        flags = (f"{flags[0]}/--no-{flags[0][2:]}",)
    kind = {bool: bool, int: int}.get(field.annotation, str)  # type: ignore[arg-type]
    default = ",".join(field.default) if isinstance(field.default, tuple) else field.default
    shown = f"{field.description} [default: {default}]" if default else field.description
    option = typer.Option(*flags, help=shown, show_default=False)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, option]
    )


def _with_settings(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of these settings and passes it the loaded Settings; prints errors as one line."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def wrapped(**given: Any) -> None:
            flags, config = {name: given.pop(name) for name in names}, given.pop("config")
            with _one_line_errors():
                command(**given, settings=load_settings(config, **flags))

        own = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for parameter in inspect.signature(command).parameters.values()
            if parameter.name != "settings"
        ]
        config = inspect.Parameter("config", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Config)
        parameters = [*own, *map(_option, names), config]
        wrapped.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        wrapped.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return wrapped

    return decorate


@contextmanager
def _one_line_errors() -> Iterator[None]:
    try:
        yield
    except DatelineError as error:
        say_error(str(error))
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        say_error("interrupted; the same command continues where it stopped")
        raise typer.Exit(130) from None


_READING = (
    "max_characters", "encoding", "text_field", "title_field", "date_field", "url_field", "author_field",
    "language_field", "publisher_field", "id_field",
)  # fmt: skip
_NAMES = ("model_tier", "models")


@app.command()
@_with_settings("jobs", "formats", "bom", "keep_duplicates", "language", "language_engine", *_NAMES, *_READING)
def run(dump: Dump, output: Output = _DEFAULT_OUTPUT, quiet: Quiet = False, *, settings: Settings) -> None:
    """Turn a dump into tables: all stages in order.

    Reads .txt, .html, .jsonl, .json, .csv, .tsv, .xml, .pdf, .docx and WARC, also as .gz, .zst or inside .zip and .tar.
    What an earlier run into the same folder finished is not done again, and a run that was stopped goes on.

    Examples:

        dateline run articles/ -o tables

        dateline run export.jsonl.gz --format csv,parquet --jobs 4

        zcat dump.gz | dateline run - -o tables

    Ends with 0; 1 when nothing could be done; 3 when it finished but some records are no articles.
    """
    from dateline.stages.run import run as run_all

    with Terminal(quiet=quiet) as terminal:
        summary = run_all(dump, output, reporter=terminal, settings=settings)
    show_summary(summary.report, output, summary.extracted, summary.reused, quiet=quiet)
    if summary.report.problems:
        raise typer.Exit(3)


@app.command()
@_with_settings("jobs", "language", "language_engine", *_READING)
def clean(
    dump: Dump,
    output: Output = _DEFAULT_OUTPUT,
    to: Annotated[
        Path | None, typer.Option("--to", help="Also write the cleaned articles to this JSONL file; - prints them.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Show the pages with what is kept, dropped and why; writes no output folder.")
    ] = False,
    quiet: Quiet = False,
    *,
    settings: Settings,
) -> None:
    """Stage 1: read a dump and label the lines of each article by section.

    Examples:

        dateline clean articles/ --to articles.jsonl

        dateline clean page.txt --show

        dateline clean export.jsonl#4711 --show

    Ends with 0; 1 when nothing could be done; 3 when it finished but some records are no articles.
    """
    from dateline.executors import Executor, available_cores
    from dateline.stages.articles import complete, problems, read_articles
    from dateline.stages.clean import clean as stage
    from dateline.workspace import Workspace

    paths, record = _record_of(dump) if show else (dump, "")
    with ExitStack() as stack:
        work = Workspace(Path(stack.enter_context(TemporaryDirectory())) if show else output)
        work.prepare()
        executor = stack.enter_context(Executor(settings.jobs or available_cores()))
        with Terminal(quiet=quiet) as terminal:
            stage(paths, work, settings, executor, terminal)
            if to is not None or show:
                complete(work, settings, executor, terminal)
        if to is not None or show:
            _hand_out(read_articles(work, settings), to=to, show=show, record=record)
        failed = problems(work)
    show_lines(failed, "such records")
    if failed:
        raise typer.Exit(3)


def _record_of(dump: list[str]) -> tuple[list[str], str]:
    """Returns the dump and the id of the one record of it that is meant: `dump.jsonl#ID`."""
    path, mark, record = dump[0].partition("#")
    one = len(dump) == 1 and mark and not Path(dump[0]).exists()
    return ([path], record) if one else (dump, "")


def _hand_out(articles: "Iterator[CleanedArticle]", *, to: Path | None, show: bool, record: str) -> None:
    """Shows articles, writes them, or both.

    Raises:
        UsageError: there is no article with the id `record`.
    """
    from dateline.page_view import show_article
    from dateline.stages.articles import as_line, write_articles

    def passing() -> "Iterator[CleanedArticle]":
        found = False
        for article in articles:
            if record in ("", article.source.partition("#")[2]):
                found = True
                if show:
                    show_article(article)
                yield article
        if not found:
            raise UsageError(f"no article #{record} here; without it, --show shows them all")

    if to is None or str(to) == "-":
        for article in passing():
            if to is not None:
                typer.echo(as_line(article))
    else:
        write_articles(passing(), to)


@app.command()
@_with_settings("jobs", "language", "language_engine")
def detect(output: Output = _DEFAULT_OUTPUT, quiet: Quiet = False, *, settings: Settings) -> None:
    """Stage 2: find the language of each article and paragraph, and duplicates, of what `clean` read."""
    from dateline.executors import Executor, available_cores
    from dateline.stages.detect import detect as stage
    from dateline.stages.documents import documents
    from dateline.workspace import Workspace

    with Terminal(quiet=quiet) as terminal, Executor(settings.jobs or available_cores()) as executor:
        stage(Workspace(output), settings, executor, terminal)
        documents(Workspace(output), settings)


@app.command()
@_with_settings("jobs", "keep_duplicates", *_NAMES)
def extract(output: Output = _DEFAULT_OUTPUT, quiet: Quiet = False, *, settings: Settings) -> None:
    """Stage 3: find persons, places, dates and amounts in each article."""
    from dateline.executors import Executor, available_cores
    from dateline.stages.extract import extract as stage
    from dateline.workspace import Workspace

    with Terminal(quiet=quiet) as terminal, Executor(settings.jobs or available_cores()) as executor:
        stage(Workspace(output), settings, executor, terminal)


@app.command()
def resolve(output: Output = _DEFAULT_OUTPUT, quiet: Quiet = False) -> None:
    """Stage 4: link the persons of all articles."""
    from dateline.stages.resolve import resolve as stage
    from dateline.workspace import Workspace

    with _one_line_errors(), Terminal(quiet=quiet) as terminal:
        stage(Workspace(output), terminal)


@app.command()
@_with_settings("formats", "bom")
def tables(output: Output = _DEFAULT_OUTPUT, quiet: Quiet = False, *, settings: Settings) -> None:
    """Stage 5: write the tables, the data package and the data dictionary."""
    from dateline.stages.tables import tables as stage
    from dateline.workspace import Workspace

    with Terminal(quiet=quiet) as terminal:
        report = stage(Workspace(output), settings, terminal)
    show_summary(report, output, None, None, quiet=quiet)


Text = Annotated[str, typer.Argument(metavar="TEXT", help="A text, @FILE for that of a file, or - for standard input.")]
Language = Annotated[str, typer.Option("--language", help="Its language (ISO 639-1); detected when not given.")]
Published = Annotated[str, typer.Option("--published", help="Day of publication, which relative dates count from.")]


@app.command()
def dates(text: Text, published: Published = "", language: Language = "") -> None:
    """Print the dates of one text as CSV, for trying and for bug reports.

    Example:

        dateline dates "They met last Tuesday." --published 2021-11-24
    """
    _print_rows("dates", text, published, language)


@app.command()
def amounts(text: Text, published: Published = "", language: Language = "") -> None:
    """Print the amounts of one text as CSV, for trying and for bug reports.

    Example:

        dateline amounts @article.txt --language fr
    """
    _print_rows("amounts", text, published, language)


def _print_rows(name: str, text: str, published: str, language: str) -> None:
    from dateline.schema import MENTION_TABLES
    from dateline.single import extract as extract_text
    from dateline.tables.csv import as_csv

    with _one_line_errors():
        (table,) = (table for table in MENTION_TABLES if table.name == name)
        rows = extract_text(_text_of(text), language=language, published=published)[name]
        typer.echo(as_csv(table, rows), nl=False)


def _text_of(argument: str) -> str:
    """Returns the text that an argument is or names.

    Raises:
        UsageError: the file cannot be read.
    """
    if argument == "-":
        return typer.get_text_stream("stdin").read()
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{argument[1:]}: not UTF-8; convert it, or use `dateline run`") from None
    except OSError as error:
        raise UsageError(f"{argument[1:]}: {error.strerror}; name a file that can be read") from None


@app.command()
def explain(
    outputs: Annotated[Path, typer.Argument(help="Folder of the tables.")],
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A mention_id, person_id or place_id.")],
) -> None:
    """Show a row in its sentence and source line, and why it was decided so."""
    from dateline.explanation import explain as explanation

    with _one_line_errors():
        show_explanation(explanation(outputs, identifier))


models = typer.Typer(invoke_without_command=True)
app.add_typer(models, name="models")


@models.callback()
def _models(context: typer.Context) -> None:
    """List the models that find names, by language and tier, with licence, scores and whether each is installed.

    `--model-tier` of `dateline run` picks a tier; `--models LANGUAGE=ID` uses another model for a language: one of this
    list, any installed spaCy package, or the folder of any spaCy pipeline.

    Examples:

        dateline models

        dateline models fetch de-lg && dateline run articles/ --models de=de-lg
    """
    from dateline.models_view import show_models

    if context.invoked_subcommand is None:
        with _one_line_errors():
            show_models()


@models.command()
def fetch(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A model of `dateline models` that is to be fetched.")
    ],
    quiet: Quiet = False,
) -> None:
    """Download a model that does not come with Dateline, and check it against its checksum.

    It is kept in the user's cache folder, or in the folder that the environment variable DATELINE_MODELS names.
    """
    from dateline.entities.fetching import fetch as fetch_model
    from dateline.entities.fetching import fetchable

    with _one_line_errors():
        entry = fetchable(identifier)
        with Terminal(quiet=quiet) as terminal:
            folder = fetch_model(
                entry,
                started=lambda total: terminal.stage(f"fetching {identifier}, MB", total),
                advance=lambda: terminal.advance(1),
            )
        if not quiet:
            needs = f"; it needs `pip install {entry.needs}`" if entry.needs else ""
            typer.echo(f"{identifier} in {folder}: use it with --models {entry.language}={identifier}{needs}")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options before any command."""
