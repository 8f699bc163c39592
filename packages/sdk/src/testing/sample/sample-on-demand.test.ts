import { expect, test } from 'vitest'
import { createSampleWorld } from './create-sample-world.ts'

const at = '2026-11-25T15:32:00Z'
const worldWithLine = () => {
  const world = createSampleWorld({ now: at, stage: 'new' })
  world.state.visitTypeChanges['visit-type-new'] = { onDemand: true }
  return world
}
const asked = { patientId: 'patient-robin', visitTypeId: 'visit-type-new' }

test('a request waits, is taken by a practitioner, and each step is a live message', async () => {
  const world = worldWithLine()
  const [patient, practitioner] = [world.client('patient'), world.client('practitioner')]
  const heard: string[] = []
  patient.watch({ types: ['on-demand.changed'] }, ({ ids }) => heard.push('requestId' in ids ? ids.requestId : ''))
  const request = await patient.onDemand.request({ ...asked, reason: 'A cough' })
  expect(request).toMatchObject({ status: 'waiting', position: 1, state: 'OH', renewBy: '2026-11-25T15:37:00Z' })
  expect((await practitioner.onDemand.list().page()).items).toMatchObject([
    { id: request.id, patient: { displayName: 'Robin Example' }, reason: 'A cough' },
  ])
  await expect(patient.onDemand.list().page()).rejects.toMatchObject({ code: 'forbidden' })
  const appointment = await practitioner.onDemand.take(request.id)
  expect(appointment).toMatchObject({ start: '2026-11-25T15:35:00Z', status: 'booked', patientId: 'patient-robin' })
  expect(await patient.onDemand.get(request.id)).toMatchObject({ status: 'taken', appointmentId: appointment.id })
  await expect(practitioner.onDemand.take(request.id)).rejects.toMatchObject({ code: 'request_ended' })
  expect(heard).toEqual([request.id, request.id])
})

test('a place ends when it is not renewed, and the next one moves on', async () => {
  const world = worldWithLine()
  const client = world.client('patient')
  const first = await client.onDemand.request(asked)
  await expect(client.onDemand.request(asked)).rejects.toMatchObject({ code: 'already_requested' })
  const second = await client.onDemand.request({ ...asked, patientId: 'patient-kim' })
  expect(second.position).toBe(2)
  world.advance(4)
  await client.onDemand.renew(second.id)
  world.advance(2)
  expect((await client.onDemand.get(first.id)).status).toBe('expired')
  expect(await client.onDemand.get(second.id)).toMatchObject({ status: 'waiting', position: 1 })
  await expect(client.onDemand.renew(first.id)).rejects.toMatchObject({ code: 'request_ended' })
  await client.onDemand.leave(second.id)
  expect((await client.onDemand.get(second.id)).status).toBe('cancelled')
})

test('visits in a row are all held or none, and a group has seats', async () => {
  const world = createSampleWorld({ now: at, stage: 'new' })
  const client = world.client('patient')
  const what = { visitTypeId: 'visit-type-new', practitionerId: 'practitioner-jo' }
  const window = { from: at, to: '2026-11-27T23:00:00Z' }
  const { items } = await client.slots.search({ ...what, ...window, inARow: 2 })
  const start = items[0]?.start ?? ''
  const patientIds = ['patient-robin', 'patient-kim']
  const held = await client.holds.placeSeveral({ ...what, start, patientIds })
  expect(held.items.map(({ patientId }) => patientId)).toEqual(patientIds)
  expect(Date.parse(held.items[1]!.start) - Date.parse(start)).toBe(60 * 60_000)
  await expect(client.holds.placeSeveral({ ...what, start, patientIds })).rejects.toMatchObject({ code: 'slot_taken' })
  expect(world.state.holds).toHaveLength(2)
  world.state.visitTypeChanges['visit-type-new'] = { capacity: 3 }
  const seats = await client.slots.search({ ...what, ...window })
  expect(seats.items.find((slot) => slot.start === start)?.seatsLeft).toEqual([2])
})
