import { expect, test } from 'vitest'
import { captureSocket } from '../../platform/partners/tests/capture-socket.ts'
import { vendorNotPermitted } from '../vendor-agreement.ts'
import { createMllpLaboratory, type MllpLaboratoryDeps } from './mllp-laboratory.ts'
import type { LaboratoryRequest } from './provider.ts'
import { anyHost } from '../../platform/egress/any-host.testing.ts'

const request: LaboratoryRequest = {
  kind: 'order',
  id: '0192f0c0-0000-7000-8000-00000000a001',
  order: {
    groupNumber: '7K3M9Q2X4TBN',
    placedAt: '2026-11-25T15:00:00Z',
    patient: { number: 'R-1', name: { given: 'Pat', family: 'Sample' }, birthDate: '1984-06-15' },
    practitioner: { npi: '1234567893', displayName: 'Dr. Casey Example' },
    priority: 'routine',
    diagnoses: [],
    tests: [{ placerNumber: '7K3M9Q2X4TBN-1', code: 'K', loinc: '2823-3', name: 'Potassium', answers: [] }],
  },
}

const laboratoryAt = (port: number, more: Partial<MllpLaboratoryDeps> = {}) =>
  createMllpLaboratory({
    outgoing: anyHost,
    address: { host: '127.0.0.1', port },
    sender: { application: 'VISITKIT', facility: 'LAKESIDE' },
    receiver: { application: 'LAB', facility: 'EXAMPLE-LAB' },
    processing: 'T',
    permit: async () => undefined,
    clock: () => new Date('2026-11-25T15:00:00Z'),
    ...more,
  })

test('a waiting order is not sent after the agreement has ended: no connection is made', async () => {
  const socket = await captureSocket()
  const permit = (): Promise<void> => Promise.reject(vendorNotPermitted('it has run out'))
  const sending = laboratoryAt(socket.port, { permit }).send(request, AbortSignal.timeout(10_000))
  await expect(sending).rejects.toMatchObject({ code: 'vendor_not_permitted' })
  expect(socket.connections).toBe(0)
  await socket.stop()
})

test('with an agreement it is', async () => {
  const socket = await captureSocket()
  const sending = laboratoryAt(socket.port).send(request, AbortSignal.timeout(10_000))
  await expect(sending).rejects.toMatchObject({ name: 'PartnerUnavailable' })
  expect(socket.received.map((bytes) => bytes.toString().includes('MSH|'))).toEqual([true])
  await socket.stop()
})
