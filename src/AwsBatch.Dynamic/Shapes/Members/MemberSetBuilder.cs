using AwsBatch.Dynamic.Names;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>Gathers the members of a structure, and puts those that the API has in structures of their own into such.</summary>
internal sealed class MemberSetBuilder
{
    private readonly Dictionary<string, MemberSetBuilder> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Member> members = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly List<(string Name, Member Member, string Shown)> aliases = [];

    // Whether a request must have the structure.
    private bool isRequired;

    /// <summary>Adds a member; of several under one name the first holds.</summary>
    /// <param name="path">Its name in the API, after those of the structures it lies in.</param>
    /// <param name="member">The member.</param>
    public void Add(IReadOnlyList<MemberName> path, Member member)
    {
        var (name, isGroupRequired) = path[0];
        if (!groups.ContainsKey(name) && !members.ContainsKey(name))
            order.Add(name);
        if (path.Count == 1)
        {
            members.TryAdd(name, member);
            return;
        }

        if (!groups.TryGetValue(name, out var group))
            groups.Add(name, group = new MemberSetBuilder { isRequired = isGroupRequired });
        group.Add([.. path.Skip(1)], member);
    }

    /// <summary>Adds the SDK's name of what is shown under the API's.</summary>
    /// <param name="name">The SDK's name.</param>
    /// <param name="direct">The member it is on its own.</param>
    /// <param name="shown">The API's name.</param>
    public void AddAlias(string name, Member direct, string shown) => aliases.Add((name, direct, shown));

    /// <param name="isAlwaysThere">Whether a list is shown where there is none; null: no list is.</param>
    public MemberSet Build(Predicate<string>? isAlwaysThere = null)
    {
        var built = order.Select(Build).ToList();
        if (isAlwaysThere is not null)
            built = built.ConvertAll(member => member is PropertyMember { IsList: true } && isAlwaysThere(member.Name) ? new AnswerList(member) : member);
        var names = new List<(string, Member)>();
        foreach (var (name, direct, shown) in aliases)
        {
            var member = built.Find(member => member.Name == shown && member is PropertyMember);
            if (member is null && !order.Contains(name))
                built.Add(member = new UnwrittenMember(name, direct));
            if (member is not null)
                names.Add((name, member));
        }

        return new MemberSet(built, names);
    }

    private Member Build(string name) => groups.TryGetValue(name, out var group)
        ? new GroupMember(new MemberName(name, group.isRequired), group.Build(), members.GetValueOrDefault(name) ?? FindDirect(name))
        : members[name];

    private Member? FindDirect(string name) => aliases.Find(alias => alias.Name == name).Member;
}
