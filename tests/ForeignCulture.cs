using System.Globalization;
using System.Runtime.CompilerServices;

namespace AwsBatch.Tests;

/// <summary>All tests run where numbers have commas and I is not the capital of i: what the project writes and reads is the same everywhere.</summary>
internal static class ForeignCulture
{
    [ModuleInitializer]
    public static void Enter()
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("tr-TR");
        }
        catch (CultureNotFoundException)
        {
            // A machine without cultures.
        }
    }
}
