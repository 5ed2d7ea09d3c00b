extension Unicode.Scalar {
    /// The value of a decimal digit of any script: 4 for `4`, `٤`, `۴` and `４`; nil for others.
    package var decimalDigit: UInt8? {
        if isASCII { return UInt8(value).isASCIIDigit ? UInt8(value - 48) : nil }
        guard properties.numericType == .decimal, let value = properties.numericValue else {
            return nil
        }
        return UInt8(value)
    }
}
