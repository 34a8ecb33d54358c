import Glibc
import SutraCommand

exit(Command.run(CommandLine.arguments))
