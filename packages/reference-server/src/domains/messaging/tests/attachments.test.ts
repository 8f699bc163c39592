import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withMessagingVerbs, type MessagingHospital } from './messaging-kit.testing.ts'

/** A picture as a telephone takes it: rotated, with location and device in its metadata. */
const photograph = (format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b6e6e' } })
    .withExif({
      IFD0: { Make: 'Fictional Phone', ImageDescription: 'Ana Fictional' },
      IFD3: { GPSLatitude: '39/1 57/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')

describe('attached files', () => {
  let kit: MessagingHospital
  let patient: { id: string; client: SignedInClient }
  beforeAll(async () => {
    kit = withMessagingVerbs(await createTestHospital({ engine: 'postgres' }))
  })
  afterAll(() => kit.stop())
  beforeEach(async () => {
    patient = await kit.addPatient()
  })

  const add = async (bytes: Uint8Array, client = patient.client, patientId = patient.id) => {
    const response = await client.fetch(`/v1/patients/${patientId}/attachments`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    })
    return { status: response.status, body: await response.json() }
  }
  const content = async (id: string, client = patient.client) => {
    const response = await client.fetch(`/v1/attachments/${id}/content`)
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const send = (attachmentIds: readonly string[], client = patient.client) =>
    client.post(`/v1/patients/${patient.id}/threads`, {
      topic: 'question',
      subject: 'A picture',
      text: 'Here it is.',
      attachmentIds,
    })

  test.each(['jpeg', 'png', 'webp'] as const)(
    'a %s is turned upright and loses location, device and text metadata',
    async (format) => {
      const original = await photograph(format)
      expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('Fictional Phone')
      const { status, body } = await add(original)
      expect({ status, body }).toMatchObject({ status: 201, body: { kind: 'image', mediaType: `image/${format}` } })
      const { bytes, headers } = await content(body.id)
      expect(await sharp(bytes).metadata()).toMatchObject({ format, width: 20, height: 40 })
      expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
      expect(bytes.toString('latin1')).not.toMatch(/Fictional|GPS|Exif/)
      expect(bytes).toHaveLength(body.bytes)
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="picture\./)
    },
  )

  test('data that is hidden after a picture is removed', async () => {
    const { body } = await add(
      Buffer.concat([await photograph(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]),
    )
    expect((await content(body.id)).bytes.toString('latin1')).not.toMatch(/script|PK/)
  })

  test('a complete PDF is stored unchanged; a truncated or encrypted one is refused', async () => {
    const { status, body } = await add(pdf)
    expect({ status, kind: body.kind }).toEqual({ status: 201, kind: 'pdf' })
    expect((await content(body.id)).bytes).toEqual(pdf)
    const locked = Buffer.from('%PDF-1.7\ntrailer << /Encrypt 2 0 R >>\n%%EOF')
    for (const bytes of [pdf.subarray(0, 20), locked])
      expect(await add(bytes)).toMatchObject({ status: 422, body: { code: 'attachment_unreadable' } })
  })

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>', null],
    ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', null],
    ['a text', 'just words', null],
    ['a moving picture', 'GIF89a\u0001\u0000\u0001\u0000', 'gif'],
    ['an archive', 'PK\u0003\u0004\u0014\u0000\u0000\u0000', 'zip'],
    ['a program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'exe'],
  ])('%s is refused by its content', async (_what, text, kind) => {
    const { status, body } = await add(Buffer.from(text, 'latin1'))
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'unsupported_attachment_type' })
    if (kind !== null) expect(body.detail).toContain(`is ${kind}`)
  })

  test('a damaged picture, and one that would exhaust memory, are refused', async () => {
    const whole = await photograph('png')
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    for (const bytes of [whole.subarray(0, whole.length / 2), bomb])
      expect(await add(bytes)).toMatchObject({ status: 422, body: { code: 'attachment_unreadable' } })
  })

  test('more than ten megabytes are refused before they are read', async () => {
    expect(await add(Buffer.alloc(10 * 1_024 * 1_024 + 1))).toMatchObject({
      status: 413,
      body: { code: 'body_too_large' },
    })
  })

  test('a file is sent once, by the member who added it, for the patient for whom it was added', async () => {
    const { body: file } = await add(pdf)
    const other = await kit.addPatient()
    const { body: others } = await add(pdf, other.client, other.id)
    for (const ids of [[others.id], [newId()], ['nonsense'], [file.id, others.id]])
      expect(await send(ids)).toMatchObject({ status: 422, body: { code: 'unknown_attachment' } })
    const nurse = await kit.addMember('nurse')
    expect((await content(file.id, nurse)).status, 'not sent yet').toBe(404)
    const { body: thread } = await send([file.id])
    expect(thread.messages[0].attachments).toMatchObject([{ id: file.id, patientId: patient.id, kind: 'pdf' }])
    expect((await content(file.id, nurse)).status).toBe(200)
    const biller = await kit.addMember('biller')
    expect((await content(file.id, biller)).status, 'sent to a nurse').toBe(404)
    expect(await send([file.id])).toMatchObject({ status: 422, body: { code: 'unknown_attachment' } })
    const { body: once } = await add(pdf)
    const answers = await Promise.all([send([once.id]), send([once.id]), send([once.id])])
    expect(answers.map(({ status }) => status).toSorted(), 'sent three times at once').toEqual([201, 422, 422])
    expect((await content(file.id, other.client)).status).toBe(404)
    const read = await kit.accessRows({ patientId: patient.id, operation: 'getAttachmentContent' })
    expect(read).toMatchObject([{ action: 'read', entity: 'Attachment', actorId: nurse.caller.personId }])
  })
})
