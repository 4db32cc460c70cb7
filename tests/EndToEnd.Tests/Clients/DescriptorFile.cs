using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Fazhi.EndToEnd.Tests.Clients;

/// <summary>The descriptors of everything that a client may call or be answered with, as a FileDescriptorSet.</summary>
internal static class DescriptorFile
{
    /// <summary>Writes the set, every file after those that it imports.</summary>
    public static void Write(string path)
    {
        var set = new FileDescriptorSet();
        var seen = new HashSet<string>();
        FileDescriptor[] roots =
        [
            Fazhi.Plans.V1.PlanServiceReflection.Descriptor,
            Fazhi.Reports.V1.ReportServiceReflection.Descriptor,
            Fazhi.Search.V1.SearchServiceReflection.Descriptor,
            Fazhi.Supervision.V1.SupervisionServiceReflection.Descriptor,
            Fazhi.Units.V1.UnitServiceReflection.Descriptor,
            Google.Rpc.StatusReflection.Descriptor,
            Google.Rpc.ErrorDetailsReflection.Descriptor,
            Grpc.Health.V1.HealthReflection.Descriptor,
            Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor,
        ];
        foreach (var root in roots)
            Add(root);
        File.WriteAllBytes(path, set.ToByteArray());

        void Add(FileDescriptor file)
        {
            if (!seen.Add(file.Name))
                return;
            foreach (var import in file.Dependencies)
                Add(import);
            set.File.Add(WithJsonNames(file));
        }
    }

    /// <summary>The descriptors in C# code leave the JSON names out; programs that speak JSON need them.</summary>
    private static FileDescriptorProto WithJsonNames(FileDescriptor file)
    {
        var proto = file.ToProto();
        foreach (var (message, descriptor) in proto.MessageType.Zip(file.MessageTypes))
            Complete(message, descriptor);
        return proto;

        static void Complete(DescriptorProto message, MessageDescriptor descriptor)
        {
            foreach (var field in message.Field)
                field.JsonName = descriptor.FindFieldByNumber(field.Number).JsonName;
            foreach (var (nested, nestedDescriptor) in message.NestedType.Zip(descriptor.NestedTypes))
                Complete(nested, nestedDescriptor);
        }
    }
}
