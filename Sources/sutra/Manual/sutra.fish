# sutra.fish - completion of sutra(1) for fish, made by 'sutra completions fish'; licence: MIT

function __sutra_task --description 'Whether the command is one of some; none is "read"'
    set -l words (commandline -opc)
    set -l task read
    if set -q words[2]; and contains -- $words[2] analyze export explain feeds doctor config completions
        set task $words[2]
    end
    contains -- $task $argv
end

function __sutra_words --description 'Whether so many words are typed'
    test (count (commandline -opc)) -eq $argv[1]
end

complete -c sutra -n '__sutra_task feeds doctor config completions' -f
complete -c sutra -n '__sutra_words 1' -a analyze -d 'write what is found in articles'
complete -c sutra -n '__sutra_words 1' -a export -d 'write what is found in articles for other programs'
complete -c sutra -n '__sutra_words 1' -a explain -d 'why a quote and its speaker stand'
complete -c sutra -n '__sutra_words 1' -a feeds -d 'follow feeds, and list what there is to read'
complete -c sutra -n '__sutra_task feeds; and __sutra_words 2' -a 'add remove list import export refresh items analyze parse'
complete -c sutra -n '__sutra_words 1' -a doctor -d 'how this terminal counts columns, and whether it does'
complete -c sutra -n '__sutra_words 1' -a config -d 'all settings, keys, and where each comes from'
complete -c sutra -n '__sutra_words 1' -a completions -d 'what a shell needs to complete the words of this program'
complete -c sutra -n '__sutra_task completions; and __sutra_words 2' -a 'bash zsh fish'

complete -c sutra -s h -l help -d 'this help; behind a command, that command\'s'
complete -c sutra -s V -l version -d 'the version'
complete -c sutra -n '__sutra_task read' -l sample -x -a 'bn en' -d 'open a sample article'
complete -c sutra -n '__sutra_task read' -l follow -d 'keep the end of a growing file on the screen, like tail -f'
complete -c sutra -n '__sutra_task read' -l raw -d 'pass control characters of an article on to a pipe or file'
complete -c sutra -n '__sutra_task read' -l print -d 'write the article laid out as plain text, and end'
complete -c sutra -n '__sutra_task read' -l width -x -d 'columns of --print (80)'
complete -c sutra -n '__sutra_task analyze' -l format -x -a 'jsonl json text csv md' -d 'jsonl: one line an article; json: an array; text: for people; csv: a row a quote, for spreadsheets; md: the quotes as Markdown'
complete -c sutra -n '__sutra_task analyze' -l jobs -x -d 'articles analysed at a time (as many as there are processors)'
complete -c sutra -n '__sutra_task analyze' -l output -r -d 'write the analysis to FILE'
complete -c sutra -n '__sutra_task analyze' -l resume -d 'go on behind the last whole line of that FILE'
complete -c sutra -n '__sutra_task analyze' -l sample -x -a 'bn en' -d 'a sample article'
complete -c sutra -n '__sutra_task export' -l to -x -a 'jsonl csv brat webannotation tei conll xmi csl bibtex ris markdown html' -d 'jsonl: a line of JSON a quote; csv: a row a quote, for spreadsheets; brat: standoff for brat; in a folder with text and configuration; webannotation: Web Annotations, JSON-LD; tei: TEI P5; conll: tokens in BIO; xmi: UIMA CAS for INCEpTION; csl: citations as CSL-JSON; bibtex: citations as BibTeX; ris: citations as RIS; markdown: the quotes as Markdown; html: a report to read in a browser'
complete -c sutra -n '__sutra_task export' -l output -r -d 'where to write: a file, or a folder of one file each'
complete -c sutra -n '__sutra_task export' -l force -d 'replace files that are there'
complete -c sutra -n '__sutra_task export' -l jobs -x -d 'articles analysed at a time (as many as there are processors)'
complete -c sutra -n '__sutra_task export' -l sample -x -a 'bn en' -d 'a sample article'
complete -c sutra -n '__sutra_task feeds' -l format -x -a 'jsonl text' -d 'parse, items, list: jsonl, one line of JSON each, or text'
complete -c sutra -n '__sutra_task feeds' -l base -x -d 'parse: the address that links are relative to'
complete -c sutra -n '__sutra_task feeds' -l since -x -d 'items, analyze: only articles seen since a date, or as in 12h, 2d'
complete -c sutra -n '__sutra_task feeds' -l at-a-time -x -d 'refresh: feeds read at a time (8)'
complete -c sutra -n '__sutra_task feeds' -l fetch -d 'analyze: fetch the pages of articles that are given as summaries'
complete -c sutra -n '__sutra_task feeds' -l quiet -d 'refresh: say nothing but what went wrong'
complete -c sutra -n '__sutra_task doctor' -l json -d 'the report for programs'

complete -c sutra -n '__sutra_task read feeds doctor config' -l theme -r -a 'dark high-contrast light mono' -d 'the look: a name or a file; empty: dark or light, as the terminal is'
complete -c sutra -n '__sutra_task read feeds doctor config' -l color -x -a 'auto always never' -d 'colours: auto heeds NO_COLOR'
complete -c sutra -n '__sutra_task read feeds doctor config' -l widths -x -a 'auto spacing cluster konsole' -d 'how the terminal counts columns; auto asks it'
complete -c sutra -n '__sutra_task read feeds doctor config' -l pictures -x -a 'auto kitty sixel off' -d 'text shaped as in print, where the terminal shows pictures; auto asks it'
complete -c sutra -n '__sutra_task read feeds doctor config' -l picture-font -x -d 'the font family of text as pictures; empty: the system\'s choice'
complete -c sutra -n '__sutra_task read feeds doctor config' -l line-speed -x -d 'bytes a second of the line to the terminal: no pictures on a slow one; 0: fast'
complete -c sutra -n '__sutra_task read feeds doctor config' -l highlighting -d 'whether entities and quotes are highlighted'
complete -c sutra -n '__sutra_task read feeds doctor config' -l no-highlighting -d 'highlight nothing'
complete -c sutra -n '__sutra_task read feeds doctor config' -l hide -x -a 'persons places organisations works events dates quantities' -d 'kinds not highlighted, as in: works dates'
complete -c sutra -n '__sutra_task read feeds doctor config' -l pane -x -a 'auto on off' -d 'the side pane; auto shows it where it has room'
complete -c sutra -n '__sutra_task read feeds doctor config' -l pane-width -x -d 'columns of the pane beside the article; 0 divides the window'
complete -c sutra -n '__sutra_task read feeds doctor config' -l line-width -x -d 'longest line of the article in columns'
complete -c sutra -n '__sutra_task read feeds doctor config' -l view -x -a 'quotes sources entities' -d 'the list that the pane shows first'
complete -c sutra -n '__sutra_task read feeds doctor config' -l entity-order -x -a 'mentions text name' -d 'entities by how often they are mentioned, in text order or by name'
complete -c sutra -n '__sutra_task read feeds doctor config' -l search-folding -x -a 'normal loose' -d 'loose also overlooks long and short vowels, the two n and the three s'
complete -c sutra -n '__sutra_task read feeds doctor config' -l mouse -d 'whether the mouse works; with Shift the terminal selects text itself'
complete -c sutra -n '__sutra_task read feeds doctor config' -l no-mouse -d 'leave the mouse to the terminal'
complete -c sutra -n '__sutra_task read feeds doctor config' -l keyboard -x -a 'none national probhat' -d 'the Bengali keyboard on which command letters are found by position'
complete -c sutra -n '__sutra_task read analyze export explain feeds doctor config' -l model -r -a 'none' -d 'a model of names of your own: a file; none: rules alone; empty: built in'
complete -c sutra -n '__sutra_task read analyze export explain feeds doctor config' -l languages -x -a '(__fish_complete_directories)' -d 'a folder of language tables: rows for built-in languages, or new ones'
complete -c sutra -n '__sutra_task read feeds doctor config' -l fetch-connect-timeout -x -d 'seconds until a server must have taken the connection'
complete -c sutra -n '__sutra_task read feeds doctor config' -l fetch-timeout -x -d 'seconds until an address must have come whole'
complete -c sutra -n '__sutra_task read feeds doctor config' -l fetch-size -x -d 'most MiB of what an address gives'
complete -c sutra -n '__sutra_task read feeds doctor config' -l copy-command -x -a '(__fish_complete_command)' -d 'a command that gets what is copied; empty: that of the desktop, or the terminal'
complete -c sutra -n '__sutra_task read feeds doctor config' -l remember -d 'whether places, marks, the theme and what was typed are kept for the next time'
complete -c sutra -n '__sutra_task read feeds doctor config' -l no-remember -d ''
complete -c sutra -n '__sutra_task read feeds doctor config' -l linear -d 'a plain dialogue instead of a screen, for screen readers and braille'
complete -c sutra -n '__sutra_task read feeds doctor config' -l no-linear -d 'a screen'
