import { inServer, serverTest, type Promised } from '../mutant.ts'

const provider = 'src/vendors/video/daily/daily-provider.ts'
const account = 'src/vendors/video/daily/read-account.ts'
const rooms = (name: string) => serverTest('vendors/video/daily/daily-provider.test.ts', name)
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
        ['if (await asking) throw', 'if (!(await asking) && asking) throw'],
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
    'the operator gets a warning within a minute, once': [
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
