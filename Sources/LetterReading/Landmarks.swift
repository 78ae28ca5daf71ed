/// Places in a text that few words have, found in the scan so that nobody has to look at every word for them.
package struct Landmarks: Sendable {
    /// The indices of words that start with a digit.
    package internal(set) var numbers: [Int] = []
    /// The indices of words with exactly two blanks behind them.
    package internal(set) var doubleBlanks: [Int] = []
    /// The indices of words with a full stop and at least three more bytes behind them.
    package internal(set) var partedStops: [Int] = []
    /// The indices of words such as `ADJ1234567`.
    package internal(set) var boardNumbers: [Int] = []

    /// Those of some indices, which are in their order, that lie in a range of words.
    package static func within(_ indices: [Int], _ range: Range<Int>) -> ArraySlice<Int> {
        let start = position(of: range.lowerBound, in: indices)
        return indices[start..<max(start, position(of: range.upperBound, in: indices))]
    }

    private static func position(of index: Int, in indices: [Int]) -> Int {
        var low = 0
        var high = indices.count
        while low < high {
            let middle = (low + high) / 2
            if indices[middle] < index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
