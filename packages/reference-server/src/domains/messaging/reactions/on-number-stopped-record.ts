import type { Reaction } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'

/** The vendor's report names a number; this is the row in the audit that says whose wish was changed by it. */
export const onNumberStoppedRecord: Reaction<MessagingContext, undefined> = {
  event: 'messaging.number-stopped',
  consumer: 'messaging.record-number-stopped',
  keep: async ({ data }, _, { access }) => {
    access.touch(String(data['patientId']))
    access.because(data['stopped'] === true ? 'stop-received' : 'start-received')
  },
}
