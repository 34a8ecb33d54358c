import Glibc
import SutraCommand

exit(Command.run(Command.arguments))
