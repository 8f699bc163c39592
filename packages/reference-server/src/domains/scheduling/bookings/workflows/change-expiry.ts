import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import { addRows, extendHolds } from '../../kernel/store/claimed-rows.ts'
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
  const { expiresAt, personId: heldBy, occupant } = after
  return {
    writes: [holds.replace(after, before), ...extendHolds(after, expiresAt)],
    committed: () =>
      slots.apply(caller.organizationId, (calendar) => {
        if (type) addRows(calendar, after, type, { expiresAt, heldBy, occupant })
      }),
  }
}
