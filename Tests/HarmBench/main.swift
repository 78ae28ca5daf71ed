import Foundation

exit(BenchCommand(Array(CommandLine.arguments.dropFirst())).run())
