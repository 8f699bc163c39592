import { nothingToDo, onEvents } from '../../../../platform/contracts/reaction.ts'
import { refillResponded } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listFollowed } from '../../kernel/store/prescriptions.ts'
import { respondToRefill } from '../../kernel/model/refill-request.ts'
import { listOpenRefillsOf, refillRequests } from '../store/refill-requests.ts'

/** A signed prescription that follows the one of an open request answers the request. */
export const onPrescriptionSignedApproveRefill = onEvents<PrescriptionsContext>()(
  ['prescriptions.prescription-signed'],
  'prescriptions.approve-refill-on-prescription-signed',
  {
    gather: async (page, _, { db }) => {
      const { organizationId } = page[0]
      const followed = await listFollowed(
        db,
        organizationId,
        page.map(({ data }) => data.prescriptionId),
      )
      const open = await listOpenRefillsOf(db, organizationId, [...new Set(followed.values())])
      return open.length === 0 ? nothingToDo : { followed, open }
    },
    decide: ({ data }, { followed, open }, { now }) => {
      const before = open.find(({ prescriptionId }) => prescriptionId === followed.get(data.prescriptionId))
      if (before === undefined) return nothingToDo
      const approved = respondToRefill(before, 'approved', null, now)
      return {
        writes: [refillRequests.replace(approved, before)],
        events: [refillResponded(approved)],
        answer: undefined,
      }
    },
  },
)
