"""Completion for bash, zsh and fish, made from the program's own --help.

A completion knows commands, options, the words an option takes, and where a file or a folder is meant.
"""

import command_tree


def quoted(text):
    """In single quotes, as all three shells read them (fish knows \\' inside, the others do not)."""
    return "'" + text.replace("'", "’") + "'"


class Tables:
    """What all three shells need of the tree."""

    def __init__(self, root):
        self.commands = list(command_tree.all_of(root))
        self.everywhere = root.options
        valued = {(name, option.takes_value) for command in self.commands for option in command.options
                  for name in option.names}
        self.valued = sorted(name for name, takes_value in valued if takes_value)
        flags = {name for name, takes_value in valued if not takes_value}
        # The walk over the line tells by the name alone whether the next word is a value.
        if flags & set(self.valued):
            raise SystemExit(f"options with a value here and without one there: {flags & set(self.valued)}")

    def options(self, command):
        """The command's own, then those that every command takes."""
        own = [option for option in command.options if option.name != "--help"]
        if not command.path:
            return command.options
        return own + [option for option in self.everywhere if option.name not in ("--version", *(o.name for o in own))]

    def arguments(self, command):
        """Words that may stand here without a dash: (word, help)."""
        below = [(sub.path[-1], sub.help) for sub in command.subcommands]
        return below + [(choice, word.help) for word in command.positionals for choice in word.choices]

    @staticmethod
    def kind(command):
        """Whether a positional is a "file" or a "folder"."""
        return next((word.kind for word in command.positionals if word.kind), "")


def path_of(command):
    return " ".join(command.path)


BASH = r"""# bash completion for goodturn
_goodturn() {
    local cur=${COMP_WORDS[COMP_CWORD]} path="" expects="" words="" kind="" word index
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ -n $expects ]]; then
            expects=""
            continue
        fi
        case $word in
            @VALUED@) expects=$word ;;
            -*) ;;
            *)
                case "${path:+$path }$word" in
                    @PATHS@)
                        path="${path:+$path }$word" ;;
                esac ;;
        esac
    done
    case "$path/$expects" in
@VALUES@
    esac
    if [[ -z $expects && $cur == -* ]]; then
        case $path in
@OPTIONS@
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    case $kind in
        file) compopt -o filenames; COMPREPLY+=($(compgen -f -- "$cur")) ;;
        folder) compopt -o filenames; COMPREPLY+=($(compgen -d -- "$cur")) ;;
    esac
}
complete -F _goodturn goodturn
"""


def filled(template, **parts):
    for name, text in parts.items():
        template = template.replace(f"@{name.upper()}@", text)
    return template


def bash_case(place, words, kind):
    return f'        "{place}") words="{" ".join(words)}" kind="{kind}" ;;'


def bash(tables):
    values, options = [], []
    for command in tables.commands:
        path = path_of(command)
        for option in tables.options(command):
            if option.choices or option.kind:
                values.append(bash_case(f"{path}/{option.name}", option.choices, option.kind))
        words, kind = [word for word, _help in tables.arguments(command)], tables.kind(command)
        if words or kind:
            values.append(bash_case(f"{path}/", words, kind))
        options.append("    " + bash_case(path, [name for option in tables.options(command) for name in option.names], ""))
    paths = "|".join(f'"{path_of(command)}"' for command in tables.commands if command.path)
    return filled(BASH, valued="|".join(tables.valued), paths=paths, values="\n".join(values),
                  options="\n".join(options))


ZSH = r"""#compdef goodturn
# zsh completion for goodturn
_goodturn() {
    local cur=${words[CURRENT]} place="" expects="" kind="" word
    local -a found
    for word in ${words[2,CURRENT-1]}; do
        if [[ -n $expects ]]; then
            expects=""
            continue
        fi
        case $word in
            (@VALUED@) expects=$word ;;
            (-*) ;;
            (*)
                case "${place:+$place }$word" in
                    (@PATHS@)
                        place="${place:+$place }$word" ;;
                esac ;;
        esac
    done
    case "$place/$expects" in
@VALUES@
    esac
    if [[ -z $expects && $cur == -* ]]; then
        kind=""
        case $place in
@OPTIONS@
        esac
    fi
    (( $#found )) && _describe 'goodturn' found
    case $kind in
        (file) _files ;;
        (folder) _files -/ ;;
    esac
}
_goodturn "$@"
"""


def zsh(tables):
    def described(pairs):
        return " ".join(quoted(word.replace(":", r"\:") + ":" + text) for word, text in pairs)

    values, options = [], []
    for command in tables.commands:
        path = path_of(command)
        for option in tables.options(command):
            if option.choices or option.kind:
                found = described((choice, option.help) for choice in option.choices)
                values.append(f'        ("{path}/{option.name}") found=({found}) kind={option.kind or quoted("")} ;;')
        found, kind = described(tables.arguments(command)), tables.kind(command)
        if found or kind:
            values.append(f'        ("{path}/") found=({found}) kind={kind or quoted("")} ;;')
        found = described((name, option.help) for option in tables.options(command) for name in option.names)
        options.append(f'            ("{path}") found=({found}) ;;')
    paths = "|".join(f'"{path_of(command)}"' for command in tables.commands if command.path)
    return filled(ZSH, valued="|".join(tables.valued), paths=paths, values="\n".join(values),
                  options="\n".join(options))


FISH = r"""# fish completion for goodturn
function __goodturn_at --description 'Whether the line so far names this command; with "word" that no value is due'
    set -l place
    set -l expects 0
    for word in (commandline -opc)[2..]
        if test $expects = 1
            set expects 0
            continue
        end
        switch $word
            case @VALUED@
                set expects 1
            case '-*'
            case '*'
                switch "$place $word"
                    case @PATHS@
                        set place "$place $word"
                end
        end
    end
    test "$place" = "$argv[1]" -a \( $expects = 0 -o "$argv[2]" != word \)
end
complete -c goodturn -f
"""


def fish(tables):
    lines = []
    for command in tables.commands:
        here = "".join(f" {word}" for word in command.path)
        start = f'complete -c goodturn -n \'__goodturn_at "{here}"\''
        plain = f'complete -c goodturn -n \'__goodturn_at "{here}" word\''
        lines += [f"{plain} -a {quoted(word)} -d {quoted(text)}" for word, text in tables.arguments(command)]
        kind = tables.kind(command)
        if kind:
            lines.append(f"{plain} -F" if kind == "file" else f"{plain} -a '(__fish_complete_directories)'")
        for option in tables.options(command):
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = ""
            if option.takes_value:
                value = {"file": " -r -F", "folder": " -x -a '(__fish_complete_directories)'"}.get(option.kind, " -x")
            if option.choices:
                value += f" -a {quoted(' '.join(option.choices))}"
            lines.append(f"{start} {names}{value} -d {quoted(option.help)}")
    below = [command for command in tables.commands if command.path]
    paths = " ".join(quoted("".join(f" {word}" for word in command.path)) for command in below)
    return filled(FISH, valued=" ".join(tables.valued), paths=paths) + "\n".join(lines) + "\n"
