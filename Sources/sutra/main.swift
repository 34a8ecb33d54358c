import SutraCommand
import SutraSystem

ThisProcess.end(Command.run(Command.arguments))
