namespace AwsBatch.CompilerServices;

/// <summary>An operation that does not exist, or a request that could not be made: it has a name, and an error.</summary>
internal sealed class UnsendableOperation<TRequest>(BatchServiceDescriptor service, string name, Exception reason)
    : BatchOperation<TRequest, object>(service, name)
    where TRequest : class
{
    internal override Exception Refusal => reason;

    internal override Task<object> SendAsync(ISlot slot, TRequest request) => Task.FromException<object>(reason);

    internal override KeyParameters Describe(TRequest request) => new();
}
