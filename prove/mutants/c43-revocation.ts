import { elementTest, inFile, inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const room = (name: string) => serverTest('domains/visits/tests/room.test.ts', name)
const stops = 'src/domains/visits/reactions/on-consent-changed-stop-visits.ts'
const measured = wholeServerTest('consent-revocation.test.ts')
const visit = 'src/domains/visits/model/visit.ts'
const atOnce = room('is open to who consented again, before the event of it arrives')
const closes = room('closes for everyone once the consent is revoked')
const screens = (name: string) => elementTest('src/video-room/stopped.test.ts', name)

const uses = (name: string) => serverTest('domains/visits/tests/consent-uses.test.ts', name)
const eachUse = uses('is each check-in and admission that relied on it')
const guests = serverTest('domains/visits/tests/guests.test.ts', 'learn that the call was stopped')

export const revocation: Promised = {
  subject: 'C43',
  clauses: {
    'A guest learns that the call was stopped and that it goes on, and not for which consent': [
      inServer('C43-guests-are-not-told', stops, ['...notifyGuests(stopped, guests),', ''], guests),
      inServer('C43-guests-wait-forever', stops, [', ...notifyGuests(resumed, guests)]', ']'], guests),
      inServer(
        'C43-a-guest-sees-a-visit-that-goes-on',
        'src/domains/visits/workflows/gather-guest-visit.ts',
        ['stopped: seated !== null && seated.visit.stoppedFor.length > 0', 'stopped: false'],
        guests,
      ),
    ],
    'A consent that is revoked closes every seat of a visit in progress that needs it, within two seconds, measured over HTTP, the live stream and the room at the vendor, at another server too':
      [
        inServer('C43-seats-stay', stops, [', leaveSeats(visit.id, now)]', ']'], closes, measured),
        inServer('C43-nobody-is-notified', stops, ['visitConsentRevoked(stopped, purpose),', ''], closes, measured),
        inServer(
          'C43-the-vendor-is-not-asked',
          'src/domains/visits/reactions/on-visit-stopped-eject-seats.ts',
          ['filter((seat) => !isHeld(seat))', 'filter((seat) => isHeld(seat))'],
          measured,
          serverTest('domains/visits/tests/daily.test.ts', 'ejects everyone when a consent is revoked'),
        ),
      ],
    'no seat is issued from then on': [
      inServer(
        'C43-a-seat-without-consent',
        'src/domains/visits/model/seat.ts',
        ['  requireSafeguards(visit, stateOf(visit), safeguards)\n', ''],
        closes,
        measured,
      ),
    ],
    'who joins late at the vendor gets none': [
      inServer(
        'C43-a-late-join-opens-the-seat',
        'src/domains/visits/model/follow-reports.ts',
        ["if (kind === 'joined' && visit.stoppedFor.length > 0) return null", ''],
        serverTest('domains/visits/tests/daily.test.ts', 'opens no seat again for who joins late'),
      ),
    ],
    'The visit names the consent': [
      inServer(
        'C43-the-visit-does-not-say-why',
        'src/domains/visits/presenters/present-visit.ts',
        ['visit.stoppedFor.length > 0', 'visit.stoppedFor.length > 9'],
        closes,
      ),
    ],
    'the screens of patient and clinician turn camera and microphone off, and say why and how to go on': [
      inFile(
        'C43-the-screen-goes-on',
        'packages/elements/src/video-room/video-room.ts',
        ['this.#mirror.close()\n    void this.#call.leave()\n    void this.#during', 'void this.#during'],
        screens('a revoked consent stops the call on both screens'),
      ),
      inFile(
        'C43-a-stopped-room-opens-the-camera',
        'packages/elements/src/video-room/video-room.ts',
        ['          await this.#during.load()\n          return visit\n', '          await this.#during.load()\n'],
        screens('a room that is opened while the visit is stopped turns no camera on'),
      ),
      inFile(
        'C43-no-way-on',
        'packages/elements/src/video-room/during-call.ts',
        ["this.#askConsent(visit, stoppedFor.join(' '))", "this.#askConsent(visit, '')"],
        screens('the patient asks to read it again with a press'),
      ),
    ],
    'A patient who agrees again can go on': [
      inServer(
        'C43-never-again',
        stops,
        ['const resumed = resumeAfter(visit, purpose)', "const resumed = resumeAfter(visit, 'messaging')"],
        closes,
      ),
    ],
    'an admission or a seat ends the stop at once': [
      inServer('C43-an-admission-stays-stopped', visit, ['admittedAt: now, stoppedFor: []', 'admittedAt: now'], atOnce),
      inServer('C43-a-seat-stays-stopped', visit, ['...added], stoppedFor: [] })', '...added] })'], atOnce),
    ],
    'who was not in the room has not left it': [
      inFile(
        'C43-everyone-left',
        'packages/elements/src/video-room/video-room.ts',
        ['this.left ||= this.#call.driver !== null', 'this.left = true'],
        screens('who was not in the room when it stopped'),
      ),
    ],
    'what counts is what the patient has decided by now': [
      inServer(
        'C43-an-old-event-stops-it',
        stops,
        ["isGranted: standing.status === 'granted'", "isGranted: standing.status === 'declined'"],
        room('follows what the patient has decided by now'),
      ),
    ],
    'A visit that does not need the consent goes on': [
      inServer(
        'C43-any-consent-stops-it',
        'src/domains/visits/model/visit.ts',
        ['!visit.requiredConsents.includes(purpose) || ', ''],
        room('stays open when a consent is revoked that the visit does not need'),
      ),
    ],
    'Each check-in and admission keeps the consent on which it relied': [
      inServer(
        'C43-a-check-in-keeps-no-consent',
        'src/domains/visits/model/check-in.ts',
        ["consentsUsed: consentUses(appointment.type, safeguards, 'check-in', now)", 'consentsUsed: []'],
        eachUse,
      ),
      inServer(
        'C43-an-admission-keeps-no-consent',
        'src/domains/visits/model/visit.ts',
        [', ...withUses(visit, safeguards, now)', ''],
        eachUse,
        uses('is the consent that counted then'),
      ),
    ],
    'so does a seat with one that was given since': [
      inServer(
        'C43-a-seat-uses-nothing',
        'src/domains/visits/workflows/seat-participant.ts',
        [
          'const used = withSeatUses(visit, safeguards, now)',
          'const used = now ? visit : withSeatUses(visit, safeguards, now)',
        ],
        uses('is a seat with a consent that was given after the admission'),
      ),
    ],
    'the patient reads these visits where the consent can be revoked': [
      inServer(
        'C43-visits-of-any-consent',
        'src/domains/visits/store/consent-uses.ts',
        ['consents_used @> ${used}::jsonb', 'consents_used <> ${used}::jsonb'],
        uses('is read by those who treat the patient'),
      ),
      inFile(
        'C43-the-question-shows-no-uses',
        'packages/elements/src/settings/consents-part.ts',
        ['if (consent) this.#uses.open(this.#client, consent)\n    else this.#uses.reset()', 'this.#uses.reset()'],
        elementTest('src/settings/settings.test.ts', 'the visits for which a consent was used are shown'),
      ),
    ],
    'staff in the chart': [
      inFile(
        'C43-the-chart-shows-no-uses',
        'packages/elements/src/chart/consents-panel.ts',
        ["decision === 'granted' ? this.#uses.button(client, consent) : nothing", 'nothing'],
        elementTest('src/chart/consents.test.ts', 'staff read what the patient agreed to'),
      ),
    ],
    'The queue shows what is missing': [
      inServer(
        'C43-the-queue-shows-nothing',
        'src/domains/visits/model/readiness.ts',
        ["statuses.includes('required') ? 'open'", "statuses.includes('required') ? 'done'"],
        serverTest('domains/visits/tests/queue.test.ts', 'warns the practitioner of a consent revoked'),
      ),
    ],
    'Before the day, the schedule shows at once which visits to come lack it, with what to do, and these alone if asked':
      [
        inServer(
          'C43-the-clinic-does-not-see-what-was-revoked',
          'src/domains/scheduling/bookings/workflows/gather-refused-consents.ts',
          ["reason === 'revoked' || ", ''],
          serverTest(
            'domains/scheduling/tests/neighbors-and-timers.test.ts',
            'the clinic sees which appointments to come',
          ),
        ),
        inFile(
          'C43-the-filter-leaves-out-nothing',
          'packages/elements/src/schedule/missing-consents.ts',
          ['schedule.appointments.filter(lacksConsent)', 'schedule.appointments.filter(() => true)'],
          elementTest('src/schedule/schedule.test.ts', 'a consent that a patient revokes is shown at the visit'),
        ),
      ],
    'and that the patient agreed again': [
      inServer(
        'C43-who-agrees-again-is-no-news',
        'src/domains/scheduling/bookings/reactions/on-consent-decided-update-appointments.ts',
        ["before === 'declined' || before === 'revoked'", "before === 'declined'"],
        serverTest(
          'domains/scheduling/tests/neighbors-and-timers.test.ts',
          'the clinic sees which appointments to come',
        ),
      ),
    ],
    'only the patient revokes it, or a proxy who may act in visits': [
      inFile(
        'C43-staff-revoke',
        'packages/contract/generated/operations.ts',
        [
          '"path":"/v1/consents/{consentId}/revoke","permission":"consent:revoke"',
          '"path":"/v1/consents/{consentId}/revoke","permission":"consent:decide"',
        ],
        serverTest('domains/consent/tests/revocations.test.ts', 'is for the patient and who may act in visits'),
      ),
    ],
    'an event names the appointments that need it': [
      inServer(
        'C43-no-flags',
        'src/domains/scheduling/kernel/store/appointments.ts',
        ["definition -> 'requiredConsents' ? ${purpose}`", "definition -> 'requiredConsents' ? ${purpose + '-'}`"],
        serverTest('domains/scheduling/tests/neighbors-and-timers.test.ts', 'a revoked consent flags the appointments'),
      ),
    ],
  },
}
