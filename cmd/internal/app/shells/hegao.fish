# fish completion for hegao. Put this into ~/.config/fish/completions/hegao.fish:
#   hegao completion fish > ~/.config/fish/completions/hegao.fish
function __hegao_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] __complete $words[2..-1] 2>/dev/null)
    for line in $found
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c hegao -f -a '(__hegao_complete)'
