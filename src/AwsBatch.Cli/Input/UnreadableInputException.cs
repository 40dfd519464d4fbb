namespace AwsBatch.Cli.Input;

/// <summary>The platform cannot read an input on: its connection has broken off, say.</summary>
internal sealed class UnreadableInputException(IOException cause) : InputException($"cannot be read on: {cause.Message}", cause);
