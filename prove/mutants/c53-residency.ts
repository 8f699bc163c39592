import { inFile, inServer, packageTest, scriptTest, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const outgoing = (name: string) => serverTest('platform/egress/outgoing.test.ts', name)
const regions = (name: string) => serverTest('platform/identity/tests/regions.test.ts', name)
const registering = (name: string) => serverTest('cli/register-elsewhere.test.ts', name)
const capture = (name: string) => wholeServerTest('egress.test.ts', name)
const listed = (name: string) => serverTest('cli/recipients.test.ts', name)
const recipients = 'src/cli/recipients.ts'
const file = 'src/platform/egress/outgoing.ts'

export const residency: Promised = {
  subject: 'C53',
  clauses: {
    'Agreements are bound to a region': [
      inServer(
        'C53-an-agreement-of-any-region',
        'src/vendors/vendor-agreement.ts',
        ['agreement.vendor === vendor && agreement.region === region', 'agreement.vendor === vendor'],
        wholeServerTest('production.test.ts', 'not one byte goes to'),
      ),
    ],
    'The server connects to the recipients that its settings name, and to no other host or port: a refusal comes before a socket is opened and names host and remedy':
      [
        inServer(
          'C53-any-host',
          'src/platform/egress/destination.ts',
          ["  if (host === '*') return true\n", '  return true\n'],
          outgoing('is refused to any other host or port'),
          outgoing('to the database is to the host of its URL only'),
        ),
        inServer(
          'C53-any-port',
          'src/platform/egress/destination.ts',
          ['  if (port !== askedPort) return false\n', ''],
          outgoing('is refused to any other host or port'),
        ),
        inServer(
          'C53-a-domain-that-ends-alike',
          'src/platform/egress/destination.ts',
          ['asked.endsWith(host.slice(1))', 'asked.endsWith(host.slice(2))'],
          outgoing(', where *.example.org is named'),
        ),
        inServer(
          'C53-a-library-connects-anywhere',
          file,
          ['lookup: lookupFor(find(host, at))', 'lookup: undefined as never'],
          outgoing('is refused to any other host or port'),
          outgoing('to the database is to the host of its URL only'),
        ),
      ],
    'a redirect is not followed': [
      inServer(
        'C53-redirects',
        'src/platform/egress/send-request.ts',
        ['!returnsRedirects && statusCode >= 300', 'returnsRedirects && statusCode >= 300'],
        outgoing('does not follow a redirect'),
      ),
    ],
    'and each address of an answer of DNS is checked when the connection is made': [
      inServer(
        'C53-any-address',
        'src/platform/egress/permitted-address.ts',
        ['    : isPublicAddress(address)', "    : address !== ''"],
        outgoing('is refused when its name resolves to'),
      ),
      inServer(
        'C53-metadata-service',
        'src/platform/egress/permitted-address.ts',
        ["never.addSubnet('169.254.0.0', 16, 'ipv4')\n", ''],
        outgoing('is refused when its name resolves to'),
      ),
      inServer(
        'C53-one-good-address-is-enough',
        'src/platform/egress/permitted-address.ts',
        ['!addresses.every(', '!addresses.some('],
        outgoing('is refused when one of several addresses'),
      ),
    ],
    'Every connection is opened in one folder, which a lint rule enforces': [
      inFile(
        'C53-own-connections-are-not-linted',
        '.oxlintrc.json',
        ['"visitkit/no-own-connection": "error"', '"visitkit/no-own-connection": "off"'],
        scriptTest('lint-rules.test.ts', 'reports a connection of its own'),
      ),
      inFile(
        'C53-libraries-are-not-linted',
        'scripts/lint-rules.ts',
        ['if (!given.some(({ key }) => key?.name === option))', 'if (given.length < 0)'],
        scriptTest('lint-rules.test.ts', 'reports a connection of its own'),
      ),
    ],
    'a test captures every socket of a server while it uses each partner, and compares with the declared recipients both ways':
      [
        inServer(
          'C53-an-undeclared-connection',
          'src/platform/identity/subject-tokens.ts',
          [
            "    const outgoing = egress.toRegistered('identity-provider', jwksUri)\n",
            "    const outgoing = egress.toRegistered('identity-provider', jwksUri)\n    void fetch('http://127.0.0.1:8009/').catch(() => undefined)\n",
          ],
          capture('goes to a declared recipient'),
        ),
        inServer(
          'C53-declared-and-never-used',
          'src/config/egress-destinations.ts',
          [
            "own('key-service', 'VISITKIT_KEY_SERVICE_URL')),\n",
            "own('key-service', 'VISITKIT_KEY_SERVICE_URL')),\n    ...at('https://unused.example', own('unused', 'VISITKIT_UNUSED')),\n",
          ],
          capture('goes to a declared recipient'),
        ),
        inServer(
          'C53-a-recipient-without-an-agreement',
          'src/config/egress-destinations.ts',
          ['({ name, setting, needsAgreement: true })', "({ name, setting, needsAgreement: name !== 'smtp' })"],
          capture('each declared recipient of PHI has an agreement'),
        ),
      ],
    'Webhooks are sent in production to hosts that the operator lists, at public addresses': [
      inServer(
        'C53-webhooks-anywhere',
        'src/vendors/notifications/webhooks/post-webhook.ts',
        ["isListed(host, port) ? parsed : 'not-permitted'", 'isListed(host, port) ? parsed : parsed'],
        serverTest('domains/messaging/tests/webhooks.test.ts', 'does not deliver to'),
      ),
      inServer(
        'C53-webhooks-inside',
        'src/config/egress-destinations.ts',
        ["const mayBePrivate = mode === 'development'", "const mayBePrivate = mode !== 'unknown' as string"],
        serverTest('domains/messaging/tests/webhooks.test.ts', 'refuses a name that resolves to a private address'),
      ),
    ],
    'A request for an organization of another region is answered with 421 and the address of its deployment, which the SDK surfaces as a typed error':
      [
        inServer(
          'C53-clients-of-other-regions',
          'src/platform/identity/operations/exchange-token.ts',
          ['  regions.requireClient(given.clientId)\n', ''],
          regions('its portal gets the address'),
        ),
        inServer(
          'C53-tokens-of-other-regions',
          'src/platform/identity/session-gate.ts',
          ['      regions.requireIssuer(token)\n', ''],
          regions('an access token of the other deployment'),
        ),
        inServer(
          'C53-an-address-that-the-token-names',
          'src/platform/identity/regions.ts',
          ['issuer !== null && issuers.has(issuer)', 'issuer !== null'],
          regions('an access token of the other deployment'),
        ),
        inServer(
          'C53-requests-of-other-regions',
          'src/platform/http/steps/require-region.ts',
          ['if (organizationId !== undefined) regions', "if (organizationId === '') regions"],
          regions('a message of a partner for it is not taken'),
          regions('when an organization moves'),
        ),
        inFile(
          'C53-the-sdk-drops-the-address',
          'packages/sdk/src/core/read-problem.ts',
          ['affected, signIn, baseUrl, requestId }', 'affected, signIn, requestId }'],
          packageTest('sdk/src/core/visit-error.test.ts', 'an organization of another region'),
        ),
      ],
    'and nothing of such an organization is stored but its id, its clients and its region': [
      inServer(
        'C53-registered-in-any-region',
        'src/cli/register-organization.ts',
        ['  if (known === undefined)\n', '  if (known === undefined && here === region)\n'],
        registering('is refused where the address of its region is not set'),
      ),
      inServer(
        'C53-origins-of-other-regions',
        'src/platform/identity/client-registry.ts',
        [
          '.values({ client_id: clientId, organization_id: organizationId, origins: [], region })',
          ".values({ client_id: clientId, organization_id: organizationId, origins: ['https://x.example'], region })",
        ],
        registering('writes nothing of it here'),
      ),
    ],
    '`visitkit-server recipients` lists each recipient and each place of storage that the settings name, with the agreement that is in force, and no secret':
      [
        inServer(
          'C53-a-recipient-is-not-listed',
          recipients,
          ['recipients: egressDestinations(config).map', 'recipients: egressDestinations(config).slice(1).map'],
          listed('are exactly those to which connections are permitted'),
        ),
        inServer(
          'C53-an-agreement-that-ended-is-listed',
          recipients,
          [
            'agreementInForce({ vendor: name, region, agreements, now })',
            'agreements.find(({ vendor }) => vendor === name) ?? null',
          ],
          listed('have the agreement that is in force in the region, or none'),
        ),
        inServer(
          'C53-the-list-has-a-password',
          recipients,
          ['embedded ?? hostAndPort(databaseUrl).host', 'embedded ?? databaseUrl'],
          listed('are printed for people and for programs, without a secret'),
        ),
      ],
  },
}
