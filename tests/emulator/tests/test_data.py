"""RDS, DocumentDB and ElastiCache."""

from __future__ import annotations

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends


@also_on_stock_moto
class RdsTests(EmulatorTestCase):
    def create(self, name: str, **more) -> dict:
        return self.client("rds").create_db_instance(
            DBInstanceIdentifier=name, DBInstanceClass="db.t4g.small", Engine="postgres", EngineVersion="16.4", AllocatedStorage=20, MasterUsername="app", ManageMasterUserPassword=True, **more)["DBInstance"]

    @mends
    def test_instances_have_ids_of_their_own(self):
        ids = {self.create("one")["DbiResourceId"], self.create("two")["DbiResourceId"]}
        replica = self.client("rds").create_db_instance_read_replica(DBInstanceIdentifier="three", SourceDBInstanceIdentifier="one")["DBInstance"]
        self.assertEqual(3, len(ids | {replica["DbiResourceId"]}))
        found = self.client("rds").describe_db_instances(Filters=[{"Name": "dbi-resource-id", "Values": [replica["DbiResourceId"]]}])["DBInstances"]
        self.assertEqual(["three"], [each["DBInstanceIdentifier"] for each in found])

    @mends
    def test_monitoring_and_performance_insights_are_kept(self):
        self.create("one", MonitoringInterval=60, MonitoringRoleArn="arn:aws:iam::123456789012:role/m", EnablePerformanceInsights=True)
        instance = self.client("rds").describe_db_instances(DBInstanceIdentifier="one")["DBInstances"][0]
        self.assertEqual((60, True, 7), (instance["MonitoringInterval"], instance["PerformanceInsightsEnabled"], instance["PerformanceInsightsRetentionPeriod"]))

    @mends
    def test_monitoring_and_performance_insights_can_be_changed(self):
        self.create("one")
        changed = self.client("rds").modify_db_instance(DBInstanceIdentifier="one", EnablePerformanceInsights=True, PerformanceInsightsRetentionPeriod=31, MonitoringInterval=15, ApplyImmediately=True)["DBInstance"]
        self.assertEqual((True, 31, 15), (changed["PerformanceInsightsEnabled"], changed["PerformanceInsightsRetentionPeriod"], changed["MonitoringInterval"]))

    @mends
    def test_parameters_that_were_set_have_the_user_as_their_source(self):
        rds = self.client("rds")
        rds.create_db_parameter_group(DBParameterGroupName="p", DBParameterGroupFamily="postgres16", Description="p")
        rds.modify_db_parameter_group(DBParameterGroupName="p", Parameters=[{"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}])
        self.assertEqual([("rds.force_ssl", "1", "user")], [(each["ParameterName"], each["ParameterValue"], each.get("Source")) for each in rds.describe_db_parameters(DBParameterGroupName="p")["Parameters"]])

    @mends
    def test_a_docdb_cluster_has_its_engine_port_and_instances(self):
        docdb = self.client("docdb")
        docdb.create_db_cluster(DBClusterIdentifier="c", Engine="docdb", MasterUsername="app", MasterUserPassword="password1", StorageEncrypted=True)
        docdb.create_db_instance(DBInstanceIdentifier="c-0", DBInstanceClass="db.t4g.medium", Engine="docdb", DBClusterIdentifier="c")
        cluster = docdb.describe_db_clusters(DBClusterIdentifier="c")["DBClusters"][0]
        self.assertEqual(("docdb", "5.0.0", 27017, ["c-0"]), (cluster["Engine"], cluster["EngineVersion"], cluster["Port"], [each["DBInstanceIdentifier"] for each in cluster["DBClusterMembers"]]))
        self.assertNotIn("StorageType", cluster)


@also_on_stock_moto
class ElastiCacheTests(EmulatorTestCase):
    def create(self) -> dict:
        return self.client("elasticache").create_replication_group(
            ReplicationGroupId="cpm", ReplicationGroupDescription="redis", Engine="redis", CacheNodeType="cache.t4g.small", NumCacheClusters=2, AutomaticFailoverEnabled=True,
            TransitEncryptionEnabled=True, AtRestEncryptionEnabled=True)["ReplicationGroup"]

    @mends
    def test_a_group_has_as_many_members_as_it_was_asked_for(self):
        group = self.create()
        self.assertEqual(2, len(group["MemberClusters"]))
        for name in group["MemberClusters"]:
            member = self.client("elasticache").describe_cache_clusters(CacheClusterId=name)["CacheClusters"][0]
            self.assertEqual(("cpm", "cache.t4g.small", True), (member["ReplicationGroupId"], member["CacheNodeType"], member["AtRestEncryptionEnabled"]))

    @mends
    def test_a_deleted_group_is_gone_with_its_members(self):
        name = self.create()["MemberClusters"][0]
        elasticache = self.client("elasticache")
        elasticache.delete_replication_group(ReplicationGroupId="cpm")
        self.assertRaises(elasticache.exceptions.ReplicationGroupNotFoundFault, elasticache.describe_replication_groups, ReplicationGroupId="cpm")
        self.assertRaises(elasticache.exceptions.CacheClusterNotFoundFault, elasticache.describe_cache_clusters, CacheClusterId=name)

    @mends
    def test_a_deleted_cluster_and_its_subnet_group_are_gone(self):
        subnets, _ = self.network()
        elasticache = self.client("elasticache")
        elasticache.create_cache_subnet_group(CacheSubnetGroupName="s", CacheSubnetGroupDescription="s", SubnetIds=subnets)
        elasticache.create_cache_cluster(CacheClusterId="one", Engine="redis", CacheNodeType="cache.t4g.small", NumCacheNodes=1, CacheSubnetGroupName="s")
        elasticache.delete_cache_cluster(CacheClusterId="one")
        elasticache.delete_cache_subnet_group(CacheSubnetGroupName="s")
        self.assertRaises(elasticache.exceptions.CacheClusterNotFoundFault, elasticache.describe_cache_clusters, CacheClusterId="one")

    @mends
    def test_a_parameter_group_can_be_made_read_changed_and_deleted(self):
        elasticache = self.client("elasticache")
        elasticache.create_cache_parameter_group(CacheParameterGroupName="p", CacheParameterGroupFamily="redis7", Description="p")
        elasticache.modify_cache_parameter_group(CacheParameterGroupName="p", ParameterNameValues=[{"ParameterName": "maxmemory-policy", "ParameterValue": "volatile-lru"}])
        read = elasticache.describe_cache_parameters(CacheParameterGroupName="p")["Parameters"]
        self.assertEqual([("maxmemory-policy", "volatile-lru")], [(each["ParameterName"], each["ParameterValue"]) for each in read])
        elasticache.reset_cache_parameter_group(CacheParameterGroupName="p", ParameterNameValues=[{"ParameterName": "maxmemory-policy", "ParameterValue": "volatile-lru"}])
        self.assertEqual([], elasticache.describe_cache_parameters(CacheParameterGroupName="p")["Parameters"])
        elasticache.delete_cache_parameter_group(CacheParameterGroupName="p")
        self.assertRaises(elasticache.exceptions.CacheParameterGroupNotFoundFault, elasticache.describe_cache_parameter_groups, CacheParameterGroupName="p")

    @mends
    def test_a_group_can_be_changed(self):
        member = self.create()["MemberClusters"][0]
        elasticache = self.client("elasticache")
        elasticache.modify_replication_group(ReplicationGroupId="cpm", CacheNodeType="cache.t4g.medium", SnapshotRetentionLimit=3, PreferredMaintenanceWindow="sun:04:30-sun:05:30", ApplyImmediately=True)
        group = elasticache.describe_replication_groups(ReplicationGroupId="cpm")["ReplicationGroups"][0]
        self.assertEqual(("cache.t4g.medium", 3), (group["CacheNodeType"], group["SnapshotRetentionLimit"]))
        node = elasticache.describe_cache_clusters(CacheClusterId=member)["CacheClusters"][0]
        self.assertEqual(("cache.t4g.medium", "sun:04:30-sun:05:30"), (node["CacheNodeType"], node["PreferredMaintenanceWindow"]))

    @mends
    def test_a_group_of_users_can_be_made_read_changed_and_deleted(self):
        elasticache = self.client("elasticache")
        for user, name in (("nobody", "default"), ("app", "app"), ("more", "more")):
            elasticache.create_user(UserId=user, UserName=name, Engine="redis", AccessString="on ~* +@all", NoPasswordRequired=True)
        arn = elasticache.create_user_group(UserGroupId="users", Engine="redis", UserIds=["nobody", "app"], Tags=[{"Key": "Stack", "Value": "cpm"}])["ARN"]
        self.assertEqual([{"Key": "Stack", "Value": "cpm"}], elasticache.list_tags_for_resource(ResourceName=arn)["TagList"])
        elasticache.modify_user_group(UserGroupId="users", UserIdsToAdd=["more"], UserIdsToRemove=["app"])
        group = elasticache.describe_user_groups(UserGroupId="users")["UserGroups"][0]
        self.assertEqual(("active", "redis", ["nobody", "more"]), (group["Status"], group["Engine"], group["UserIds"]))
        elasticache.delete_user_group(UserGroupId="users")
        self.assertRaises(elasticache.exceptions.UserGroupNotFoundFault, elasticache.describe_user_groups, UserGroupId="users")
