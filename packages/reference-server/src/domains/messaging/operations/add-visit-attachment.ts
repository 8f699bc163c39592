import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { uploadedFile } from '../workflows/attachment-answers.ts'
import { cleanFile } from '../workflows/clean-file.ts'
import { gatherVisitThread } from '../workflows/gather-visit-thread.ts'

export const addVisitAttachment = operation<MessagingContext>()('addVisitAttachment', {
  gather: async ({ path: { visitId }, rawBody }, ports, context) => {
    const { visit } = await gatherVisitThread(ports, context, visitId)
    const file = await cleanFile(rawBody, ports.policy.attachment, ports.heavyWork, context)
    return { file, patientId: visit.patientId }
  },
  decide: ({ path: { visitId } }, { file, patientId }, context) => uploadedFile(file, { patientId, visitId }, context),
})
