import { elementTest, inServer, serverTest, type Promised } from '../mutant.ts'

const labs = 'src/domains/labs/'
const hl7 = 'src/vendors/laboratory/hl7/'
const words = (name: string) => serverTest('domains/labs/tests/words-of-laboratories.test.ts', name)
const responses = (name: string) => serverTest('domains/labs/tests/responses-that-do-not-fit.test.ts', name)
const ranges = (row: string) => ({
  ...serverTest('domains/labs/model/outside-range.test.ts', 'and nothing else is claimed'),
  row,
})
const unflagged = (name: string) => serverTest('domains/labs/tests/unflagged-values.test.ts', name)
const listener = (name: string) => serverTest('vendors/laboratory/mllp-listener.test.ts', name)
const faulty = (name: string) => serverTest('domains/labs/tests/faulty-lines.test.ts', name)

/** What a laboratory sends is used or waits line by line, and none of its words is lost. */
export const laboratoryMessages: Promised = {
  subject: 'laboratory-messages',
  clauses: {
    'A faulty test or measurement waits for a person, and what is next to it in its message is used': [
      inServer(
        'laboratory-messages-a-faulty-status-is-final',
        `${hl7}read-observation.ts`,
        ["const isFaulty = code === '' || known === undefined", "const isFaulty = code === ''"],
        { ...faulty('and the test is not complete'), row: 'a status that is not known' },
      ),
      inServer(
        'laboratory-messages-a-code-is-not-missed',
        `${hl7}read-observation.ts`,
        ["const isFaulty = code === '' || known === undefined", 'const isFaulty = known === undefined'],
        { ...faulty('and the test is not complete'), row: 'no code' },
      ),
      inServer(
        'laboratory-messages-a-faulty-test-is-partial',
        `${hl7}result-message.ts`,
        ['...((status === null || faultOf(group) !== null) && { faulty: true }),', ''],
        faulty('keeps the test next to it'),
        faulty('waits under our number'),
      ),
      inServer(
        'laboratory-messages-one-fault-refuses-all',
        `${hl7}result-message.ts`,
        ['faults.every((each) => each !== null)', 'faults.some((each) => each !== null)'],
        faulty('waits under our number'),
        faulty('keeps the tests of a part in which a measurement follows no test'),
      ),
      inServer(
        'laboratory-messages-nothing-is-refused',
        `${hl7}result-message.ts`,
        ['if (faults.every((each) => each !== null)) throw fault', 'if (groups.length === 0) throw fault'],
        {
          ...serverTest('domains/labs/tests/messages.test.ts', 'is acknowledged with its fault'),
          row: 'no filler number',
        },
      ),
      inServer(
        'laboratory-messages-what-is-faulty-is-matched',
        `${labs}operations/match-result.ts`,
        [' || faulty)', ')'],
        faulty('keeps the test next to it'),
      ),
      inServer(
        'laboratory-messages-complete-without-the-faulty-line',
        `${labs}inbound/receive-reports.ts`,
        ["{ ...report, status: 'partial', observations: right }", '{ ...report, observations: right }'],
        faulty('keeps the measurement next to one with'),
      ),
      inServer(
        'laboratory-messages-unnumbered-faults-are-one',
        `${labs}inbound/apply-reports.ts`,
        ["(each.fillerNumber !== '' || each.placerNumber === report.placerNumber) &&", ''],
        faulty('waits under our number'),
      ),
    ],
    'Two words of one message about one test both wait': [
      inServer(
        'laboratory-messages-the-last-word',
        `${labs}inbound/change-orders.ts`,
        ["(contradicting.has(each.update) ? { ...each, reason: 'contradictory' } : each)", 'each'],
        responses('two words of one message about one test both wait, in either order'),
      ),
      inServer(
        'laboratory-messages-refused-is-cancelled',
        `${labs}model/contradicting-updates.ts`,
        ["refused: 'refused'", "refused: 'cancelled'"],
        responses('two words of one message about one test both wait, in either order'),
      ),
      inServer(
        'laboratory-messages-agreement-waits',
        `${labs}model/contradicting-updates.ts`,
        ['informed: null', "informed: 'performed'"],
        responses('two words of one message that agree'),
      ),
      inServer(
        'laboratory-messages-the-last-word-of-an-answer',
        `${labs}workflows/conclude-order.ts`,
        ["contradicting.has(update) ? 'contradictory' : null", 'contradicting.size < 0 ? update.text : null'],
        responses('in the response to a request, two words about one test both wait'),
      ),
    ],
    'The response to a request is about the patient of the order, or changes nothing': [
      inServer(
        'laboratory-messages-an-answer-for-anyone',
        `${labs}workflows/conclude-order.ts`,
        ['patient !== null && namesAnother', 'patient === null && namesAnother'],
        responses('in the response to a request, the name of another person is held'),
      ),
      inServer(
        'laboratory-messages-another-in-the-record',
        `${labs}workflows/conclude-order.ts`,
        ["held.some(({ reason }) => reason === 'identity-differs')", 'held.length < 0'],
        responses('in the response to a request, the name of another person is held'),
      ),
    ],
    'A value without a flag is compared with its range where that is certain, and is not called normal otherwise': [
      inServer(
        'laboratory-messages-one-way-to-read',
        `${labs}model/outside-range.ts`,
        ["outcomes.size === 1 ? outcome : 'not-compared'", 'outcome'],
        ranges('4,500 with the range 4.0-11.0'),
      ),
      inServer(
        'laboratory-messages-no-commas',
        `${labs}model/written-numbers.ts`,
        ["[grouped(','), grouped('.'), either]", '[pointNumber]'],
        ranges('12,500 with the range 4,500-11,000'),
        ranges('9.9 with the range 3,5-5,1'),
      ),
      inServer(
        'laboratory-messages-every-word-is-usual',
        `${labs}model/negative-words.ts`,
        ["? 'not-compared' : 'differs'", "? 'not-compared' : 'within'"],
        ranges('Positive with the range Negative'),
        { ...unflagged('is abnormal: it is certain'), row: 'Positive with the range Negative' },
      ),
      inServer(
        'laboratory-messages-an-open-bound-is-within',
        `${labs}model/outside-range.ts`,
        ["(isWithin(number, range) ? 'within' : 'not-compared')", "'within'"],
        ranges('<3 with the range 2-4'),
      ),
      inServer(
        'laboratory-messages-silent-if-not-compared',
        `${labs}presenters/present-result.ts`,
        ['...(isNotCompared(observation) && { rangeNotCompared: true }),', ''],
        unflagged('is not called normal, and the patient reads so too'),
      ),
      {
        id: 'laboratory-messages-in-range-to-the-patient',
        file: 'packages/elements/src/record/result-words.ts',
        find: "  if (rangeNotCompared) return t('rangeNotCompared')\n",
        replace: '',
        tests: [elementTest('src/record/record.test.ts', 'says when a value was not compared with its range')],
      },
      {
        id: 'laboratory-messages-in-range-to-the-clinician',
        file: 'packages/elements/src/core/range-chips.ts',
        find: 'outside === 0 && notCompared === 0 && observations.length > 0',
        replace: 'outside === 0 && observations.length > 0',
        tests: [
          elementTest('src/lab-orders/lab-orders.test.ts', 'a value that was not compared with its range says so'),
        ],
      },
    ],
    'What a person settles is kept with its patient, and never with another': [
      inServer(
        'laboratory-messages-settled-is-deleted',
        `${labs}operations/return-result.ts`,
        ['...handOver(handedOver, newId)', ''],
        responses('the message of what is settled is with its patient, once'),
      ),
      inServer(
        'laboratory-messages-kept-twice',
        `${labs}workflows/hand-over-messages.ts`,
        ['isKept || handedOver === null', 'handedOver === null'],
        responses('the message of what is settled is with its patient, once'),
      ),
      inServer(
        'laboratory-messages-of-another-person',
        `${labs}model/unmatched.ts`,
        ["reason === 'identity-differs' || report.isOfAnother ? null", 'report.isOfAnother ? null'],
        responses('the message of what is settled is with its patient, once'),
      ),
      inServer(
        'laboratory-messages-a-faulty-one-of-another',
        `${labs}model/unmatched.ts`,
        ["reason === 'identity-differs' || report.isOfAnother ? null", "reason === 'identity-differs' ? null"],
        faulty('of another person waits, and its message is never with the patient'),
      ),
    ],
    'A message for another receiver is refused': [
      inServer(
        'laboratory-messages-any-application',
        'src/vendors/laboratory/mllp-listener.ts',
        ["stated.application !== '' && stated.application !== ours.application", "stated.application === '-'"],
        listener('a message for another receiver is refused'),
      ),
      inServer(
        'laboratory-messages-any-facility',
        'src/vendors/laboratory/mllp-listener.ts',
        ["stated.facility !== '' && stated.facility !== ours.facility", "stated.facility === '-'"],
        listener('a message for another receiver is refused'),
      ),
      inServer(
        'laboratory-messages-no-name-of-ours',
        'src/composition/compose-partners.ts',
        ['facilities: facilities.map((each) => ({ ...each, receiver: sender }))', 'facilities'],
        serverTest('domains/labs/tests/messages.test.ts', 'one for another receiver'),
      ),
    ],
    'The same value in another spelling of its unit is no correction': [
      inServer(
        'laboratory-messages-units-as-text',
        `${labs}model/merge-observations.ts`,
        ['? isSameUcum(one.ucum, other.ucum) :', '? one.ucum === other.ucum :'],
        {
          ...serverTest('domains/labs/model/merge-units.test.ts', 'a correction is'),
          row: 'in mmol/l and then in mmol/L',
        },
      ),
      inServer(
        'laboratory-messages-any-unit-is-the-same',
        `${labs}model/ucum.ts`,
        ['Math.abs(a.factor / b.factor - 1) < 1e-9', 'a.factor > 0'],
        {
          ...serverTest('domains/labs/model/merge-units.test.ts', 'a correction is'),
          row: 'in mmol/L and then in umol/L',
        },
      ),
    ],
    'What a laboratory writes is with the result or the order, whatever else it changes': [
      inServer(
        'laboratory-messages-no-note-without-a-value',
        `${labs}model/apply-report.ts`,
        ['...(report.note !== undefined && { note: report.note }),', ''],
        words('about a test without a measurement'),
      ),
      inServer(
        'laboratory-messages-a-further-note-is-nothing',
        `${labs}model/merge-report.ts`,
        [' || note !== before.note', ''],
        words('about a test without a measurement'),
      ),
      inServer(
        'laboratory-messages-a-note-goes-with-what-waits',
        `${labs}inbound/receive-reports.ts`,
        ['if (note === undefined || first === undefined) return report', 'return report'],
        words('about a report are with its first measurement'),
      ),
      inServer(
        'laboratory-messages-a-note-of-the-test-before',
        `${hl7}result-message.ts`,
        ['if (open === null || isAhead) ahead', 'if (open === null) ahead'],
        words('that come before a test are about it'),
      ),
      inServer(
        'laboratory-messages-no-words-without-an-effect',
        `${labs}model/lab-order.ts`,
        ["return 'laboratoryNotes' in notes ? changed(order, order.status, notes) : order", 'return order'],
        words('change nothing are with the order'),
      ),
      inServer(
        'laboratory-messages-informed-is-nothing',
        `${labs}inbound/change-orders.ts`,
        [
          'const groupNumbers = updates.',
          "updates = updates.filter(({ status }) => status !== 'informed')\n  const groupNumbers = updates.",
        ],
        words('are kept with the patient also if there are none'),
      ),
      inServer(
        'laboratory-messages-one-reason-of-two',
        `${labs}model/lab-order.ts`,
        ['const written = [content.refusal, ...updates.map(({ text }) => text)]', 'const written = [content.refusal]'],
        words('about each refused test are shown'),
      ),
      inServer(
        'laboratory-messages-a-response-about-nothing',
        'src/vendors/laboratory/mllp-listener.ts',
        ['if (updates.length === 0)', 'if (updates.length < 0)'],
        serverTest('vendors/laboratory/mllp-listener.test.ts', 'a response without a test is refused'),
      ),
    ],
  },
}
