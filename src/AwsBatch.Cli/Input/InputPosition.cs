namespace AwsBatch.Cli.Input;

/// <summary>A place in an input.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In bytes, from 1.</param>
internal readonly record struct InputPosition(long Line, long Column)
{
    public static InputPosition Start => new(1, 1);

    /// <summary>Where a text ends that begins here.</summary>
    public InputPosition After(ReadOnlySpan<byte> text) => text.LastIndexOf((byte)'\n') is >= 0 and var newline
        ? new InputPosition(Line + text.Count((byte)'\n'), text.Length - newline)
        : this with { Column = Column + text.Length };
}
