import { notFound } from '../../../platform/problems/problem.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { releasedContent } from '../model/lab-result.ts'
import type { LabsContext } from '../ports.ts'
import { findMessage } from '../store/messages.ts'
import { readResult } from '../store/results.ts'
import { gatherPatientSummary } from '../workflows/gather-patient-record.ts'

/** Fixed names: the laboratory's own may describe the content. */
const names = { pdf: 'report.pdf', png: 'picture.png', jpeg: 'picture.jpg', other: 'file' } as const

/** A file of a result, out of the message that brought it. Patients read the files of what was released to them. */
export const getLabDocument = operation<LabsContext>()('getLabDocument', {
  read: async ({ path }, _, context, ports) => {
    const result = await readResult(context.db, context, path.resultId)
    await gatherPatientSummary(ports, context, result.patientId)
    const content = context.access.reach === 'own' ? releasedContent(result) : result.content
    const document = content?.observations.find((each) => each.document?.id === path.documentId)?.document
    if (document === undefined) throw notFound('document unknown')
    const digest = Buffer.from(document.digest, 'hex')
    const message = await findMessage(context.db, context, { ...document, digest, patientId: result.patientId })
    const body = message && ports.readDocument(message, document.segment)
    if (!body) throw new Error('a message with a document of a result is never removed')
    return {
      status: 200,
      // Always saved or shown by the requesting page, never opened as a page of this server.
      headers: { 'content-disposition': `attachment; filename="${names[document.kind]}"` },
      body,
    }
  },
})
