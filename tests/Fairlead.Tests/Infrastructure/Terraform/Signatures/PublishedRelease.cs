namespace Fairlead.Tests.Infrastructure.Terraform.Signatures;

/// <summary>What HashiCorp publishes of Terraform 1.9.8: the list of checksums as it is, and the signature over it.</summary>
internal static class PublishedRelease
{
    public const string Sums = """
        be591e8c59c49d0cfbc7664d24910a4b43840b89d0a4bbca662149bbf0397e91  terraform_1.9.8_darwin_amd64.zip
        873d7b925d08578fb6bb9c12c7cd92ae73e289e07c360f2fdd69f9036b7baaab  terraform_1.9.8_darwin_arm64.zip
        b1b56dbaa0ddda52a42b4398a1cebfd4ebc175391ef64b14747c65fa6debe072  terraform_1.9.8_freebsd_386.zip
        aa7a936aeb5254abd1761282f4f0b2850b7507166f0344683f37a1e82da23f46  terraform_1.9.8_freebsd_amd64.zip
        bdef3da36aa736bcc14767bd353667773d46aaf562b1d85dfa66e5266290247d  terraform_1.9.8_freebsd_arm.zip
        aa85bb2e0c68f2ee148d1ea854ee0aa78086017cbda9058371be8be2f4c18d10  terraform_1.9.8_linux_386.zip
        186e0145f5e5f2eb97cbd785bc78f21bae4ef15119349f6ad4fa535b83b10df8  terraform_1.9.8_linux_amd64.zip
        cb6db8471e361bb9ad6bbd43d9c780d37208e6dbe416900fdc8999af9e459b77  terraform_1.9.8_linux_arm.zip
        f85868798834558239f6148834884008f2722548f84034c9b0f62934b2d73ebb  terraform_1.9.8_linux_arm64.zip
        851fa5b84efb78c31491f364ac1cdd6ea8e013ba04f9657acacc9401cfd479db  terraform_1.9.8_openbsd_386.zip
        e9311ffaa728c31a40493e6de35c13e1f7879468dd568d32ace2458725fb02d0  terraform_1.9.8_openbsd_amd64.zip
        a8eaecd78c68e2b748fd5d6e2cf1a1e97ad891aa36d53509c7ad04bb86bd24cc  terraform_1.9.8_solaris_amd64.zip
        b9c5a8c3b4a91b89b67f8f58a84b27d0ad423f0286df959176691e077d9f6966  terraform_1.9.8_windows_386.zip
        2667de56106bc6707968286357e29c20f8dbbb2f429ef57099b04994f82d9684  terraform_1.9.8_windows_amd64.zip

        """;

    /// <summary>terraform_1.9.8_SHA256SUMS.sig: a packet of the new format, by a subkey, over SHA-256.</summary>
    public const string Signature =
        "c2c1730400010800270502670fbaaa0910c820c6d5cd27ab87162104374ec75b485913604a831cc7c820c6d5cd27ab8700006bf40fff7c450696aedd"
        + "59ae332b065f0ae7b11a938fb57a9b4bab1ffc967dd77adeddc7c3370fefdc06e9957b5ef9480027e696453bf5c7781ab3b2ffe657e8efe4dcc32c6c"
        + "e01997f4bbbe5d5d1318bbb7dabd1378e4718ebb53b6aa60e0194bd30da07cb41ea483fd40d98860fabf1526dfdfcac8c1abab12a0ea5677b49d0c44"
        + "6328c8b2478d2d6c2065c086d5f376254d2876330c2613277215e53751df235f29c535e2c5b8ad5df435a450b63a1ea04bc3ecbf0380d52e6dc9ea2f"
        + "59ff1484d1d879e1457f850983bd189952d4e7cbeee9ddc851d6ff6651273c53dd827a74c1a9ba38bb4a261d860d319974149030d914038d7fffba91"
        + "3757e22f1854a982d7b36c0c9413b2db96934acf5277ffde0c1d42cffa829d26f5a2ed0d0dcdf8cd0af070c29bb7c8607340464265e8f07b9287c325"
        + "7c4cf89c0a7c12b27d251197dafd6050f40961b8f80c3f1154fce3f7f5a5b5da9ca9a128ef46108c21448d6744b71eed81734914f7ae9bf45e209b6a"
        + "6ec98fe44dbdd4cd84578bdb66dd39748208341cf62bad628112ba6cdc9582af545c3822dd347b62ce328536232dedc323dc8a3cc09eee062f17cb73"
        + "7f14938be94ea5622404481d93bcebf4b7ef843c74517439ae8a56b8fbba7f2eb8b815a70872d1070825b7f70e717024e2a0a6b8fdeadc3f588db7bd"
        + "6f1d3c1adea9bce118d1ef43db9ed7a31a6a0fae7884234a3de9";

    /// <summary>tofu_1.8.5_SHA256SUMS.gpgsig: a packet of the legacy format, by the primary key, over SHA-512.</summary>
    public const string TofuSignature =
        "8902330400010a001d162104e3e6e43d84cb852eadb0051d0c0af313e5fd9f80050267292f67000a09100c0af313e5fd9f8084060fff69adc397d927"
        + "e6eb4235595659d1efe8308cf5df52b1617aebfa97819e97d111adc0537cc344b4fbb31ac59c599f6f24a822d905cdb6eb426b27979d23c844df13a1"
        + "4efa6823d5a728828c2f1f4e476e6b6f3ddf4d74c9d204b571c02021da745b978088bfe880331c25afcddfaf0a4823a623c1e262934b49dbd8204f2d"
        + "b35f4015fc90feded2c6628daace43e38f408f4ad4c9b0ab1abb261efdf0d54f0a1d74a3fd72238f3fd725ddd760ddb3d4eac7282a5e34baf4e884d5"
        + "d5c394aefb57f77125927da0fc4c42312d6b1afda41ca756560d33dee1f6abe50f7213f0cd451b2a9bd5e65e1f84140db8e8b8e1d1e82beac85a5189"
        + "026a656d08d48e7ae73beb07ead05d9a64b4016879639b8d326bd46b08c1d3b5c76090cbee67d9d240523d1ffab48e8f92f23752ea3abd72b6225bc0"
        + "dbe4ad78539dd05a09eb4e331a3b43f46b18956651584c5f05c2e3932ee74f272fbf333db90eabd9990630145b0d4a87ce764fb2065389482bc4dc8d"
        + "63ebe5edfbd0f2de55ff70639aa004e1fdc0d9ae81eb14d9b455f3dd107c2a192ac8651e5a470fa29bae4a406faafb94cda2dd1155975047d848a4f8"
        + "46ac21bdfbe72dfd05719d7b5248f55d32a6f6ef3d15557adc8bf8cb1b1772f7c3fa1591420d140f796cfcc9cca223161d5712733e75e53ee1295b52"
        + "a945698308f3052db0ab20e5ec73a6bcf5d18608769eb606a91c";
}
