using Capabilities;

// dotnet run --project samples/Capabilities [-- NAME …]; all of them without a name. Nothing leaves the machine.
var unknown = args.Except(Sample.All.Select(sample => sample.Name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no sample '{unknown[0]}'. There are:");
    foreach (var sample in Sample.All)
        Console.Error.WriteLine($"  {sample.Name,-12}{sample.Shows}");
    return 2;
}

foreach (var sample in Sample.All.Where(sample => args.Length == 0 || args.Contains(sample.Name)))
{
    Console.WriteLine($"{sample.Name}: {sample.Shows}");
    await using var account = await Account.OpenAsync();
    await sample.RunAsync(account);
    Console.WriteLine();
}

return 0;
