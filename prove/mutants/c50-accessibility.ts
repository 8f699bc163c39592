import { elementTest, inFile, inServer, journeyTest, packageTest, serverTest, type Promised } from '../mutant.ts'

const missing = (name: string) => serverTest('domains/scheduling/tests/missing-captioner.test.ts', name)
const everyPath = missing('is asked in each visit of a series, after the waitlist')
const booked = missing('who says so and books a video visit is asked who types them')
const captions = (name: string) => elementTest('src/captions/captions.test.ts', name)
const machine = (name: string) => serverTest('domains/visits/tests/machine-captions.test.ts', name)
const scheduling = 'src/domains/scheduling/'
const inCaptions = 'packages/elements/src/captions/'
const screenReader = journeyTest('screen-reader-journey.test.ts', 'books, agrees, checks in, waits and joins')

export const accessibility: Promised = {
  subject: 'C50',
  clauses: {
    'axe (WCAG 2.2 AA) on every story in four modes, at 320 px in Spanish too': [
      inFile(
        'C50-a-field-without-a-name',
        'packages/elements/src/captions/caption-writer-view.ts',
        ['<label for="caption-text">', '<label for="caption-line">'],
        captions('a captioner who types has no barrier'),
      ),
    ],
    'keyboard tests': [
      inFile(
        'C50-a-press-of-the-mouse-only',
        'packages/elements/src/captions/captions.ts',
        ['    if (!this.isOffered) return\n    this.isShown', '    if (this.isOffered) return\n    this.isShown'],
        captions('captions are hidden and shown with one key'),
      ),
      inFile(
        'C50-a-step-without-its-question',
        'packages/elements/src/booking/booking.ts',
        ["stepChanged: () => void moveFocus(this, '#heading'),", 'stepChanged: () => undefined,'],
        elementTest('src/booking/booking.test.ts', 'a whole visit can be booked with the keyboard'),
      ),
    ],
    'a brand color with insufficient contrast is adjusted': [
      inFile(
        'C50-any-brand-color',
        'packages/elements/src/provider/brand-theme.ts',
        [
          'const light = readableOn(given, BLACK, (color) => [WHITE, LIGHT_CANVAS, lightWeak(color)])',
          'const light = given',
        ],
        elementTest('src/provider/brand-theme.test.ts', 'the buttons and links of any brand color are readable'),
      ),
    ],
    'A guest who is invited to type captions types what is said, and everyone in the room reads it as it grows': [
      inFile(
        'C50-a-captioner-has-no-field',
        'packages/elements/src/guest-room/guest-room.ts',
        ["kind === 'captioner' ? this.#writer.panel()", "kind === 'other' ? this.#writer.panel()"],
        captions('what a captioner types is on the screen of the others as it grows'),
      ),
      inFile(
        'C50-a-line-waits-until-it-is-complete',
        `${inCaptions}caption-writer.ts`,
        ['this.#timer ??= setTimeout(() => this.#send(false), sendEvery)', 'this.#timer ??= undefined'],
        captions('what a captioner types is on the screen of the others as it grows'),
      ),
      inFile(
        'C50-peer-captions-get-lost',
        'packages/elements/src/video/peer/peer-link.ts',
        ["if (this.#channel?.readyState === 'open') this.#channel.send(text)", 'void text'],
        captions('a line names who speaks'),
      ),
      inFile(
        'C50-daily-captions-get-lost',
        'packages/elements/src/video/daily/daily-captions.ts',
        ['if (this.#status.isIn) call?.sendAppMessage(writeCaption(caption))', 'void writeCaption(caption)'],
        packageTest('sandbox/src/video/daily-driver.test.ts', 'a line of captions reaches everyone else'),
      ),
    ],
    'lines of anyone else are not shown': [
      inFile(
        'C50-anyone-writes-captions',
        `${inCaptions}captions.ts`,
        ['if (caption.isByMachine || this.#isCaptioner(caption.from)) this.add(caption)', 'this.add(caption)'],
        captions('sends as captions is shown'),
      ),
    ],
    'captions are stored nowhere and are gone with the call': [
      inFile(
        'C50-captions-stay-on-the-page',
        `${inCaptions}captions.ts`,
        ['  #reset(): void {\n    this.#lines = []\n', '  #reset(): void {\n'],
        captions('captions are in no storage, and are gone with the call'),
      ),
      inFile(
        'C50-captions-in-storage',
        `${inCaptions}captions.ts`,
        [
          '    const others = this.#lines.filter(({ id, from }) => id !== caption.id || from !== caption.from)\n',
          "    localStorage.setItem('captions', caption.text)\n    const others = this.#lines.filter(({ id, from }) => id !== caption.id || from !== caption.from)\n",
        ],
        captions('captions are in no storage, and are gone with the call'),
      ),
    ],
    'a screen reader says complete lines only, to who asks for it': [
      inFile(
        'C50-each-letter-is-said',
        `${inCaptions}captions-view.ts`,
        ['const complete = lines.filter(({ isFinal }) => isFinal)', 'const complete = lines'],
        captions('what a captioner types is on the screen of the others as it grows'),
      ),
      inFile(
        'C50-everything-is-said-twice',
        `${inCaptions}captions-view.ts`,
        ["view.isRead ? 'polite' : 'off'", "view.isRead ? 'polite' : 'polite'"],
        captions('captions are hidden and shown with one key'),
      ),
    ],
    'Captions by a machine need the agreement, the organization and the clinician, and everyone in the room reads it': [
      inServer(
        'C50-an-agreement-is-not-asked',
        'src/domains/visits/workflows/seat-participant.ts',
        [" && covered.has('captions') && covered.has('transcription')", ''],
        machine('an organization that turns them on has none while its agreement covers only'),
      ),
      inServer(
        'C50-the-gate-lets-captions-pass',
        'src/vendors/video/vendor-gate.ts',
        ["      if (request.mayStartCaptions === true) await permit('captions', 'transcription')\n", ''],
        serverTest('vendors/video/vendor-gate.test.ts', 'issues no seat that may start captions by machine'),
      ),
      inServer(
        'C50-an-organization-is-not-asked',
        'src/domains/visits/workflows/seat-participant.ts',
        ["    machineCaptions && seat.role === 'practitioner'", "    seat.role === 'practitioner'"],
        machine('captions by machine are off, although the agreement covers them'),
      ),
      inServer(
        'C50-a-patient-starts-the-machine',
        'src/domains/visits/workflows/seat-participant.ts',
        ["machineCaptions && seat.role === 'practitioner' && ", 'machineCaptions && '],
        machine('only the clinician may start them then'),
      ),
      inFile(
        'C50-a-seat-is-not-asked',
        'packages/elements/src/video/daily/daily-captions.ts',
        ['if (!this.mayStart) throw', 'if (!this.#status.isIn) throw'],
        packageTest('sandbox/src/video/daily-driver.test.ts', 'captions by machine start only with a seat that may'),
      ),
      inFile(
        'C50-a-machine-hears-in-secret',
        `${inCaptions}captions.ts`,
        ['const note = isHeardByMachine ? machineNote(this.#t) : nothing', 'const note = nothing'],
        captions('a machine that hears the call is named on every screen'),
      ),
    ],
    'A patient who needs captions and books a visit by video, in any way, is asked who types them': [
      inServer(
        'C50-a-booking-asks-nothing',
        `${scheduling}bookings/operations/book-appointment.ts`,
        ['      ...missingCaptionerOf(patient, type),\n', ''],
        booked,
      ),
      inServer(
        'C50-a-series-asks-nothing',
        `${scheduling}series/operations/book-series.ts`,
        ['      ...missingCaptionerOf(patient, type),\n', ''],
        everyPath,
      ),
      inServer(
        'C50-the-waitlist-asks-nothing',
        `${scheduling}waitlist/operations/accept-waitlist-offer.ts`,
        ['      ...missingCaptionerOf(fit.patient, fit.type),\n', ''],
        everyPath,
      ),
      inServer(
        'C50-a-taken-request-asks-nothing',
        `${scheduling}on-demand/operations/take-on-demand.ts`,
        ['      ...(missingCaptioner && { missingCaptioner }),\n', ''],
        everyPath,
      ),
      inServer(
        'C50-asked-without-a-call',
        `${scheduling}kernel/model/missing-captioner.ts`,
        [" && modality === 'video'", ''],
        missing('is asked nothing for a visit without a call'),
      ),
      inFile(
        'C50-the-patient-is-not-asked',
        'packages/elements/src/appointments/visit-details.ts',
        ['${this.captioner.render(one)}', ''],
        elementTest('src/appointments/visit-details.test.ts', 'a video visit of a patient who needs captions'),
      ),
      inFile(
        'C50-the-need-cannot-be-said',
        'packages/elements/src/settings/needs-part.ts',
        ['{ needsCaptions, version }', '{ version }'],
        elementTest('src/settings/needs-part.test.ts', 'a patient says that they need captions'),
      ),
    ],
    'the clinician and the front desk read it in the schedule before the visit': [
      inServer(
        'C50-the-answer-stays-on-the-server',
        `${scheduling}kernel/presenters/present-appointment.ts`,
        ['...(details.missingCaptioner && {', "...(details.missingCaptioner && appointment.id === '' && {"],
        booked,
      ),
      inFile(
        'C50-the-schedule-hides-it',
        'packages/elements/src/schedule/day-list.ts',
        ['${view.captioner.render(one)}', ''],
        elementTest('src/schedule/schedule.test.ts', 'a visit of a patient who needs captions says so'),
      ),
    ],
    'A journey from booking to the call reads what the browser gives to a screen reader, in English and Spanish': [
      inFile(
        'C50-announcements-are-not-live',
        'packages/elements/src/core/visit-element.ts',
        ["this.#announcer.setAttribute('role', 'status')", "this.#announcer.setAttribute('role', 'note')"],
        screenReader,
      ),
      inFile(
        'C50-a-button-without-its-word',
        'packages/elements/src/video-room/controls.ts',
        ["<span class=\"word\">${t(isMuted ? 'unmute' : 'mute')}</span>", ''],
        screenReader,
      ),
      inFile(
        'C50-choices-without-their-question',
        'packages/elements/src/waiting-room/check-in-form.ts',
        ["<legend>${t('kindLegend')}</legend>", ''],
        screenReader,
      ),
    ],
  },
}
