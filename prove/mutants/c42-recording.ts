import { elementTest, inFile, inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const provider = 'src/vendors/video/daily/daily-provider.ts'
const account = 'src/vendors/video/daily/read-account.ts'
const rooms = (name: string) => serverTest('vendors/video/daily/daily-provider.test.ts', name)
const finding = serverTest(
  'domains/obligations/tests/recording-account.test.ts',
  'is a finding as long as it records calls by default',
)
const refused = rooms('are refused while the account records calls by default')

const ofCalls = (name: string) => serverTest('domains/visits/tests/recordings.test.ts', name)
const rules = 'src/domains/visits/model/recording.ts'
const screens = (file: string, name: string) => elementTest(`src/video-room/${file}.test.ts`, name)

export const recording: Promised = {
  subject: 'C42',
  clauses: {
    'Recording is off until an administrator turns it on for the organization, and ends for everyone when it is turned off':
      [
        inServer(
          'C42-always-offered',
          'src/domains/visits/operations/ask-to-record.ts',
          ['if (!callRecording) throw recordingNotOffered()', ''],
          ofCalls('is off until an administrator turns it on'),
        ),
        inServer(
          'C42-turned-off-and-stored',
          rules,
          ['const isOn = isOffered && ', 'const isOn = '],
          ofCalls('ends for everyone when an administrator turns it off'),
        ),
        inServer(
          'C42-turned-off-and-goes-on',
          'src/domains/visits/reactions/on-organization-changed-end-recordings.ts',
          ['if (callRecording) return', 'if (!callRecording || callRecording) return'],
          ofCalls('ends for everyone when an administrator turns it off'),
        ),
      ],
    'A piece of a recording is stored only while everyone in the room has agreed': [
      inServer(
        'C42-without-asking',
        rules,
        [
          'const isOn = isOffered && isConsented && asked !== null && asked.waitingFor.length === 0 && ',
          'const isOn = isOffered && isConsented && asked !== null && ',
        ],
        ofCalls('nothing is stored until everyone in the room has agreed'),
      ),
    ],
    'the patient with a consent that is in force': [
      inServer(
        'C42-a-yes-without-consent',
        'src/domains/visits/operations/answer-recording.ts',
        ["if (status !== 'granted')", "if (status === 'declined')"],
        ofCalls('nothing is stored until everyone in the room has agreed'),
      ),
      inServer(
        'C42-recorded-until-the-visit-knows',
        rules,
        ['const isOn = isOffered && isConsented && ', 'const isOn = isOffered && '],
        ofCalls('a revoked consent stops it'),
      ),
    ],
    'Who comes in later, or comes back, is in no recording that began before': [
      inServer(
        'C42-the-recording-goes-on',
        rules,
        [' || (before !== null && before.seatsVersion !== seatsVersion)', ''],
        ofCalls('who comes in later stops it until they agree'),
      ),
      inServer(
        'C42-an-old-piece-is-stored',
        rules,
        ['visit.seatsVersion !== seatsVersion || ', ''],
        ofCalls('who comes back has agreed already'),
      ),
    ],
    'it pauses until they agree': [
      inServer(
        'C42-late-joiners-are-not-asked',
        'src/domains/visits/model/seat.ts',
        ['seats.findLast((seat) => seat.personId === personId)?.recordingAgreedTo', 'seats.at(-1)?.recordingAgreedTo'],
        ofCalls('who comes in later stops it until they agree'),
      ),
    ],
    'Anyone in the call stops it for everyone, and who asks again asks everyone again': [
      inServer(
        'C42-a-no-is-ignored',
        'src/domains/visits/workflows/decide-recording-answer.ts',
        ['if (!agrees) return isOpen ? endRecording({ visit, seats, guests }) : ', 'if (!agrees) return '],
        ofCalls('anyone stops it for everyone at once'),
      ),
      inServer(
        'C42-one-yes-for-every-recording',
        rules,
        ['recordingAgreedTo !== recordingRequestId', 'recordingAgreedTo === null'],
        ofCalls('anyone stops it for everyone at once'),
      ),
    ],
    'It ends with the consent, within two seconds and at another server too, with the clinician who records, and with the visit':
      [
        inServer(
          'C42-a-revoked-consent-changes-nothing',
          'src/domains/visits/reactions/on-consent-changed-stop-visits.ts',
          ["purpose === 'recording' && ", "purpose === 'ai-scribe' && "],
          ofCalls('a revoked consent stops it'),
        ),
        inServer(
          'C42-a-revoked-consent-is-not-followed',
          'src/domains/visits/reactions/on-consent-changed-stop-visits.ts',
          ["purpose === 'recording' && ", 'false && '],
          wholeServerTest('consent-revocation.test.ts', 'ends a recording within two seconds'),
        ),
        inServer(
          'C42-the-clinician-is-gone',
          rules,
          ['  if (!held.some(({ id }) => id === recordingSeatId)) return null\n', ''],
          ofCalls('ends when the clinician who records is gone'),
        ),
      ],
    'Each person sees a red mark while it is recorded': [
      inFile(
        'C42-no-mark',
        'packages/elements/src/video-room/stage.ts',
        ["view.recording ? 'recording' : ''", "''"],
        screens('room-recording', 'waits for the patient; both read for whom, and both have the red mark'),
      ),
      inFile(
        'C42-no-mark-in-the-small-window',
        'packages/elements/src/video-room/small-window-view.ts',
        ['view.isRecorded ?', 'view.isRecorded && false ?'],
        screens('room-recording', 'is marked in the small window'),
      ),
    ],
    'only those who were in the room when it began are drawn and heard in it': [
      inFile(
        'C42-everyone-is-drawn',
        'packages/elements/src/video-room/call-recording.ts',
        ['if (seatsVersion === this.#seatsVersion || ', 'if ('],
        screens('call-recording', 'has no picture and no sound of who was not in the room when it began'),
      ),
    ],
    'It is encrypted with the key of the patient, and is read by the patient and those who treat them': [
      inServer(
        'C42-under-another-key',
        'src/domains/visits/store/recordings.ts',
        ['sealedFor: ({ patientId }) => patientId', 'sealedFor: () => null'],
        ofCalls('a recording is encrypted and ends with the record'),
      ),
      inServer(
        'C42-a-proxy-for-visits-reads-it',
        'src/domains/visits/workflows/gather-recordings.ts',
        ["patientId, 'record'", "patientId, 'visit'"],
        ofCalls('a recording is read by the patient and those who treat them'),
      ),
    ],
    'No visit asks a vendor to record, and the adapter of Daily refuses a room with it': [
      inServer(
        'C42-a-room-with-recording',
        'src/vendors/video/daily/room-settings.ts',
        ['  recording: null,', "  recording: { enable_recording: 'cloud' },"],
        serverTest('vendors/video/daily/room-settings.test.ts', 'is never recorded'),
      ),
    ],
    'no room is opened while the account of the vendor records or transcribes calls by default, or cannot be read': [
      inServer(
        'C42-any-account',
        provider,
        ['if (await recordsByDefault()) throw recorded()', 'void recordsByDefault'],
        refused,
      ),
      inServer('C42-transcripts-do-not-count', account, ["  'auto_start_transcription',\n", ''], refused),
      inServer(
        'C42-an-account-that-was-not-read',
        provider,
        ['.then(({ isRecording }) => isRecording)', '.then(({ isRecording }) => isRecording, () => false)'],
        rooms('are refused while the account cannot be read'),
      ),
    ],
    'no one gets a seat in a room that was opened before': [
      inServer(
        'C42-seats-in-older-rooms',
        provider,
        ['if (await recordsByDefault().catch(() => false)) throw recorded()', 'void recordsByDefault'],
        rooms('are refused in a room that was opened before the account records calls by default'),
      ),
    ],
    'the doctor reports it as a fault': [
      inServer(
        'C42-the-doctor-looks-away',
        'src/cli/check-video-account.ts',
        ['(await daily?.recordsByDefault()) === true', '(await daily?.recordsByDefault()) === undefined'],
        serverTest('cli/doctor.test.ts', 'reports an account of the video vendor that records calls by default'),
      ),
    ],
    'those who run the compliance program see it as overdue, until it is turned off': [
      inServer(
        'C42-no-finding',
        'src/domains/obligations/workflows/gather-recording-vendor.ts',
        [
          '(await video.isRecording(videoVendor)) ? videoVendor : null',
          '(await video.isRecording(videoVendor)) ? null : null',
        ],
        finding,
      ),
      inServer(
        'C42-a-finding-that-stays',
        'src/composition/compose-video.ts',
        ['gated.get(vendor)?.recordsByDefault() ?? Promise.resolve(false)', "Promise.resolve(vendor === 'daily')"],
        finding,
      ),
    ],
    'the log warns within a minute, once': [
      inServer(
        'C42-nobody-is-warned',
        'src/domains/visits/jobs/watch-video-webhooks.ts',
        [
          "state.isRecording && { code: 'account_records'",
          "state.isRecording && vendor !== 'daily' && { code: 'account_records'",
        ],
        serverTest('domains/visits/tests/webhooks-of-vendors.test.ts', 'are watched with the account'),
      ),
    ],
  },
}
