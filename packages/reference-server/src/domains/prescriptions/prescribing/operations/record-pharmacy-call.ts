import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { prescriptionChanged } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { decryptPrescription, factsOf } from '../../kernel/store/prescriptions.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { decryptHistoryEntry, shownLines } from '../store/history.ts'
import { replaceWithHistory } from '../store/prescription-steps.ts'
import { readEncryptedWithHistory } from '../store/prescription-with-history.ts'
import { gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'

export const recordPharmacyCall = operation<PrescriptionsContext>()('recordPharmacyCall', {
  gather: async ({ path }, ports, context) => {
    const encrypted = await readEncryptedWithHistory(context.db, context, path.prescriptionId)
    const { practitionerId, status } = factsOf(encrypted.prescription)
    context.access.requireOwner([practitionerId])
    if (status === 'draft') throw notFound('no pharmacy has a draft')
    const [practitioners, before, ...history] = await Promise.all([
      gatherPractitionerSummaries(ports, context, [practitionerId]),
      decryptPrescription(context.db, context, encrypted.prescription),
      ...encrypted.history.map((line) => decryptHistoryEntry(context.db, context, line)),
    ])
    return { before, history, practitioners }
  },
  decide: ({ body: { attention = null, agreed } }, { before, history, practitioners }, context) => {
    // What arrived in the meantime is not settled by a call about something else.
    if (before.attention !== attention) throw versionConflict()
    const { now, newId } = context
    const entry = { at: now, status: before.status, by: 'prescriber', text: agreed } as const
    const after = { ...before, attention: null, version: before.version + 1 }
    return {
      writes: replaceWithHistory({ entryId: newId(), before, after, entry }),
      events: [prescriptionChanged(after, { pharmacyCalled: true })],
      answer: {
        status: 200,
        body: presentWithHistory(context, after, practitioners, [...history, entry].slice(-shownLines)),
      },
    }
  },
})
