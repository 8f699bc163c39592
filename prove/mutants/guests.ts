import { elementTest, inFile, inServer, serverTest, type Mutant, type Promised } from '../mutant.ts'

type Change = readonly [find: string, replace: string]
const visits = 'src/domains/visits/'
const guest = (name: string) => serverTest('domains/visits/tests/guests.test.ts', name)
const code = (name: string) => serverTest('domains/visits/tests/guest-codes.test.ts', name)
const inRoom = (id: string, change: Change, ...tests: Mutant['tests']): Mutant =>
  inFile(`guests-${id}`, 'packages/elements/src/video-room/room-guests.ts', change, ...tests)
const room = (name: string) => elementTest('src/video-room/room-guests.test.ts', name)

/** Who hears a visit without being a patient or staff: the clinician lets them in, the others see it, and it ends. */
export const guests: Promised = {
  subject: 'guests',
  clauses: {
    'A code works once, in its time, and for its organization': [
      inServer(
        'guests-used-again',
        `${visits}workflows/redeem-guest-code.ts`,
        ["  if (guest.redeemedAt !== null) throw guestCodeUsed()\n  if (status !== 'invited' ||", '  if ('],
        code('works once, however it is typed'),
      ),
      inServer(
        'guests-any-time',
        `${visits}workflows/redeem-guest-code.ts`,
        ['  if (now < guest.opensAt) throw guestCodeNotOpen()\n', ''],
        code('works shortly before the visit and until it is long over, and is not used by an attempt'),
      ),
      inServer(
        'guests-after-withdrawal',
        `${visits}workflows/redeem-guest-code.ts`,
        ["  if (status === 'withdrawn') throw guestCodeWithdrawn()\n", ''],
        code('is refused when it is unknown, withdrawn or incomplete, and each fault is named'),
      ),
    ],
    'A guest enters only when the clinician has admitted them': [
      inServer(
        'guests-without-admission',
        `${visits}operations/take-guest-seat.ts`,
        ["if (guest.status !== 'admitted' || seated === null)", 'if (seated === null)'],
        guest('have no seat before the clinician admits them, and do not learn who the patient is'),
      ),
      inServer(
        'guests-read-names-while-they-wait',
        `${visits}workflows/gather-guest-visit.ts`,
        ["guest.status === 'admitted' ? await peopleInRoom", 'guest.id ? await peopleInRoom'],
        guest('have no seat before the clinician admits them, and do not learn who the patient is'),
      ),
      inServer(
        'guests-before-the-patient',
        `${visits}model/guest.ts`,
        [
          "if (visit === null || visit.status === 'waiting') throw notAdmitted()",
          'if (visit === null) throw notAdmitted()',
        ],
        guest('are not admitted before the patient is'),
      ),
    ],
    'What is over for a guest is over at once': [
      inServer(
        'guests-keep-their-session',
        'src/platform/identity/reactions/on-access-withdrawn-end-sessions.ts',
        ["new Set(['refused', 'removed', 'ended'])", 'new Set()'],
        guest('lose their session and their seat when they are removed, and the others see it'),
      ),
      inServer(
        'guests-keep-their-seat',
        `${visits}operations/remove-guest.ts`,
        ['const left = held.map(', 'const left = held.slice(held.length).map('],
        guest('lose their session and their seat when they are removed, and the others see it'),
      ),
      inServer(
        'guests-outlive-the-visit',
        `${visits}reactions/on-visit-over-end-guests.ts`,
        ["['visits.ended', 'scheduling.appointment-cancelled']", "['scheduling.appointment-cancelled']"],
        guest('are gone with the end of the visit'),
      ),
    ],
    'A guest receives what is about them alone': [
      inServer(
        'guests-hear-of-the-patient',
        'src/platform/live/live-topics.ts',
        [
          "caller.kind === 'guest' ? [`guest:${caller.personId}`]",
          "caller.kind === 'guest' ? caller.patientIds.map((id) => `patient:${id}`)",
        ],
        guest('receive what is about them alone, while the others receive each step'),
      ),
    ],
    'Who invites a guest before the visit sees each step, and the code once': [
      inServer(
        'guests-unheard-at-the-desk',
        `${visits}live-rules.ts`,
        ["      roles: ['front-desk', 'nurse'],\n", ''],
        guest('are invited by the front desk before the visit, and it and a nurse of the patient receive each step'),
      ),
      inFile(
        'guests-code-shown-again',
        'packages/elements/src/guests/visit-guests.ts',
        ["    this.#inviting.reset()\n    this.#name = ''", "    this.#name = ''"],
        elementTest(
          'src/guests/guests-of-list.test.ts',
          'are shown as they use their code, and the code is not shown a second time',
        ),
      ),
      inFile(
        'guests-code-outlives-the-session',
        'packages/elements/src/guests/visit-guests.ts',
        ['[this.#list, this.#acting, this.#inviting]) loader.reset()', '[this.#list, this.#acting]) loader.reset()'],
        elementTest('src/guests/guests-of-list.test.ts', 'are gone from the page with the session, and so is the code'),
      ),
    ],
    'No guest is heard before their name is on the page': [
      inRoom(
        'heard-without-a-name',
        ['return seated.isGuest && seated.guest === undefined', 'return false'],
        room('is not seen or heard before their name is on the page'),
      ),
      inRoom(
        'a-removed-guest-stays-connected',
        ['if (over.has(guest.status)) this.#drop(guest)', 'if (guest.version < 0) this.#drop(guest)'],
        room('is gone from the page at once when they are removed'),
      ),
    ],
  },
}
