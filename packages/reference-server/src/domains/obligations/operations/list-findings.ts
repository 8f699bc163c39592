import { operation } from '../../../platform/contracts/operation.ts'
import { listFindings as findingsOf, totalsOf } from '../model/findings.ts'
import type { ObligationContext } from '../ports.ts'
import { gatherDuties } from '../workflows/gather-duties.ts'
import { gatherRecordingVendor } from '../workflows/gather-recording-vendor.ts'
import { gatherToday } from '../workflows/gather-today.ts'

/** Nothing of a finding is stored: it is computed from what is recorded. */
export const listFindings = operation<ObligationContext>()('listFindings', {
  gather: (_, ports, context) => gatherRecordingVendor(ports, context),
  read: async (_, recordingVendor, context, ports) => {
    const now = await gatherToday(ports, context)
    const { today, policy } = now
    const { duties } = await gatherDuties(ports, context, now, recordingVendor)
    return {
      status: 200,
      body: {
        today,
        items: [...findingsOf(duties, today, policy)],
        totals: [...totalsOf(duties, today, policy)],
      },
    }
  },
})
