using System.Collections.Immutable;

namespace AwsBatch.Generators.Services;

/// <summary>
/// The one thing about services that SDK packages do not say: how the AWS CLI names them. Read from
/// <c>ServiceNames.tsv</c>, in its order.
/// </summary>
internal static class ServiceNames
{
    private static readonly Lazy<ImmutableArray<ServiceName>> Table = new(Read);
    private static readonly Lazy<ILookup<string, ServiceName>> ByName = new(() => LookUp(service => service.Name));
    private static readonly Lazy<ILookup<string, ServiceName>> BySuffix = new(() => LookUp(service => service.Suffix));

    public static ImmutableArray<ServiceName> All => Table.Value;

    /// <summary>A service by its name in the AWS CLI or by its package's suffix; case and dashes do not matter.</summary>
    /// <remarks>Of several names for one package the first of the table is the service's name.</remarks>
    public static ServiceName? Find(string name)
    {
        var folded = Fold(name);
        var named = ByName.Value[folded].FirstOrDefault();
        return BySuffix.Value[named is null ? folded : Fold(named.Suffix)].FirstOrDefault();
    }

    /// <summary>Whether a name means the package with this suffix, known to the table or not.</summary>
    public static bool Means(string name, string suffix) => Fold(name) == Fold(suffix);

    private static ILookup<string, ServiceName> LookUp(Func<ServiceName, string> key) => All.ToLookup(service => Fold(key(service)));

    private static string Fold(string name) => name.Replace("-", "").ToLowerInvariant();

    private static ImmutableArray<ServiceName> Read()
    {
        using var stream = typeof(ServiceNames).Assembly.GetManifestResourceStream("ServiceNames.tsv")!;
        using var reader = new StreamReader(stream);
        var services = ImmutableArray.CreateBuilder<ServiceName>();
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..])
                continue;

            var columns = line.Split('\t');
            services.Add(new ServiceName(columns[0], columns[1]));
        }

        return services.ToImmutable();
    }
}
