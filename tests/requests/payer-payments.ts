import type { components } from '@visitkit/contract'
import {
  listWaitingFiles,
  markFaulty,
} from '../../packages/reference-server/src/domains/billing/remittances/store/mailbox-files.ts'
import {
  processContent,
  storeFiles,
} from '../../packages/reference-server/src/domains/billing/tests/mailbox-files.testing.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { storeChange } from '../../packages/reference-server/src/test-kit/store-change.ts'
import type { Remittance } from '../../packages/reference-server/src/vendors/clearinghouse/remittance.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { biller, sentClaim } from './claims.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

/** Submitted, and settled by a payment of the payer that is for this claim only. */
export const paidClaim = async (
  hospital: Hospital,
  person: Person,
): Promise<{ readonly claim: Claim; readonly remittanceId: string }> => {
  const claim = await sentClaim(hospital, person)
  return { claim, remittanceId: await postRemittance(hospital, claim, claim.number) }
}

/** Submitted, and decided by a payer that uses its own number: a person has to match it. */
export const heldLine = async (
  hospital: Hospital,
  person: Person,
): Promise<{ readonly claim: Claim; readonly remittanceId: string; readonly lineId: string }> => {
  const claim = await sentClaim(hospital, person)
  const remittanceId = await postRemittance(hospital, claim, `ELSE${newId().slice(-8)}`)
  const desk = await biller(hospital)
  const { lines } = await body(desk.get(`/v1/remittances/${remittanceId}`))
  return { claim, remittanceId, lineId: lines[0].id }
}

/** A payment for one claim, with the number that the payer uses. Returns the payment's id. */
const postRemittance = async (hospital: Hospital, { chargeCents }: Claim, controlNumber: string): Promise<string> => {
  const paidCents = chargeCents - 2_000
  const adjustments = [{ group: 'PR' as const, reason: '3', amountCents: 2_000, quantity: null }]
  const remittance: Remittance = {
    paymentNumber: `EFT${newId()}`,
    payerIdentifier: '1900000002',
    payerName: 'Lakeside Mutual Health',
    payerIds: ['LAKESIDE1'],
    payeeNpi: '1999999984',
    payeeTaxId: '999999999',
    method: 'ach',
    paidCents,
    paidOn: '2026-11-25',
    claims: [
      {
        controlNumber,
        status: 'processed-primary',
        statusCode: '1',
        chargeCents,
        paidCents,
        patientResponsibilityCents: 2_000,
        payerClaimNumber: `SAMPLE${controlNumber}`,
        patient: null,
        adjustments,
        lines: [],
        remarks: [],
      },
    ],
    providerAdjustments: [],
  }
  await hospital.server.transact(hospital.id, 'billing', (context) =>
    processContent(context, { kind: 'remittance', remittance }),
  )
  const desk = await biller(hospital)
  const { items } = await body(desk.get('/v1/remittances?limit=100'))
  return items.find(({ traceNumber }: Schemas['Remittance']) => traceNumber === remittance.paymentNumber).id
}

/** A file of the clearinghouse that is not a valid response. Returns its id. */
export const unreadableFile = async (hospital: Hospital): Promise<string> => {
  const name = `SAMPLE-${newId()}`
  return hospital.server.transact(hospital.id, 'billing', async (context) => {
    await storeFiles(context, [{ id: name, postedAt: context.now, content: `No answer: ${name}` }])
    const waiting = await listWaitingFiles(context.tx, 100)
    const id = waiting.at(-1)?.id ?? ''
    await storeChange(context, { writes: [markFaulty(id, 'unreadable', 'no_interchange', 'sample')] })
    return id
  })
}
