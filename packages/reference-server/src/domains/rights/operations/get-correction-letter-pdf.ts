import { operation } from '../../../platform/contracts/operation.ts'
import { printPdf } from '../../../platform/heavy/print-pdf.ts'
import { requireAgreed } from '../model/pass-on-correction.ts'
import type { RightsPorts } from '../ports.ts'
import { correctionLetter } from '../presenters/correction-letter.ts'
import { readRequest } from '../store/requests.ts'

export const getCorrectionLetterPdf = operation<RightsPorts>()('getCorrectionLetterPdf', {
  gather: async ({ path }, { directory, documentation }, context) => {
    const request = await readRequest(context.db, context, path.requestId)
    const recipient = requireAgreed(request, path.recipientId)
    const { patientId, visitId } = request
    const [patient, organization, note] = await Promise.all([
      directory.patient(context, patientId),
      directory.organization(context),
      visitId === null ? null : documentation.signedNote(context, visitId),
    ])
    return { request, recipient, patient, organization, note }
  },
  read: async ({ query }, { request, recipient, patient, organization, note }, context, { heavyWork }) => {
    const document = correctionLetter(
      {
        ...{ request, recipient, patient },
        addenda: (note?.addenda ?? []).filter(({ at }) => at > request.askedAt),
      },
      organization,
      { language: query.language ?? organization.languages[0] ?? 'en', now: context.now },
    )
    return {
      status: 200,
      // The file name contains no PHI: it stays in lists of downloads.
      headers: { 'content-disposition': 'attachment; filename="correction.pdf"' },
      body: await printPdf(heavyWork, context, document),
    }
  },
})
