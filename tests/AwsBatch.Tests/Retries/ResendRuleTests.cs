using AwsBatch.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Retries;

public sealed class ResendRuleTests
{
    [Theory]
    [InlineData("s3", "PutObject")]
    [InlineData("s3", "DeleteObject")]
    [InlineData("s3", "CopyObject")]
    [InlineData("s3", "UploadPartCopy")]
    [InlineData("dynamodb", "PutItem")]
    [InlineData("dynamodb", "DeleteItem")]
    [InlineData("ec2", "CreateTags")]
    [InlineData("lambda", "TagResource")]
    [InlineData("a-service-of-tomorrow", "UntagResource")]
    public void What_ends_in_the_same_state_may_be_sent_again_unless_it_is_conditional(string service, string operation)
    {
        Assert.True(MayResend(service, operation));
        Assert.False(ResendRule.MayResend(service, operation, isReadOnly: false, hasToken: false, isConditional: true));
    }

    [Theory]
    [InlineData("ec2", "RunInstances")]
    [InlineData("sqs", "SendMessage")]
    [InlineData("dynamodb", "UpdateItem")]
    [InlineData("dynamodb", "TransactWriteItems")]
    [InlineData("lambda", "Invoke")]
    [InlineData("ssm", "PutParameter")]
    [InlineData("s3", "CompleteMultipartUpload")]
    [InlineData("s3", "DeleteBucket")]
    [InlineData("ec2", "PutObject")]
    [InlineData("fake", "Call")]
    public void What_would_do_more_or_answer_otherwise_may_not_without_a_token(string service, string operation)
    {
        Assert.False(MayResend(service, operation));
        Assert.True(ResendRule.MayResend(service, operation, isReadOnly: false, hasToken: true, isConditional: false));
    }

    [Fact]
    public void What_only_reads_always_may() =>
        Assert.True(ResendRule.MayResend("s3", "HeadObject", isReadOnly: true, hasToken: false, isConditional: true));

    [Fact]
    public void The_table_names_operations_as_the_api_does_and_no_reads()
    {
        Assert.All(IdempotentOperations.All, static row =>
        {
            Assert.Matches("^([a-z0-9-]+|\\*)$", row.Service);
            Assert.Matches("^[A-Z][A-Za-z]+$", row.Operation);
            Assert.DoesNotMatch("^(Describe|List|Head|Query|Scan)", row.Operation);
        });
        Assert.InRange(IdempotentOperations.All.Count(), 70, 150);
    }

    [Fact]
    public void Asking_allocates_nothing() => Assert.Equal(0, Allocations.Of(static () => MayResend("s3", "PutObject")));

    private static bool MayResend(string service, string operation) =>
        ResendRule.MayResend(service, operation, isReadOnly: false, hasToken: false, isConditional: false);
}
