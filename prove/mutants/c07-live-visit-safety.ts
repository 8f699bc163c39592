import { elementTest, inFile, inServer, serverTest, type Mutant, type Promised } from '../mutant.ts'

const seat = serverTest('domains/visits/tests/room.test.ts', 'not of one that only idled out')
const call = elementTest(
  'src/video-room/session-end.test.ts',
  'does not end the call: video and emergency help stay, and the chart is hidden',
)
const inElements = (id: string, file: string, change: readonly [string, string], ...tests: Mutant['tests']): Mutant =>
  inFile(id, `packages/elements/src/${file}`, change, ...tests)

export const liveVisitSafety: Promised = {
  subject: 'C07',
  clauses: {
    'Idleness never ends the seat': [
      inServer(
        'C07-an-idle-session-leaves',
        'src/domains/visits/reactions/on-session-ended-leave-seats.ts',
        ["const continuesAfter = 'idle'", "const continuesAfter = 'none'"],
        seat,
      ),
    ],
    'When the session ends, the call continues': [
      inElements(
        'C07-the-page-does-not-wait',
        'video-room/session-guard.ts',
        ['    event.preventDefault()\n', ''],
        call,
      ),
      inElements(
        'C07-the-call-ends-too',
        'video-room/video-room.ts',
        ['    if (this.#call.isIn) return\n    void this.#call.leave()', '    void this.#call.leave()'],
        call,
      ),
    ],
    'the other elements clear what they show': [
      inElements(
        'C07-the-chart-stays',
        'video-room/video-room.ts',
        ['this.client ? html`<slot name="aside">', 'this.visitId ? html`<slot name="aside">'],
        call,
      ),
      inElements(
        'C07-the-note-stays',
        'note-editor/note-editor.ts',
        [
          '    this.#opened.reset()\n    this.#patient.reset()\n    this.#finished.reset()\n    this.#draftController.reset()\n',
          '',
        ],
        elementTest('src/note-editor/saving.test.ts', 'is shown again after the session has ended'),
      ),
    ],
    'After signing in again, the note that was not signed is shown as it was saved last': [
      inElements(
        'C07-the-note-is-not-read-again',
        'core/visit-element.ts',
        ['    this.#due = true\n    if (sessionEnded)', '    if (sessionEnded)'],
        elementTest('src/note-editor/saving.test.ts', 'is shown again after the session has ended'),
      ),
    ],
    'the emergency button stays': [
      inElements(
        'C07-no-place-for-emergencies',
        'video-room/video-room.ts',
        [
          '    if (this.#call.isIn) return\n    void this.#call.leave()\n    this.#visit.reset()',
          '    this.#visit.reset()\n    if (this.#call.isIn) return\n    void this.#call.leave()',
        ],
        call,
      ),
    ],
  },
}
