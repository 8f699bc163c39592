import { operation } from '../../../platform/contracts/operation.ts'
import { keyOfFinding, listFindings as findingsOf, totalsOf } from '../model/findings.ts'
import { pageByKey } from '../model/key-page.ts'
import type { ObligationContext } from '../ports.ts'
import { gatherDuties } from '../workflows/gather-duties.ts'
import { gatherRecordingVendor } from '../workflows/gather-recording-vendor.ts'
import { gatherToday } from '../workflows/gather-today.ts'

/** Nothing of a finding is stored: it is computed from what is recorded. */
export const listFindings = operation<ObligationContext>()('listFindings', {
  gather: (_, ports, context) => gatherRecordingVendor(ports, context),
  read: async ({ query }, recordingVendor, context, ports) => {
    const now = await gatherToday(ports, context)
    const { today, policy } = now
    const { duties } = await gatherDuties(ports, context, now, recordingVendor)
    return {
      status: 200,
      body: {
        today,
        ...pageByKey(findingsOf(duties, today, policy), keyOfFinding, query),
        totals: [...totalsOf(duties, today, policy)],
      },
    }
  },
})
