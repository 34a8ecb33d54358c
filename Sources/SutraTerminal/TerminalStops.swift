import CTerminal

extension TerminalSession {
  /// Gives the terminal back while the process is stopped, and takes it again.
  mutating func stop() {
    leave()
    sutra_signals_stop_here(file)
    comeBack()
  }

  /// Takes the terminal anew after a stop that could not be prepared for: somebody else has used it
  /// since.
  mutating func resume() {
    sutra_signals_await_foreground(file)
    leave()
    comeBack()
  }
}
