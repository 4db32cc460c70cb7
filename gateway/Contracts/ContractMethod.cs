using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Fazhi.Gateway.Contracts;

/// <summary>One method of the contract, ready to be called without its generated client.</summary>
internal sealed class ContractMethod(MethodDescriptor descriptor)
{
    public string Name => descriptor.Name;

    public bool IsUnary => !descriptor.IsClientStreaming && !descriptor.IsServerStreaming;

    public MessageDescriptor Input => descriptor.InputType;

    public Method<IMessage, IMessage> Call { get; } = new(
        MethodType.Unary, descriptor.Service.FullName, descriptor.Name, MarshallerOf(descriptor.InputType), MarshallerOf(descriptor.OutputType));

    private static Marshaller<IMessage> MarshallerOf(MessageDescriptor type)
        => Marshallers.Create(message => message.ToByteArray(), type.Parser.ParseFrom);
}
