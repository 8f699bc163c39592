import { describe, expect, test, vi } from 'vitest'
import { isProblem } from '../index.ts'
import { createTestClient, createTestLive, never, problem } from '../testing.ts'

const position = (number: number) => ({
  visitId: 'v1',
  patientId: 'p1',
  status: 'waiting' as const,
  position: number,
  estimate: null,
  practitioner: 'ready' as const,
  updatedAt: '2026-11-24T12:00:00Z',
})

describe('responses', () => {
  test('a handler receives what the caller passed, and the caller receives its result', async () => {
    const client = createTestClient({
      getQueuePosition: ({ path }) => ({ ...position(2), visitId: path.visitId }),
      listAppointments: ({ query }) => ({ items: [], nextCursor: query.cursor ? null : 'next' }),
    })
    expect(await client.visits.queuePosition('v/7')).toMatchObject({ visitId: 'v/7', position: 2 })
    await client.appointments.list({ patientId: 'p1', status: undefined }).toArray()
    expect(client.calls).toEqual([
      { operationId: 'getQueuePosition', path: { visitId: 'v/7' }, query: {}, body: undefined },
      { operationId: 'listAppointments', path: {}, query: { patientId: 'p1' }, body: undefined },
      { operationId: 'listAppointments', path: {}, query: { patientId: 'p1', cursor: 'next' }, body: undefined },
    ])
  })

  test('changes that the page makes to a response do not reach the "server", and the other way round', async () => {
    const shown = position(1)
    const client = createTestClient({ getQueuePosition: () => shown })
    const received = await client.visits.queuePosition('v1')
    received.position = 9
    expect(shown.position).toBe(1)
  })

  test('a problem that is returned or thrown fails the call like the real one', async () => {
    const client = createTestClient({
      bookAppointment: () => problem(409, 'slot_taken', { detail: 'Choose another time.' }),
      getMe: () => {
        throw problem(0, 'connection_failed')
      },
    })
    const error: unknown = await client.appointments
      .book({ holdId: 'h', patientId: 'p' })
      .catch((reason: unknown) => reason)
    expect(isProblem(error, 'slot_taken')).toBe(true)
    expect(error).toMatchObject({ status: 409, detail: 'Choose another time.' })
    await expect(client.me.get()).rejects.toMatchObject({ status: 0, code: 'connection_failed' })
  })

  test('a call that never resolves can be aborted', async () => {
    const client = createTestClient({ getMe: never })
    const aborting = new AbortController()
    const call = client.me.get({ signal: aborting.signal })
    aborting.abort(new Error('left'))
    await expect(call).rejects.toThrow('left')
  })

  test('an operation without a handler fails with its name', async () => {
    await expect(createTestClient().me.get()).rejects.toMatchObject({
      code: 'unexpected_response',
      detail: expect.stringContaining('getMe'),
    })
  })

  test('the test receives an error that a handler throws', async () => {
    const client = createTestClient({
      getMe: () => {
        throw new TypeError('a fault of the test')
      },
    })
    await expect(client.me.get()).rejects.toThrow(new TypeError('a fault of the test'))
  })

  test('handlers can be replaced while the page is open', async () => {
    const client = createTestClient({ getQueuePosition: () => position(2) })
    client.setHandlers({ getQueuePosition: () => problem(404, 'not_found') })
    await expect(client.visits.queuePosition('v1')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a file is returned as a Blob of its type', async () => {
    const client = createTestClient({ getAppointmentCalendar: () => 'BEGIN:VCALENDAR' })
    expect((await client.appointments.calendar('a1')).type).toBe('text/calendar')
  })
})

describe('live', () => {
  test('a message makes a watch read again', async () => {
    let number = 2
    const client = createTestClient({ getQueuePosition: () => position(number) })
    const seen: number[] = []
    client
      .watch(() => client.visits.queuePosition('v1'), { on: ['queue.changed'] })
      .subscribe((state) => seen.push(state.position))
    await vi.waitFor(() => expect(seen).toEqual([2]))
    number = 1
    client.emitLive({ type: 'queue.changed' })
    await vi.waitFor(() => expect(seen).toEqual([2, 1]))
  })

  test('two clients on one stream receive each other’s signals, and none its own', async () => {
    const live = createTestLive()
    const patient = createTestClient({}, { live, seatId: () => 'seat-1' })
    const clinician = createTestClient({}, { live })
    const receivedByPatient = vi.fn()
    const receivedByClinician = vi.fn()
    patient.watch({ types: ['signal'] }, receivedByPatient)
    clinician.watch({ types: ['signal'] }, receivedByClinician)
    await patient.live.sendSignal('v1', undefined, { offer: 1 })
    expect(receivedByClinician.mock.lastCall).toMatchObject([
      { ids: { visitId: 'v1' }, from: 'seat-1', data: { offer: 1 } },
    ])
    expect(receivedByPatient).not.toHaveBeenCalled()
    expect(patient.signals).toEqual([{ visitId: 'v1', to: undefined, data: { offer: 1 } }])
  })

  test('the end of the session and the state of the connection can be simulated', () => {
    const client = createTestClient()
    const ended = vi.fn()
    const states = vi.fn()
    client.onSessionEnded(ended)
    client.live.onState(states)
    client.endSession()
    client.setLiveState('waiting')
    expect(ended).toHaveBeenCalledTimes(1)
    expect(states).toHaveBeenCalledWith('waiting')
    expect(client.live.state).toBe('waiting')
  })
})
