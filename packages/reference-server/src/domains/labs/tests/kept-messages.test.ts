import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { findMessage } from '../store/messages.ts'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const encapsulated = (data: string, encoding = 'Base64') => `LAB^application^pdf^${encoding}^${data}`

describe.each(domainEngines)('what a laboratory sent, on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const person = 'PID|1||1||Sample^Pat||19840615|F'
  const request = (number: string, filler: string, more = '|||20261125093000+0000') =>
    `OBR|1|${number}|${filler}|K^Potassium^L${more}${'|'.repeat(18)}F`
  const file = async (client: SignedInClient, resultId: string, id: string) => {
    const response = await client.fetch(`/v1/lab-results/${resultId}/documents/${id}`)
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const rows = (table: 'labs.messages' | 'labs.unmatched_messages') =>
    kit.hospital.keep('labs', ({ tx }) => tx.selectFrom(table).selectAll().orderBy('id').execute())
  /** The bytes of a message as they are kept for a patient. */
  const kept = async (patientId: string, message: Buffer, part: number) => {
    const { caller } = kit.clinician
    const { vault, database } = kit.hospital.platform
    const digest = createHash('sha256').update(message).digest()
    const context = {
      ...{ caller, vault, requestId: newId(), now: new Date(), newId },
      access: createAccess(caller, 'organization'),
    }
    const bytes = await findMessage(
      database.reader({ domain: 'labs', organizationId: caller.organizationId }),
      context,
      { patientId, digest, part },
    )
    return bytes === null ? null : String(Buffer.from(bytes))
  }

  test('is kept byte for byte with the result, encrypted, with the version that read it', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const lines = [
      `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125160000||ORU^R01|KEPT-${engine}|P|2.5.1`,
      person,
      request(received.placerNumber, `KEPT-${engine}`),
      'OBX|1|NM|2823-3^Potassium^LN||4.4|mmol/L|||||F',
      'ZXX|what nobody reads^Zanzibar',
    ]
    await kit.laboratory.sendBytes(framed(lines))
    const message = Buffer.from(`${lines.join('\r')}\r`)
    expect(await kept(patientId, message, 0)).toBe(String(message))
    const row = (await rows('labs.messages')).findLast((each) => each['patient_id'] === patientId)
    const { resultIds } = await kit.orderNow(orderId)
    expect(row).toMatchObject({ result_ids: resultIds, control_id: `KEPT-${engine}`, parser: 'hl7-oru/3', part: 0 })
    expect(Buffer.from(row?.['sealed'] as Uint8Array).toString('latin1')).not.toContain('Zanzibar')
  })

  test('in response to an order or a cancellation is kept with the patient, with the version that read it', async () => {
    const { orderId, patientId } = await kit.placed()
    const kept = async () => {
      const own = (await rows('labs.messages')).filter((each) => each['patient_id'] === patientId)
      return own.map(({ parser, result_ids: results }) => [parser, results])
    }
    expect(await kept()).toEqual([['hl7-order-response/2', []]])
    await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
    await kit.hospital.runJob('labs.transmit')
    expect(await kept()).toHaveLength(2)
  })

  test('is kept also when it says nothing new', async () => {
    const { patientId, received } = await kit.placed()
    const count = async () => (await rows('labs.messages')).filter((each) => each['patient_id'] === patientId).length
    // The first is the response to the order.
    for (const expected of [2, 3]) {
      await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('4.4')] })
      expect(await count()).toBe(expected)
    }
  })

  test('about two patients is kept for each without the other', async () => {
    const [one, other] = [await kit.placed(), await kit.placed({}, { name: { given: 'Sam', family: 'Other' } })]
    const lines = [
      `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125160000||ORU^R01|TWO-${engine}|P|2.5.1`,
      person,
      request(one.received.placerNumber, `TWO-1-${engine}`),
      'PID|2||2||Other^Sam||19840615|M',
      request(other.received.placerNumber, `TWO-2-${engine}`),
    ]
    await kit.laboratory.sendBytes(framed(lines))
    const message = Buffer.from(`${lines.join('\r')}\r`)
    expect(await kept(one.patientId, message, 0)).toBe(`${lines.slice(0, 3).join('\r')}\r`)
    expect(await kept(other.patientId, message, 1)).toBe([lines[0], ...lines.slice(3), ''].join('\r'))
    expect(await kept(one.patientId, message, 1)).toBeNull()
  })

  test('is with the unmatched report, and goes to the patient with it', async () => {
    const fillerNumber = `HELD-${engine}`
    await kit.send(
      'PID|1||1||Sample^Patricia||19840615|F',
      request('', fillerNumber),
      `OBX|1|ED|11502-2^Report^LN||${encapsulated(pdf.toString('base64'))}||||||F`,
    )
    const { id } = await kit.inbox(fillerNumber)
    const held = async () => (await rows('labs.unmatched_messages')).filter((each) => each['unmatched_id'] === id)
    expect(await held()).toMatchObject([{ parser: 'hl7-oru/3' }])
    const asSent = () => kit.clinician.get(`/v1/unmatched-results/${id}/messages`)
    const { body: shown } = await asSent()
    expect(shown).toMatchObject({ id, items: [{ parser: 'hl7-oru/3' }] })
    expect(shown.items[0].text).toMatch(/^MSH\|.*\nPID\|1\|\|1\|\|Sample\^Patricia\|\|19840615\|F\n.*OBX\|1\|ED\|/s)
    const { orderId } = await kit.placed()
    const { body } = await kit.clinician.post(`/v1/unmatched-results/${id}/match`, { orderId })
    expect(await held()).toEqual([])
    expect((await asSent()).body.items).toEqual([])
    expect((await file(kit.clinician, body.id, body.observations[0].document.id)).bytes).toEqual(pdf)
  })

  test('as a PDF is read by the clinician, and by the patient once it is released', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const compact = pdf.toString('base64')
    await kit.send(
      person,
      request(received.placerNumber, `PDF-${engine}`),
      'OBX|1|NM|2823-3^Potassium^LN||4.4|mmol/L|||||F',
      `OBX|2|ED|11502-2^Report^LN||${encapsulated(`${compact.slice(0, 9)}\\X0D\\\\X0A\\${compact.slice(9)}`)}||||||F`,
    )
    const result = await kit.resultNow(orderId)
    const { document } = result.observations[1]
    expect(document).toMatchObject({ kind: 'pdf', bytes: pdf.length })
    const read = await file(kit.clinician, result.id, document.id)
    expect(read).toMatchObject({ status: 200, bytes: pdf })
    expect(read.headers.get('content-disposition')).toBe('attachment; filename="report.pdf"')
    const patient = await kit.hospital.asPatient(patientId)
    const stranger = await kit.hospital.asPatient(await kit.hospital.addPatient())
    expect((await file(patient, result.id, document.id)).status).toBe(404)
    await kit.clinician.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release: true })
    expect(await file(patient, result.id, document.id)).toMatchObject({ status: 200, bytes: pdf })
    expect((await file(stranger, result.id, document.id)).status).toBe(404)
    expect((await file(patient, result.id, `${document.id}0`)).status).toBe(404)
  })

  test('another file in place of a final one is a correction', async () => {
    const { orderId, received } = await kit.placed()
    const send = (bytes: Buffer) =>
      kit.send(
        person,
        request(received.placerNumber, `AGAIN-${engine}`),
        `OBX|1|ED|11502-2^Report^LN||${encapsulated(bytes.toString('hex'), 'Hex')}||||||F`,
      )
    await send(pdf)
    await send(pdf)
    expect((await kit.resultNow(orderId)).version).toBe(1)
    const later = Buffer.concat([pdf, Buffer.from('%later')])
    await send(later)
    const result = await kit.resultNow(orderId)
    expect(result).toMatchObject({ status: 'corrected', version: 2 })
    expect((await file(kit.clinician, result.id, result.observations[0].document.id)).bytes).toEqual(later)
  })

  test('codes, arrays, specimen, time and place are shown', async () => {
    const { orderId, received } = await kit.placed()
    await kit.send(
      person,
      request(received.placerNumber, `MORE-${engine}`),
      'OBX|1|CWE|600-7^Organism^LN||112283007^Escherichia coli^SCT^ECOLI^E. coli^L||||||F||||||||||||Example Lab|1 Sample Street^^Exampleville^OH^43004',
      'OBX|2|NA|1-8^Curve^LN||1.5^^3~4^5||||||F',
      'OBX|3|RP|11502-2^Report^LN||reports/77^LAB^application^pdf||||||F',
      'SPM|1|||119297000^Blood^SCT||||368208006^Left arm^SCT|||||||||20261125091500+0000',
    )
    expect(await kit.resultNow(orderId)).toMatchObject({
      specimen: 'Blood, Left arm',
      collectedAt: '2026-11-25T09:15:00.000Z',
      laboratory: 'Example Lab',
      laboratoryAddress: '1 Sample Street, Exampleville, OH, 43004',
      observations: [
        {
          value: 'Escherichia coli',
          coded: [
            { code: '112283007', text: 'Escherichia coli', system: 'SCT', systemUri: 'http://snomed.info/sct' },
            { code: 'ECOLI', text: 'E. coli', system: 'L' },
          ],
        },
        { value: '1.5, -, 3\n4, 5' },
        { value: 'reports/77 LAB application pdf' },
      ],
    })
  })

  test('a number keeps its comparator, and its unit as a code where it is one of UCUM', async () => {
    const { orderId, received } = await kit.placed()
    await kit.send(
      person,
      request(received.placerNumber, `NUMBER-${engine}`),
      'OBX|1|SN|2160-0^Creatinine^LN||<^0.10|mg/dL^^UCUM|||||F',
      'OBX|2|NM|2345-7^Glucose^LN||5.40|mmol per litre|||||F',
      'OBX|3|ST|882-1^Group^LN||4||||||F',
    )
    const { observations } = await kit.resultNow(orderId)
    expect(observations).toMatchObject([
      {
        value: '<0.10',
        quantity: { value: 0.1, comparator: '<', unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
      },
      { value: '5.40', quantity: { value: 5.4, unit: 'mmol per litre' } },
      { value: '4' },
    ])
    expect(observations.map(({ quantity = {} }: { quantity?: object }) => Object.keys(quantity))).toEqual([
      ['value', 'comparator', 'unit', 'system', 'code'],
      ['value', 'unit'],
      [],
    ])
  })
})
