namespace AwsBatch.Cli;

/// <summary>An operation by its service's name in the AWS CLI and its own in the API; where there is none such, as it was written.</summary>
// A class: what is generic over it the platform has compiled ahead.
internal sealed record OperationName(string Service, string Operation) : IComparable<OperationName>
{
    public int CompareTo(OperationName? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => $"{(Service.Length > 0 ? Service : "?")}:{(Operation.Length > 0 ? Operation : "?")}";
}
