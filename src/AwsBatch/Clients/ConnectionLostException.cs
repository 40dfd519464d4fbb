namespace AwsBatch.Clients;

/// <summary>A connection ended under a request. Deliberately no <see cref="IOException"/>: that would be sent again unseen.</summary>
internal sealed class ConnectionLostException(string message, Exception? innerException = null) : Exception(message, innerException);
