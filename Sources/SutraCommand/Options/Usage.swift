/// What `--help` says.
enum Usage {
  /// The program's version.
  static let version = "0.1.0"

  static let text = """
    sutra - reads news in the terminal and shows who says so

    usage: sutra [options] [FILE... | -]
           sutra analyze [--format jsonl|json|text] [--model FILE] [--jobs N]
                         [--output FILE [--resume]] FILE... | -
           sutra explain FILE:OFFSET | FILE:LINE:COLUMN    why a quote and its speaker stand
           sutra doctor [--json]     how this terminal counts columns, and whether it does
           sutra config              all settings, keys, and where each comes from

    Without FILE it reads what is piped in, or else opens a sample article.
    When standard output is no terminal it writes the article as plain text.

      --sample [bn|en]      open a sample article
      --theme NAME|FILE     the look: dark, light, high-contrast, mono, or a file
      --color WHEN          auto (heeds NO_COLOR), always, never
      --model FILE          a model of names of your own, by sutra-train; none: rules alone
      --follow              keep the end of a growing file on the screen, like tail -f
      --linear              a plain dialogue, for screen readers and braille displays
      --no-mouse            leave the mouse to the terminal
      --SETTING VALUE       any other setting that 'sutra config' lists
      --print               write the article laid out as plain text, and end
      --width N             columns of --print (80)
      --widths PROFILE      how the terminal counts columns: spacing, cluster, konsole, or
                            auto to ask it (the default); 'sutra doctor' tells more
      --format F            jsonl: one line an article (the default); json: an array; text
      --jobs N              articles analysed at a time (as many as there are processors)
      --output FILE         write the analysis to FILE
      --resume              go on behind the last whole line of that FILE
      -h, --help            this help
      -V, --version         the version

    OFFSET counts the bytes of the article in UTF-8 from 0, a byte order mark left out; LINE and
    COLUMN count lines and characters (code points) from 1. -:OFFSET explains standard input.

    In the reader ? shows the keys and q quits.

    Exit status: 0 all went well; 1 some files of analyze could not be read; 2 wrong usage;
    66 the article or model cannot be read; 69 no terminal that will do; 74 reading or writing failed.

    """
}
