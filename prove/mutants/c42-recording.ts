import { inServer, serverTest, type Promised } from '../mutant.ts'

const provider = 'src/vendors/video/daily/daily-provider.ts'
const account = 'src/vendors/video/daily/read-account.ts'
const rooms = (name: string) => serverTest('vendors/video/daily/daily-provider.test.ts', name)
const finding = serverTest(
  'domains/obligations/tests/recording-account.test.ts',
  'is a finding as long as it records calls by default',
)
const refused = rooms('are refused while the account records calls by default')

export const recording: Promised = {
  subject: 'C42',
  clauses: {
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
