import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const scheduling = 'src/domains/scheduling/'
const acts = (file: string) => (name: string) => serverTest(`domains/scheduling/tests/${file}.test.ts`, name)
const override = acts('staff-override')
const together = acts('limits-together')
const waitlist = acts('waitlist')
const supply = acts('supply-changes')
const taken = acts('what-visits-take')
const rows = (name: string) => serverTest('domains/scheduling/kernel/store/take-times.test.ts', name)
const resources = `${scheduling}kernel/store/migrations/0007-resources.ts`
const takeTimes = `${scheduling}kernel/store/take-times.ts`
const overridden = `${scheduling}bookings/workflows/refusal-outside-rules.ts`
const load = `${scheduling}bookings/model/practitioner-load.ts`
const loads = `${scheduling}bookings/store/practitioner-loads.ts`
const support = `${scheduling}kernel/model/support.ts`
const affected = `${scheduling}supply/workflows/gather-effect.ts`

/** The rules above the calendar: who may book what, what a change of supply does, what is taken together. */
export const schedulingRules: Promised = {
  subject: 'scheduling',
  clauses: {
    'Staff lift the rules of booking with a permission of their own and a reason': [
      inServer(
        'scheduling-anyone-overrides',
        `${scheduling}bookings/workflows/require-overridable.ts`,
        ["  await requireOverride(context, practitionerId ?? '')\n", '  void requireOverride\n'],
        override('is refused for a patient and a proxy'),
        override('a practitioner may lift the rules of their own calendar, and of no stranger’s'),
      ),
      inServer(
        'scheduling-an-override-without-its-reason',
        `${scheduling}bookings/operations/hold-slot.ts`,
        ['body.override && patient ?', 'body.override && patient && newHoldId === practitionerId ?'],
        override('its reason is shown to members, audited, encrypted, and in no event'),
      ),
    ],
    'An override lifts notice, horizon, hours, grid and limits, and nothing else': [
      inServer(
        'scheduling-an-override-lifts-license-and-age',
        overridden,
        ['    misfitOf(candidate.practitioner, type, wanted, start) ??', '    (misfitOf, null) ??'],
        override('never lifts license or age'),
      ),
      inServer(
        'scheduling-an-override-in-the-past',
        overridden,
        ["start < now - offerMinutes * 60_000 ? 'notice' : null", "start < 0 * offerMinutes ? 'notice' : null"],
        override('never takes a taken time, a held one, one that has passed'),
      ),
      inServer(
        'scheduling-an-override-of-another-visit',
        overridden,
        ["(meetsOtherVisit(type, wanted, start) ? 'patient-busy' : null)", '(meetsOtherVisit, null)'],
        override('never takes a taken time, a held one, one that has passed'),
      ),
      inServer(
        'scheduling-an-override-that-lifts-nothing',
        `${scheduling}bookings/operations/hold-slot.ts`,
        ['overridden === undefined\n', 'overridden !== null\n'],
        override('lifts notice, horizon, hours and the grid'),
      ),
    ],
    'No more visits begin on a day or in a week than the limits allow, one by one or together': [
      inServer(
        'scheduling-a-hold-that-saw-an-older-count',
        loads,
        [
          "where: 'id = $1::uuid and booking_version = $2::integer'",
          "where: 'id = $1::uuid and $2::integer is not null'",
        ],
        serverTest(
          'domains/scheduling/bookings/store/practitioner-loads.test.ts',
          'of two holds that were decided from the same load',
        ),
      ),
      inServer(
        'scheduling-a-series-counted-one-by-one',
        load,
        ['if (reason === null && (seat ?? 1) === 1) given.push(start)', 'void given'],
        together('eight visits of a series do not pass a limit of five a week'),
        together('visits of one day in a series are counted together'),
        together('a family of three does not pass a limit of two a day'),
      ),
      inServer(
        'scheduling-together-without-the-version',
        loads,
        ['return load ? [advanceHolds(load), ', 'return load ? ['],
        together('of series, families and single holds at the same moment'),
      ),
    ],
    'A freed time is offered to one patient of the waitlist': [
      inServer(
        'scheduling-an-offer-that-reserves-nothing',
        `${scheduling}waitlist/workflows/offer-time.ts`,
        [
          'writes: [replaceEntry(after, before), takeTime(busy, now, occupantOf(after))]',
          'writes: [replaceEntry(after, before)]',
        ],
        waitlist('is offered to the first in line, reserved for them, and booked when they accept'),
      ),
      inServer(
        'scheduling-one-time-planned-for-all',
        `${scheduling}waitlist/model/plan-offers.ts`,
        ['    planned.push({ practitionerId, from: offer.range.from.getTime(), to: offer.range.to.getTime() })\n', ''],
        serverTest(
          'domains/scheduling/waitlist/model/plan-offers.test.ts',
          'what one patient is offered is not offered to the next',
        ),
      ),
    ],
    'An offer ends when it says': [
      inServer(
        'scheduling-an-offer-that-has-expired-is-accepted',
        `${scheduling}waitlist/model/waitlist-entry.ts`,
        [' || now >= entry.offer.expiresAt) throw', ') throw'],
        waitlist('goes to the next in line when the offer expires or its patient leaves'),
      ),
      inServer(
        'scheduling-an-offer-up-to-the-start',
        `${scheduling}waitlist/model/offer-expiry.ts`,
        ['(start - now.getTime()) / 2', 'start - now.getTime()'],
        waitlist('for less time when the start is near, and not when too little is left'),
      ),
    ],
    'What is booked is checked again after every change of what the clinic offers': [
      inServer(
        'scheduling-a-change-that-nobody-checks',
        `${scheduling}supply/reactions/on-supply-changed-check-appointments.ts`,
        ['          ...support.writes,\n', ''],
        supply('a license that ends, a specialty that goes and a practitioner who leaves'),
      ),
      inServer(
        'scheduling-a-booking-that-no-event-checks',
        `${scheduling}bookings/reactions/on-appointment-booked-check-support.ts`,
        ['appointment ? [appointment] : []', '[]'],
        supply('a booking that did not see a change of hours is found by its own event'),
      ),
      inServer(
        'scheduling-more-stranded-than-seen',
        `${scheduling}supply/workflows/require-seen.ts`,
        ['if (count > seen) throw', 'if (count < 0 * seen) throw'],
        supply('a closure of the organization closes every practitioner'),
        supply('a license that ends, a specialty that goes and a practitioner who leaves'),
        taken('a room with other hours strands the visits in it'),
      ),
      inServer(
        'scheduling-a-room-without-hours',
        support,
        [
          "return resource.active && areHoursOf(type.id, period, own.hours) ? [] : ['resource-unavailable']",
          'return []',
        ],
        serverTest(
          'domains/scheduling/kernel/model/support.test.ts',
          'while every resource that it has taken is active',
        ),
        taken('a room with other hours strands the visits in it'),
        taken('an interpreter who is off in the afternoon'),
      ),
      inServer(
        'scheduling-ages-of-booked-patients-are-not-read',
        affected,
        [
          'const born = await scope.readBirthDays?.(context, patientIds)',
          'const born = patientIds.length < 0 ? await scope.readBirthDays?.(context, patientIds) : undefined',
        ],
        taken('a type for other ages strands the visits'),
      ),
      inServer(
        'scheduling-an-age-forgotten-by-the-next-check',
        support,
        ["unsupportedReasons.includes('age')", 'unsupportedReasons.length < 0'],
        serverTest('domains/scheduling/kernel/model/support.test.ts', 'for the ages of its type'),
        taken('a type for other ages strands the visits'),
      ),
    ],
    'A closure closes every practitioner, and every page is notified of it': [
      inServer(
        'scheduling-a-closure-that-closes-nothing',
        support,
        ["  if (overlapsAny(period, time.closed)) reasons.push('closed')\n", ''],
        supply('a closure of the organization closes every practitioner'),
      ),
      inServer(
        'scheduling-a-closure-in-the-zone-of-the-practitioner',
        support,
        ['wallPeriods(closures.zone, closures.items', "wallPeriods(availability?.zone ?? 'UTC', closures.items"],
        serverTest(
          'domains/scheduling/kernel/model/support.test.ts',
          'up to the moment at which time off or a closure begins',
        ),
      ),
      inServer(
        'scheduling-a-closure-that-nobody-hears-of',
        `${scheduling}live-rules.ts`,
        [
          "const readers = ['practitioner', 'nurse', 'front-desk', 'administrator'] as const",
          'const readers = [] as const',
        ],
        taken('the pages of everyone who may read them are notified of hours'),
      ),
    ],
    'A visit takes all of its calendars, or none': [
      inServer(
        'scheduling-taken-calendars-are-not-looked-at',
        takeTimes,
        ['busy.occupant <> wanted.occupant or busy.seat = wanted.seat', 'busy.seat = wanted.seat and busy.seat < 0'],
        rows('a time and a seat that are taken are refused without an error'),
      ),
      inServer(
        'scheduling-a-part-of-a-visit',
        takeTimes,
        ['rows.toSorted((a, b) => (a.practitionerId < b.practitionerId ? -1 : 1))', 'rows.slice(0, 1)'],
        rows('all of them or none'),
        acts('family')('of ten families for one morning at the same moment'),
      ),
    ],
    'A seat of a group visit is given once': [
      inServer(
        'scheduling-a-seat-for-two',
        resources,
        ['where (active and seat is not null)', 'where (false)'],
        rows('of many writers on separate connections for eight seats'),
      ),
      inServer(
        'scheduling-a-group-that-never-fills',
        `${scheduling}kernel/model/session.ts`,
        ['seat <= capacity', 'seat <= capacity * 2'],
        serverTest('domains/scheduling/kernel/model/session.test.ts', 'as many as the group has'),
      ),
    ],
    'Each visit of a series is judged, and all of it is booked or none': [
      inServer(
        'scheduling-a-series-that-is-not-judged',
        `${scheduling}series/operations/book-series.ts`,
        ['if (faults.length > 0) throw occurrencesUnavailable(faults)', 'void [faults, occurrencesUnavailable]'],
        acts('series')('what was chosen is booked in one change'),
      ),
      inServer(
        'scheduling-a-series-judged-by-its-first',
        `${scheduling}series/workflows/read-series.ts`,
        ['const judged = judge(start, offerMinutes)', 'const judged = judge(starts[0] ?? start, offerMinutes)'],
        acts('series')('a rule is judged visit by visit'),
      ),
    ],
    'A family is held together, or not at all': [
      inServer(
        'scheduling-a-family-with-a-member-elsewhere',
        `${scheduling}bookings/workflows/read-row.ts`,
        ['const refusals = found.flatMap(', 'const refusals = found.slice(0, 1).flatMap('],
        acts('family')('are all held or none'),
      ),
      inServer(
        'scheduling-a-family-beyond-the-limit',
        `${scheduling}bookings/operations/place-several-holds.ts`,
        ['          ...advanceTogether(row.loads, now),\n', ''],
        together('of series, families and single holds at the same moment'),
      ),
    ],
    'Time off of a part of a day leaves the rest of it': [
      inFile(
        'scheduling-a-part-of-a-day-is-all-of-it',
        'packages/elements/src/schedule/day-range.ts',
        [
          "from: `${firstDay}T${isPart ? from : '00:00'}`",
          "from: `${firstDay}T${isPart && lastDay === '' ? from : '00:00'}`",
        ],
        elementTest(
          'src/schedule/change-hours.test.ts',
          'other times are looked at again, and a range that ends before it begins is refused here',
        ),
      ),
      inServer(
        'scheduling-time-off-is-lost-by-an-older-server',
        `${scheduling}kernel/store/migrations/0008-whole-availability.ts`,
        ["check (rules ?& array['weekly', 'exceptions', 'timeOff'])", 'check (true)'],
        serverTest(
          'domains/scheduling/kernel/store/availability.test.ts',
          'the older one cannot save hours without the time off',
        ),
      ),
      inServer(
        'scheduling-properties-of-a-newer-server-are-lost',
        `${scheduling}kernel/store/availability.ts`,
        ["rules = (rules - '{${Object.keys(known).join()}}'::text[]) || $3::jsonb", 'rules = $3::jsonb'],
        serverTest('domains/scheduling/kernel/store/availability.test.ts', 'what only the newer one knows stays'),
      ),
    ],
    'A client that signed in for itself does nothing in a person’s name': [
      inServer(
        'scheduling-a-program-writes-messages',
        'src/platform/http/steps/authorize-permission.ts',
        [
          "if (declaration.byPerson && caller.kind === 'service')",
          'if (declaration.byPerson && caller.personId.length < 0)',
        ],
        serverTest(
          'platform/http/operation-pipeline.test.ts',
          'refuses a client that signed in for itself what a person does',
        ),
      ),
    ],
  },
}
