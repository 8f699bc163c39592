import { inServer, serverTest, type Promised } from '../mutant.ts'

const licensed = (name: string) => serverTest('domains/directory/model/licensed-in.test.ts', name)
const search = (name: string) => serverTest('domains/scheduling/kernel/model/search-slots.test.ts', name)
const booking = serverTest(
  'domains/scheduling/tests/holding-and-changing.test.ts',
  'age and license are checked when the time is held, and again when it is booked',
)
const room = (name: string) => serverTest('domains/visits/tests/room.test.ts', name)
const checkIn = (name: string) => serverTest('domains/visits/tests/check-in.test.ts', name)
const licensedIn = 'src/domains/directory/model/licensed-in.ts'
const licensedUntil = 'src/domains/scheduling/kernel/model/licensed-until.ts'

export const license: Promised = {
  subject: 'C47',
  clauses: {
    'At search': [
      inServer(
        'C47-search-offers-anybody',
        'src/domains/scheduling/kernel/model/search-slots.ts',
        ['[...licenseBound(practitioner, type, query), ...common]', '[...common]'],
        search('an expired license does not count'),
      ),
      inServer(
        'C47-nobody-is-unfit',
        'src/domains/scheduling/kernel/model/start-bounds.ts',
        ["    return 'not-licensed'\n", '    return null\n'],
        search('a suspended license and one of another state do not count'),
      ),
      inServer(
        'C47-visits-run-past-the-last-minute',
        'src/domains/scheduling/kernel/model/start-bounds.ts',
        ['until - type.minutes * minuteMs + 1', 'until + 1'],
        search('a visit that would continue past the last minute of the license is not offered'),
      ),
    ],
    'at the hold': [
      inServer(
        'C47-a-hold-looks-at-no-state',
        'src/domains/scheduling/bookings/operations/hold-slot.ts',
        ['const state = body.state ?? appointment?.stateCode ?? patient?.state', 'const state = body.state'],
        booking,
      ),
    ],
    'at the booking': [
      inServer(
        'C47-a-booking-looks-at-no-license',
        'src/domains/scheduling/bookings/workflows/require-patient-fits.ts',
        ['if (misfit !== null) throw problemOfMisfit(misfit)', "if (misfit === 'age') throw problemOfMisfit(misfit)"],
        booking,
      ),
      inServer(
        'C47-a-move-looks-at-the-home-state',
        'src/domains/scheduling/bookings/workflows/require-patient-fits.ts',
        ['hold.stateCode ?? moved?.stateCode ?? patient.state', 'hold.stateCode ?? patient.state'],
        serverTest(
          'domains/scheduling/tests/holding-and-changing.test.ts',
          'a visit for another state shows it, and moves',
        ),
      ),
    ],
    'at check-in': [
      inServer(
        'C47-a-check-in-looks-at-no-license',
        'src/domains/visits/model/visit.ts',
        [
          'if (visit.licenseRequired && !isLicensed(state)) throw notLicensed()',
          "if (visit.licenseRequired && state === '') throw notLicensed()",
        ],
        checkIn('accepts the license until the last minute'),
      ),
    ],
    'at admission': [
      inServer(
        'C47-admission-asks-for-nothing',
        'src/domains/visits/model/visit.ts',
        ['  requireSafeguards(visit, stateOf(visit), safeguards)\n  const admitted = {', '  const admitted = {'],
        room('requires the own license of a colleague who covers'),
      ),
      inServer(
        'C47-a-colleague-admits-on-anothers-license',
        'src/domains/visits/operations/admit-patient.ts',
        ['context.caller.practitionerId ?? stored.practitionerId', 'stored.practitionerId'],
        room('requires the own license of a colleague who covers'),
      ),
    ],
    'at the seat, a colleague on their own': [
      inServer(
        'C47-a-seat-looks-at-no-license',
        'src/domains/visits/model/seat.ts',
        ['  requireSafeguards(visit, stateOf(visit), safeguards)\n', ''],
        room('gives no seat there without a license'),
      ),
      inServer(
        'C47-a-colleague-sits-on-anothers-license',
        'src/domains/visits/workflows/seat-participant.ts',
        ['context.caller.practitionerId ?? treatingPractitioner(visit)', 'treatingPractitioner(visit)'],
        room('gives a colleague a seat on their own license only'),
      ),
    ],
    'to 24:00 of the last day on the clock of its state': [
      inServer(
        'C47-a-day-too-long',
        licensedIn,
        ['Temporal.PlainDate.from(expiresOn)', 'Temporal.PlainDate.from(expiresOn).add({ days: 1 })'],
        licensed('is valid until the last minute of its last day'),
      ),
      inServer(
        'C47-the-day-of-the-practitioner',
        licensedIn,
        ['stateZones[state] ?? zone', 'stateZones[state] ? zone : zone'],
        licensed('is valid until the last minute of its last day'),
      ),
      inServer(
        'C47-a-day-too-short-at-search',
        licensedUntil,
        ['.add({ days: 1 })', ''],
        search('the last day of a license is included'),
      ),
    ],
    'suspended counts for nothing': [
      inServer(
        'C47-suspended-counts',
        licensedIn,
        ["license.status === 'active' && at <", 'at <'],
        licensed('is not valid while it is suspended'),
      ),
      inServer(
        'C47-suspended-counts-at-search',
        licensedUntil,
        ["status === 'active' && state in stateZones", 'state in stateZones && status'],
        search('a suspended license and one of another state do not count'),
      ),
    ],
    'a compact privilege only beside a home license': [
      inServer(
        'C47-a-privilege-stands-alone',
        licensedIn,
        ["(license.kind === 'full' || home.length > 0)", 'true'],
        licensed('counts only with a full license in effect in some state'),
      ),
      inServer(
        'C47-a-privilege-outlives-its-home',
        licensedIn,
        ['homeEnd < own.getTime() ? new Date(homeEnd) : own', 'own'],
        licensed('ends with the home license when that ends first'),
      ),
      inServer(
        'C47-a-privilege-stands-alone-at-search',
        licensedUntil,
        ["kind === 'full' ? end : Math.min(end, homeEnd)", 'end'],
        search('a compact privilege is valid as long as a home license'),
      ),
    ],
  },
}
