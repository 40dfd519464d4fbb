using Amazon.EC2.Model;
using Amazon.SQS.Model;
using AwsBatch.Testing;

namespace Capabilities.Samples;

internal static class Retries
{
    public static async Task RunAsync(Account account)
    {
        // Done, but the answer is lost on its way. RunInstances carries a token, the same in all attempts: it is sent again.
        account.Endpoint.On("ec2:RunInstances").Inject(Fault.Reset(ResetPoint.AfterExecution), times: 1);
        var launch = await account.Ec2.RunInstancesBatchAsync([new RunInstancesRequest { ImageId = "ami-12345678", MinCount = 1, MaxCount = 1 }]);
        var instances = await account.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest());
        Console.WriteLine($"  RunInstances: {launch[0].Attempts} attempts, {instances.Reservations.Sum(reservation => reservation.Instances.Count) - 40} new instance");

        // To send a message twice is to have it twice: its failure is told instead.
        account.Endpoint.On("sqs:SendMessage").Inject(Fault.Reset(ResetPoint.AfterExecution), times: 1);
        var queue = new Uri(account.Endpoint.Url, "/000000000000/jobs").ToString();
        var sent = await account.Sqs.SendMessageBatchAsync([new SendMessageRequest { QueueUrl = queue, MessageBody = "job 1" }]);
        Console.WriteLine($"  SendMessage: {sent[0].Attempts} attempt, {account.Endpoint.Sqs.Count("jobs")} message");
        Console.WriteLine($"  {sent[0].Error}");
    }
}
