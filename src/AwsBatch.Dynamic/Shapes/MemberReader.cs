using System.Reflection;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Shapes.Forms;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>Reads from a type of the SDK and the table of renamed members what its API's structure has for members.</summary>
internal sealed class MemberReader(RenamedMembers renamed, PackageShapes shapes)
{
    private readonly RenamedMemberReader rowReader = new(renamed, shapes);

    public MemberSet Read(Type type)
    {
        var properties = SdkType.Properties(type);
        var rows = renamed.Find(SdkType.Names(type), properties.Select(static property => property.Name).ToHashSet(StringComparer.Ordinal));
        var members = new MemberSetBuilder();
        foreach (var row in rows)
        {
            if (rowReader.Read(type, row) is { } member)
                members.Add(row.Path, IsFirst(row, rows) ? member : new UnwrittenMember(member.Name, member));
        }

        foreach (var property in properties)
            AddProperty(type, property, rows, members);
        return members.Build(AnswerLists.AreIn(type) ? list => AnswerLists.IsAlwaysThere(type, list) : null);
    }

    private void AddProperty(Type type, PropertyInfo property, IReadOnlyList<RenamedMember> rows, MemberSetBuilder members)
    {
        var name = property.Name;
        var row = rows.FirstOrDefault(row => row.Sdk == name && !SharedForms.IsShared(row.Form));
        if (row is { Form: not null } && row.Api == name)
            return;
        var isAddedTo = rows.Any(row => row.IsInListOf(name));
        if (PropertyMember.Find(row?.Api ?? ApiName(name), type, property, shapes, isAddedTo) is not { } member)
            return;

        var isShown = row is null && (isAddedTo || !rows.Any(row => row.FirstProperty == name));
        if (isShown)
            members.Add([new MemberName(member.Name, member.IsRequired)], member);
        else
            members.AddAlias(name, member, row is { Form: null } ? row.Path[0].Name : name);
    }

    // Of several names for one property the first is shown.
    private static bool IsFirst(RenamedMember row, IReadOnlyList<RenamedMember> rows) =>
        row.Sdk.Length == 0 || !IsOneOfSeveral(row) || ReferenceEquals(row, rows.First(other => other.Sdk == row.Sdk && IsOneOfSeveral(other)));

    private static bool IsOneOfSeveral(RenamedMember row) => row.Form is null || SharedForms.IsShared(row.Form);

    private string ApiName(string property) =>
        renamed.IsCamelCased ? char.ToLowerInvariant(property[0]) + property[1..] : property;
}
