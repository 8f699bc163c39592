import type { Claim as ClearinghouseClaim, Day, PayerDecision, PriorAdjustment } from '../../kernel/model/claim.ts'
import type { RemittedClaim } from '../../kernel/model/remittance.ts'

/** What a next payer decided, line by line as the claim was sent: the claim to the payer after it repeats it. */
export const decisionOfNextPayer = (
  { payerClaimNumber, paidCents, adjustments, lines }: RemittedClaim,
  sent: Pick<ClearinghouseClaim, 'lines'>,
  decidedOn: Day,
): PayerDecision => ({
  ...{ payerClaimNumber, decidedOn, paidCents },
  adjustments: adjustments.map(adjustmentOf),
  lines:
    lines.length === 0
      ? null
      : sent.lines.map((line) => {
          // Identified by our line number, or by its code if the payer omitted that.
          const reported =
            lines.find(({ controlNumber }) => controlNumber === line.controlNumber) ??
            lines.find(({ controlNumber, serviceCode }) => controlNumber === null && serviceCode === line.serviceCode)
          return { paidCents: reported?.paidCents ?? 0, adjustments: (reported?.adjustments ?? []).map(adjustmentOf) }
        }),
})

const adjustmentOf = ({ group, reason, amountCents }: PriorAdjustment): PriorAdjustment => ({
  ...{ group, reason, amountCents },
})
