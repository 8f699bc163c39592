import type { components } from '@visitkit/contract'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { closedStatesFor, matchBlocker, neverPosted } from '../model/match-manually.ts'
import type { PaymentOrigin } from '../model/origin-fault.ts'
import type { RemittedPatient } from '../../kernel/model/remittance.ts'
import type { BillingContext } from '../../ports.ts'
import {
  findClaimByNextNumber,
  findClaimByNumber,
  listClaimsByCharge,
  listClaimsByPayerNumber,
} from '../store/claims-to-match.ts'
import { decryptHeldLine, readHeldLine, type HeldLine } from '../store/held-lines.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { StoredLine } from '../store/remittances.ts'
import { presentClaimSummary } from '../../claims/presenters/present-claim.ts'
import { presentHeldLine } from '../presenters/present-remittance.ts'

type Schemas = components['schemas']

export const getHeldLine = operation<BillingContext>()('getHeldLine', {
  read: async ({ path, query }, _, context, { directory }) => {
    const { db } = context
    const line = await readHeldLine(db, path.lineId)
    const content = await decryptHeldLine(db, context, line)
    const [candidates, payers] = await Promise.all([candidatesFor(db, line, content, query.number), listPayers(db)])
    const patients = await directory.patientSummaries(context, [
      ...new Set(candidates.map(({ patientId }) => patientId)),
    ])
    return {
      status: 200,
      body: {
        ...presentHeldLine(line),
        ...(content.origin && { origin: presentOrigin(content.origin) }),
        ...(content.fault?.segment && { segment: content.fault.segment }),
        ...forwardedTo(content),
        ...(content.payerClaimNumber !== null && { payerClaimNumber: content.payerClaimNumber }),
        ...(content.patient !== null && { payerPatient: presentPayerPatient(content.patient) }),
        services: content.lines.map(({ serviceCode, serviceDay, chargeCents, paidCents }) => ({
          code: serviceCode,
          ...(serviceDay !== null && { serviceDate: serviceDay }),
          chargeCents,
          paidCents,
        })),
        candidates: candidates.flatMap((claim) => {
          const payer = payers.find(({ id }) => id === claim.payerId)
          return payer ? [presentClaimSummary(claim, payer, patients.get(claim.patientId))] : []
        }),
      },
    }
  },
})

const presentOrigin = (origin: PaymentOrigin): Schemas['PaymentOrigin'] => ({
  usage: origin.usage,
  receiverId: origin.receiverId,
  payerNumber: origin.payerIdentifier,
  payerIds: [...origin.payerIds],
  ...(origin.payeeNpi !== null && { payeeNpi: origin.payeeNpi }),
  ...(origin.payeeTaxId !== null && { payeeTaxId: origin.payeeTaxId }),
})

const forwardedTo = ({ forwardedTo: payer }: StoredLine): Pick<Schemas['HeldLineDetail'], 'forwardedTo'> => {
  const named = payer?.name ?? payer?.id
  return named ? { forwardedTo: named } : {}
}

const presentPayerPatient = ({ last, first, memberIds }: RemittedPatient): Schemas['PayerPatient'] => ({
  ...(last !== null && { name: [first, last].filter((part) => part !== null).join(' ') }),
  memberNumbers: [...memberIds],
})

/** Claims with the payer's own claim number come first. The answer to a claim to a next payer fits no other claim. */
const candidatesFor = async (
  db: AnyKysely,
  line: HeldLine,
  content: StoredLine,
  number: string | undefined,
): Promise<readonly ClaimFacts[]> => {
  if (line.resolution !== null || neverPosted.has(line.holdReason)) return []
  const days = content.lines.flatMap(({ serviceDay }) => (serviceDay === null ? [] : [serviceDay]))
  const next = await findClaimByNextNumber(db, line.claimNumber)
  const wanted = number?.trim().toUpperCase()
  const found =
    wanted === undefined
      ? [
          next,
          await findClaimByNumber(db, line.claimNumber),
          ...(content.payerClaimNumber === null ? [] : await listClaimsByPayerNumber(db, content.payerClaimNumber)),
          ...(await listClaimsByCharge(
            db,
            Math.abs(line.chargeCents),
            days,
            line.patientId,
            closedStatesFor(line.kind),
          )),
        ]
      : [await findClaimByNumber(db, wanted), await findClaimByNextNumber(db, wanted)]
  const fitting = found.flatMap((claim) =>
    claim === null || (next !== null && claim.id !== next.id) || matchBlocker(line, claim) !== null ? [] : [claim],
  )
  return [...new Map(fitting.map((claim) => [claim.id, claim])).values()]
}
