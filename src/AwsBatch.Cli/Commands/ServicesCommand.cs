using System.CommandLine;
using System.CommandLine.Completions;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Commands;

/// <summary><c>awsbatch services [NAME]</c>: what can be asked, and what it does.</summary>
internal static class ServicesCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "A service as the AWS CLI names it, to list its operations.", Arity = ArgumentArity.ZeroOrOne };
        var target = new TargetOptions();
        name.CompletionSources.Add(context => target.ReadCatalog(context.ParseResult).Services.Select(static service => new CompletionItem(service.Name)));
        var command = new Command("services", "Lists the services, or the operations of one and their kind.") { name, target.SdkDirectory };
        command.SetAction(parsed =>
        {
            try
            {
                return List(target.ReadCatalog(parsed), parsed.GetValue(name));
            }
            catch (BadImageFormatException exception)
            {
                return ErrorText.Write(exception.Message, ExitCode.Unusable);
            }
        });
        return command;
    }

    private static int List(AwsServiceCatalog catalog, string? name)
    {
        if (name is null)
        {
            foreach (var service in catalog.Services)
                Console.WriteLine($"{service.Name,-20} {service.Operations.Count,5} {(service.Operations.Count == 1 ? "operation " : "operations")}  {service.Package}");
            return ExitCode.Success;
        }

        if (catalog.Find(name) is not { } found)
        {
            return ErrorText.Write(
                $"service '{name}' is not at hand; there are {string.Join(", ", catalog.Services.Select(static service => service.Name))}, and with --sdk-dir others.",
                ExitCode.Unusable);
        }

        foreach (var operation in found.Operations)
            Console.WriteLine($"{operation.Name,-56} {KindOf(operation)}");
        return ExitCode.Success;
    }

    private static string KindOf(AwsOperation operation) =>
        string.Join(", ", new[]
        {
            operation.IsReadOnly ? "read" : "write",
            operation.IsPageable ? "pageable" : null,
            operation.IsStreaming ? "streaming" : null,
        }.OfType<string>());
}
