"""One exception tree. Every message names the file or record and the remedy; the CLI prints it as one line.

DatelineError              anything Dateline itself reports
├── UsageError             a wrong option, setting or argument          (exit code 2)
├── RunError               the run cannot go on: output folder, disk    (exit code 1)
│   └── NoArticlesError    nothing in the input is an article           (exit code 1)
├── ModelError             a model package is missing or damaged        (exit code 1)
└── RecordError            one record cannot be used; the run goes on   (exit code 3)
"""


class DatelineError(Exception):
    """Base of all errors that Dateline reports to its user; `exit_code` is what the process ends with."""

    exit_code = 1


class UsageError(DatelineError):
    """A wrong option, setting or argument."""

    exit_code = 2


class RunError(DatelineError):
    """The run cannot go on."""


class NoArticlesError(RunError):
    """Nothing in the input is an article."""


class ModelError(DatelineError):
    """A model package is missing or is not the one that `models.toml` pins."""


class RecordError(DatelineError):
    """One record cannot be used; it gets a row in `sources.csv` and the run goes on."""

    exit_code = 3
