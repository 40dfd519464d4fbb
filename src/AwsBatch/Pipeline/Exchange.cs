using System.Runtime.ExceptionServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Clients;

namespace AwsBatch.Pipeline;

/// <summary>The innermost handler: signs, sends and reads.</summary>
internal sealed class Exchange(HttpMessageInvoker connections, StockChain stock, RequestSigner signer, SigningClock clock) : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var invocation = Invocation.Current!;
        var route = invocation.Route!;
        using var request = context.Request;

        var credentials = await context.ExplicitAWSCredentials.GetCredentialsAsync().ConfigureAwait(false);
        Checksums.Set(request, context.ClientConfig);
        if (credentials.AccountId != route.AccountId || request.SelectedChecksum != route.Checksum || request.AlternateEndpoint is not null)
            return await stock.LearnAsync<T>(executionContext, invocation.RouteKeyOf(context.OriginalRequest)).ConfigureAwait(false);

        invocation.Id ??= context.InvocationId.ToString();
        var message = OutgoingMessage.Create(request, route, signer, credentials, clock.Now(route.EndpointName), invocation.Id);
        HttpResponseMessage answer;
        try
        {
            answer = await connections.SendAsync(message, context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (AsSdkThrows(exception, message, context.CancellationToken) is { } other)
        {
            ExceptionDispatchInfo.Throw(other);
            throw;
        }

        var data = new ResponseData(answer);
        if (!answer.IsSuccessStatusCode && !ErrorReader.Suits(context, data, clock.Now(route.EndpointName)))
        {
            var replayed = await stock.ReplayAsync<T>(executionContext, answer).ConfigureAwait(false);
            // Of an error that the chain hides it leaves no answer to the service's handlers, which look at its headers.
            executionContext.ResponseContext.HttpResponse ??= data;
            return replayed;
        }

        using (answer)
        {
            using var registration = context.CancellationToken.UnsafeRegister(static answer => ((HttpResponseMessage)answer!).Dispose(), answer);
            try
            {
                var stream = await answer.Content.ReadAsStreamAsync(context.CancellationToken).ConfigureAwait(false);
                if (!answer.IsSuccessStatusCode)
                    throw ErrorReader.Read(context, data, stream);

                executionContext.ResponseContext.HttpResponse = data;
                var response = (T)await AnswerReader.ReadAsync(context, route, data, stream).ConfigureAwait(false);
                response.ResponseMetadata?.Metadata.Add(route.UserAgentHeader, route.UserAgent);
                executionContext.ResponseContext.Response = response;
                return response;
            }
            catch (Exception exception) when (context.CancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
            {
                throw new TaskCanceledException(exception.Message, exception, context.CancellationToken);
            }
        }
    }

    /// <summary>The exception that comes out of the SDK's chain in the place of this one; null if it is this one.</summary>
    private static Exception? AsSdkThrows(Exception exception, HttpRequestMessage message, CancellationToken cancellationToken) => exception switch
    {
        HttpRequestException failure when HeaderGuard.FindRefusal(failure, message) is { } refusal => refusal,
        HttpRequestException { InnerException: IOException inner } => inner,
        OperationCanceledException { InnerException: { } inner } when !cancellationToken.IsCancellationRequested => inner,
        _ => null,
    };
}
