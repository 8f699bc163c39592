import { operation } from '../../../platform/contracts/operation.ts'
import { readPhoto } from '../store/practitioner-photos.ts'

const names = { 'image/jpeg': 'photo.jpg', 'image/png': 'photo.png', 'image/webp': 'photo.webp' } as const

export const getPractitionerPhoto = operation()('getPractitionerPhoto', {
  read: async ({ path: { photoId } }, _, context) => {
    const { mediaType, content } = await readPhoto(context.db, context, photoId)
    return {
      status: 200,
      // Shown by the requesting page, never opened as a page of this server.
      headers: { 'content-disposition': `attachment; filename="${names[mediaType]}"` },
      body: content,
    }
  },
})
