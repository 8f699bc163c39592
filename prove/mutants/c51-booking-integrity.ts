import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const arbiter = (name: string) => serverTest('domains/scheduling/kernel/store/busy.test.ts', name)
const races = (name: string) => wholeServerTest('races.test.ts', name)
const holding = (name: string) => serverTest('domains/scheduling/tests/holding-and-changing.test.ts', name)
const migration = 'src/domains/scheduling/kernel/store/migrations/0003-who-asks.ts'
const asks = (name: string) => serverTest('domains/scheduling/tests/who-asks.test.ts', name)

export const bookingIntegrity: Promised = {
  subject: 'C51',
  clauses: {
    'Hold, then confirm': [
      inServer(
        'C51-a-hold-that-ran-out-books',
        'src/domains/scheduling/kernel/model/hold.ts',
        ['if (!isHeld(hold, now)) throw holdExpired()\n}', 'void isHeld(hold, now)\n}'],
        serverTest(
          'domains/scheduling/kernel/model/appointment.test.ts',
          'can be booked until the moment before it expires',
        ),
      ),
      inServer(
        'C51-a-hold-that-was-given-away-books',
        'src/domains/scheduling/kernel/store/holds.ts',
        ["hold.state === 'held' && !row.active ? { ...hold, state: 'released' } : hold", 'hold'],
        holding('a hold does not book when another server, whose clock is ahead'),
      ),
      inServer(
        'C51-a-hold-books-for-anybody',
        'src/domains/scheduling/kernel/model/appointment.ts',
        [
          "  if (hold.patientId !== null && hold.patientId !== patient.id) throw slotUnavailable('held_for_another_patient')\n  return {",
          '  return {',
        ],
        serverTest(
          'domains/scheduling/kernel/model/appointment.test.ts',
          'for one patient cannot be booked for another',
        ),
      ),
      inServer(
        'C51-a-hold-never-runs-out',
        'src/domains/scheduling/kernel/store/busy.ts',
        [
          'active and expires_at <= $7::timestamptz',
          "active and expires_at < '-infinity' and $7::timestamptz is not null",
        ],
        arbiter('gives a held time to someone else at the moment the hold expires'),
      ),
    ],
    'under an exclusion constraint': [
      inServer(
        'C51-no-constraint',
        migration,
        [
          'exclude using gist\n       (organization_id with =, practitioner_id with =, during with &&, occupant with <>) where (active)',
          'check (true)',
        ],
        arbiter('the table itself refuses an overlapping row'),
        arbiter('20 concurrent writers on separate connections'),
        races('gives a slot that 200 people request to one of them'),
      ),
      inServer(
        'C51-only-the-same-start-is-taken',
        migration,
        ['during with &&', 'during with ='],
        arbiter('reserves a time once, adjacent times for two people'),
      ),
      inServer(
        'C51-one-time-for-all-practitioners',
        migration,
        ['organization_id with =, practitioner_id with =, during', 'organization_id with =, during'],
        arbiter('the same time of another practitioner for a third'),
      ),
      inServer(
        'C51-own-hold-in-the-way',
        'src/domains/scheduling/bookings/operations/hold-slot.ts',
        [
          '(appointment?.id ?? replacedWith(id).find((old) => inTheWay(id).includes(old))?.occupant)',
          'appointment?.id',
        ],
        asks('a patient changes their mind by one step'),
      ),
      inServer(
        'C51-own-hold-of-another-process-in-the-way',
        'src/domains/scheduling/bookings/operations/hold-slot.ts',
        ['isToHold: true', 'isToHold: false'],
        races('a person is not in their own way, whichever process their next request reaches'),
      ),
      inServer(
        'C51-a-patient-in-two-places',
        'src/domains/scheduling/bookings/operations/book-appointment.ts',
        ['    requireNoOtherVisit()\n', '    void requireNoOtherVisit\n'],
        asks('a patient is in one place at a time'),
      ),
      inServer(
        'C51-a-patient-in-two-places-at-once',
        migration,
        ["where (status = 'booked' and booked_at is not null)", 'where (false)'],
        asks('of two bookings of a patient for one time at the same moment'),
      ),
      inServer(
        'C51-a-hold-to-move-books',
        'src/domains/scheduling/kernel/model/appointment.ts',
        ["  if (hold.appointmentId !== null) throw slotUnavailable('held_to_reschedule')\n", ''],
        serverTest(
          'domains/scheduling/kernel/model/appointment.test.ts',
          'to reschedule an appointment books nothing else',
        ),
      ),
    ],
    'idempotency keys': [
      inServer(
        'C51-a-key-is-not-looked-at',
        'src/platform/http/steps/keep-or-read.ts',
        ["typeof key !== 'string') return null", "typeof key !== 'string' || key !== '') return null"],
        serverTest('domains/scheduling/tests/booking.test.ts', 'a retry storm of one booking is one appointment'),
      ),
      inServer(
        'C51-a-key-answers-any-request',
        'src/platform/database/unit-of-work/replays.ts',
        ['row.request !== requestOf(idempotency)', "row.request === ''"],
        serverTest('platform/database/unit-of-work/unit-of-work.test.ts', 'refuses a key that another request used'),
      ),
    ],
    '200 race for one time, over two servers': [
      inServer(
        'C51-two-get-one-time',
        'src/domains/scheduling/kernel/store/busy.ts',
        ['    busy.practitionerId,\n    busy.from', '    busy.id,\n    busy.from'],
        races('gives a slot that 200 people request to one of them'),
      ),
      inServer(
        'C51-the-arbiter-is-not-asked',
        'src/platform/database/changes/keep-change.ts',
        ['.indexOf(false)', '.indexOf(false, statement.conditions)'],
        races('gives a slot that 200 people request to one of them'),
      ),
    ],
    'clock changes by property test': [
      inServer(
        'C51-days-of-24-hours',
        'src/domains/scheduling/kernel/model/expand-availability.ts',
        [
          'from: start - stretch.offset,',
          'from: start - (zoneOffsets(availability.zone, from, from + 1)[0]?.offset ?? 0),',
        ],
        serverTest(
          'domains/scheduling/kernel/model/search-slots.property.test.ts',
          'the search finds exactly the slots that the rules allow',
        ),
      ),
    ],
  },
}
