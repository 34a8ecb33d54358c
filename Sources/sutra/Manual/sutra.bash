# sutra.bash - completion of sutra(1) for bash; licence: MIT

_sutra() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} task= index values=
  # In bash the equals sign is a word of its own.
  if [[ $word == "=" ]]; then word=
  elif [[ $before == "=" ]]; then before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case ${COMP_WORDS[1]} in
    analyze | explain | doctor | config) (( COMP_CWORD > 1 )) && task=${COMP_WORDS[1]} ;;
  esac
  for (( index = 1; index < COMP_CWORD; index++ )); do
    if [[ ${COMP_WORDS[index]} == "--" ]]; then
      [[ $task == doctor || $task == config ]] || COMPREPLY=( $(compgen -f -- "$word") )
      return
    fi
  done
  case $before in
    --sample) values="bn en" ;;
    --theme)
      COMPREPLY=( $(compgen -W "dark high-contrast light mono" -- "$word") $(compgen -f -- "$word") )
      return ;;
    --model)
      COMPREPLY=( $(compgen -W "none" -- "$word") $(compgen -f -- "$word") )
      return ;;
    --format) values="jsonl json text" ;;
    --color) values="auto always never" ;;
    --widths) values="auto spacing cluster konsole" ;;
    --pane) values="auto on off" ;;
    --view) values="quotes sources entities" ;;
    --entity-order) values="mentions text name" ;;
    --search-folding) values="normal loose" ;;
    --keyboard) values="none national probhat" ;;
    --highlighting | --mouse | --linear)
      [[ ${COMP_WORDS[COMP_CWORD]} == "=" || ${COMP_WORDS[COMP_CWORD-1]} == "=" ]] && values="on off" ;;
    --width | --pane-width | --line-width | --hide | --copy-command) return ;;
  esac
  if [[ -n $values ]]; then
    COMPREPLY=( $(compgen -W "$values" -- "$word") )
    return
  fi
  local settings="--theme --color --widths --highlighting --no-highlighting --hide --pane
    --pane-width --line-width --view --entity-order --search-folding --mouse --no-mouse --keyboard --model --copy-command
    --linear --no-linear"
  if [[ $word == -* ]]; then
    case $task in
      analyze) values="--format --model --sample --help --version" ;;
      explain) values="--help --version" ;;
      doctor) values="--json --help --version $settings" ;;
      config) values="--help --version $settings" ;;
      *) values="--sample --follow --print --width --help --version $settings" ;;
    esac
    COMPREPLY=( $(compgen -W "$values" -- "$word") )
    return
  fi
  [[ $task == doctor || $task == config ]] && return
  (( COMP_CWORD == 1 )) && COMPREPLY=( $(compgen -W "analyze explain doctor config" -- "$word") )
  COMPREPLY+=( $(compgen -f -- "$word") )
}

complete -o filenames -F _sutra sutra
