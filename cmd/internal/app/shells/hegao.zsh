#compdef hegao
# zsh completion for hegao. Put this into ~/.zshrc:
#   source <(hegao completion zsh)
_hegao() {
	local line files=
	local -a found
	while IFS= read -r line; do
		case $line in
		:files) files=1 ;;
		?*) found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
		esac
	done < <("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)
	(( ${#found} )) && _describe -V hegao found
	[[ -n $files ]] && _files
}
if [[ $funcstack[1] == _hegao ]]; then
	_hegao "$@"
else
	compdef _hegao hegao
fi
