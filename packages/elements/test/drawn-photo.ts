import type { PractitionerSummary } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

const draw = async (): Promise<Blob> => {
  const canvas = new OffscreenCanvas(96, 96)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const disk = (color: string, x: number, y: number, radius: number): void => {
    pen.fillStyle = color
    pen.beginPath()
    pen.arc(x, y, radius, 0, 7)
    pen.fill()
  }
  pen.fillStyle = '#c4d6d8'
  pen.fillRect(0, 0, 96, 96)
  disk('#2f7f86', 48, 104, 40)
  disk('#7a4b33', 48, 44, 24)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** The first practitioner of the sample has a photo. */
export const withPhoto: TestHandlers = {
  listPractitioners: async (input) => {
    const page = (await createSampleWorld().handlersFor('practitioner').listPractitioners!(input)) as {
      readonly items: readonly PractitionerSummary[]
      readonly nextCursor: string | null
    }
    return { ...page, items: page.items.map((one, at) => (at === 0 ? { ...one, photoId: 'photo-1' } : one)) }
  },
  getPractitionerPhoto: draw,
}
