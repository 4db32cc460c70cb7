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
            set.File.Add(file.ToProto());
        }
    }
}
