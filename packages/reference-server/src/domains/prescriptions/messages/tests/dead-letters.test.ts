import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { signatureHeaders } from '../../../../vendors/pharmacy/network/message-signature.ts'
import type { ScriptBody, ScriptHeader } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleMessage } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { pharmacyDeadLetters } from '../workflows/pharmacy-dead-letters.ts'
import { startPractice, type Drafted, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('a pharmacy message in the dead letters, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const post = async (bytes: Uint8Array): Promise<void> => {
    const { url, organizationId, clock, settle } = practice
    const response = await fetch(`${url}/v1/webhooks/pharmacy/${organizationId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', ...signatureHeaders(practice.secret, bytes, clock.now()) },
      body: Uint8Array.from(bytes),
    })
    expect(response.status).toBe(200)
    await settle()
  }
  const send = (at: Drafted, body: ScriptBody, header: Partial<ScriptHeader> = {}): Promise<void> =>
    post(
      writeScriptMessage({
        header: {
          ...sampleMessage(body).header,
          to: { qualifier: 'D', id: 'lakeside-sample' },
          from: { qualifier: 'P', id: '9900001' },
          messageId: newId().replaceAll('-', ''),
          sentTime: practice.clock.now().toISOString(),
          prescriberOrderNumber: at.prescription.id,
          ...header,
        },
        body,
      }),
    )
  const deadLetters = pharmacyDeadLetters({ networkOf: async () => ({ accountId: 'lakeside-sample' }) })
  const list = () =>
    practice.keep('prescriptions', (context) => deadLetters.list({ db: context.tx, caller: context.caller }, 100))
  const latest = async () => {
    const all = await list()
    return all.at(-1) ?? { id: '', fault: 'nothing is parked' }
  }
  const retry = async (id: string) => {
    const outcome = await practice.keep('prescriptions', (context) => deadLetters.retry(context, id))
    await practice.settle()
    return outcome
  }

  it('is applied on retry once its prescription is signed', async () => {
    const at = await practice.drafted()
    await send(at, sampleBodies.RxFill)
    const { id, fault } = await latest()
    expect(fault).toBe('prescription-unknown')
    expect(await retry(id)).toEqual({ outcome: 'still-parked', fault: 'prescription-unknown' })
    const { version } = at.prescription
    await at.prescriber.client.post(`/v1/prescriptions/${at.prescription.id}/sign`, { version })
    await practice.transmit()
    expect((await practice.read(at)).status).toBe('sent')
    expect(await retry(id)).toEqual({ outcome: 'again' })
    expect((await practice.read(at)).status).toBe('dispensed')
    expect(await retry(id)).toEqual({ outcome: 'not-parked' })
    // An applied message is decrypted under the patient's own key.
    expect(
      await practice.accessRows({
        patientId: at.patient.id,
        operation: 'prescriptions.update-prescription-on-pharmacy-message-received',
      }),
    ).toHaveLength(1)
  })

  it('about another patient fails the same check on every retry', async () => {
    const at = await practice.sent({}, { name: { given: 'Pat', family: 'Sampel' } })
    await send(at, sampleBodies.RxFill)
    const { id, fault } = await latest()
    expect(fault).toBe('another-patient')
    await retry(id)
    expect((await latest()).fault).toBe('another-patient')
    expect((await practice.read(at)).status).toBe('sent')
  })

  it('stays if it is still unreadable', async () => {
    await post(new TextEncoder().encode('<Message>half'))
    const { id, fault } = await latest()
    expect(fault).toBe('unreadable')
    expect(await retry(id)).toEqual({ outcome: 'still-parked', fault: 'unreadable' })
    expect((await latest()).id).toBe(id)
  })

  it('stays if its id was used with another content, on every retry', async () => {
    const at = await practice.sent()
    const header = { messageId: newId().replaceAll('-', '') }
    await send(at, { ...sampleBodies.RxFill, fill: { status: 'PartiallyDispensed' } }, header)
    await send(at, sampleBodies.RxFill, header)
    const { id, fault } = await latest()
    expect(fault).toBe('id-reused')
    expect(await retry(id)).toEqual({ outcome: 'still-parked', fault: 'id-reused' })
    expect((await practice.read(at)).status).toBe('partially-dispensed')
  })

  it('is not found under an unknown id', async () => {
    expect(await retry(newId())).toEqual({ outcome: 'not-parked' })
    const { rows } = await sql`select 1 from prescriptions.messages where state = 'received'`.execute(
      practice.platform.database.owner(),
    )
    expect(rows).toEqual([])
  })
})
