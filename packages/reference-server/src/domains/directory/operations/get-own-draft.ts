import { operation } from '../../../platform/contracts/operation.ts'
import { presentDraft } from '../presenters/present-draft.ts'
import { decryptDraft, findDraft } from '../store/drafts.ts'
import { mayActFor } from '../workflows/may-act-for.ts'
import { ownDraftKey } from '../workflows/own-draft-key.ts'

export const getOwnDraft = operation()('getOwnDraft', {
  read: async ({ path }, _, context) => {
    const draft = await findDraft(context.db, ownDraftKey(context.caller, path))
    // A person who may no longer act for the patient does not read what they wrote about them.
    if (draft === null || (draft.patientId !== null && !(await mayActFor(context, draft.patientId))))
      return { status: 200, body: { ...path, fields: [] } }
    const fields = await decryptDraft(context.db, context, draft)
    return { status: 200, body: { ...presentDraft(draft), fields: [...fields] } }
  },
})
