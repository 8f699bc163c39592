import type { Caller } from '../../../platform/contracts/caller.ts'
import { personUuidOf, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { DraftKey } from '../model/draft.ts'

/** The place where the caller writes. */
export const ownDraftKey = (caller: Caller, { place, about }: Pick<DraftKey, 'place' | 'about'>): DraftKey => ({
  personId: personUuidOf(caller),
  place,
  about: requireUuid(about),
})
