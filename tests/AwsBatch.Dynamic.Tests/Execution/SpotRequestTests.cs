using System.Text;
using AwsBatch.Dynamic.Tests.Conformance;

namespace AwsBatch.Dynamic.Tests.Execution;

public sealed class SpotRequestTests
{
    [Fact]
    public async Task A_spot_request_is_sent_with_its_security_groups_the_first_time_and_the_next()
    {
        await using var recorder = new WireRecorder();
        foreach (var group in new[] { "sg-1", "sg-2" })
        {
            var (message, _) = await recorder.SendAsync(DynamicRequest.Create("ec2", "RequestSpotInstances", Json.Of($$$"""
                {"SpotPrice":"0.03","LaunchSpecification":{"ImageId":"ami-1","SecurityGroups":["web"],"SecurityGroupIds":["{{{group}}}"]}}
                """)));

            Assert.Equal(
                [
                    "Action=RequestSpotInstances", "LaunchSpecification.ImageId=ami-1", "LaunchSpecification.SecurityGroup.1=web",
                    $"LaunchSpecification.SecurityGroupId.1={group}", "SpotPrice=0.03", "Version=2016-11-15",
                ],
                Encoding.UTF8.GetString(message!.Body).Split('&').Order(StringComparer.Ordinal));
        }
    }
}
