# sutra.fish - completion of sutra(1) for fish; licence: MIT

function __sutra_task --description 'Whether the subcommand is one of some; none is "read"'
    set -l words (commandline -opc)
    set -l task read
    if set -q words[2]; and contains -- $words[2] analyze explain doctor config
        set task $words[2]
    end
    contains -- $task $argv
end

function __sutra_first --description 'Whether the first word is being typed'
    test (count (commandline -opc)) -eq 1
end

complete -c sutra -n '__sutra_task doctor config' -f
complete -c sutra -n __sutra_first -a analyze -d 'Write what is found'
complete -c sutra -n __sutra_first -a explain -d 'Why a quote and its speaker stand'
complete -c sutra -n __sutra_first -a doctor -d 'How the terminal counts columns'
complete -c sutra -n __sutra_first -a config -d 'All settings and keys'

complete -c sutra -s h -l help -d 'Tell the options'
complete -c sutra -s V -l version -d 'Tell the version'
complete -c sutra -n '__sutra_task analyze' -l format -x -a 'jsonl json text' -d 'The shape of the analysis'
complete -c sutra -n '__sutra_task read analyze' -l sample -x -a 'bn en' -d 'A sample article'
complete -c sutra -n '__sutra_task read' -l follow -d 'Keep the end of a growing file on the screen'
complete -c sutra -n '__sutra_task read' -l print -d 'Lay the article out as plain text'
complete -c sutra -n '__sutra_task read' -l width -x -d 'Columns of --print'
complete -c sutra -n '__sutra_task doctor' -l json -d 'The report for programs'

set -l settings -c sutra -n '__sutra_task read doctor config'
complete $settings -l theme -r -a 'dark high-contrast light mono' -d 'The look'
complete $settings -l color -x -a 'auto always never' -d 'When there are colours'
complete $settings -l widths -x -a 'auto spacing cluster konsole' -d 'How the terminal counts columns'
complete $settings -l highlighting -d 'Highlight entities and quotes'
complete $settings -l no-highlighting -d 'Highlight nothing'
complete $settings -l hide -x -a 'persons places organisations works events dates quantities' -d 'Kinds not highlighted'
complete $settings -l pane -x -a 'auto on off' -d 'The side pane'
complete $settings -l pane-width -x -d 'Columns of the pane'
complete $settings -l line-width -x -d 'Longest line of the article'
complete $settings -l view -x -a 'quotes sources entities' -d 'The list that the pane shows first'
complete $settings -l entity-order -x -a 'mentions text name' -d 'The order of entities'
complete $settings -l search-folding -x -a 'normal loose' -d 'What a search overlooks'
complete $settings -l mouse -d 'Use the mouse'
complete $settings -l no-mouse -d 'Leave the mouse to the terminal'
complete $settings -l keyboard -x -a 'none national probhat' -d 'The Bengali keyboard'
complete -c sutra -n '__sutra_task read analyze doctor config' -l model -r -a none -d 'A model of names'
complete $settings -l copy-command -x -d 'A command that gets what is copied'
complete $settings -l linear -d 'A plain dialogue'
complete $settings -l no-linear -d 'A screen'
