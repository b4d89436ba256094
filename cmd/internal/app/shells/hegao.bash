# bash completion for hegao. Put this into ~/.bashrc:
#   source <(hegao completion bash)
_hegao() {
	local line files=
	COMPREPLY=()
	while IFS= read -r line; do
		case $line in
		:files) files=1 ;;
		?*) COMPREPLY+=("${line%%$'\t'*}") ;;
		esac
	done < <("${COMP_WORDS[0]}" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
	if [[ -n $files ]]; then
		compopt -o filenames 2>/dev/null
		local word=${COMP_WORDS[COMP_CWORD]}
		[[ $word == = ]] && word=
		while IFS= read -r line; do
			COMPREPLY+=("$line")
		done < <(compgen -f -- "$word")
	elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *, ]]; then
		compopt -o nospace 2>/dev/null
	fi
}
complete -F _hegao hegao
