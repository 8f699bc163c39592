import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import type { SignedInClient } from '../../../../platform/http/tests/server.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Side = 'front' | 'back'

const photograph = (format: 'jpeg' | 'png' | 'webp', background = '#0b6e6e'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .withExif({ IFD0: { Make: 'Fictional Phone', ImageDescription: 'Ana Fictional' } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()

describe.each(domainEngines)('pictures of an insurance card on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const put = async (client: SignedInClient, patientId: string, side: Side, bytes: Uint8Array) => {
    const response = await client.fetch(`/v1/patients/${patientId}/coverage-card/${side}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    })
    return { status: response.status, body: await response.json() }
  }
  const picture = async (client: SignedInClient, pictureId: string) => {
    const response = await client.fetch(`/v1/coverage-card-pictures/${pictureId}/content`)
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const start = async () => {
    const id = await hospital.addPatient()
    return { id, client: await hospital.asPatient(id) }
  }
  const cardOf = async (client: SignedInClient, id: string) =>
    (await client.get(`/v1/patients/${id}/coverage-card`)).body

  test('the patient adds both sides; the biller and the front desk see them, upright and without camera data', async () => {
    const { id, client } = await start()
    expect(await cardOf(client, id)).toEqual({ patientId: id, sides: [] })
    await put(client, id, 'back', await photograph('png'))
    const { body } = await put(client, id, 'front', await photograph('jpeg'))
    expect(body.sides).toMatchObject([
      { side: 'front', mediaType: 'image/jpeg' },
      { side: 'back', mediaType: 'image/png' },
    ])
    for (const member of [hospital.biller, await hospital.as('front-desk')]) {
      expect(await cardOf(member, id)).toEqual(body)
      const { status, bytes } = await picture(member, body.sides[0].pictureId)
      expect(status).toBe(200)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 20, height: 40 })
      expect(bytes.toString('latin1')).not.toMatch(/Fictional|Exif/)
    }
    const rows = (await hospital.accessRows({ patientId: id })).filter(({ entity }) => entity === 'Coverage')
    expect(rows.map(({ action, operation }) => `${action} ${operation}`)).toEqual(
      expect.arrayContaining(['update putCoverageCardSide', 'read getCoverageCard', 'read getCoverageCardPicture']),
    )
  })

  test('a new picture takes the place of the old one, which is gone, and a side is removed by itself', async () => {
    const { id, client } = await start()
    const first = (await put(client, id, 'front', await photograph('webp'))).body.sides[0]
    await put(client, id, 'back', await photograph('webp'))
    const [second, back] = (await put(client, id, 'front', await photograph('jpeg', '#aa0000'))).body.sides
    expect(second.pictureId).not.toBe(first.pictureId)
    expect((await picture(client, first.pictureId)).status).toBe(404)
    expect((await picture(client, second.pictureId)).status).toBe(200)
    const { body } = await client.delete(`/v1/patients/${id}/coverage-card/front`)
    expect(body.sides).toEqual([back])
    expect(await cardOf(hospital.biller, id)).toEqual(body)
    expect((await picture(client, second.pictureId)).status).toBe(404)
  })

  test('of two pictures of one side that arrive at once, one stays and can be read', async () => {
    const { id, client } = await start()
    const [red, blue] = [await photograph('png', '#aa0000'), await photograph('png', '#0000aa')]
    const answers = await Promise.all([put(client, id, 'front', red), put(client, id, 'front', blue)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { sides } = await cardOf(client, id)
    expect(sides).toHaveLength(1)
    expect((await picture(client, sides[0].pictureId)).bytes.length).toBe(sides[0].bytes)
  })

  test.each([
    ['a PDF', '%PDF-1.7\n%%EOF\n', 'unsupported_attachment_type', /is pdf/],
    ['a page', '<!doctype html><script>alert(1)</script>', 'unsupported_attachment_type', /is neither/],
    ['half a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'attachment_unreadable', /Take it again/],
  ])('%s is refused by its content, with what to do, and the picture before it stays', async (_, text, code, says) => {
    const { id, client } = await start()
    const before = (await put(client, id, 'front', await photograph('jpeg'))).body
    const refused = await put(client, id, 'front', Buffer.from(text, 'latin1'))
    expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ pointer: '/' }] } })
    expect(refused.body.detail).toMatch(says)
    expect(await cardOf(client, id)).toEqual(before)
  })

  test('a card is seen and changed by its patient and the clinic’s office only', async () => {
    const [one, other] = [await start(), await start()]
    const { body } = await put(one.client, one.id, 'front', await photograph('jpeg'))
    expect((await other.client.get(`/v1/patients/${one.id}/coverage-card`)).status).toBe(404)
    expect((await put(other.client, one.id, 'front', await photograph('jpeg'))).status).toBe(404)
    expect((await picture(other.client, body.sides[0].pictureId)).status).toBe(404)
    expect((await other.client.delete(`/v1/patients/${one.id}/coverage-card/front`)).status).toBe(404)
    const nurse = await hospital.as('nurse')
    expect((await nurse.get(`/v1/patients/${one.id}/coverage-card`)).status).toBe(403)
  })
})
