using System.Xml;

namespace AwsBatch.Testing.Services.Sts;

internal static class GetCallerIdentity
{
    public static void Answer(StsCall call, XmlWriter answer)
    {
        var identity = call.Sessions.Of(call.AccessKey);
        answer.WriteElementString("UserId", identity.UserId);
        answer.WriteElementString("Account", identity.Account);
        answer.WriteElementString("Arn", identity.Arn);
    }
}
