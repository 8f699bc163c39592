import { inFile, inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const hostile = (name: string) => wholeServerTest('hostile-page.test.ts', name)
const headers = 'examples/portal/src/security-headers.ts'

export const embeddingSafety: Promised = {
  subject: 'C21',
  clauses: {
    'A page of another site cannot frame the portal': [
      inFile(
        'C21-the-portal-can-be-framed',
        headers,
        ['    "frame-ancestors \'none\'",\n', ''],
        hostile('cannot frame the portal'),
      ),
    ],
    'cannot send it a message': [
      inFile(
        'C21-the-portal-knows-who-opened-it',
        headers,
        ["    'cross-origin-opener-policy': 'same-origin',\n", ''],
        hostile('cannot send a message to a portal that it opened'),
      ),
    ],
    'the doctor reads the headers of each registered origin, and says what they let in': [
      inServer(
        'C21-frames-are-not-judged',
        'src/cli/check-portal-headers.ts',
        ["ancestors === undefined || ancestors.some((source) => source === '*' || source.endsWith(':'))", 'false'],
        serverTest('cli/doctor.test.ts', 'reads the headers of each registered origin'),
      ),
      inServer(
        'C21-scripts-are-not-judged',
        'src/cli/check-portal-headers.ts',
        ['unsafeSources.has(source) && !(isNamed && source === "\'unsafe-inline\'")', 'source === undefined'],
        serverTest('cli/doctor.test.ts', 'changed to'),
      ),
    ],
    'and another script in place of the elements does not run': [
      inFile(
        'C21-the-guide-names-no-hash',
        'docs/guides/first-hour.md',
        [' integrity="sha384-…"', ''],
        hostile('does not run another script in its place'),
      ),
    ],
  },
}
