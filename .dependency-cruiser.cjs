/** The arrows of the ground plan. A new arrow needs a decision record before it needs a rule. */
const domains = [
  'directory',
  'consent',
  'scheduling',
  'intake',
  'visits',
  'documentation',
  'prescriptions',
  'labs',
  'billing',
  'follow-up',
  'messaging',
  'privacy',
  'compliance',
]
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contract-depends-on-nothing',
      severity: 'error',
      from: { path: '^packages/contract/' },
      to: { path: '^(packages/(?!contract/)|examples/)' },
    },
    {
      name: 'sdk-depends-on-contract-only',
      severity: 'error',
      from: { path: '^packages/sdk/' },
      to: { path: '^(packages/(?!sdk/|contract/)|examples/)' },
    },
    {
      name: 'elements-depend-on-sdk-only',
      severity: 'error',
      from: { path: '^packages/elements/' },
      to: { path: '^(packages/(?!elements/|sdk/|contract/)|examples/)' },
    },
    {
      name: 'server-depends-on-contract-only',
      severity: 'error',
      from: { path: '^packages/reference-server/src', pathNot: '\\.test\\.ts$|conformance\\.ts$|testing\\.ts$' },
      to: { path: '^(packages/(?!reference-server/|contract/)|examples/)' },
    },
    {
      name: 'sandbox-is-spoken-to-over-the-network-only',
      severity: 'error',
      from: { path: '^(packages/(?!sandbox/)|examples/)', pathNot: '[./]test(ing)?\\.ts$' },
      to: { path: '^packages/sandbox/' },
    },
    ...domains.map((domain) => ({
      name: `${domain}-knows-no-other-domain`,
      severity: 'error',
      // Tests and their kits stand on the domains before theirs, as the server does.
      from: { path: `^packages/reference-server/src/domains/${domain}/`, pathNot: '\\.test\\.ts$|/testing\\.ts$' },
      to: { path: `^packages/reference-server/src/domains/(?!${domain}/)` },
    })),
    {
      name: 'outsiders-use-a-domain-by-its-index',
      severity: 'error',
      from: { path: '^packages/reference-server/src/(?!domains/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/reference-server/src/domains/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'a-model-is-pure',
      severity: 'error',
      from: { path: '^packages/reference-server/src/domains/[^/]+/model/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/reference-server/src/(domains/[^/]+/(store|operations|reactions|jobs)/|platform/(?!code-sets/(chained|import-refused|text-fault)\\.ts$|http/problem\\.ts$|is-npi\\.ts$|seams\\.ts$|audit/canonical-json\\.ts$|documents/pdf-document\\.ts$))',
      },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^packages/reference-server/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/reference-server/src/domains/' },
    },
    {
      name: 'only-config-reads-the-environment',
      severity: 'error',
      from: { path: '^packages/reference-server/src/(?!config\\.ts|cli/|main\\.ts)', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'ui-never-imports-a-video-vendor',
      severity: 'error',
      from: { path: '^packages/elements/src/(?!video/)' },
      to: { path: '@daily-co/daily-js|twilio-video|@vonage/client-sdk-video' },
    },
    {
      name: 'only-the-transport-imports-ky',
      severity: 'error',
      from: { path: '^packages/sdk/src/', pathNot: '^packages/sdk/src/core/transport\\.ts$' },
      to: { path: 'node_modules/ky' },
    },
    {
      name: 'what-ships-stands-without-scripts',
      comment:
        'Packages and examples run without scripts, bench and tests. Their own tests may use what finds a browser.',
      severity: 'error',
      from: { path: '^(packages|examples)/', pathNot: '[./]test(ing)?\\.ts$|^packages/elements/screenshots\\.ts$' },
      to: { path: '^(scripts|bench|tests)/' },
    },
    {
      name: 'scripts-use-the-server-by-its-doors',
      comment:
        'Scripts start servers as operators do: compose-server, config, main and cli. Tests of scripts compare docs with code.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/reference-server/src/(domains|platform|vendors)/' },
    },
    {
      name: 'only-the-hospital-of-the-tests-reaches-into-domains',
      comment:
        'Tests of whole servers speak HTTP. What founds their hospital and prepares their requests makes what no operation can make, such as a result of a laboratory or money of a payer, with the functions of the domain that keeps it.',
      severity: 'error',
      from: { path: '^tests/(?!hospital/|requests/)' },
      to: { path: '^packages/reference-server/src/(domains|vendors)/' },
    },
    {
      name: 'only-goals-and-servers-of-the-bench-reach-into-the-server',
      comment:
        'A goal may measure a part by itself, and a server of the bench is composed by hand. All else asks over HTTP.',
      severity: 'error',
      from: { path: '^bench/(?!goals/|servers/)' },
      to: { path: '^packages/reference-server/src/' },
    },
    {
      name: 'the-bench-uses-no-tests',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^tests/' },
    },
    {
      name: 'nothing-uses-the-bench',
      severity: 'error',
      from: { path: '^(?!bench/)' },
      to: { path: '^bench/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Ours. What others publish from a folder of this name is seen, or an import of it would be no arrow.
    exclude: { path: '^(packages|examples)/[^/]+/(src/)?(dist|generated|storybook-static)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['visitkit-source', 'import', 'default'] },
  },
}
