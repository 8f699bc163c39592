import { elementTest, inFile, type Mutant, type Promised } from '../mutant.ts'

type Change = readonly [find: string, replace: string]
const inElements = (id: string, file: string, change: Change, ...tests: Mutant['tests']): Mutant =>
  inFile(`rooms-${id}`, `packages/elements/src/${file}`, change, ...tests)
const smallWindow = (name: string) => elementTest('src/video-room/small-window.test.ts', name)
const onePlace = (name: string) => elementTest('src/video-room/one-place.test.ts', name)
const judge = (name: string) => elementTest('src/device-check/network/judge-network.test.ts', name)
const judging = 'device-check/network/judge-network.ts'

/** What a person has to know of the call that they are in, and of the network before it. */
export const rooms: Promised = {
  subject: 'rooms',
  clauses: {
    'A call is never out of sight': [
      inElements(
        'a-hidden-room-has-no-window',
        'video-room/during-call.ts',
        ['else this.#window.open(!isDrawn(this.#host))', 'else this.#window.close()'],
        smallWindow('becomes a small window with the other person, who moves'),
      ),
      inElements(
        'what-is-transparent-is-seen',
        'video-room/stage-sight.ts',
        ['{ checkOpacity: true, checkVisibilityCSS: true }', '{ checkOpacity: false, checkVisibilityCSS: false }'],
        smallWindow('is noticed as well with'),
      ),
      inElements(
        'the-window-always-says-that-all-is-on',
        'video-room/small-window-view.ts',
        ["if (microphoneOn) return cameraOn ? 'both' : 'microphone'", "if (microphoneOn) return 'both'"],
        smallWindow('is muted and darkened from there, and the other side gets it'),
      ),
    ],
    'A page is not left by mistake during a call, and asks at no other time': [
      inElements(
        'leaving-does-not-ask',
        'video-room/during-call.ts',
        ['guardLeaving(host, () => room.call.isIn || this.chat.hasFiles)', 'guardLeaving(host, () => !room.call)'],
        smallWindow('asks during the call only'),
      ),
      inElements(
        'leaving-always-asks',
        'video-room/during-call.ts',
        [
          'guardLeaving(host, () => room.call.isIn || this.chat.hasFiles)',
          'guardLeaving(host, () => room.call !== null)',
        ],
        smallWindow('asks during the call only'),
      ),
    ],
    'A person is in a room once': [
      inElements(
        'another-session-is-not-noticed',
        'video-room/own-seat.ts',
        ["if (seat.own === 'another-session') return true", "if (seat.own === 'another-session') return false"],
        onePlace('another window offers to move the visit, and joins only then'),
      ),
      inElements(
        'another-tab-is-not-noticed',
        'video-room/own-seat.ts',
        ['name === lockOf(seat.seatId)', "name === lockOf('')"],
        onePlace('another window of the same session knows it from the browser'),
      ),
      inElements(
        'who-was-replaced-stays',
        'video-room/during-call.ts',
        ["if (isReplaced && this.#place !== 'moved') {", "if (!isReplaced && this.#place === 'moved') {"],
        onePlace('another window offers to move the visit, and joins only then'),
      ),
    ],
    'The device check says what packets met, and nothing of a network that they did not enter': [
      inElements(
        'silent-servers-are-good',
        judging,
        [
          "(reach) => reach === 'no-answer')) return { connection: 'poor', cause: 'blocked' }",
          "(reach) => reach === 'no-answer')) return { connection: 'good', cause: 'none' }",
        ],
        judge('no server answers'),
        elementTest('src/device-check/connection.test.ts', 'has its cause and its remedy'),
      ),
      inElements(
        'loss-does-not-matter',
        judging,
        ['lostPermille > limits.lossy[level]', 'lostPermille > 1000'],
        judge('one packet in ten is lost'),
      ),
      inElements(
        'the-computer-is-taken-for-the-network',
        judging,
        [
          "const poor = found.path === 'relay' ? numbersOf(found, 'poor') : null",
          "const poor = numbersOf(found, 'poor')",
        ],
        judge('the computer is busy, and nothing left it'),
      ),
      inElements(
        'a-refused-password-is-a-firewall',
        'device-check/network/reach-server.ts',
        ['new Set([401, 403, 438, 441])', 'new Set([403, 438, 441])'],
        elementTest('src/device-check/connection.test.ts', 'has its cause and its remedy'),
      ),
    ],
  },
}
