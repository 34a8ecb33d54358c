# sutra.bash - completion of sutra(1) for bash, made by 'sutra completions bash'; licence: MIT

_sutra() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} task= index values=
  # In bash the equals sign is a word of its own.
  if [[ $word == "=" ]]; then word=
  elif [[ $before == "=" ]]; then before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case ${COMP_WORDS[1]} in
    analyze | export | import | audit | compare | explain | feeds | library | who | said | find | doctor | replay | config | completions) (( COMP_CWORD > 1 )) && task=${COMP_WORDS[1]} ;;
  esac
  for (( index = 1; index < COMP_CWORD; index++ )); do
    if [[ ${COMP_WORDS[index]} == "--" ]]; then
      case $task in
        doctor | config) ;;
        *) COMPREPLY=( $(compgen -f -- "$word") ) ;;
      esac
      return
    fi
  done
  case "$task $before" in
    " --sample") values="bn en" ;;
    " --save") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    " --record") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    " --log") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    " --width") return ;;
    "analyze --format") values="jsonl json text csv md" ;;
    "analyze --jobs") return ;;
    "analyze --output") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    "analyze --from") values="jsonl warc csv" ;;
    "analyze --text") return ;;
    "analyze --fields") return ;;
    "analyze --failures") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    "analyze --sample") values="bn en" ;;
    "export --to") values="jsonl csv brat webannotation tei conll xmi csl bibtex ris markdown html" ;;
    "export --output") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    "export --jobs") return ;;
    "export --sample") values="bn en" ;;
    "import --text") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    "import --output") COMPREPLY=( $(compgen -f -- "$word") ); return ;;
    "audit --format") values="text jsonl" ;;
    "audit --jobs") return ;;
    "audit --sample") values="bn en" ;;
    "compare --format") values="text jsonl html" ;;
    "compare --jobs") return ;;
    "feeds --format") values="jsonl text" ;;
    "feeds --base") return ;;
    "feeds --since") return ;;
    "feeds --at-a-time") return ;;
    "library --format") values="text jsonl csv" ;;
    "who --format") values="text jsonl csv" ;;
    "who --limit") return ;;
    "said --speaker") return ;;
    "said --about") return ;;
    "said --since") return ;;
    "said --outlet") return ;;
    "said --kind") values="named role pronoun collective anonymous media document implicit" ;;
    "said --type") values="direct indirect mixed" ;;
    "said --format") values="text jsonl csv" ;;
    "said --limit") return ;;
    "find --since") return ;;
    "find --format") values="text jsonl csv" ;;
    "find --limit") return ;;
  esac
  case $before in
    --language) values="auto en bn" ;;
    --digits) values="language western" ;;
    --theme) COMPREPLY=( $(compgen -W "auto dark high-contrast light mono" -- "$word") $(compgen -f -- "$word") ); return ;;
    --color) values="auto always never" ;;
    --widths) values="auto spacing cluster konsole conjunct syllable" ;;
    --pictures) values="auto kitty sixel off" ;;
    --picture-font) return ;;
    --line-speed) return ;;
    --hide) values="persons places organisations works events dates quantities" ;;
    --pane) values="auto on off" ;;
    --pane-width) return ;;
    --line-width) return ;;
    --view) values="quotes sources entities audit" ;;
    --entity-order) values="mentions text name" ;;
    --search-folding) values="normal loose" ;;
    --keyboard) values="none national probhat" ;;
    --model) COMPREPLY=( $(compgen -W "none" -- "$word") $(compgen -f -- "$word") ); return ;;
    --reading) values="auto fast full wide" ;;
    --languages) COMPREPLY=( $(compgen -d -- "$word") ); return ;;
    --encoding) return ;;
    --fetch-connect-timeout) return ;;
    --fetch-timeout) return ;;
    --fetch-size) return ;;
    --copy-command) COMPREPLY=( $(compgen -c -- "$word") ); return ;;
    --library) values="auto on off ask" ;;
    --highlighting | --translit | --mouse | --join-lines | --remember | --linear)
      [[ ${COMP_WORDS[COMP_CWORD]} == "=" || ${COMP_WORDS[COMP_CWORD-1]} == "=" ]] && values="on off" ;;
  esac
  if [[ -n $values ]]; then
    COMPREPLY=( $(compgen -W "$values" -- "$word") )
    return
  fi
  if [[ $word == -* ]]; then
    case $task in
      who) values="--format --limit --help --version --language --digits" ;;
      said) values="--speaker --about --since --outlet --kind --type --format --limit --help --version --language --digits" ;;
      replay) values="--screens --help --version --language --digits --theme --color --widths --pictures --picture-font --line-speed --highlighting --no-highlighting --hide --pane --pane-width --line-width --view --entity-order --search-folding --translit --no-translit --mouse --no-mouse --keyboard --model --reading --languages --encoding --join-lines --no-join-lines --fetch-connect-timeout --fetch-timeout --fetch-size --copy-command --remember --no-remember --library --linear --no-linear" ;;
      library) values="--format --help --version --language --digits --theme --color --widths --pictures --picture-font --line-speed --highlighting --no-highlighting --hide --pane --pane-width --line-width --view --entity-order --search-folding --translit --no-translit --mouse --no-mouse --keyboard --model --reading --languages --encoding --join-lines --no-join-lines --fetch-connect-timeout --fetch-timeout --fetch-size --copy-command --remember --no-remember --library --linear --no-linear" ;;
      import) values="--text --output --keep --help --version --language --digits --model --reading --languages" ;;
      find) values="--since --format --limit --help --version --language --digits" ;;
      feeds) values="--format --base --since --at-a-time --fetch --local --refresh --quiet --help --version --language --digits --theme --color --widths --pictures --picture-font --line-speed --highlighting --no-highlighting --hide --pane --pane-width --line-width --view --entity-order --search-folding --translit --no-translit --mouse --no-mouse --keyboard --model --reading --languages --encoding --join-lines --no-join-lines --fetch-connect-timeout --fetch-timeout --fetch-size --copy-command --remember --no-remember --library --linear --no-linear" ;;
      export) values="--to --output --force --jobs --kept --corrected --sample --help --version --language --digits --model --reading --languages" ;;
      explain) values="--help --version --language --digits --model --reading --languages --encoding" ;;
      doctor) values="--json --help --version --language --digits --theme --color --widths --pictures --picture-font --line-speed --highlighting --no-highlighting --hide --pane --pane-width --line-width --view --entity-order --search-folding --translit --no-translit --mouse --no-mouse --keyboard --model --reading --languages --encoding --join-lines --no-join-lines --fetch-connect-timeout --fetch-timeout --fetch-size --copy-command --remember --no-remember --library --linear --no-linear" ;;
      config) values="--help --version --language --digits --theme --color --widths --pictures --picture-font --line-speed --highlighting --no-highlighting --hide --pane --pane-width --line-width --view --entity-order --search-folding --translit --no-translit --mouse --no-mouse --keyboard --model --reading --languages --encoding --join-lines --no-join-lines --fetch-connect-timeout --fetch-timeout --fetch-size --copy-command --remember --no-remember --library --linear --no-linear" ;;
      completions) values="--help --version --language --digits" ;;
      compare) values="--format --jobs --kept --corrected --help --version --language --digits --model --reading --languages" ;;
      audit) values="--format --jobs --kept --corrected --sample --help --version --language --digits --model --reading --languages" ;;
      analyze) values="--format --jobs --corrected --output --resume --from --text --fields --failures --sample --help --version --language --digits --model --reading --languages --encoding" ;;
      *) values="--sample --follow --raw --save --record --log --log-words --print --private --width --help --version --language --digits --theme --color --widths --pictures --picture-font --line-speed --highlighting --no-highlighting --hide --pane --pane-width --line-width --view --entity-order --search-folding --translit --no-translit --mouse --no-mouse --keyboard --model --reading --languages --encoding --join-lines --no-join-lines --fetch-connect-timeout --fetch-timeout --fetch-size --copy-command --remember --no-remember --library --linear --no-linear" ;;
    esac
    COMPREPLY=( $(compgen -W "$values" -- "$word") )
    return
  fi
  case $task in
    feeds)
      (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "add remove list import export refresh items analyze parse" -- "$word") )
      return ;;
    library)
      (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "add list backup forget corrections notes merge split same rescue" -- "$word") )
      return ;;
    who)
      (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "" -- "$word") )
      return ;;
    said)
      (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "" -- "$word") )
      return ;;
    find)
      (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "" -- "$word") )
      return ;;
    doctor) return ;;
    config) return ;;
    completions)
      (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "bash zsh fish" -- "$word") )
      return ;;
  esac
  (( COMP_CWORD == 1 )) && COMPREPLY=( $(compgen -W "analyze export import audit compare explain feeds library who said find doctor replay config completions" -- "$word") )
  COMPREPLY+=( $(compgen -f -- "$word") )
}

complete -o filenames -F _sutra sutra
