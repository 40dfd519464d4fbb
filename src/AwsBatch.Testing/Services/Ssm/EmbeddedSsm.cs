using System.Text.RegularExpressions;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.Ssm;

namespace AwsBatch.Testing;

/// <summary>The parameter store of an endpoint, for set-up and inspection without HTTP. Thread-safe.</summary>
public sealed partial class EmbeddedSsm
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, StoredParameter> parameters = new(StringComparer.Ordinal);
    private readonly ServiceAccount account;

    internal EmbeddedSsm(ServiceAccount account) => this.account = account;

    /// <summary>Stores a parameter, or its next version.</summary>
    /// <param name="name">Letters, digits, dots, hyphens, underscores and slashes; where there are slashes, one before all others.</param>
    /// <param name="value">Any text that is not empty.</param>
    /// <param name="secure">A SecureString, which only callers who ask for decryption can read; else a String.</param>
    /// <exception cref="ArgumentException">The name is invalid, or the value is empty.</exception>
    public void PutParameter(string name, string value, bool secure = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (!IsValidName(name))
        {
            throw new ArgumentException(
                $"'{name}' is no valid parameter name: letters, digits, dots, hyphens, underscores and slashes, one of them first.", nameof(name));
        }
        Put(name, value, secure ? StoredParameter.SecureString : "String", overwrite: true);
    }

    /// <summary>The value of a parameter in the clear, or null if there is none of that name.</summary>
    public string? GetParameter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name)?.Value;
    }

    internal static bool IsValidName(string name) => NamePattern().IsMatch(name);

    /// <param name="name">A valid name.</param>
    /// <param name="value">The text.</param>
    /// <param name="type">String, StringList or SecureString; null for that of the version before.</param>
    /// <param name="overwrite">Whether there may be a version before.</param>
    /// <param name="dataType">Kept and shown.</param>
    /// <param name="description">Kept and shown.</param>
    /// <exception cref="AwsErrorException">ParameterAlreadyExists; ValidationException: a first version needs a type.</exception>
    internal StoredParameter Put(string name, string value, string? type, bool overwrite, string dataType = "text", string? description = null)
    {
        lock (gate)
        {
            var before = parameters.GetValueOrDefault(name);
            if (before is not null && !overwrite)
                throw SsmErrors.ParameterAlreadyExists();
            var parameter = new StoredParameter(
                name,
                $"arn:aws:ssm:{account.Region}:{account.Id}:parameter/{name.TrimStart('/')}",
                type ?? before?.Type ?? throw SsmErrors.TypeRequired(),
                value,
                dataType,
                description ?? before?.Description,
                (before?.Version ?? 0) + 1,
                account.Time.GetUtcNow());
            return parameters[name] = parameter;
        }
    }

    internal StoredParameter? Find(string name)
    {
        lock (gate)
            return parameters.GetValueOrDefault(name);
    }

    internal bool Delete(string name)
    {
        lock (gate)
            return parameters.Remove(name);
    }

    /// <summary>All parameters, by name.</summary>
    internal StoredParameter[] All()
    {
        lock (gate)
            return [.. parameters.Values];
    }

    [GeneratedRegex(@"\A(?!/?(?:aws|ssm))(?=.{1,2048}\z)(?:/[A-Za-z0-9_./-]*|[A-Za-z0-9_.-]+)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamePattern();
}
