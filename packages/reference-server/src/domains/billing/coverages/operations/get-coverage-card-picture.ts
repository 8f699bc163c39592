import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { decryptPicture, patientOfPicture } from '../store/coverage-cards.ts'

const names = { 'image/jpeg': 'card.jpg', 'image/png': 'card.png', 'image/webp': 'card.webp' } as const

export const getCoverageCardPicture = operation<BillingContext>()('getCoverageCardPicture', {
  read: async ({ path: { pictureId } }, _, context, { directory }) => {
    const { patientId, mediaType } = await patientOfPicture(context.db, context, pictureId)
    await directory.actingFor(context, patientId, 'record')
    await directory.patientZone(context, patientId)
    return {
      status: 200,
      // Shown by the requesting page, never opened as a page of this server.
      headers: { 'content-disposition': `attachment; filename="${names[mediaType]}"` },
      body: await decryptPicture(context.db, context, pictureId),
    }
  },
})
