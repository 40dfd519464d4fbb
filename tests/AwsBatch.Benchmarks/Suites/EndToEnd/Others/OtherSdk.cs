using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;
using AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Others;

/// <summary>The SDK of another language, where it is installed: a script of this folder, run once for all calls.</summary>
internal sealed class OtherSdk : IAsyncDisposable
{
    private readonly string name;
    private readonly LineProcess process;

    private OtherSdk(string name, LineProcess process)
    {
        this.name = name;
        this.process = process;
    }

    /// <summary>Those that this machine has.</summary>
    public static async Task<IReadOnlyList<OtherSdk>> StartAsync(CancellationToken cancellationToken)
    {
        var found = new List<OtherSdk>();
        foreach (var (name, program, script) in new[] { ("boto3", "python3", "boto3_loop.py"), ("js-sdk3", "node", "sdk3_loop.cjs") })
        {
            try
            {
                var process = LineProcess.Start(program, Path.Combine(AppContext.BaseDirectory, "Suites", "EndToEnd", "Others", script));
                if (await process.ReadAsync(cancellationToken) is not null)
                    found.Add(new OtherSdk(name, process));
                else
                    await process.DisposeAsync();
            }
            catch (Win32Exception)
            {
                // Not even the language.
            }
        }

        return found;
    }

    public ISubject Subject(ICall call, EndpointProcess endpoint, int concurrency) => new Calling(this, call, endpoint, concurrency);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private sealed class Calling(OtherSdk sdk, ICall call, EndpointProcess endpoint, int concurrency) : ISubject
    {
        public string Name => sdk.name;

        public async Task<Turn> TakeTurnAsync(int calls, CancellationToken cancellationToken)
        {
            var order = new TurnOrder(call.Name, endpoint.Url.GetLeftPart(UriPartial.Authority), calls, concurrency);
            var reply = await sdk.process.AskAsync(JsonSerializer.Serialize(order, TurnJson.Default.TurnOrder), cancellationToken);
            var turn = JsonSerializer.Deserialize(reply, TurnJson.Default.TurnReply)!;
            return new Turn(
                calls,
                TimeSpan.FromSeconds(turn.Elapsed),
                TimeSpan.FromSeconds(turn.Cpu),
                Bytes: null,
                TimeSpan.FromSeconds(turn.P50),
                TimeSpan.FromSeconds(turn.P99));
        }

        // The process serves the next call too.
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>A line to a script.</summary>
internal sealed record TurnOrder(string Call, string Url, int Calls, int Concurrency);

/// <summary>A line from a script: seconds.</summary>
internal sealed record TurnReply(double Elapsed, double Cpu, double P50, double P99);

[JsonSerializable(typeof(TurnOrder))]
[JsonSerializable(typeof(TurnReply))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TurnJson : JsonSerializerContext;
