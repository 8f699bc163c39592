import type { components } from '@visitkit/contract'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { overFor, speaksAgainst } from '../model/match-by-hand.ts'
import type { RemittedPatient } from '../../kernel/model/remittance.ts'
import type { BillingContext } from '../../ports.ts'
import { claimsOfCharge, claimsOfPayerNumber, findClaimByNumber } from '../store/claims-to-match.ts'
import { openHeldLine, readHeldLine, type HeldLine } from '../store/held-lines.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { KeptLine } from '../store/remittances.ts'
import { answerOfSummary } from '../../claims/presenters/answer-of-claim.ts'
import { answerOfHeldLine } from '../presenters/answer-of-remittance.ts'

type Schemas = components['schemas']

export const getHeldLine = operation<BillingContext>()('getHeldLine', {
  read: async ({ path, query }, _, reading, { directory }) => {
    const { db } = reading
    const line = await readHeldLine(db, path.lineId)
    const said = await openHeldLine(db, reading, line)
    const [candidates, payers] = await Promise.all([candidatesFor(db, line, said, query.number), listPayers(db)])
    const patients = await directory.patientSummaries(reading, [
      ...new Set(candidates.map(({ patientId }) => patientId)),
    ])
    return {
      status: 200,
      body: {
        ...answerOfHeldLine(line),
        ...(said.payerClaimNumber !== null && { payerClaimNumber: said.payerClaimNumber }),
        ...(said.patient !== null && { payerPatient: answerOfPatient(said.patient) }),
        services: said.lines.map(({ serviceCode, serviceDay, chargeCents, paidCents }) => ({
          code: serviceCode,
          ...(serviceDay !== null && { serviceDate: serviceDay }),
          chargeCents,
          paidCents,
        })),
        candidates: candidates.flatMap((claim) => {
          const payer = payers.find(({ id }) => id === claim.payerId)
          return payer ? [answerOfSummary(claim, payer, patients.get(claim.patientId))] : []
        }),
      },
    }
  },
})

const answerOfPatient = ({ last, first, memberIds }: RemittedPatient): Schemas['PayerPatient'] => ({
  ...(last !== null && { name: [first, last].filter((part) => part !== null).join(' ') }),
  memberNumbers: [...memberIds],
})

/** What the payer itself calls by the number that it names comes first. */
const candidatesFor = async (
  db: AnyKysely,
  line: HeldLine,
  said: KeptLine,
  number: string | undefined,
): Promise<readonly ClaimFacts[]> => {
  if (line.worked !== null || line.holdReason === 'unbalanced') return []
  const days = said.lines.flatMap(({ serviceDay }) => (serviceDay === null ? [] : [serviceDay]))
  const found =
    number === undefined
      ? [
          ...(said.payerClaimNumber === null ? [] : await claimsOfPayerNumber(db, said.payerClaimNumber)),
          ...(await claimsOfCharge(db, Math.abs(line.chargeCents), days, line.patientId, overFor(line.kind))),
        ]
      : [await findClaimByNumber(db, number.trim().toUpperCase())]
  const fitting = found.filter((claim) => claim !== null && speaksAgainst(line, claim) === null) as ClaimFacts[]
  return [...new Map(fitting.map((claim) => [claim.id, claim])).values()]
}
