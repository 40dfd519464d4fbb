namespace AwsBatch.Cli.Input;

/// <summary>An input cannot be read to its end; the requests before that place are as they are.</summary>
internal abstract class InputException(string message, Exception? cause = null) : Exception(message, cause);
