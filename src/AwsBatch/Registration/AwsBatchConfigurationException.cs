namespace AwsBatch;

/// <summary>A setting is missing or wrong: the message names it and what would be right. Nothing was sent.</summary>
public sealed class AwsBatchConfigurationException : InvalidOperationException
{
    internal AwsBatchConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
