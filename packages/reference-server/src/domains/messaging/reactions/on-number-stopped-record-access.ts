import { onEvent } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'

/** The vendor's report names a number. This audit row names the patient whose preference it changed. */
export const onNumberStoppedRecordAccess = onEvent<MessagingContext>()(
  ['messaging.number-stopped'],
  'messaging.record-access-on-number-stopped',
  {
    gather: async ({ data }, _, { access }) => {
      access.touch(data.patientId)
      access.because(data.stopped ? 'stop-received' : 'start-received')
      return undefined
    },
    decide: () => ({ answer: undefined }),
  },
)
