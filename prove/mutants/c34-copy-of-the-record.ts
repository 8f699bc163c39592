import { inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const copy = (name: string) => serverTest('domains/rights/tests/record-copy.test.ts', name)
const request = (name: string) => serverTest('domains/rights/tests/requests.test.ts', name)
const gather = 'src/domains/rights/workflows/gather-record.ts'
const model = 'src/domains/rights/model/privacy-request.ts'
const ofClaims = serverTest(
  'domains/billing/claims/tests/claims.test.ts',
  'is read by the patient and is in the copy of the record once it was sent',
)
const counted = copy('has as many entries of each as the database has rows that the patient may read')

const recordings = copy('has the recordings of calls as files, the newest first')

export const copyOfTheRecord: Promised = {
  subject: 'C34',
  clauses: {
    'A patient takes a copy of the whole record at once, with as many entries as the database has rows that they may read':
      [
        inServer(
          'C34-a-copy-without-allergies',
          gather,
          ["(await one('listAllergies', { path: { patientId } })).items", '[]'],
          counted,
        ),
        inServer(
          'C34-the-newest-page',
          gather,
          ['} while (before !== undefined)', '} while (all.length < 0)'],
          counted,
        ),
        inServer(
          'C34-no-line-that-was-left',
          gather,
          [
            'const waitlistStatuses = vocabularies.WaitlistStatus',
            "const waitlistStatuses = ['waiting', 'offered'] as const",
          ],
          counted,
        ),
        inServer('C34-no-right-that-ended', gather, ['query: { ended: true }', 'query: {}'], counted),
        inServer('C34-no-request-that-is-over', gather, ['query: { past: true }', 'query: {}'], counted),
        inServer(
          'C34-an-operation-is-not-read',
          gather,
          ["all('listRefillRequests'", "all('listHolds'"],
          serverTest('domains/rights/tests/reads-of-a-patient.test.ts', 'is read by every operation'),
        ),
        inServer(
          'C34-only-accesses-of-others',
          gather,
          [
            "all('listPatientAccesses', { path: { patientId } })",
            "all('listPatientAccesses', { path: { patientId }, query: { others: true } })",
          ],
          copy('lists every access to the record up to this one'),
        ),
      ],
    'It contains the claims that were sent to payers, with their decisions': [
      inServer(
        'C34-a-copy-without-claims',
        gather,
        ["claims: ({ all }, patientId) => all('listPatientClaims', { path: { patientId } })", 'claims: async () => []'],
        ofClaims,
      ),
      inServer(
        'C34-claims-without-decisions',
        'src/domains/rights/presenters/fhir-of-claims.ts',
        [
          "['paid', 'partially-paid', 'denied', 'written-off'].includes(state)",
          "['denied', 'written-off'].includes(state)",
        ],
        ofClaims,
      ),
    ],
    'the text messages of the patient': [
      inServer(
        'C34-a-copy-without-texts',
        gather,
        ["texts: ({ all }, patientId) => all('listPatientTexts', { path: { patientId } })", 'texts: async () => []'],
        serverTest('domains/messaging/tests/shared-numbers.test.ts', 'what one patient writes is read by this patient'),
      ),
    ],
    'and each disclosure that the ledger has': [
      inServer(
        'C34-only-disclosures-that-count',
        gather,
        ['query: { everything: true }', 'query: { everything: false }'],
        copy('says to whom information was sent as often as the ledger has it'),
      ),
    ],
    'and the recordings of calls, as long as they fit, and names the others': [
      inServer(
        'C34-a-copy-without-recordings',
        gather,
        ["one('listRecordings', { path: { visitId: id } })", 'Promise.resolve({ items: [] as const })'],
        counted,
        recordings,
      ),
      inServer(
        'C34-recordings-of-any-size',
        'src/domains/rights/workflows/gather-files.ts',
        ['const fits = size + bytes <= maxFileBytes', 'const fits = bytes > 0'],
        recordings,
      ),
      inServer(
        'C34-says-nothing-of-large-recordings',
        'src/domains/rights/presenters/readable-record.ts',
        ['largeRecordings.length === 0', 'largeRecordings.length >= 0'],
        recordings,
      ),
    ],
    'a proxy as far as their right goes': [
      inServer(
        'C34-any-right-of-a-proxy',
        'src/domains/rights/operations/get-record-copy.ts',
        ["    await directory.actingFor(context, patientId, 'record')\n", ''],
        copy('is given to no one else, and to a proxy as far as their right goes'),
      ),
      inServer(
        'C34-nothing-where-the-right-ends',
        gather,
        ['(source === undefined || !outsideRight.includes(source)) && ', ''],
        copy('is given to no one else, and to a proxy as far as their right goes'),
      ),
      inServer(
        'C34-no-scores-without-the-forms',
        gather,
        ["(await all('listQuestionnaires', {})).map(({ code }) => code)", '[]'],
        copy('is given to no one else, and to a proxy as far as their right goes'),
      ),
    ],
    'What is not released is not in it, and the copy says what is left out': [
      // Results that are not released are kept back twice: by the query, and again where they are presented.
      inServer(
        'C34-unsigned-prescriptions',
        'src/domains/prescriptions/prescribing/operations/list-prescriptions.ts',
        ["signedOnly: access.reach === 'own'", 'signedOnly: false'],
        counted,
        copy('nothing unsigned'),
      ),
      inServer(
        'C34-says-nothing-of-what-is-left-out',
        'src/domains/rights/presenters/readable-record.ts',
        ['        ...words.leftOutAlways,\n', ''],
        copy('reads as a page and as a PDF, in the language that was asked for, and says what is left out'),
      ),
    ],
    'It needs a fresh authentication and is recorded as an export': [
      inFile(
        'C34-without-a-step-up',
        'packages/contract/generated/operations.ts',
        [
          '"clientMethod":"rights.copy","idempotent":false,"byPerson":false,"stepUp":true',
          '"clientMethod":"rights.copy","idempotent":false,"byPerson":false,"stepUp":false',
        ],
        copy('is recorded as an export, once, and needs a fresh authentication'),
      ),
      inFile(
        'C34-recorded-as-a-read',
        'packages/contract/generated/operations.ts',
        ['"audit":{"action":"export","entity":"RecordCopy"', '"audit":{"action":"read","entity":"RecordCopy"'],
        copy('is recorded as an export, once, and needs a fresh authentication'),
      ),
    ],
    'Another form has a clock of 30 days, once 30 more, and is denied on a ground of the law only': [
      inServer(
        'C34-any-time',
        model,
        ['  copy: 30,', '  copy: 300,'],
        request('has a clock of 60 days for a correction and of 30 for the others, with one extension of 30'),
      ),
      inServer(
        'C34-extended-when-it-is-late',
        model,
        ['before.extendedAt !== null || now > before.dueAt', 'before.extendedAt !== null'],
        request('cannot be given more time once the time is over'),
      ),
      inServer(
        'C34-any-ground',
        model,
        ['(ground === undefined || !grounds.includes(ground))', 'ground === undefined'],
        request('is denied on a listed ground only, and the patient may disagree once'),
      ),
    ],
  },
}
