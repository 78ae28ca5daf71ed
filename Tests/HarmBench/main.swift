import Foundation

exit(await BenchCommand(Array(CommandLine.arguments.dropFirst())).run())
