import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const missing = (name: string) => serverTest('domains/scheduling/tests/missing-interpreter.test.ts', name)
const everyPath = missing('is asked in each visit of a series, after the waitlist')
const booked = missing('who is booked without one is asked why')
const scheduling = 'src/domains/scheduling/'
const interpreter = serverTest(
  'domains/scheduling/tests/resources.test.ts',
  'an interpreter speaks the language that was asked for',
)

export const languageAndInterpreter: Promised = {
  subject: 'C49',
  clauses: {
    'Search by language': [
      inServer(
        'C49-everyone-speaks-every-language',
        `${scheduling}kernel/model/speaks-language.ts`,
        ['primary(language) === primary(wanted)', "primary(wanted) !== ''"],
        serverTest('domains/scheduling/tests/offering.test.ts'),
      ),
    ],
    'translations need a named reviewer': [
      inServer(
        'C49-nobody-reviews-a-translation',
        'src/domains/consent/workflows/publish-text.ts',
        ["body.reviewedBy === undefined || body.reviewedBy.trim() === ''", "body.reviewedBy === 'nobody'"],
        serverTest('domains/consent/tests/texts.test.ts', 'are translated once, section for section'),
      ),
    ],
    'An interpreter is held with the visit, by language, or invited by a code and admitted': [
      inServer(
        'C49-any-interpreter-will-do',
        `${scheduling}resources/model/visit-needs.ts`,
        [
          "(kind !== 'interpreter' || language === undefined || speaksLanguage",
          "(kind !== 'interpreter' || language !== '' || speaksLanguage",
        ],
        interpreter,
      ),
      inServer(
        'C49-a-guest-is-not-admitted',
        'src/domains/visits/operations/take-guest-seat.ts',
        ["if (guest.status !== 'admitted' || seated === null)", 'if (seated === null)'],
        serverTest('domains/visits/tests/guests.test.ts', 'have no seat before the clinician admits them'),
      ),
    ],
    'times are searched with one': [
      inServer(
        'C49-a-search-forgets-the-interpreter',
        `${scheduling}bookings/operations/search-slots.ts`,
        [
          'const needs = readNeeds(calendar, type, { now, state, interpreterLanguage, resourceId })',
          'const needs = readNeeds(calendar, type, { now, state, interpreterLanguage: undefined, resourceId })',
        ],
        interpreter,
      ),
    ],
    'A patient who needs an interpreter and is booked without one, in any way, is asked for a coded reason': [
      inServer(
        'C49-a-booking-asks-nothing',
        `${scheduling}bookings/operations/book-appointment.ts`,
        ['      ...missingInterpreterOf(patient, hold.interpreterLanguage !== null || takesInterpreter(type)),\n', ''],
        booked,
      ),
      inServer(
        'C49-a-series-asks-nothing',
        `${scheduling}series/operations/book-series.ts`,
        ['      ...missingInterpreterOf(patient, interpreterLanguage !== undefined || takesInterpreter(type)),\n', ''],
        everyPath,
      ),
      inServer(
        'C49-the-waitlist-asks-nothing',
        `${scheduling}waitlist/operations/accept-waitlist-offer.ts`,
        ['      ...missingInterpreterOf(fit.patient, takesInterpreter(fit.type)),\n', ''],
        everyPath,
      ),
      inServer(
        'C49-a-taken-request-asks-nothing',
        `${scheduling}on-demand/operations/take-on-demand.ts`,
        ['      ...(missingInterpreter && { missingInterpreter }),\n', ''],
        everyPath,
      ),
      inFile(
        'C49-the-patient-is-not-asked',
        'packages/elements/src/appointments/visit-details.ts',
        ['${this.interpreter.render(one)}', ''],
        elementTest('src/appointments/visit-details.test.ts', 'asks why, until the patient has chosen'),
      ),
      inServer(
        'C49-asked-although-one-is-held',
        `${scheduling}kernel/model/missing-interpreter.ts`,
        ['language === undefined || isHeld', 'language === undefined'],
        missing('is asked nothing with an interpreter'),
      ),
    ],
    'the clinician and the front desk read it in the schedule before the visit': [
      inServer(
        'C49-the-reason-stays-on-the-server',
        `${scheduling}kernel/presenters/present-appointment.ts`,
        [
          'details.missingInterpreter && !isInterpreted && {',
          "details.missingInterpreter && appointment.id === '' && {",
        ],
        booked,
      ),
      inFile(
        'C49-the-schedule-hides-it',
        'packages/elements/src/schedule/day-list.ts',
        [' ${view.interpreter.render(one)}', ''],
        elementTest('src/schedule/schedule.test.ts', 'a visit without the interpreter whom the patient needs says so'),
      ),
    ],
    'The tile of an interpreter in the room keeps a least size, at 320 px too': [
      inFile(
        'C49-an-interpreter-is-a-stamp',
        'packages/elements/src/video-room/stage.styles.ts',
        ['    min-block-size: 240px;\n', ''],
        elementTest('src/video-room/room-guests.test.ts', 'the tile of an interpreter stays large enough'),
      ),
    ],
  },
}
