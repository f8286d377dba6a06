"""What can be typed after `medalist`: from its commands, their options and arguments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct

from medalist_cli import shells
from medalist_cli.answer import Countdown, Records
from medalist_cli.render import columns, formats
from medalist_cli.shells import Grammar, Place, Value
from medalist_cli.suggestions import WHOLE, WORDS

Command = Any
"""Typer's own copy of a Click command; it is not public, so it has no name here."""

Parameter = Any
"""The same of an option or an argument."""

Tree = Mapping[str, Command]
"""Every command by the words that lead to it; the root by an empty string."""

_HELP = ("--help", "Show this message and exit.")


def grammar(root: Command) -> Grammar:
    """Return what can be typed after the command `root`."""
    tree = dict(_tree(root, ""))
    options = [option for command in tree.values() for option in _options(command)]
    return Grammar(
        commands=tuple(path for path in tree if path),
        valued=tuple(dict.fromkeys(tuple(option.opts) for option in options if not option.is_flag)),
        places=_gathered(
            place for path, command in tree.items() for place in _places(path, command, tree)
        ),
    )


def _tree(command: Command, path: str) -> Iterator[tuple[str, Command]]:
    yield path, command
    for name in _within(command):
        yield from _tree(command.commands[name], f"{path} {name}".lstrip())


def _within(command: Command) -> list[str]:
    return sorted(getattr(command, "commands", ()))


def _options(command: Command) -> list[Parameter]:
    return [param for param in command.params if param.param_type_name == "option"]


def _gathered(places: Iterable[tuple[str, str, Value]]) -> tuple[Place, ...]:
    """Return the places by their value; an option that wants the same everywhere stands once."""
    known = list(places)
    values: dict[str, set[Value]] = {}
    for _, where, value in known:
        values.setdefault(where, set()).add(value)
    states: dict[Value, dict[str, None]] = {}
    for path, where, value in known:
        is_same = where.startswith("--") and len(values[where]) == 1
        states.setdefault(value, {})[f"* {where}" if is_same else f"{path} {where}"] = None
    return tuple((tuple(names), value) for value, names in states.items() if value != Value())


def _places(path: str, command: Command, tree: Tree) -> Iterator[tuple[str, str, Value]]:
    """Yield each place in a line of `command`: its command, where in it, and what is wanted."""
    options = _options(command)
    yield path, "-", Value((*((option.opts[0], option.help or "") for option in options), _HELP))
    for option in options:
        if not option.is_flag:
            yield path, option.opts[0], _value(option, command, tree)
    names = _within(command)
    if names:
        yield path, "0", Value(tuple((name, _about(command.commands[name])) for name in names))
    arguments = [param for param in command.params if param not in options]
    for where, argument in zip("0n", arguments, strict=False):
        yield path, where, _value(argument, command, tree)
    if len(arguments) == 1 and arguments[0].nargs == -1:
        again = _value(arguments[0], command, tree)
        yield path, "n", again if again.asks in WORDS else Value()


def _about(command: Command) -> str:
    return str(command.get_short_help_str(60))


def _value(param: Parameter, command: Command, tree: Tree) -> Value:
    """Return what an option or argument can be; they are known by what the code calls them."""
    match param.name:
        case "format":
            return _plain(formats(command.kind))
        case "fields":
            known = (n for row in command.rows for n in (*row.__struct_fields__, *columns(row)))
            return Value(_plain(dict.fromkeys(known)).words, many=True)
        case "command":
            return _plain(tuple(path for path, one in tree.items() if path and _has_json(one)))
        case "shell":
            return _plain(shells.names())
        case "by":
            return Value(asks="target")
        case "query":
            return Value(asks=command.name)
        case name if name in WHOLE or name in WORDS:
            return Value(asks=name)
    allowed = choices(param)
    return _plain(allowed) if allowed else Value(is_file=param.metavar == "FILE")


def choices(param: Parameter) -> tuple[str, ...]:
    """Return the words that an option or argument has to be one of; empty where it can be any."""
    declared = getattr(param, "type_descriptor", None)  # of Typer 0.29
    if declared is None:
        return tuple(getattr(param.type, "choices", ()))
    return _literal(declared.annotation)


def _literal(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next(filter(None, map(_literal, get_args(hint))), ())


def _plain(words: Iterable[str]) -> Value:
    return Value(tuple((word, "") for word in words))


def _has_json(command: Command) -> bool:
    return issubclass(command.kind, (Records, Countdown))


class Line(Struct, frozen=True):
    """A command line up to a word that is being typed."""

    value: Value
    """What that word can be."""
    start: str
    """As much of it as there is, without `prefix`."""
    prefix: str
    """What stands before it in the same word: `--fields=title,`."""
    before: tuple[str, ...]
    """The words of the command's arguments so far."""
    given: Mapping[str, str]
    """The options so far that have a value."""


def read(grammar: Grammar, words: Sequence[str], start: str) -> Line:
    """Return the line that begins with the whole `words` and ends in the word `start`."""
    command, option, before, given = "", "", [], {}
    names = {name: each[0] for each in grammar.valued for name in each}
    for word in words:
        if option:
            given[option], option = word, ""
        elif word.startswith("-"):
            name, _, joined = word.partition("=")
            given |= {name: joined} if joined else {}
            option = "" if joined else names.get(name, "")
        elif f"{command} {word}".lstrip() in grammar.commands:
            command = f"{command} {word}".lstrip()
        else:
            before.append(word)
    prefix = ""
    if start.startswith("--") and "=" in start:
        option, _, start = start.partition("=")
        prefix = f"{option}="
    where = option or ("-" if start.startswith("-") else "n" if before else "0")
    value = _at(grammar, f"{command} {where}", f"* {where}")
    done = start.rpartition(",")[0] + "," if value.many and "," in start else ""
    return Line(value, start.removeprefix(done), prefix + done, tuple(before), given)


def _at(grammar: Grammar, *states: str) -> Value:
    found = (value for names, value in grammar.places if not set(states).isdisjoint(names))
    return next(found, Value())
