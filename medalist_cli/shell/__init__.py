"""Prompt segments, one module per shell, and candidates for completion.

The module of a shell has `prompt(steps) -> str` and `COMPLETION_SETUP`, code to run before
Typer's completion script.
"""

from importlib import import_module
from types import ModuleType

from typer.completion import Shells  # type: ignore[attr-defined]


def names() -> tuple[str, ...]:
    """Return the shells that both Typer and this package support, sorted."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for completion and errors

    here = {module.name for module in pkgutil.iter_modules(__path__)}
    return tuple(sorted(here & {shell.value for shell in Shells}))


def find(name: str) -> ModuleType | None:
    """Return the module of a shell; None for an unknown shell."""
    return import_module(f"{__name__}.{name}") if name in names() else None
