import { inServer, serverTest, type Promised } from '../mutant.ts'

const event = 'src/platform/audit/formats/audit-event.ts'
const shapes = 'src/platform/audit/formats/audit-event-shapes.ts'
const decision = 'src/platform/audit/formats/consent-decision.ts'
const rows = 'src/platform/http/access-rows.ts'
const one = (name: string) => serverTest('platform/audit/formats/audit-event.test.ts', name)
const requested = (name: string) => serverTest('platform/http/origins-and-queries.test.ts', name)
const exported = serverTest('cli/audit-export.test.ts', 'the ledger is exported as FHIR AuditEvents')
const addressed = serverTest('cli/audit-export.test.ts', 'with --addresses the network of a client is its address')

export const balpShape: Promised = {
  subject: 'C24',
  clauses: {
    'A command exports the ledger as FHIR AuditEvents, one for each row': [
      inServer(
        'C24-refusals-only',
        'src/cli/audit-export.ts',
        [
          '    if (!isWanted(row, wanted)) return null\n',
          "    if (!isWanted(row, wanted) || row.outcome === 'done') return null\n",
        ],
        exported,
      ),
    ],
    'each has the elements that its profile of IHE BALP requires, and none that it forbids': [
      inServer('C24-query-as-data', event, ["code: '24' }", "code: '4' }"], exported),
      inServer('C24-users-without-purpose', event, ['              purposeOfUse: [purpose],\n', ''], exported),
      inServer(
        'C24-source-is-not-the-server',
        event,
        ['source: { observer: server', "source: { observer: identified('server', 'another')"],
        exported,
      ),
    ],
    'with the direction of client and server of each': [
      inServer(
        'C24-reads-outward',
        shapes,
        [
          'client: destination, server: source, user: recipient',
          'client: source, server: destination, user: recipient',
        ],
        one('the direction of a read is that of the data'),
        exported,
      ),
    ],
    'the network of client and server': [
      inServer(
        'C24-the-client-has-no-address',
        event,
        [
          "      : { address: clientAddress, type: '2' },",
          "      : { address: `${urn}:client:${clientId}`, type: '5' },",
        ],
        addressed,
      ),
      inServer(
        'C24-the-first-row-alone-has-an-address',
        'src/platform/audit/formats/row-references.ts',
        ['const details = origin == null ? undefined : origins.get(key)', 'const details = originDetails ?? undefined'],
        addressed,
        serverTest('platform/audit/formats/row-references.test.ts', 'the token and the address of the first row'),
      ),
      inServer(
        'C24-an-address-is-kept-when-it-changes',
        'src/platform/http/client-origins.ts',
        ['found?.address === address ?', 'found !== undefined ?'],
        serverTest('platform/http/client-origins.test.ts', 'again when it changes'),
      ),
    ],
    'and the query of a search': [
      inServer(
        'C24-searches-without-a-query',
        rows,
        ["query: isFirst && declaration.audit.action === 'search' ? recordedQuery(exchange) : null", 'query: null'],
        requested('have the query of a search once'),
      ),
      inServer(
        'C24-the-operation-as-the-query',
        event,
        ['Buffer.from(query ?? row.operation)', 'Buffer.from(row.operation)'],
        one('the query of a search is what was asked'),
      ),
    ],
    'One that a token permitted conforms to the profile of its use too': [
      inServer(
        'C24-no-token',
        event,
        ['              ...(tokenId !== undefined && { policy: [tokenUrn(tokenId)] }),\n', ''],
        one('it conforms to the profile of the token too'),
      ),
      inServer(
        'C24-no-agent-of-the-token',
        event,
        ['...(tokenId === undefined ? [] : [tokenAgent])', '...[]'],
        one('it conforms to the profile of the token too'),
      ),
    ],
    'one that consents permitted is followed by the decision, with each consent': [
      inServer(
        'C24-no-decision-by-consent',
        'src/cli/audit-export.ts',
        ['...(decision === null ? [] : [decision])', '...[]'],
        addressed,
      ),
      inServer(
        'C24-one-consent-of-several',
        decision,
        ["...consents.split(' ').map(", "...consents.split(' ').slice(0, 1).map("],
        one('what consents permitted is a decision of its own'),
      ),
      inServer(
        'C24-check-in-names-no-consent',
        'src/domains/visits/operations/check-in.ts',
        ['    access.permittedBy(consentsOf(visit, safeguards))\n', ''],
        serverTest('domains/visits/tests/consent-uses.test.ts', 'is in the ledger with each check-in'),
      ),
    ],
    'Addresses are sealed, those of a patient with the patient’s key': [
      inServer(
        'C24-addresses-are-not-the-patients',
        'src/platform/audit/client-address.ts',
        ["actor.kind === 'patient' ? actor.personId : null", 'actor.kind === actor.personId ? actor.personId : null'],
        requested('seal the address of a patient with the key of the patient'),
      ),
      inServer(
        'C24-addresses-in-plain-text',
        'src/platform/http/seal-address.ts',
        ['return await vault.seal(db, context, address.slice(0, longestAddress))', 'return Buffer.from(address)'],
        requested('which the first of them has, sealed'),
      ),
    ],
    'queries have no free text': [
      inServer(
        'C24-free-text-in-a-query',
        'src/platform/http/recorded-query.ts',
        ['shape.isFree ? name :', 'shape.isList && !shape.isList ? name :'],
        requested('without free text'),
      ),
    ],
    'and rows of before have the hash that they had': [
      inServer(
        'C24-new-members-in-old-rows',
        'src/platform/audit/access-columns.ts',
        ["  'onBehalfOf',\n  'origin',\n  'originDetails'", "  'onBehalfOf',\n  'originDetails'"],
        serverTest('platform/audit/chain.test.ts', 'rows of before origins'),
      ),
    ],
    'what did not succeed claims no profile': [
      inServer(
        'C24-failures-claim-a-profile',
        event,
        ["if (profile === null || outcome !== 'done') return null", 'if (profile === null) return null'],
        one('a refusal, a failure, an operation and a delete without a patient claim no profile'),
      ),
    ],
  },
}
