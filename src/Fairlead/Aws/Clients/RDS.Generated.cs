// Written by tools/AwsClientGenerator from RDS.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Fairlead.Aws.Pipeline;

namespace Amazon.RDS
{
    using Amazon.RDS.Model;

    /// <summary>The operations of Amazon RDS that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonRDSClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonRDSClient(AmazonRDSConfig config) : base(config)
        {
        }

        public AmazonRDSClient(AWSCredentials credentials, AmazonRDSConfig config) : base(credentials, config)
        {
        }

        /// <summary>Begins a snapshot of an instance.</summary>
        /// <exception cref="AmazonRDSException">The service refused.</exception>
        public Task<CreateDBSnapshotResponse> CreateDBSnapshotAsync(CreateDBSnapshotRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<CreateDBSnapshotResponse>(
                request,
                XmlOperation.Create<CreateDBSnapshotRequest, CreateDBSnapshotResponse>(AmazonRDSConfig.Service, RDSXml.Write, RDSXml.ReadCreateDBSnapshot, Error),
                cancellationToken);

        /// <summary>Describes instances.</summary>
        /// <exception cref="AmazonRDSException">The service refused.</exception>
        public Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(DescribeDBInstancesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeDBInstancesResponse>(
                request,
                XmlOperation.Create<DescribeDBInstancesRequest, DescribeDBInstancesResponse>(AmazonRDSConfig.Service, RDSXml.Write, RDSXml.ReadDescribeDBInstances, Error),
                cancellationToken);

        /// <summary>Describes snapshots.</summary>
        /// <exception cref="AmazonRDSException">The service refused.</exception>
        public Task<DescribeDBSnapshotsResponse> DescribeDBSnapshotsAsync(DescribeDBSnapshotsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeDBSnapshotsResponse>(
                request,
                XmlOperation.Create<DescribeDBSnapshotsRequest, DescribeDBSnapshotsResponse>(AmazonRDSConfig.Service, RDSXml.Write, RDSXml.ReadDescribeDBSnapshots, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => e.Code switch
        {
            "DBInstanceNotFound" => new DBInstanceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "DBSnapshotAlreadyExists" => new DBSnapshotAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "DBSnapshotNotFound" => new DBSnapshotNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "InvalidDBInstanceState" => new InvalidDBInstanceStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "SnapshotQuotaExceeded" => new SnapshotQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonRDSException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }

    /// <summary>Settings of <see cref="AmazonRDSClient"/>.</summary>
    public sealed class AmazonRDSConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.RDS", "RDS", "rds", "rds", "2014-10-31");
    }

    /// <summary>An error that Amazon RDS answered.</summary>
    public class AmazonRDSException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    /// <summary>The messages of Amazon RDS on the wire.</summary>
    internal static class RDSXml
    {
        public static void Write(CreateDBSnapshotRequest input, IRequest request)
        {
            var form = request.BeginForm("CreateDBSnapshot", "2014-10-31");
            form.Set("DBSnapshotIdentifier", input.DBSnapshotIdentifier);
            form.Set("DBInstanceIdentifier", input.DBInstanceIdentifier);
        }

        public static CreateDBSnapshotResponse ReadCreateDBSnapshot(XElement root, IWebResponseData response) => new()
        {
            DBSnapshot = root.Child("CreateDBSnapshotResult").Structure("DBSnapshot", ReadDBSnapshot),
        };

        public static void Write(DescribeDBInstancesRequest input, IRequest request)
        {
            var form = request.BeginForm("DescribeDBInstances", "2014-10-31");
            form.Set("DBInstanceIdentifier", input.DBInstanceIdentifier);
        }

        public static DescribeDBInstancesResponse ReadDescribeDBInstances(XElement root, IWebResponseData response) => new()
        {
            DBInstances = root.Child("DescribeDBInstancesResult").List("DBInstances", "DBInstance", ReadDBInstance),
        };

        public static void Write(DescribeDBSnapshotsRequest input, IRequest request)
        {
            var form = request.BeginForm("DescribeDBSnapshots", "2014-10-31");
            form.Set("DBSnapshotIdentifier", input.DBSnapshotIdentifier);
        }

        public static DescribeDBSnapshotsResponse ReadDescribeDBSnapshots(XElement root, IWebResponseData response) => new()
        {
            DBSnapshots = root.Child("DescribeDBSnapshotsResult").List("DBSnapshots", "DBSnapshot", ReadDBSnapshot),
        };

        private static DBInstance ReadDBInstance(XElement element) => new()
        {
            DBInstanceIdentifier = element.Text("DBInstanceIdentifier"),
            DBInstanceStatus = element.Text("DBInstanceStatus"),
            DBClusterIdentifier = element.Text("DBClusterIdentifier"),
        };

        private static DBSnapshot ReadDBSnapshot(XElement element) => new()
        {
            DBSnapshotIdentifier = element.Text("DBSnapshotIdentifier"),
            DBInstanceIdentifier = element.Text("DBInstanceIdentifier"),
            Status = element.Text("Status"),
            PercentProgress = element.Integer("PercentProgress"),
        };
    }
}

namespace Amazon.RDS.Model
{
    /// <summary>What <see cref="AmazonRDSClient.CreateDBSnapshotAsync"/> sends.</summary>
    public sealed class CreateDBSnapshotRequest : AmazonWebServiceRequest
    {
        public string? DBSnapshotIdentifier { get; set; }

        public string? DBInstanceIdentifier { get; set; }
    }

    /// <summary>What <see cref="AmazonRDSClient.CreateDBSnapshotAsync"/> is answered.</summary>
    public sealed class CreateDBSnapshotResponse : AmazonWebServiceResponse
    {
        public DBSnapshot? DBSnapshot { get; set; }
    }

    /// <summary>What <see cref="AmazonRDSClient.DescribeDBInstancesAsync"/> sends.</summary>
    public sealed class DescribeDBInstancesRequest : AmazonWebServiceRequest
    {
        public string? DBInstanceIdentifier { get; set; }
    }

    /// <summary>What <see cref="AmazonRDSClient.DescribeDBInstancesAsync"/> is answered.</summary>
    public sealed class DescribeDBInstancesResponse : AmazonWebServiceResponse
    {
        public List<DBInstance>? DBInstances { get; set; }
    }

    /// <summary>What <see cref="AmazonRDSClient.DescribeDBSnapshotsAsync"/> sends.</summary>
    public sealed class DescribeDBSnapshotsRequest : AmazonWebServiceRequest
    {
        public string? DBSnapshotIdentifier { get; set; }
    }

    /// <summary>What <see cref="AmazonRDSClient.DescribeDBSnapshotsAsync"/> is answered.</summary>
    public sealed class DescribeDBSnapshotsResponse : AmazonWebServiceResponse
    {
        public List<DBSnapshot>? DBSnapshots { get; set; }
    }

    /// <summary>An instance.</summary>
    public sealed class DBInstance
    {
        public string? DBInstanceIdentifier { get; set; }

        /// <summary><c>available</c>, <c>backing-up</c>, <c>stopped</c>.</summary>
        public string? DBInstanceStatus { get; set; }

        /// <summary>The cluster that it is a member of; null for one that stands alone.</summary>
        public string? DBClusterIdentifier { get; set; }
    }

    /// <summary>A snapshot.</summary>
    public sealed class DBSnapshot
    {
        public string? DBSnapshotIdentifier { get; set; }

        public string? DBInstanceIdentifier { get; set; }

        /// <summary><c>creating</c>, <c>available</c>, <c>failed</c>.</summary>
        public string? Status { get; set; }

        public int? PercentProgress { get; set; }
    }

    /// <summary>The error <c>DBInstanceNotFound</c>.</summary>
    public sealed class DBInstanceNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonRDSException(message, inner, type, code, requestId, status);

    /// <summary>The error <c>DBSnapshotAlreadyExists</c>.</summary>
    public sealed class DBSnapshotAlreadyExistsException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonRDSException(message, inner, type, code, requestId, status);

    /// <summary>The error <c>DBSnapshotNotFound</c>.</summary>
    public sealed class DBSnapshotNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonRDSException(message, inner, type, code, requestId, status);

    /// <summary>The error <c>InvalidDBInstanceState</c>.</summary>
    public sealed class InvalidDBInstanceStateException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonRDSException(message, inner, type, code, requestId, status);

    /// <summary>The error <c>SnapshotQuotaExceeded</c>.</summary>
    public sealed class SnapshotQuotaExceededException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonRDSException(message, inner, type, code, requestId, status);
}
