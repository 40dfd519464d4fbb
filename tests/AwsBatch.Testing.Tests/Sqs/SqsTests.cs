using Amazon.SQS;
using Amazon.SQS.Model;
using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Sqs;

public sealed class SqsTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private AwsEndpoint aws = null!;
    private AmazonSQSClient sqs = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        sqs = aws.Sqs();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => sqs.Dispose();

    [Fact]
    public async Task A_queue_has_a_url_here_that_all_calls_find_it_by()
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;

        Assert.Equal(new Uri(aws.Url, "/123456789012/jobs").ToString(), url);
        Assert.Equal(url, (await sqs.GetQueueUrlAsync("jobs")).QueueUrl);
        Assert.Equal(url, (await sqs.CreateQueueAsync("jobs")).QueueUrl);
        var other = new CreateQueueRequest { QueueName = "jobs", Attributes = new() { ["VisibilityTimeout"] = "5" } };
        Assert.Contains("VisibilityTimeout", (await Assert.ThrowsAsync<QueueNameExistsException>(() => sqs.CreateQueueAsync(other))).Message);

        await sqs.DeleteQueueAsync(url);
        var gone = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => sqs.SendMessageAsync(url, "late"));
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", gone.ErrorCode);
    }

    [Fact]
    public async Task Queues_are_listed_by_prefix_and_in_pages()
    {
        foreach (var name in new[] { "a2", "b", "a1", "a3" })
            aws.Sqs.CreateQueue(name);

        var first = await sqs.ListQueuesAsync(new ListQueuesRequest { QueueNamePrefix = "a", MaxResults = 2 });
        Assert.Equal(["a1", "a2"], first.QueueUrls.Select(url => url[^2..]));
        var second = await sqs.ListQueuesAsync(new ListQueuesRequest { QueueNamePrefix = "a", MaxResults = 2, NextToken = first.NextToken });
        Assert.Equal(["a3"], second.QueueUrls.Select(url => url[^2..]));
        Assert.Null(second.NextToken);

        for (var n = 0; n < 1000; n++)
            aws.Sqs.CreateQueue($"c{n}");
        var all = await sqs.ListQueuesAsync(new ListQueuesRequest());
        Assert.Equal((1000, null), (all.QueueUrls.Count, all.NextToken));
    }

    [Fact]
    public async Task A_message_is_sent_received_and_deleted_with_digests_that_the_sdk_verifies()
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;
        await sqs.SendMessageAsync(new SendMessageRequest(url, "héllo")
        {
            MessageAttributes = new()
            {
                ["text"] = new() { DataType = "String", StringValue = "välue" },
                ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2]) },
            },
        });

        var receive = new ReceiveMessageRequest(url) { MessageAttributeNames = ["All"], MessageSystemAttributeNames = ["ApproximateReceiveCount"] };
        var message = Assert.Single((await sqs.ReceiveMessageAsync(receive)).Messages);
        Assert.Equal("héllo", message.Body);
        Assert.Equal("välue", message.MessageAttributes["text"].StringValue);
        Assert.Equal([1, 2], message.MessageAttributes["bytes"].BinaryValue.ToArray());
        Assert.Equal("1", message.Attributes["ApproximateReceiveCount"]);

        Assert.Equal(1, aws.Sqs.Count("jobs"));
        await sqs.DeleteMessageAsync(url, message.ReceiptHandle);
        await sqs.DeleteMessageAsync(url, message.ReceiptHandle);
        Assert.Equal(0, aws.Sqs.Count("jobs"));
        await Assert.ThrowsAsync<ReceiptHandleIsInvalidException>(() => sqs.DeleteMessageAsync(url, "nonsense"));
    }

    [Fact]
    public async Task A_message_is_out_of_sight_for_its_visibility_timeout()
    {
        aws.Sqs.CreateQueue("jobs");
        aws.Sqs.Send("jobs", "first");
        var url = (await sqs.GetQueueUrlAsync("jobs")).QueueUrl;
        await sqs.SendMessageAsync(new SendMessageRequest(url, "delayed") { DelaySeconds = 60 });
        var receive = new ReceiveMessageRequest(url) { VisibilityTimeout = 10, MaxNumberOfMessages = 10 };

        Assert.Equal("first", Assert.Single((await sqs.ReceiveMessageAsync(receive)).Messages).Body);
        Assert.Null((await sqs.ReceiveMessageAsync(receive)).Messages);
        Assert.Equal("0 1 1", await Counts(url));

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("1 0 1", await Counts(url));
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(["first", "delayed"], (await sqs.ReceiveMessageAsync(receive)).Messages.Select(message => message.Body));
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_first_message_or_with_its_time()
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;
        var receive = new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 };

        var poll = sqs.ReceiveMessageAsync(receive);
        await ArrivalOf("sqs:ReceiveMessage");
        await sqs.SendMessageAsync(url, "there");
        Assert.Equal("there", Assert.Single((await poll).Messages).Body);

        aws.Sqs.CreateQueue("empty");
        receive.QueueUrl = (await sqs.GetQueueUrlAsync("empty")).QueueUrl;
        poll = sqs.ReceiveMessageAsync(receive);
        while (!poll.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }
        Assert.Null((await poll).Messages);
    }

    [Fact]
    public async Task A_long_poll_gets_what_comes_in_sight_meanwhile_and_may_be_the_queues_own()
    {
        var create = new CreateQueueRequest("jobs") { Attributes = new() { ["ReceiveMessageWaitTimeSeconds"] = "20" } };
        var url = (await sqs.CreateQueueAsync(create)).QueueUrl;
        await sqs.SendMessageAsync(new SendMessageRequest(url, "later") { DelaySeconds = 5 });

        var poll = sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url));
        await ArrivalOf("sqs:ReceiveMessage");
        Assert.False(poll.IsCompleted);
        for (var second = 0; second < 10; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }
        Assert.Equal("later", Assert.Single((await poll.WaitAsync(TimeSpan.FromSeconds(20))).Messages).Body);
    }

    [Fact]
    public async Task Messages_come_as_many_as_asked_for_and_one_at_a_time_unless_asked()
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;
        for (var n = 1; n <= 4; n++)
            aws.Sqs.Send("jobs", $"{n}");

        Assert.Equal("1", Assert.Single((await sqs.ReceiveMessageAsync(url)).Messages).Body);
        var two = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MaxNumberOfMessages = 2 });
        Assert.Equal(["2", "3"], two.Messages.Select(message => message.Body));
    }

    [Fact]
    public async Task A_batch_answers_entry_by_entry()
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;

        var sent = await sqs.SendMessageBatchAsync(url, [new("1", "one"), new("2", ""), new("3", "three")]);
        Assert.Equal(["1", "3"], sent.Successful.Select(entry => entry.Id));
        var failed = Assert.Single(sent.Failed);
        Assert.Equal(("2", "MissingParameter", true), (failed.Id, failed.Code, failed.SenderFault));
        Assert.Equal(2, aws.Sqs.Count("jobs"));

        await Assert.ThrowsAsync<BatchEntryIdsNotDistinctException>(() => sqs.SendMessageBatchAsync(url, [new("1", "one"), new("1", "two")]));
        await Assert.ThrowsAsync<EmptyBatchRequestException>(() => sqs.SendMessageBatchAsync(url, []));
        List<SendMessageBatchRequestEntry> eleven = [.. Enumerable.Range(0, 11).Select(n => new SendMessageBatchRequestEntry($"{n}", "x"))];
        await Assert.ThrowsAsync<TooManyEntriesInBatchRequestException>(() => sqs.SendMessageBatchAsync(url, eleven));
        var half = new string('x', (512 * 1024) + 1);
        await Assert.ThrowsAsync<BatchRequestTooLongException>(() => sqs.SendMessageBatchAsync(url, [new("1", half), new("2", half)]));
        Assert.Equal(2, aws.Sqs.Count("jobs"));
    }

    [Fact]
    public async Task A_message_may_be_as_large_as_its_queue_allows()
    {
        var create = new CreateQueueRequest("small") { Attributes = new() { ["MaximumMessageSize"] = "1024" } };
        var url = (await sqs.CreateQueueAsync(create)).QueueUrl;
        var (fits, tooLarge) = (new string('x', 1024), new string('x', 1025));

        await sqs.SendMessageAsync(url, fits);
        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => sqs.SendMessageAsync(url, tooLarge));
        Assert.Equal("InvalidParameterValue", error.ErrorCode);
        Assert.Contains("1024 bytes", error.Message);
        var attribute = new MessageAttributeValue { DataType = "String", StringValue = "1" };
        var withAttribute = new SendMessageRequest(url, fits) { MessageAttributes = new() { ["a"] = attribute } };
        await Assert.ThrowsAsync<AmazonSQSException>(() => sqs.SendMessageAsync(withAttribute));
        var sent = await sqs.SendMessageBatchAsync(url, [new("1", fits), new("2", tooLarge)]);
        Assert.Equal(("1", "2"), (Assert.Single(sent.Successful).Id, Assert.Single(sent.Failed).Id));
        Assert.Equal(2, aws.Sqs.Count("small"));
    }

    [Theory]
    [InlineData("MaximumMessageSize", "1023")]
    [InlineData("MaximumMessageSize", "1048577")]
    [InlineData("MessageRetentionPeriod", "59")]
    [InlineData("VisibilityTimeout", "43201")]
    [InlineData("DelaySeconds", "-1")]
    public async Task A_queues_attributes_keep_within_their_bounds(string name, string value)
    {
        var create = new CreateQueueRequest("jobs") { Attributes = new() { [name] = value } };

        await Assert.ThrowsAsync<InvalidAttributeValueException>(() => sqs.CreateQueueAsync(create));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("long")]
    public async Task An_entry_of_a_batch_has_a_proper_id(string id)
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;
        var entry = new SendMessageBatchRequestEntry(id == "long" ? new string('x', 81) : id, "x");

        var error = await Assert.ThrowsAsync<InvalidBatchEntryIdException>(() => sqs.SendMessageBatchAsync(url, [new("1", "x"), entry]));
        Assert.Equal("AWS.SimpleQueueService.InvalidBatchEntryId", error.ErrorCode);
        Assert.Equal(0, aws.Sqs.Count("jobs"));
    }

    [Theory]
    [InlineData("Text", "x", 1)]
    [InlineData("String", "", 1)]
    [InlineData("Number", "many", 1)]
    [InlineData("String", "x", 11)]
    public async Task A_messages_attributes_are_few_and_of_known_types(string type, string value, int count)
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;
        var send = new SendMessageRequest(url, "x")
        {
            MessageAttributes = Enumerable.Range(0, count)
                .ToDictionary(n => $"a{n}", _ => new MessageAttributeValue { DataType = type, StringValue = value }),
        };

        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => sqs.SendMessageAsync(send));
        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Fact]
    public async Task A_queue_is_found_again_by_the_attributes_that_are_given()
    {
        var create = new CreateQueueRequest("jobs") { Attributes = new() { ["VisibilityTimeout"] = "60" } };
        var url = (await sqs.CreateQueueAsync(create)).QueueUrl;

        Assert.Equal(url, (await sqs.CreateQueueAsync("jobs")).QueueUrl);
        create.Attributes = new() { ["DelaySeconds"] = "0" };
        Assert.Equal(url, (await sqs.CreateQueueAsync(create)).QueueUrl);
        create.Attributes = new() { ["VisibilityTimeout"] = "30" };
        await Assert.ThrowsAsync<QueueNameExistsException>(() => sqs.CreateQueueAsync(create));
    }

    [Fact]
    public async Task An_attribute_that_is_not_set_is_left_out_and_one_that_only_describes_is_kept()
    {
        var create = new CreateQueueRequest("jobs") { Attributes = new() { ["KmsMasterKeyId"] = "alias/jobs" } };
        var url = (await sqs.CreateQueueAsync(create)).QueueUrl;

        var answer = await sqs.GetQueueAttributesAsync(url, ["RedrivePolicy", "Policy", "FifoQueue", "KmsMasterKeyId"]);
        Assert.Equal(("KmsMasterKeyId", "alias/jobs"), (Assert.Single(answer.Attributes).Key, answer.Attributes["KmsMasterKeyId"]));

        create = new CreateQueueRequest("other") { Attributes = new() { ["RedrivePolicy"] = "{}" } };
        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => sqs.CreateQueueAsync(create));
        Assert.Equal("The embedded endpoint does not implement sqs:CreateQueue with RedrivePolicy.", error.Message);
    }

    [Theory]
    [InlineData("tab\t, lines\r\n and \U0001F600", true)]
    [InlineData("bell\u0007", false)]
    [InlineData("none\uFFFF", false)]
    public async Task A_message_is_of_characters_that_xml_has(string body, bool isSent)
    {
        var url = (await sqs.CreateQueueAsync("jobs")).QueueUrl;

        if (isSent)
            await sqs.SendMessageAsync(url, body);
        else
            await Assert.ThrowsAsync<InvalidMessageContentsException>(() => sqs.SendMessageAsync(url, body));
        Assert.Equal(isSent ? 1 : 0, aws.Sqs.Count("jobs"));
    }

    [Fact]
    public async Task Attributes_are_those_it_was_made_with_and_those_it_has()
    {
        var url = (await sqs.CreateQueueAsync(new CreateQueueRequest("jobs") { Attributes = new() { ["VisibilityTimeout"] = "7" } })).QueueUrl;

        var answer = await sqs.GetQueueAttributesAsync(url, ["VisibilityTimeout", "QueueArn"]);
        Assert.Equal(2, answer.Attributes.Count);
        Assert.Equal((7, "arn:aws:sqs:us-east-1:123456789012:jobs"), (answer.VisibilityTimeout, answer.QueueARN));
        await Assert.ThrowsAsync<InvalidAttributeNameException>(() => sqs.GetQueueAttributesAsync(url, ["Nonsense"]));
    }

    [Fact]
    public async Task Errors_carry_the_type_and_the_name_they_had_in_the_query_protocol()
    {
        using var raw = new SignedClient(aws, "sqs");

        using var answer = await raw.SendAsync(
            HttpMethod.Post,
            "/",
            body: """{"QueueName":"none"}""",
            change: request => request.Headers.Add("X-Amz-Target", "AmazonSQS.GetQueueUrl"));

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue;Sender", Assert.Single(answer.Headers.GetValues("x-amzn-query-error")));
        Assert.Equal(
            """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}""",
            await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> Counts(string url)
    {
        var attributes = await sqs.GetQueueAttributesAsync(url, ["All"]);
        return $"{attributes.ApproximateNumberOfMessages} {attributes.ApproximateNumberOfMessagesNotVisible} {attributes.ApproximateNumberOfMessagesDelayed}";
    }

    private async Task ArrivalOf(string operation)
    {
        while (aws.Wire[operation].InFlight == 0)
            await Task.Yield();
    }
}
