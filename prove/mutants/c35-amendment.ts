import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const request = (name: string) => serverTest('domains/rights/tests/requests.test.ts', name)
const model = 'src/domains/rights/model/privacy-request.ts'

export const amendment: Promised = {
  subject: 'C35',
  clauses: {
    'A patient asks for a correction of a note or of another part': [
      inServer(
        'C35-corrections-of-what-is-not-signed',
        'src/domains/rights/operations/create-privacy-request.ts',
        ['if (note?.patientId !== patientId) throw noteNotSigned()', ''],
        request('is accepted for a note once the note has an addendum that is newer than the request'),
      ),
    ],
    'it has a clock of 60 days, once 30 more': [
      inServer(
        'C35-any-time',
        model,
        ['correction: 60', 'correction: 90'],
        request('has a clock of 60 days for a correction and of 30 for the others, with one extension of 30'),
      ),
      inServer(
        'C35-extended-again-and-again',
        model,
        ['before.extendedAt !== null || now > before.dueAt', 'now > before.dueAt'],
        request('has a clock of 60 days for a correction and of 30 for the others, with one extension of 30'),
      ),
    ],
    'It is accepted once the note has an addendum that is newer': [
      inServer(
        'C35-accepted-without-a-correction',
        model,
        ['correctedAt !== null && correctedAt > askedAt', 'correctedAt !== null'],
        request('is accepted for a note once the note has an addendum that is newer than the request'),
      ),
    ],
    'or denied on a ground of the law, with which the patient may disagree once': [
      inServer(
        'C35-disagrees-again-and-again',
        model,
        [' || before.disagreedAt !== null)\n', ')\n'],
        request('is denied on a listed ground only, and the patient may disagree once'),
      ),
    ],
    'the statement is next to the note in every copy': [
      inServer(
        'C35-the-statement-is-elsewhere',
        'src/domains/rights/presenters/readable-sections.ts',
        ['visitId === note.visitId && disagreement', 'visitId === note.id && disagreement'],
        request('is shown with the note: to who treats the patient, and in a copy of the record'),
      ),
    ],
    'and in the chart of those who treat the patient': [
      inFile(
        'C35-of-any-note',
        'packages/elements/src/chart/note-requests.ts',
        [' && request.visitId === visitId)', ')'],
        elementTest('src/chart/chart.test.ts', 'has next to it what the patient asked to correct'),
      ),
    ],
    'the answer is announced to the patient without its content': [
      inServer(
        'C35-nobody-is-told',
        'src/domains/messaging/index.ts',
        ['        onPrivacyRequestAnsweredNotifyPatient,\n', ''],
        serverTest('domains/rights/tests/request-notices.test.ts', 'is seen at once by the patient'),
      ),
      inServer(
        'C35-answers-are-not-live',
        'src/domains/rights/operations/decide-privacy-request.ts',
        ['events: [requestAnswered(after)],', 'events: [],'],
        serverTest('domains/rights/tests/request-notices.test.ts', 'is seen at once by the patient'),
      ),
    ],
  },
}
