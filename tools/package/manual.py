"""The manual page: goodturn.1.in with the commands and options as the program itself tells them."""

import pathlib
import re

import command_tree

TEMPLATE = pathlib.Path(__file__).with_name("goodturn.1.in")


def roff(text):
    """Plain text as roff takes it literally."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", "\\&", text, flags=re.MULTILINE)


def sentence(text):
    return text if not text or text.endswith(".") else text + "."


def described(word):
    """One .TP entry of an option or a positional."""
    font = "B" if word.name.startswith("-") else "I"
    names = ", ".join(f"\\f{font}{roff(name)}\\fR" for name in word.names)
    value = ""
    if word.takes_value and word.name.startswith("-"):
        value = " " + ("|".join(f"\\fB{roff(choice)}\\fR" for choice in word.choices) or "\\fIVALUE\\fR")
    return f".TP\n{names}{value}\n{roff(sentence(word.help))}"


def own_words(command, everywhere):
    """Positionals and options, without those that every command has. One named both ways is told once."""
    positionals = command.positionals
    said = {word.help for word in positionals if word.help}
    return positionals + [option for option in command.options
                          if option.name not in everywhere and not (option.required and option.help in said)]


def told(command, everywhere):
    # A group without a line of its own does nothing but lead to its commands.
    if command.subcommands and "[SUBCOMMAND]" not in command.usage:
        return ""
    usage = command.usage.replace(" [OPTIONS]", "").replace(" [SUBCOMMAND]", "").removeprefix("goodturn ")
    words = [described(word) for word in own_words(command, everywhere)]
    return "\n".join([f'.SS "{roff(usage)}"', roff(sentence(command.help)), *words])


def page(root, values):
    """The page as text. `values` fill @NAME@ of the template; @OPTIONS@ and @COMMANDS@ come from the tree."""
    everywhere = {option.name for option in root.options}
    told_commands = (told(command, everywhere) for command in command_tree.all_of(root) if command.path)
    filled = {**{name: roff(value) for name, value in values.items()},
              "DATE": values["DATE"],  # as it stands: mandoc knows a date by its hyphens
              "OPTIONS": "\n".join(described(option) for option in root.options),
              "COMMANDS": "\n".join(filter(None, told_commands))}
    return re.sub(r"@([A-Z]+)@", lambda found: filled[found.group(1)], TEMPLATE.read_text())
