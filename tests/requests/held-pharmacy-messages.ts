import { randomUUID } from 'node:crypto'
import type { components } from '@visitkit/contract'
import { body, type Hospital } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'
import { pharmacyMessage, signedPrescription } from './prescriptions.ts'

type HeldMessage = components['schemas']['HeldPharmacyMessage']

/** Messages of pharmacies that were not applied. */
export const heldPharmacyMessageRequests: Requests<
  'listHeldPharmacyMessages' | 'getHeldPharmacyMessage' | 'applyHeldPharmacyMessage' | 'resolveHeldPharmacyMessage'
> = {
  listHeldPharmacyMessages: async (hospital) => {
    await heldMessage(hospital, randomUUID())
    return { query: { limit: 100 }, names: 'nothing' }
  },
  getHeldPharmacyMessage: async (hospital) => ({
    path: { messageId: (await heldMessage(hospital, randomUUID())).id },
    names: 'organization',
  }),
  applyHeldPharmacyMessage: async (hospital, person) => {
    const { id: prescriptionId, patientId } = await signedPrescription(hospital, person)
    const { id: messageId } = await heldMessage(hospital, patientId)
    return { path: { messageId }, body: { prescriptionId, confirmed: true }, names: 'organization' }
  },
  resolveHeldPharmacyMessage: async (hospital) => ({
    path: { messageId: (await heldMessage(hospital, randomUUID())).id },
    body: { reason: 'telephoned' },
    names: 'organization',
  }),
}

/** A message about a prescription that no one here wrote, from a pharmacy that no other message is from. */
const heldMessage = async (hospital: Hospital, patientId: string): Promise<HeldMessage> => {
  const from = randomUUID().slice(0, 8)
  const { path, headers, body: message } = await pharmacyMessage(hospital, { patientId, order: randomUUID(), from })
  const answer = await fetch(`${hospital.server.url}/v1/webhooks/pharmacy/${path.organizationId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', ...headers },
    body: message as Uint8Array<ArrayBuffer>,
  })
  if (!answer.ok) throw new Error(`the message was answered ${answer.status}`)
  const nurse = await hospital.person('nurse')
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: HeldMessage[]; nextCursor: string | null } = await body(
      nurse.get(`/v1/held-pharmacy-messages?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`),
    )
    const found = page.items.find(({ sender }) => sender?.id === from)
    if (found) return found
    cursor = page.nextCursor
  }
  throw new Error('the message was not held')
}
