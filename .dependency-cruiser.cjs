/** Which imports are permitted. A new dependency needs a decision record before it needs a rule. */
const server = '^packages/reference-server/src'
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
  'rights',
  'privacy',
  'compliance',
]
/** Domains in parts. Each part may use those after it, never those before it (docs/decisions/0033). */
const parts = {
  billing: ['denials', 'remittances', 'claims', 'estimates', 'coverages', 'accounts', 'fees', 'kernel'],
  prescriptions: ['messages', 'refills', 'favorites', 'prescribing', 'pharmacies', 'medications', 'kernel'],
  scheduling: ['on-demand', 'waitlist', 'series', 'bookings', 'resources', 'supply', 'kernel'],
}
/** The folders of the platform. Each may use those after it, never those before it. */
const layers = [
  'http',
  'live',
  'identity',
  'partners',
  'events',
  'system',
  'backup',
  'vault',
  'audit',
  'care',
  'jobs',
  'heavy',
  'logging',
  'database',
  'rates',
  'names',
  'texts',
  'problems',
  'documents',
  'code-sets',
  'identifiers',
  'contracts',
]
const tests = '[./](test|testing)\\.ts$|/tests/|/test-kit/'
/** A folder of a domain, or of a part of it. */
const rooms = (...names) => `${server}/domains/.+/(${names.join('|')})/`
const downward = (base, ordered, name) =>
  ordered.slice(1).map((below, index) => ({
    name: `${name}-${below}-reaches-down-only`,
    severity: 'error',
    from: { path: `${base}/${below}/`, pathNot: tests },
    to: { path: `${base}/(${ordered.slice(0, index + 1).join('|')})/` },
  }))

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
      from: { path: server, pathNot: `${tests}|conformance\\.ts$` },
      to: { path: '^(packages/(?!reference-server/|contract/)|examples/)' },
    },
    {
      name: 'sandbox-is-spoken-to-over-the-network-only',
      severity: 'error',
      from: { path: '^(packages/(?!sandbox/)|examples/)', pathNot: '[./]test(ing)?\\.ts$|/test-kit/' },
      to: { path: '^packages/sandbox/' },
    },
    ...domains.map((domain) => ({
      name: `${domain}-knows-no-other-domain`,
      severity: 'error',
      // Tests and their kits use the domains before theirs, as the server does.
      from: { path: `${server}/domains/${domain}/`, pathNot: tests },
      to: { path: `${server}/domains/(?!${domain}/)` },
    })),
    {
      name: 'outsiders-use-a-domain-by-its-index',
      severity: 'error',
      from: { path: `${server}/(?!domains/)`, pathNot: tests },
      to: { path: `${server}/domains/[^/]+/(?!index\\.ts$)` },
    },
    {
      name: 'a-model-is-pure',
      severity: 'error',
      from: { path: rooms('model'), pathNot: tests },
      to: {
        path: `${rooms('store', 'operations', 'reactions', 'jobs', 'workflows', 'presenters', 'packs', 'transmissions', 'inbound')}|${server}/platform/(?!contracts/|identifiers/|names/|problems/|remembered\\.ts$|code-sets/(with-effective-to|read-csv|import-refused|validate-display-text|validate-rrf-line)\\.ts$|audit/canonical-json\\.ts$|documents/pdf-document\\.ts$)`,
      },
    },
    {
      // A presenter may import the type of a row; the row is read before it is called.
      name: 'a-presenter-reads-nothing',
      severity: 'error',
      from: { path: rooms('presenters'), pathNot: tests },
      to: {
        path: rooms('store', 'operations', 'reactions', 'jobs', 'workflows', 'packs', 'transmissions', 'inbound'),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'a-store-is-only-sql',
      severity: 'error',
      from: { path: rooms('store'), pathNot: tests },
      to: {
        path: rooms('operations', 'reactions', 'jobs', 'workflows', 'presenters', 'packs', 'transmissions', 'inbound'),
      },
    },
    {
      name: 'a-workflow-is-below-those-who-share-it',
      severity: 'error',
      from: { path: rooms('workflows'), pathNot: tests },
      to: { path: rooms('operations', 'reactions', 'jobs', 'transmissions', 'inbound') },
    },
    {
      // Documents and images take a CPU for tens of milliseconds. On the thread of requests, everyone would wait.
      name: 'heavy-work-runs-on-threads',
      severity: 'error',
      from: { path: server, pathNot: `${tests}|-worker\\.ts$|${server}/platform/documents/` },
      to: {
        path: `${server}/.*-worker\\.ts$|${server}/platform/documents/write-pdf\\.ts$|node_modules/(sharp|pdfkit|fontkit)/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'an-operation-is-imported-by-the-index-only',
      severity: 'error',
      from: { path: `${server}/(?!domains/[^/]+/index\\.ts$)`, pathNot: tests },
      to: { path: rooms('operations') },
    },
    ...Object.entries(parts).flatMap(([domain, ordered]) => [
      ...downward(`${server}/domains/${domain}`, ordered, domain),
      {
        name: `what-all-parts-of-${domain}-share-knows-the-kernel-only`,
        severity: 'error',
        from: { path: `${server}/domains/${domain}/(events|live-rules|ports|problems)\\.ts$` },
        to: { path: `${server}/domains/${domain}/(${ordered.filter((part) => part !== 'kernel').join('|')})/` },
      },
    ]),
    {
      // A kit contains verbs; it runs against the server as deployed (docs/decisions/0036).
      name: 'a-domain-is-tested-on-the-whole-server',
      severity: 'error',
      from: { path: `${server}/domains/` },
      to: {
        path: `${server}/(platform/http/tests/start-test-server\\.testing|compose-server)\\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-knows-nothing-above-it',
      severity: 'error',
      from: { path: `${server}/platform/`, pathNot: '\\.test\\.ts$|/tests/' },
      to: { path: `${server}/(?!platform/)` },
    },
    ...downward(`${server}/platform`, layers, 'platform'),
    {
      name: 'the-embedded-engine-has-one-door',
      severity: 'error',
      from: { path: `${server}/(?!platform/database/embedded/)` },
      to: { path: `${server}/platform/database/embedded/(?!open-pglite\\.ts$)` },
    },
    {
      name: 'only-config-reads-the-environment',
      severity: 'error',
      from: { path: '^packages/reference-server/src/(?!config[./]|cli/|main\\.ts)', pathNot: '\\.test\\.ts$' },
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
        'Code in src runs without scripts, bench and tests. Its own tests may use the script that finds a browser.',
      severity: 'error',
      from: { path: '^(packages/[^/]+/src|examples)/', pathNot: tests },
      to: { path: '^(scripts|bench|tests)/' },
    },
    {
      name: 'what-ships-knows-no-tests',
      comment: 'The sample world of the client is not a test: it is published for the tests of integrators.',
      severity: 'error',
      from: { path: '^(packages/[^/]+/src|examples)/', pathNot: `${tests}|conformance\\.ts$` },
      to: { path: tests, pathNot: '^packages/sdk/src/testing\\.ts$' },
    },
    {
      name: 'a-story-runs-without-the-test-runner',
      comment: 'Storybook and the pictures show stories in an ordinary browser page.',
      severity: 'error',
      from: { path: '[.]stories[.]ts$' },
      to: { path: 'node_modules/(@?vitest)/', reachable: true },
    },
    {
      name: 'scripts-use-the-server-by-its-doors',
      comment:
        'Scripts start servers as operators do: compose-server, config, main and cli. Tests of scripts compare docs with code, and the check of promises reads the texts of documents.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: `${tests}|^scripts/(write-[^/]+-reference|promise-texts)\\.ts$` },
      to: { path: '^packages/reference-server/src/(domains|platform|vendors)/' },
    },
    {
      name: 'only-the-hospital-of-the-tests-reaches-into-domains',
      comment:
        'Tests of whole servers use HTTP. The code that creates their hospital and prepares their requests also calls functions of a domain, for data that no operation can create, such as a laboratory result or a payment of a payer. So do the two that show each hold reason: a domain makes its own.',
      severity: 'error',
      from: {
        path: '^tests/(?!hospital/|requests/|visit-journey\\.testing\\.ts$|(held-(claims|messages|results)|claim-status)\\.test\\.ts$)',
      },
      to: { path: '^packages/reference-server/src/(domains|vendors)/' },
    },
    {
      name: 'only-goals-and-servers-of-the-bench-reach-into-the-server',
      comment:
        'A goal may measure a single part, and a server of the bench is composed by hand. All other code uses HTTP.',
      severity: 'error',
      from: { path: '^bench/(?!goals/|servers/)' },
      to: { path: '^packages/reference-server/src/' },
    },
    {
      name: 'the-bench-uses-no-tests',
      severity: 'error',
      // Shared with the tests: the hospital with all its people, a request for each operation, and the steps of a visit in the portal.
      from: { path: '^bench/' },
      to: { path: '^tests/(?!hospital/|requests/|visit-journey\\.testing\\.ts$)' },
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
    // Our own output. Folders of these names in third-party packages are included, so that imports of them are checked.
    exclude: { path: '^(packages|examples)/[^/]+/(src/)?(dist|generated|storybook-static)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['visitkit-source', 'import', 'default'] },
  },
}
