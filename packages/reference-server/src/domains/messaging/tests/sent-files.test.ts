import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withMessagingVerbs, type MessagingHospital } from './messaging-kit.testing.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')

describe.each(domainEngines)('the files in the threads of a patient, on %s', (engine) => {
  let kit: MessagingHospital
  let patient: { id: string; client: SignedInClient }
  beforeAll(async () => {
    kit = withMessagingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => kit.stop())
  beforeEach(async () => {
    patient = await kit.addPatient()
  })

  const upload = async (client = patient.client): Promise<string> => {
    const response = await client.fetch(`/v1/patients/${patient.id}/attachments`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: pdf,
    })
    return (await response.json()).id
  }
  /** Begins a thread with this many files. */
  const begin = async (subject: string, files = 1, { topic = 'question', client = patient.client } = {}) => {
    const attachmentIds: string[] = []
    for (let n = 0; n < files; n++) attachmentIds.push(await upload(client))
    const body = { topic, subject, text: 'Here it is.', attachmentIds }
    const thread = await answered(client.post(`/v1/patients/${patient.id}/threads`, body), 201)
    return { threadId: thread.id as string, attachmentIds }
  }
  const list = (query = '', client = patient.client) => client.get(`/v1/patients/${patient.id}/attachments${query}`)
  const listed = async (client = patient.client) =>
    ((await answered(list('', client), 200)).items as { id: string }[]).map(({ id }) => id)

  test('are listed with who sent each, when and in which thread, the newest first', async () => {
    const nurse = await kit.addMember('nurse', 'Sample Nurse')
    const rash = await begin('A rash')
    const plan = await begin('A plan', 1, { client: nurse })
    const { patientId, items, nextCursor } = await answered(list(), 200)
    expect({ patientId, nextCursor }).toEqual({ patientId: patient.id, nextCursor: null })
    expect(items).toMatchObject([
      {
        ...{ id: plan.attachmentIds[0], kind: 'pdf', mediaType: 'application/pdf', bytes: pdf.length, mine: false },
        from: { kind: 'member', displayName: 'Sample Nurse' },
        thread: { id: plan.threadId, subject: 'A plan' },
      },
      {
        ...{ id: rash.attachmentIds[0], mine: true, from: { kind: 'patient', displayName: 'Ana Fictional' } },
        thread: { id: rash.threadId, subject: 'A rash' },
      },
    ])
    expect(Date.parse(items[0].sentAt)).not.toBeNaN()
  })

  test('are paged, and each is listed once', async () => {
    const { attachmentIds } = await begin('Several', 5)
    const pages: string[][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await answered(list(`?limit=2${cursor && `&cursor=${cursor}`}`), 200)
      pages.push(page.items.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1])
    expect(pages.flat()).toEqual(attachmentIds.toReversed())
  })

  test('do not include what was uploaded and not sent, nor the files of another patient', async () => {
    await upload()
    const other = await kit.addPatient()
    const { attachmentIds } = await begin('Mine')
    expect(await listed()).toEqual(attachmentIds)
    expect(await answered(other.client.get(`/v1/patients/${other.id}/attachments`), 200)).toMatchObject({ items: [] })
    expect((await list('', other.client)).status).toBe(404)
  })

  test('are read by a proxy with the scope of the record, and by no other', async () => {
    const { attachmentIds } = await begin('For the family')
    expect(await listed(await kit.addProxy(patient.id, ['record']))).toEqual(attachmentIds)
    const scheduler = await kit.addProxy(patient.id, ['schedule'])
    expect(await list('', scheduler)).toMatchObject({ status: 403, body: { code: 'outside_proxy_scope' } })
  })

  test('are all read by a nurse, and by a biller as far as the thread was routed to billers', async () => {
    const asked = await begin('A question')
    const bill = await begin('A bill', 1, { topic: 'billing' })
    const [bills, questions] = [bill.attachmentIds, asked.attachmentIds]
    expect(await listed(await kit.addMember('nurse'))).toEqual([...bills, ...questions])
    expect(await listed(await kit.addMember('biller'))).toEqual(bills)
  })

  test('are recorded as one access of this patient', async () => {
    await begin('A question', 2)
    const nurse = await kit.addMember('nurse')
    await listed(nurse)
    const read = await kit.accessRows({ patientId: patient.id, operation: 'listAttachments' })
    expect(read).toMatchObject([{ action: 'read', entity: 'Attachment', actorId: nurse.caller.personId }])
  })
})
