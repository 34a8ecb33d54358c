import Foundation
import SutraCore

do {
  let options = try TrainingOptions(Array(CommandLine.arguments.dropFirst()))
  try NameTraining(options).run()
} catch {
  switch error {
  case .usage(let reason): print("sutra-train: \(reason)\n\n\(TrainingOptions.usage)")
  case .unreadable(let file, let reason): print("sutra-train: cannot read \(file): \(reason)")
  case .unusable(let reason): print("sutra-train: \(reason)")
  }
  exit(2)
}
