import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { presentDraft } from '../presenters/present-draft.ts'
import { putDraft } from '../store/drafts.ts'
import { readPatientZone } from '../store/patients.ts'
import { mayActFor } from '../workflows/may-act-for.ts'
import { ownDraftKey } from '../workflows/own-draft-key.ts'

export const putOwnDraft = operation()('putOwnDraft', {
  gather: async ({ body: { patientId } }, _, context) => {
    if (patientId === undefined) return
    // Throws if there is no such patient.
    await readPatientZone(context.db, context, patientId)
    if (!(await mayActFor(context, patientId))) throw notFound('patient_beyond_reach')
  },
  decide: ({ path, body: { patientId = null, fields } }, _, { caller, newId, now }) => {
    const draft = { id: newId(), ...ownDraftKey(caller, path), patientId, savedAt: now }
    const wellFormed = fields.map(({ name, text }) => ({ name, text: text.toWellFormed() }))
    return { writes: [putDraft(draft, wellFormed)], answer: { status: 200, body: presentDraft(draft) } }
  },
})
