using System.Text.Json;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Generators.Text;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>The members of a structure, by all the names they go by.</summary>
internal sealed class MemberSet
{
    private readonly Member[] members;
    private readonly int[] required;

    // For each member, the others that stand for the same value or a part of it; null where there are none.
    private readonly int[]?[] rivals;
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);

    // By name in any case; less than zero where one fits several members.
    private readonly Dictionary<string, int> anyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="members">The members, in the order they are written.</param>
    /// <param name="aliases">Further names, the SDK's, by member.</param>
    public MemberSet(IReadOnlyList<Member> members, IEnumerable<(string Name, Member Member)> aliases)
    {
        this.members = [.. members];
        rivals = [.. this.members.Select(RivalsOf)];
        required = [.. Enumerable.Range(0, this.members.Length).Where(index => this.members[index].IsRequired)];

        for (var index = 0; index < this.members.Length; index++)
            exact[this.members[index].Name] = index;
        foreach (var (name, member) in aliases)
            exact.TryAdd(name, Array.IndexOf(this.members, member));
        foreach (var (name, index) in exact)
            anyCase[name] = anyCase.TryGetValue(name, out var other) && other != index ? -1 : index;
    }

    /// <summary>The SDK's properties the members are kept in.</summary>
    public IReadOnlyCollection<string> Properties => [.. members.SelectMany(static member => member.Properties)];

    /// <summary>Whether any member has a value.</summary>
    public bool Has(object owner) => Array.Exists(members, member => member.Has(owner));

    /// <summary>Reads an object's members into a structure; a null counts as not given.</summary>
    public void Read(JsonElement json, object owner, ReadContext context)
    {
        Span<bool> given = members.Length <= 128 ? stackalloc bool[members.Length] : new bool[members.Length];
        Fill(json, owner, context, given);
        foreach (var index in required)
        {
            if (given[index])
                continue;
            if (FindRival(index, given) is null)
                members[index].Miss(owner, context);
            else if (members[index] is GroupMember group)
                group.MissPartsBeside(owner, GivenProperties(given), context);
        }
    }

    /// <summary>Tells of the first required member that none of the SDK's properties hold.</summary>
    public void MissBeside(object owner, IReadOnlyCollection<string> properties, ReadContext context)
    {
        foreach (var index in required)
        {
            if (!members[index].Properties.Intersect(properties).Any())
                members[index].Miss(owner, context);
        }
    }

    /// <summary>Reads an object that need not be complete.</summary>
    public void Fill(JsonElement json, object owner, ReadContext context) => Fill(json, owner, context, new bool[members.Length]);

    public void Write(Utf8JsonWriter writer, object owner)
    {
        foreach (var member in members)
        {
            if (member.Has(owner))
                member.Write(writer, owner);
        }
    }

    /// <summary>The member of a name; null if there is none, or if it only fits several in another case.</summary>
    public Member? Find(string name) => TryFind(name, out var index) ? members[index] : null;

    private void Fill(JsonElement json, object owner, ReadContext context, Span<bool> given)
    {
        foreach (var entry in json.EnumerateObject())
        {
            var name = entry.Name;
            if (!TryFind(name, out var index))
                throw context.Unknown(name, NearestNames.Find(name, exact.Keys), [.. members.Select(static member => member.Name)]);
            if (entry.Value.ValueKind == JsonValueKind.Null)
                continue;

            context.Enter(name);
            if (given[index])
                throw context.Invalid($"is given twice: it is {members[index].Name}");
            if (FindRival(index, given) is { } rival)
                throw context.Invalid($"is given twice: {rival.Name} says it too");
            given[index] = true;
            members[index].Read(entry.Value, owner, context);
            context.Leave();
        }
    }

    private HashSet<string> GivenProperties(ReadOnlySpan<bool> given)
    {
        var properties = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < members.Length; index++)
        {
            if (given[index])
                properties.UnionWith(members[index].Properties);
        }

        return properties;
    }

    private int[]? RivalsOf(Member member)
    {
        var indexes = Enumerable.Range(0, members.Length).Where(index => AreRivals(member, members[index])).ToArray();
        return indexes.Length > 0 ? indexes : null;
    }

    // Other members may share a list, to which each adds.
    private static bool AreRivals(Member one, Member other) =>
        one != other && (one is CompoundMember || other is CompoundMember) && one.Properties.Intersect(other.Properties).Any();

    private Member? FindRival(int index, ReadOnlySpan<bool> given)
    {
        foreach (var rival in rivals[index] ?? [])
        {
            if (given[rival])
                return members[rival];
        }

        return null;
    }

    private bool TryFind(string name, out int index) =>
        exact.TryGetValue(name, out index) || (anyCase.TryGetValue(name, out index) && index >= 0);
}
