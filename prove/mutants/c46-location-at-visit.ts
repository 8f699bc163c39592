import { inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const checkIn = (name: string) => serverTest('domains/visits/tests/check-in.test.ts', name)
const room = (name: string) => serverTest('domains/visits/tests/room.test.ts', name)
const rules = (name: string) => serverTest('domains/billing/claims/model/telehealth-rules.test.ts', name)

export const locationAtVisit: Promised = {
  subject: 'C46',
  clauses: {
    'Asked at every check-in, with who said it and a number to call back': [
      inFile(
        'C46-a-place-without-a-street',
        'packages/contract/generated/openapi.json',
        ['"line1",\n     "city",\n     "state",\n     "kind"', '"city",\n     "state",\n     "kind"'],
        checkIn('refuses an address without a street'),
      ),
      inFile(
        'C46-no-number-to-call-back',
        'packages/contract/generated/openapi.json',
        [
          '"CheckIn": {\n    "type": "object",\n    "required": [\n     "location",\n     "callbackPhone"',
          '"CheckIn": {\n    "type": "object",\n    "required": [\n     "location"',
        ],
        checkIn('refuses to continue without a callback number'),
      ),
      inServer(
        'C46-the-first-place-stays',
        'src/domains/visits/operations/check-in.ts',
        ['if (isSameLocation(before, reported)) return', 'return'],
        checkIn('is one visit however often it is requested, and keeps the latest location'),
      ),
      inServer(
        'C46-nobody-knows-who-said-it',
        'src/domains/visits/workflows/reported-location.ts',
        ["byKind: acting.as === 'staff' ? 'member' : acting.as", "byKind: 'patient'"],
        serverTest('domains/visits/workflows/reported-location.test.ts'),
      ),
    ],
    changeable: [
      inServer(
        'C46-a-new-place-is-not-kept',
        'src/domains/visits/model/visit.ts',
        ['[...visit.details.locations, reported]', '[...visit.details.locations]'],
        checkIn('records a new location'),
      ),
    ],
    'held against the license at check-in, admission and every seat': [
      inServer(
        'C46-the-place-of-the-booking-counts',
        'src/domains/visits/model/check-in.ts',
        [
          'requireSafeguards(appointment.type, reported.location.state, safeguards)',
          "requireSafeguards(appointment.type, 'OH', safeguards)",
        ],
        checkIn('is refused to a patient who booked in Ohio and is somewhere else today'),
      ),
      inServer(
        'C46-the-first-place-counts',
        'src/domains/visits/model/visit.ts',
        ['visit.details.locations.at(-1) ??', 'visit.details.locations.at(0) ??'],
        room('gives no seat there without a license'),
      ),
      inServer(
        'C46-moving-is-not-looked-at',
        'src/domains/visits/model/visit.ts',
        ["if (visit.status !== 'in-progress') requireSafeguards(", "if (visit.status === 'ended') requireSafeguards("],
        checkIn('refuses one without a license until the visit is in progress'),
      ),
    ],
    'The claim’s place of service comes from it': [
      inServer(
        'C46-home-and-elsewhere-swapped',
        'src/domains/billing/claims/model/place-of-service.ts',
        ["? '10' : '02'", "? '02' : '10'"],
        rules('is 10 for a patient at home and 02 for one anywhere else'),
      ),
    ],
    'and is unknown rather than guessed without it': [
      inServer(
        'C46-a-place-is-guessed',
        'src/domains/billing/claims/model/place-of-service.ts',
        ['if (location === null) return null', "if (location === null) return '10'"],
        rules('is unknown, and not guessed, when the location of the patient was not recorded'),
      ),
    ],
  },
}
