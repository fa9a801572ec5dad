"""`completions`: the scripts that let a shell complete commands and the names of people."""

from __future__ import annotations

import os
from collections.abc import Mapping

import click
from click.shell_completion import ShellComplete, split_arg_string

from netjournal.cli.output import say

# Click's own scripts break names at their spaces and commas, and what bash puts on the command line has to be
# quoted there, as a name may hold $(…). An item is three lines: type, value, help.
_BASH = r"""
_netjournal() {
    local type value help word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r type && IFS= read -r value && IFS= read -r help; do
        [[ $type == dir ]] && compopt -o dirnames
        [[ $type == file ]] && compopt -o default
        [[ $type == plain ]] || continue
        case $word in
            \"*)
                value=${value//\\/\\\\} value=${value//\"/\\\"}
                value=${value//\$/\\\$} value=${value//\`/\\\`} ;;
            \'*) [[ $value == *\'* ]] && continue ;;
            *) printf -v value %q "$value" ;;
        esac
        COMPREPLY+=("$value")
    done < <(_NETJOURNAL_LINE=${COMP_LINE:0:COMP_POINT} _NETJOURNAL_COMPLETE=bash "$1" 2>/dev/null)
}
complete -o nosort -F _netjournal netjournal nj
"""
_ZSH = r"""
#compdef netjournal nj
_netjournal() {
    local type value help
    local -a plain described
    while IFS= read -r type && IFS= read -r value && IFS= read -r help; do
        case $type in
            plain) [[ $help == _ ]] && plain+=("$value") || described+=("${value//:/\\:}:$help") ;;
            dir) _path_files -/ ;;
            file) _path_files -f ;;
        esac
    done < <(_NETJOURNAL_LINE="${(j: :)words[1,CURRENT]}" _NETJOURNAL_COMPLETE=zsh $words[1] 2>/dev/null)
    (( $#described )) && _describe -V unsorted described -U
    (( $#plain )) && compadd -U -V unsorted -a plain
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _netjournal "$@"
else
    compdef _netjournal netjournal nj
fi
"""
_FISH = r"""
function _netjournal
    set -l line (commandline -cp)
    set -l found (env _NETJOURNAL_LINE="$line" _NETJOURNAL_COMPLETE=fish netjournal 2>/dev/null)
    for at in (seq 1 3 (count $found))
        set -l value $found[(math $at + 1)]
        set -l help $found[(math $at + 2)]
        switch $found[$at]
            case dir
                __fish_complete_directories (commandline -ct)
            case file
                __fish_complete_path (commandline -ct)
            case plain
                test "$help" = _; and echo $value; or printf '%s\t%s\n' $value $help
        end
    end
end
complete --no-files --command netjournal --arguments "(_netjournal)"
complete --no-files --command nj --arguments "(_netjournal)"
"""
_SCRIPTS: Mapping[str, str] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
_CURSOR = "\x1f"


@click.command()
@click.argument("shell", type=click.Choice(tuple(_SCRIPTS)))
def completions(shell: str) -> None:
    """Print what makes SHELL complete commands and the names of your people.

    \b
    bash   add to ~/.bashrc:  source <(netjournal completions bash)
    zsh    add to ~/.zshrc:   source <(netjournal completions zsh)
    fish   add to ~/.config/fish/config.fish:
           netjournal completions fish | source
    """
    for line in _SCRIPTS[shell].strip().splitlines():
        say(line)


def complete() -> int:
    """Print what may stand at the end of _NETJOURNAL_LINE, the command line up to the cursor."""
    from netjournal.cli.root import root

    *words, incomplete = split_arg_string(os.environ.get("_NETJOURNAL_LINE", "") + _CURSOR) or [_CURSOR]
    completer = ShellComplete(root, {}, "netjournal", "_NETJOURNAL_COMPLETE")
    for item in completer.get_completions(words[1:], incomplete.removesuffix(_CURSOR)):
        for line in (item.type, item.value, item.help or "_"):
            say(line)
    return 0
