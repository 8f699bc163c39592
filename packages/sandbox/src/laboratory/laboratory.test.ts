import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { headerSegment, segment, formatMessage, readHl7 } from './hl7.ts'
import { listen, sendBytes, frameMessage, type Listener } from './mllp.ts'
import type { SimulatedLaboratory } from './simulated-laboratory.ts'
import { startLaboratory, type StartLaboratoryOptions } from './start-laboratory.ts'

let laboratory: SimulatedLaboratory
let hospital: Listener
let received: ReturnType<typeof readHl7>[]
let arrived: () => void
const until = async (count: number): Promise<void> => {
  while (received.length < count) await new Promise<void>((resolve) => (arrived = resolve))
}

beforeEach(async () => {
  received = []
  arrived = () => undefined
  hospital = await listen(0, null, (bytes, socket) => {
    const read = readHl7(bytes)
    received.push(read)
    socket.write(
      frameMessage(
        formatMessage(
          headerSegment({ 9: ['ACK'], 10: '1' }),
          segment('MSA', { 1: 'AA', 2: read.first('MSH')?.at(10) ?? '' }),
        ),
      ),
    )
    arrived()
  })
})
afterEach(async () => {
  await laboratory.stop()
  await hospital.close()
})

const start = async (options: Partial<StartLaboratoryOptions> = {}): Promise<void> => {
  laboratory = await startLaboratory({
    port: 0,
    controlPort: 0,
    reportTo: { host: '127.0.0.1', port: hospital.port },
    ...options,
  })
}
const order = (id: string, control = 'NW', test = 'K'): Buffer =>
  frameMessage(
    formatMessage(
      headerSegment({ 3: 'HIS', 9: ['OML', 'O21'], 10: id, 11: 'P' }),
      segment('PID', { 3: '1', 5: ['Sam|ple', 'Pat'], 7: '19840615' }),
      segment('ORC', { 1: control, 2: `${test}-1` }),
      segment('OBR', { 2: `${test}-1`, 4: [test, test, 'L'] }),
    ),
  )
const ask = async (bytes: Buffer) => {
  const answer = await sendBytes({ host: '127.0.0.1', port: laboratory.port }, bytes, 1_000)
  return answer === null ? null : readHl7(answer)
}
const control = async (path: string, body?: unknown) => {
  const answer = await fetch(
    `${laboratory.controlUrl}${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  )
  return { status: answer.status, body: (await answer.json()) as unknown }
}

test('accepts an order once, however often it is sent, and cancels what is not finished', async () => {
  await start()
  const first = await ask(order('M1'))
  const second = await ask(order('M1'))
  expect(first?.first('MSA')?.at(1)).toBe('AA')
  expect(first?.first('ORC')?.at(1)).toBe('OK')
  expect(second?.first('MSH')?.at(10)).toBe(first?.first('MSH')?.at(10))
  expect(laboratory.orders).toMatchObject([{ placerNumber: 'K-1', person: { family: 'Sam|ple' } }])
  expect((await ask(order('M2', 'CA')))?.first('ORC')?.at(1)).toBe('CR')
})

test('reports automatically: partial, then final, and a critical value for the configured test', async () => {
  await start({ automatic: { partialAfterMs: 1, finalAfterMs: 2 } })
  await ask(order('M1'))
  await until(2)
  expect(received.map((read) => read.first('OBR')?.at(25))).toEqual(['P', 'F'])
  expect(received[1]?.first('OBX')?.at(8)).toBe('HH')
  expect((await ask(order('M2', 'CA')))?.first('ORC')?.at(1)).toBe('UC')
})

describe('over its control API', () => {
  test('handles the next messages as scripted', async () => {
    await start()
    await control('/script', [{ do: 'refuse', text: 'Closed.' }, { do: 'drop' }])
    expect((await ask(order('M1')))?.first('ERR')?.at(8)).toBe('Closed.')
    expect(await ask(order('M2'))).toBeNull()
    expect((await ask(order('M3')))?.first('MSA')?.at(1)).toBe('AA')
    expect((await control('/orders')).body).toHaveLength(3)
    expect((await control('/messages')).body).toHaveLength(3)
  })

  test('sends a requested report and returns the response of the hospital', async () => {
    await start()
    await ask(order('M1'))
    const report = { placerNumber: 'K-1', status: 'C', values: [{ loinc: '2823-3', name: 'Potassium', value: '7|7' }] }
    expect((await control('/reports', report)).body).toMatchObject({ answer: { code: 'AA' } })
    expect(received[0]?.first('OBX')?.at(5)).toBe('7|7')
    expect((await control('/nothing')).status).toBe(404)
  })
})
