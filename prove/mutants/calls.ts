import { elementTest, inFile, inServer, serverTest, type Mutant, type Promised } from '../mutant.ts'

const messaging = 'src/domains/messaging/'
const room = (name: string) => serverTest('domains/messaging/tests/visit-threads.test.ts', name)
const notices = (name: string) => serverTest('domains/messaging/tests/visit-message-notices.test.ts', name)
const inRoom = (id: string, file: string, change: readonly [string, string], ...tests: Mutant['tests']): Mutant =>
  inFile(`calls-${id}`, `packages/elements/src/video-room/${file}`, change, ...tests)
const inPeer = (id: string, file: string, change: readonly [string, string], ...tests: Mutant['tests']): Mutant =>
  inFile(id, `packages/elements/src/video/peer/${file}`, change, ...tests)
const driver = (name: string) => elementTest('src/video/peer/peer-driver.test.ts', name)
const remote = (name: string) => elementTest('src/video/peer/remote-peer.test.ts', name)
const chat = (name: string) => elementTest('src/video-room/room-chat.test.ts', name)
const phone = (name: string) => elementTest('src/video-room/phone-in-each-state.test.ts', name)

/** What people in a call can do when the call itself fails. */
export const calls: Promised = {
  subject: 'calls',
  clauses: {
    'What is written in a room is read by those who take part in the visit, and by no one else': [
      inServer(
        'calls-any-proxy',
        `${messaging}workflows/gather-visit-thread.ts`,
        ["  await directory.actingFor(context, visit.patientId, 'visit')\n", ''],
        room('who takes part in the visit reads and writes, and no one else'),
      ),
      inServer(
        'calls-any-thread-of-the-visit',
        `${messaging}store/threads.ts`,
        ["    .where('topic', '=', 'visit')\n", ''],
        room('other threads about the visit are not in the room'),
      ),
      inServer(
        'calls-waits-forever',
        `${messaging}operations/mark-visit-thread-read.ts`,
        ['isLive && unread === 0 ? heard', 'isLive && unread > 0 ? heard'],
        room('during the visit reading is enough'),
      ),
      inServer(
        'calls-read-is-answered-later',
        `${messaging}operations/mark-visit-thread-read.ts`,
        ['isLive && unread === 0 ? heard', 'unread === 0 ? heard'],
        room('during the visit reading is enough'),
      ),
      inServer(
        'calls-notice-at-once',
        `${messaging}reactions/on-event-notify-patient.ts`,
        ['afterMinutes(policy) * 60_000', '0'],
        notices('a patient who has not read it after ten minutes is notified'),
      ),
    ],
    'A path that carries nothing is repaired before the browser notices, and both sides know': [
      inPeer(
        'calls-silence-is-not-repaired',
        'remote-peer.ts',
        ['this.#arrival.silence % restartEvery === 1', 'false'],
        remote('a path that carries nothing is repaired'),
      ),
      inPeer(
        'calls-silence-is-connected',
        'link-state.ts',
        ["  if (isSilent) return 'reconnecting'\n", ''],
        remote('a path that carries nothing is repaired'),
      ),
      inPeer(
        'calls-picture-without-time',
        'media-arrival.ts',
        ['this.#picture.misses = this.#sound.misses = 0', 'this.#sound.misses = 0'],
        remote('a path that carries nothing is repaired'),
      ),
    ],
    'A phone call takes the microphone and the camera: both sides know, and they come back': [
      inPeer(
        'calls-taken-devices-are-not-told',
        'local-capture.ts',
        ['{ interrupted: true }', '{}'],
        driver('a phone call takes the microphone and the camera'),
      ),
      inPeer(
        'calls-no-return',
        'watch-page.ts',
        ['setTimeout(cameBack, returnMs)', 'undefined'],
        driver('a phone call takes the microphone and the camera'),
      ),
      inPeer(
        'calls-older-signal-wins',
        'remote-peer.ts',
        ['if ((media.change ?? Infinity) >= (this.#media.change ?? 0)) ', ''],
        driver('an older signal that arrives later changes nothing'),
      ),
    ],
    'A file of a visit is read by those who take part, and no other file is': [
      inServer(
        'calls-file-of-another-thread',
        `${messaging}store/attachments.ts`,
        ["    .where('message.thread_id', '=', threadId)\n", ''],
        room('a file of another thread is not read by way of a visit'),
      ),
      inServer(
        'calls-file-is-not-sent',
        `${messaging}operations/post-visit-message.ts`,
        ['body.attachmentIds ?? []', '[]'],
        room('a picture is sent without the details of its camera'),
      ),
    ],
    'A device that is unplugged in a call is replaced, or missed': [
      inFile(
        'calls-unplugged-in-silence',
        'packages/elements/src/video/peer/local-capture.ts',
        ['again?.catch(this.#onMissing)', 'again?.catch(() => undefined)'],
        elementTest('src/video/peer/peer-driver.test.ts', 'a camera that is unplugged is replaced by another one'),
      ),
    ],
    'Messages need no call, and are not lost': [
      inRoom(
        'read-behind-a-closed-panel',
        'room-chat.ts',
        ['const isSeen = this.#isOpen && ', 'const isSeen = '],
        chat('one writes, the other hears it politely and counts it, reads and answers'),
      ),
      inRoom(
        'unsent-is-forgotten',
        'room-chat.ts',
        ["    this.#text = kept['text']\n", ''],
        chat('unsent text is there again on a page that is loaded again'),
      ),
      inRoom(
        'shown-without-session',
        'session-in-room.ts',
        ['    else reset()\n', ''],
        chat('are not shown without a session, although the call goes on'),
      ),
    ],
    'Each state of a call that is not connected has a telephone number': [
      inRoom(
        'no-number-while-connecting',
        'link-note.ts',
        ['${phone ? orByPhone', "${phone && link !== 'connecting' ? orByPhone"],
        phone('with another person whose connection is'),
      ),
      inRoom(
        'no-number-before-joining',
        'prejoin.ts',
        ['${view.phone ?', '${view.phone && again ?'],
        phone('outside of the room, in state'),
      ),
    ],
  },
}
