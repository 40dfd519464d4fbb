using System.Reflection;
using System.Text.Json;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Shapes.Forms;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>Reads from a type of the SDK and the table of renamed members what its API's structure has for members.</summary>
internal sealed class MemberReader(RenamedMembers renamed, PackageShapes shapes)
{
    public MemberSet Read(Type type)
    {
        var properties = SdkType.Properties(type);
        var rows = renamed.Find(SdkType.Names(type), properties.Select(static property => property.Name).ToHashSet(StringComparer.Ordinal));
        var groups = new Group();
        foreach (var row in rows)
        {
            if (Member(type, row) is { } member)
                groups.Add(row.Path, IsFirst(row, rows) ? member : new UnwrittenMember(member.Name, member));
        }

        foreach (var property in properties)
            AddProperty(type, property, rows, groups);
        return groups.Build(AnswerLists.AreIn(type) ? list => AnswerLists.IsAlwaysThere(type, list) : null);
    }

    private void AddProperty(Type type, PropertyInfo property, IReadOnlyList<RenamedMember> rows, Group groups)
    {
        var name = property.Name;
        var row = rows.FirstOrDefault(row => row.Sdk == name && !SharedForms.IsShared(row.Form));
        if (row is { Form: not null } && row.Api == name)
            return;
        var isShared = rows.Any(row => row.Sdk.StartsWith(name + RenamedMember.Element, StringComparison.Ordinal));
        if (Direct(type, property, row?.Api ?? ApiName(name), isShared) is not { } member)
            return;

        var isShown = row is null && (isShared || !rows.Any(row => row.FirstProperty == name));
        if (isShown)
            groups.Add([new MemberName(member.Name, member.IsRequired)], member);
        else
            groups.AddAlias(name, member, row is { Form: null } ? row.Path[0].Name : name);
    }

    private PropertyMember? Direct(Type type, PropertyInfo property, string name, bool isShared)
    {
        if (shapes.Find(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is not { } shape)
            return null;
        var path = PropertyPath.Find(type, property.Name)!;
        return path.CanWrite || shape is IFilledShape ? new PropertyMember(name, path, shape, SdkType.IsRequired(property), isShared) : null;
    }

    private Member? Member(Type type, RenamedMember row)
    {
        var name = row.Path[^1].Name;
        if (row.Sdk == RenamedMember.None)
            return new IgnoredMember(name);
        if (row.Api == RenamedMember.None)
            return null;
        if (row.Sdk.Length == 0)
            return SelfForms.Make(row.Path[^1], row.Form!, type, shapes.Structure(type));
        if (PropertyPath.Find(type, row.Sdk) is not { } path || shapes.Find(path.Type) is not { } shape)
            return null;
        if (row.Api == RenamedMember.Spread)
            return new SpreadMember(path, (StructureShape)shape);

        var isRequired = row.Path[^1].IsRequired
            || (row.IsDirect && IsOnly(type, row) && SdkType.IsRequired(SdkType.FindProperty(type, row.Sdk)!));
        if (row.Form == ComputedMember.Form)
            return new ComputedMember(name, path, shape);
        if (row.Form?.StartsWith(SplitMember.Form, StringComparison.Ordinal) == true)
            return new SplitMember(Direct(type, SdkType.FindProperty(type, row.Form[SplitMember.Form.Length..])!, name, isShared: false)!, new PropertyMember(name, path, shape, isRequired: false));
        if (row.Form?.StartsWith(DefaultedMember.Form, StringComparison.Ordinal) == true)
            return new DefaultedMember(new PropertyMember(name, path, shape, isRequired), JsonElement.Parse(row.Form[DefaultedMember.Form.Length..]));
        return row.Form is null
            ? new PropertyMember(name, path, shape, isRequired, appends: IsShared(type, row.Sdk))
            : new PropertyMember(name, path, ValueForms.Make(row.Form, shape), isRequired, SharedForms.IsShared(row.Form));
    }

    // Of several names for one property the first is shown.
    private static bool IsFirst(RenamedMember row, IReadOnlyList<RenamedMember> rows) =>
        row.Sdk.Length == 0 || !IsOneOfSeveral(row) || ReferenceEquals(row, rows.First(other => other.Sdk == row.Sdk && IsOneOfSeveral(other)));

    private static bool IsOneOfSeveral(RenamedMember row) => row.Form is null || SharedForms.IsShared(row.Form);

    // Of several names for one property each may be left out.
    private bool IsOnly(Type type, RenamedMember row) =>
        renamed.Find(SdkType.Names(type), new HashSet<string>()).Count(other => other.Sdk == row.Sdk) <= 1;

    // Members of the API that lie beside a list add to it.
    private bool IsShared(Type type, string property) =>
        renamed.Find(SdkType.Names(type), new HashSet<string>()).Any(row => row.Sdk.StartsWith(property + RenamedMember.Element, StringComparison.Ordinal));

    private string ApiName(string property) =>
        renamed.IsCamelCased ? char.ToLowerInvariant(property[0]) + property[1..] : property;

    /// <summary>Members by name, in the structures of the API they lie in.</summary>
    private sealed class Group
    {
        private readonly Dictionary<string, Group> groups = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Member> members = new(StringComparer.Ordinal);
        private readonly List<string> order = [];
        private readonly List<(string Name, Member Member, string Shown)> aliases = [];

        public void Add(IReadOnlyList<MemberName> path, Member member)
        {
            var (name, isRequired) = path[0];
            if (!groups.ContainsKey(name) && !members.ContainsKey(name))
                order.Add(name);
            if (path.Count == 1)
            {
                members.TryAdd(name, member);
                return;
            }

            if (!groups.TryGetValue(name, out var group))
                groups.Add(name, group = new Group { IsRequired = isRequired });
            group.Add([.. path.Skip(1)], member);
        }

        /// <summary>Whether a request must have the structure.</summary>
        public bool IsRequired { get; init; }

        /// <summary>Adds the SDK's name of what is shown under the API's.</summary>
        public void AddAlias(string name, Member direct, string shown) => aliases.Add((name, direct, shown));

        /// <param name="isAlwaysThere">Whether a list is shown where there is none; null: no list is.</param>
        public MemberSet Build(Predicate<string>? isAlwaysThere = null)
        {
            var built = order.Select(Member).ToList();
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

        private Member Member(string name) => groups.TryGetValue(name, out var group)
            ? new GroupMember(new MemberName(name, group.IsRequired), group.Build(), members.GetValueOrDefault(name) ?? DirectOf(name))
            : members[name];

        private Member? DirectOf(string name) => aliases.Find(alias => alias.Name == name).Member;
    }
}
