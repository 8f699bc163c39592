import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { busyRange, type Hold } from '../../kernel/model/hold.ts'
import { extendHold } from '../../kernel/store/busy.ts'
import { holds } from '../../kernel/store/holds.ts'
import type { SlotIndex } from '../../kernel/store/slot-index.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'

/** Stores a hold with another expiry, in the database and in the calendar of this process. */
export const changeExpiry = (
  slots: SlotIndex,
  { caller }: Pick<DecideContext, 'caller'>,
  type: VisitType | undefined,
  before: Hold,
  after: Hold,
): Pick<Change<unknown>, 'writes' | 'committed'> => {
  const { id, practitionerId, expiresAt, personId, start } = after
  return {
    writes: [holds.replace(after, before), extendHold(id, expiresAt)],
    committed: () =>
      slots.apply(caller.organizationId, (calendar) => {
        if (type)
          calendar.addBusy({
            id,
            practitionerId,
            ...busyRange(type, start),
            expiresAt,
            heldBy: personId,
            countedAt: start,
          })
      }),
  }
}
