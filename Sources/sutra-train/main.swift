import Foundation
import SutraCore

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  if arguments == ["lexicon"] {
    try LexiconWriting().run()
  } else if arguments.first == "examples" {
    try ExampleWriting(files: Array(arguments.dropFirst())).run()
  } else {
    try NameTraining(TrainingOptions(arguments)).run()
  }
} catch {
  switch error {
  case .usage(let reason): print("sutra-train: \(reason)\n\n\(TrainingOptions.usage)")
  case .unreadable(let file, let reason): print("sutra-train: cannot read \(file): \(reason)")
  case .unusable(let reason): print("sutra-train: \(reason)")
  }
  exit(2)
}
