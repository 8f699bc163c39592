import { inServer, serverTest, type Promised } from '../mutant.ts'

const event = 'src/platform/audit/formats/audit-event.ts'
const one = (name: string) => serverTest('platform/audit/formats/audit-event.test.ts', name)
const exported = serverTest('cli/audit-export.test.ts', 'the ledger is exported as FHIR AuditEvents')

export const balpShape: Promised = {
  subject: 'C24',
  clauses: {
    'A command exports the ledger as FHIR AuditEvents, one for each row': [
      inServer(
        'C24-refusals-only',
        'src/cli/audit-export.ts',
        ['link.row !== null && isWanted', "link.row?.outcome === 'refused' && isWanted"],
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
        event,
        [
          'client: destination, server: source, user: recipient',
          'client: source, server: destination, user: recipient',
        ],
        one('the direction of a read is that of the data'),
        exported,
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
