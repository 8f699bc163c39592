import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const request = (name: string) => serverTest('domains/rights/tests/requests.test.ts', name)
const recipients = (name: string) => serverTest('domains/rights/tests/correction-recipients.test.ts', name)
const recipient = 'src/domains/rights/model/pass-on-correction.ts'
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
    'the statement is next to the note in every copy of the record, and in the PDF of the note': [
      inServer(
        'C35-a-note-is-printed-without-it',
        'src/domains/documentation/operations/get-note-pdf.ts',
        ['        statements,\n', '        statements: statements.slice(0, 0),\n'],
        request('is shown with the note: to who treats the patient, and in a copy of the record'),
      ),
      inServer(
        'C35-the-statement-is-elsewhere',
        'src/domains/rights/presenters/sections-of-care.ts',
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
    'Once it is accepted, or the patient disagreed, those who were sent something of the visit are listed, with those that staff recorded':
      [
        inServer(
          'C35-recipients-of-any-visit',
          'src/domains/rights/workflows/gather-sent-to.ts',
          ['(visitId !== null && found.visitId !== visitId)', '(visitId !== null && found.visitId === undefined)'],
          recipients('are not those of another visit'),
        ),
        inServer(
          'C35-recipients-of-a-denial',
          recipient,
          ["(status === 'accepted' || disagreedAt !== null)", "status === 'accepted'"],
          recipients('are not those of another visit'),
        ),
        inServer(
          'C35-a-recipient-that-is-held-back',
          'src/domains/compliance/store/disclosures.ts',
          [
            "or([eb('suspended_until', 'is', null), eb('suspended_until', '<', today)])",
            "or([eb('day', '<=', today)])",
          ],
          recipients('are not those of another visit'),
        ),
        inFile(
          'C35-shown-to-all-who-read-the-request',
          'packages/contract/generated/openapi.json',
          ['"x-readable-with": "correction-recipient:read"', '"x-readable-with": "privacy-request:read"'],
          recipients('are listed with the accepted correction of a note'),
        ),
      ],
    'the patient chooses who may know, and names others': [
      inServer(
        'C35-told-without-the-patient',
        recipient,
        ["if (found.state === 'asking' || found.state === 'declined') throw nothingToNotify()", ''],
        recipients('are notified only if the patient agrees'),
      ),
      inServer(
        'C35-all-or-nobody',
        recipient,
        ["state: notify.includes(one.id) ? 'to-notify' : 'declined'", "state: 'to-notify'"],
        recipients('are notified only if the patient agrees'),
      ),
    ],
    'a privacy officer sends each of them a letter, and records when and how, or why it was not possible': [
      inServer(
        'C35-a-letter-without-the-correction',
        'src/domains/rights/presenters/correction-letter.ts',
        ['...part(words.addenda, addenda', '...part(words.addenda, addenda.slice(0, 0)'],
        recipients('are notified only if the patient agrees'),
      ),
      inServer(
        'C35-not-possible-without-a-reason',
        recipient,
        ["if (outcome === 'not-possible' && (note === undefined || note.trim() === '')) throw reasonMissing()", ''],
        recipients('are notified only if the patient agrees'),
      ),
      inServer(
        'C35-those-who-know-wait-still',
        'src/domains/rights/store/requests.ts',
        ["recipients.some(({ state }) => state === 'asking' || state === 'to-notify')", 'recipients.length > 0'],
        recipients('are notified only if the patient agrees'),
      ),
    ],
    'and the patient reads it': [
      inFile(
        'C35-the-patient-does-not-read-how',
        'packages/elements/src/privacy-center/recipients-view.ts',
        ['<span>${t(`state_${state}`)}</span>', ''],
        elementTest('src/privacy-center/privacy-center.test.ts', 'those who were sent what was corrected are listed'),
      ),
    ],
  },
}
