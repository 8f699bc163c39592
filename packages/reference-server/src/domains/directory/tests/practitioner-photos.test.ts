import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { cardiologist } from './lakeside.testing.ts'

type Practitioner = components['schemas']['Practitioner']

const picture = (width: number, height: number, red: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 40, b: 40 } } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Sample camera' } })
    .toBuffer()

describe.each(domainEngines)('the photo of a practitioner on %s', (engine) => {
  let hospital: TestHospital
  let admin: SignedInClient
  let patient: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    ;[admin, patient] = [await hospital.as('administrator'), await hospital.as('patient')]
  })
  afterAll(() => hospital.stop())

  const add = async (): Promise<Practitioner> => (await admin.post('/v1/practitioners', cardiologist)).body
  const put = (by: SignedInClient, { id }: Practitioner, body: Buffer): Promise<Response> =>
    by.fetch(`/v1/practitioners/${id}/photo`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(body),
    })
  const stored = async (response: Response): Promise<Practitioner> => {
    expect(response.status).toBe(200)
    return (await response.json()) as Practitioner
  }
  const content = (photoId: string | undefined): Promise<Response> =>
    patient.fetch(`/v1/practitioner-photos/${photoId}/content`)

  it('is a small square without what the camera wrote, and patients read where it is', async () => {
    const practitioner = await add()
    const { photoId, version } = await stored(await put(admin, practitioner, await picture(900, 600, 200)))
    expect(version).toBe(practitioner.version + 1)
    const { body } = await patient.get('/v1/practitioners?specialty=cardiology&limit=100')
    expect(body.items).toContainEqual(expect.objectContaining({ id: practitioner.id, photoId }))
    const read = Buffer.from(await (await content(photoId)).arrayBuffer())
    const { width, height, exif } = await sharp(read).metadata()
    expect({ width, height, exif }).toEqual({ width: 192, height: 192, exif: undefined })
  })

  it('is replaced, and the one before is not there any more; then it is removed', async () => {
    const practitioner = await add()
    const first = await stored(await put(admin, practitioner, await picture(300, 300, 10)))
    const second = await stored(await put(admin, practitioner, await picture(300, 300, 250)))
    expect(second.photoId).not.toBe(first.photoId)
    expect((await content(first.photoId)).status).toBe(404)
    expect((await content(second.photoId)).status).toBe(200)
    const removed = await stored(await admin.fetch(`/v1/practitioners/${practitioner.id}/photo`, { method: 'DELETE' }))
    expect(removed.photoId).toBeUndefined()
    expect((await content(second.photoId)).status).toBe(404)
    // Nothing is left to remove, so nothing changes.
    const again = await stored(await admin.fetch(`/v1/practitioners/${practitioner.id}/photo`, { method: 'DELETE' }))
    expect(again).toEqual(removed)
  })

  it('stays when other data of the practitioner change', async () => {
    const practitioner = await add()
    const { photoId, version } = await stored(await put(admin, practitioner, await picture(300, 300, 90)))
    const { body } = await admin.patch(`/v1/practitioners/${practitioner.id}`, { displayName: 'Dr. New Name', version })
    expect(body).toMatchObject({ displayName: 'Dr. New Name', photoId })
  })

  it('of two that arrive together, one is stored or both are, and the practitioner names the stored one', async () => {
    const practitioner = await add()
    const pictures = await Promise.all([picture(300, 300, 20), picture(300, 300, 220)])
    const answers = await Promise.all(pictures.map((one) => put(admin, practitioner, one)))
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const { body } = await admin.get(`/v1/practitioners/${practitioner.id}`)
    expect((await content(body.photoId)).status).toBe(200)
  })

  it('is refused when it is no picture, whatever its name says, and from anyone but an administrator', async () => {
    const practitioner = await add()
    const refused = await put(admin, practitioner, Buffer.from('%PDF-1.7 sample'))
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ code: 'unsupported_attachment_type', errors: [{ pointer: '/' }] })
    const broken = await put(admin, practitioner, (await picture(300, 300, 5)).subarray(0, 200))
    expect(await broken.json()).toMatchObject({ code: 'attachment_unreadable' })
    expect((await put(patient, practitioner, await picture(30, 30, 1))).status).toBe(403)
    expect((await admin.get(`/v1/practitioners/${practitioner.id}`)).body).toEqual(practitioner)
  })
})
