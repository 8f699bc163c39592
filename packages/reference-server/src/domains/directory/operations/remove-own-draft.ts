import { operation } from '../../../platform/contracts/operation.ts'
import { findDraft, removeDraft } from '../store/drafts.ts'
import { ownDraftKey } from '../workflows/own-draft-key.ts'

export const removeOwnDraft = operation()('removeOwnDraft', {
  gather: async ({ path }, _, { db, caller, access }) => {
    const key = ownDraftKey(caller, path)
    const draft = await findDraft(db, key)
    if (draft?.patientId) access.touch(draft.patientId)
    return key
  },
  decide: (_, key) => ({ writes: [removeDraft(key)], answer: { status: 204 } }),
})
