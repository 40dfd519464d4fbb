using System.Collections.Frozen;

namespace AwsBatch.Dynamic.Names;

/// <summary>The renamed members of one SDK package.</summary>
internal sealed class RenamedMembers
{
    private static readonly Lazy<ILookup<string, RenamedMember>> Tables = new(() => Table.Read("Members.tsv").ToLookup(
        columns => columns[0],
        columns => new RenamedMember(columns[1] == "*" ? null : columns[1], MemberName.ReadPath(columns[2]), columns[3], columns.ElementAtOrDefault(4))));

    private static readonly Lazy<FrozenSet<string>> CamelCased = new(() =>
        Table.Read("CamelCase.tsv").Select(columns => columns[0]).ToFrozenSet(StringComparer.Ordinal));

    private readonly ILookup<string, RenamedMember> ofType;
    private readonly RenamedMember[] ofAny;

    private RenamedMembers(string package)
    {
        ofType = Tables.Value[package].Where(row => row.Type is not null).ToLookup(row => row.Type!);
        ofAny = Tables.Value[package].Where(row => row.Type is null).ToArray();
        IsCamelCased = CamelCased.Value.Contains(package);
    }

    /// <summary>Whether the API begins its members with a small letter.</summary>
    public bool IsCamelCased { get; }

    public static RenamedMembers Of(string package) => new(package);

    /// <summary>The renamed members of a type.</summary>
    /// <param name="type">Its names: its own and its base types'.</param>
    /// <param name="properties">The names of its properties.</param>
    public IReadOnlyList<RenamedMember> Find(IEnumerable<string> type, IReadOnlySet<string> properties)
    {
        var own = type.SelectMany(name => ofType[name]).ToList();
        HashSet<string> named = [.. own.Select(row => row.Api)];
        HashSet<string> placed = [.. own.Where(row => row.Form is null).Select(row => row.Sdk)];
        own.AddRange(ofAny.Where(row =>
            properties.Contains(row.FirstProperty)
            && !properties.Contains(row.Api)
            && !placed.Contains(row.Sdk)
            && named.Add(row.Api)));
        return own;
    }
}
