import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Behavior } from './behavior.ts'
import { readScript, readVerdict, type ReceivedScript } from './read-script.ts'
import { isSigned, sign } from './signature.ts'
import { startPharmacy, type SimulatedPharmacies } from './start-pharmacy.ts'
import { writeScript, type Content } from './write-script.ts'

const secret = 'a secret of this test'
const medication: readonly Content[] = [
  ['DrugDescription', 'sample 10 MG Oral Tablet'],
  [
    'Quantity',
    [
      ['Value', '30'],
      ['QuantityUnitOfMeasure', [['Code', 'C48542']]],
    ],
  ],
  ['NumberOfRefills', '0'],
]
const patient: Content = [
  'Patient',
  [
    [
      'HumanPatient',
      [
        [
          'Name',
          [
            ['LastName', '</LastName>&<'],
            ['FirstName', 'Pat'],
          ],
        ],
      ],
    ],
  ],
]

/** Once a day in words, together with `parts`. */
const sig = (dose: string, ...times: readonly [name: string, value: string, number: string][]): Content => [
  'Sig',
  [
    ['SigText', 'Take 1.5 tablets by mouth once a day for 7 days, when needed for pain every 4 hours. Take 9 at most.'],
    [
      'Instruction',
      [
        ['DoseAdministration', [['Dosage', [['DoseQuantity', dose]]]]],
        ...times.map(([name, value, number]): Content => ['TimingAndDuration', [[name, [[value, number]]]]]),
      ],
    ],
  ],
]

/** A prescriber's message, as another system would write it. */
const written = (
  type: string,
  messageId: string,
  more: { to?: string; relatesTo?: string; sig?: Content } = {},
): Uint8Array => {
  const bytes = writeScript({
    messageId,
    relatesToMessageId: more.relatesTo ?? null,
    from: { qualifier: 'P', id: 'clinic' },
    to: more.to ?? '9900001',
    orderNumber: 'order-1',
    sentTime: new Date('2026-11-25T15:00:00Z'),
    body: [type, [patient, ['MedicationPrescribed', [...medication, more.sig ?? null]]]],
  })
  return bytes
}

describe('the simulated pharmacies', () => {
  let pharmacies: SimulatedPharmacies
  let webhook: Server
  let received: ReceivedScript[] = []
  /** The health system's next responses; null for its own Status. */
  let fails = 0

  beforeAll(async () => {
    webhook = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const header = (name: string) => request.headers[name] as string | undefined
        if (!isSigned(secret, bytes, header)) return void response.writeHead(401).end()
        if (fails > 0) {
          fails -= 1
          return void response.writeHead(503).end()
        }
        const message = readScript(bytes)
        received.push(message)
        const body = writeScript({
          messageId: `answer-${received.length}`,
          relatesToMessageId: message.messageId,
          from: { qualifier: 'P', id: 'clinic' },
          to: message.from,
          orderNumber: null,
          sentTime: new Date(),
          body: ['Status', [['Code', '010']]],
        })
        response.writeHead(200, { 'content-type': 'application/xml', ...sign(secret, body, Date.now()) }).end(body)
      })
    })
    await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve))
    pharmacies = await startPharmacy({
      port: 0,
      accounts: [
        { accountId: 'clinic', secret, webhookUrl: `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/` },
      ],
      retryAfter: 5,
    })
  })
  afterAll(async () => {
    await pharmacies.stop()
    webhook.close()
  })
  beforeEach(() => {
    received = []
  })

  const setBehavior = (behavior: Partial<Behavior>, id = '9900001') =>
    fetch(`${pharmacies.url}/control/pharmacies/${id}/behavior`, {
      method: 'PUT',
      body: JSON.stringify({ stepAfter: 0, ...behavior }),
    })
  const send = async (bytes: Uint8Array, headers = sign(secret, bytes, Date.now())) => {
    const answer = await fetch(`${pharmacies.url}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', 'x-account-id': 'clinic', ...headers },
      body: Uint8Array.from(bytes),
    })
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers }
  }
  const waitForMessages = async (count: number): Promise<string[]> => {
    for (let tries = 0; received.length < count; tries += 1) {
      if (tries > 300) throw new Error(`heard only ${received.map(({ type }) => type).join(', ')}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await pharmacies.network().outbox.settled()
    return received.map(({ type }) => type)
  }

  it.each([
    ['say the same', '1.5', 'Frequency', 'FrequencyNumericValue', '1', 'Status'],
    ['say another dose', '15', 'Frequency', 'FrequencyNumericValue', '1', 'Error'],
    ['say another number of times', '1.5', 'Frequency', 'FrequencyNumericValue', '4', 'Error'],
    ['say every so many hours', '1.5', 'Interval', 'IntervalNumericValue', '24', 'Error'],
    ['say another number of days', '1.5', 'Duration', 'DurationNumericValue', '70', 'Error'],
  ])('accept directions whose parts %s as the words, or refuse them', async (_, dose, name, value, number, verdict) => {
    await setBehavior({})
    const { bytes } = await send(
      written('NewRx', `sig-${dose}-${name}-${number}`, { sig: sig(dose, [name, value, number]) }),
    )
    expect(readVerdict(bytes)).toMatchObject(verdict === 'Error' ? { type: 'Error', code: '900' } : { type: 'Status' })
    if (verdict === 'Status') await waitForMessages(2)
  })

  it('accept a prescription, confirm it, and dispense it', async () => {
    await setBehavior({})
    const answer = await send(written('NewRx', 'rx-1'))
    expect(readVerdict(answer.bytes)).toEqual({ type: 'Status', code: '000', relatesTo: 'rx-1' })
    expect(isSigned(secret, answer.bytes, (name) => answer.headers.get(name))).toBe(true)
    expect(await waitForMessages(2)).toEqual(['Verify', 'RxFill'])
    expect(received[1]).toMatchObject({
      relatesToMessageId: 'rx-1',
      orderNumber: 'order-1',
      text: { patientLastName: '</LastName>&<', drug: 'sample 10 MG Oral Tablet', quantity: '30' },
    })
  })

  it('respond to a repeat as the first time, and store one prescription', async () => {
    await setBehavior({ verifies: false, fills: null })
    const [first, second] = [await send(written('NewRx', 'rx-2')), await send(written('NewRx', 'rx-2'))]
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
    expect([...pharmacies.network().prescriptions.keys()].filter((id) => id === 'rx-2')).toHaveLength(1)
  })

  it.each<[Partial<Behavior>, string[]]>([
    [{ fills: 'PartiallyDispensed' }, ['Verify', 'RxFill']],
    [{ verifies: false }, ['RxFill']],
    [{ refusesLater: true }, ['Error']],
    [{ repeats: true, fills: null }, ['Verify', 'Verify']],
  ])('behave as scripted: %j', async (behavior, expected) => {
    await setBehavior(behavior)
    await send(written('NewRx', `rx-${JSON.stringify(behavior).length}-${expected.length}`))
    expect(await waitForMessages(expected.length)).toEqual(expected)
  })

  it.each([
    ['error', '900', 'Error 900'],
    ['verify', '', 'Verify 010'],
  ] as const)('respond with %s immediately', async (answer, errorCode, expected) => {
    await setBehavior({ answer, errorCode, fills: null, verifies: false })
    const { type, code } = readVerdict((await send(written('NewRx', `rx-${answer}`))).bytes)
    expect(`${type} ${code}`).toBe(expected)
  })

  it('can respond with nothing, with nonsense, or without a signature', async () => {
    await setBehavior({ answer: 'silence', verifies: false, fills: null })
    await expect(send(written('NewRx', 'rx-silent'))).rejects.toThrow()
    await setBehavior({ answer: 'nonsense' })
    expect(() => readVerdict(new Uint8Array())).toThrow()
    expect(new TextDecoder().decode((await send(written('NewRx', 'rx-odd'))).bytes)).toBe('<oops')
    await setBehavior({ answer: 'unsigned' })
    expect((await send(written('NewRx', 'rx-bare'))).headers.has('x-message-signature')).toBe(false)
  })

  it('cancel what is not dispensed, and not what is dispensed', async () => {
    await setBehavior({ verifies: false, fills: null })
    await send(written('NewRx', 'rx-shelf'))
    await send(written('CancelRx', 'cancel-1', { relatesTo: 'rx-shelf' }))
    await waitForMessages(1)
    expect(received[0]).toMatchObject({ type: 'CancelRxResponse', approved: true, relatesToMessageId: 'cancel-1' })
    await setBehavior({ verifies: false })
    await send(written('NewRx', 'rx-gone'))
    await waitForMessages(2)
    await send(written('CancelRx', 'cancel-2', { relatesTo: 'rx-gone' }))
    await waitForMessages(3)
    expect(received[2]).toMatchObject({ type: 'CancelRxResponse', approved: false })
  })

  it('request a renewal or a change when scripted', async () => {
    await setBehavior({ verifies: false, fills: null })
    await send(written('NewRx', 'rx-ask'))
    const control = (act: string, body: object = {}) =>
      fetch(`${pharmacies.url}/control/prescriptions/rx-ask/${act}`, { method: 'POST', body: JSON.stringify(body) })
    expect((await control('renewal-request')).status).toBe(202)
    expect((await control('change-request', { description: 'other', rxcui: '1' })).status).toBe(202)
    expect((await control('dance')).status).toBe(404)
    expect((await control('change-request')).status).toBe(400)
    expect(await waitForMessages(2)).toEqual(['RxRenewalRequest', 'RxChangeRequest'])
  })

  it('retry while the health system is down', async () => {
    await setBehavior({ fills: null })
    fails = 2
    await send(written('NewRx', 'rx-again'))
    await waitForMessages(1)
    expect(pharmacies.network().outbox.sent.at(-1)).toMatchObject({
      type: 'Verify',
      status: 200,
      verdict: '010',
      tries: 3,
    })
  })

  it('refuse a message without a valid signature', async () => {
    const bytes = written('NewRx', 'rx-forged')
    expect((await send(bytes, {})).status).toBe(401)
    expect((await send(bytes, sign('other', bytes, Date.now()))).status).toBe(401)
    expect((await fetch(`${pharmacies.url}/directory/pharmacies?search=x`)).status).toBe(401)
    expect(pharmacies.network().received.some(({ messageId }) => messageId === 'rx-forged')).toBe(false)
  })

  it('refuse a message that is not SCRIPT, and a pharmacy that does not exist', async () => {
    expect((await send(new TextEncoder().encode('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'))).status).toBe(400)
    expect((await send(new TextEncoder().encode('<a/>'))).status).toBe(400)
    const answer = await send(written('NewRx', 'rx-nowhere', { to: '0000000' }))
    expect(readVerdict(answer.bytes)).toMatchObject({ type: 'Error', code: '601' })
  })
})
