import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { moveMoneyOf, type MoneyMoved } from '../../accounts/workflows/move-money.ts'
import { followClaims } from '../../claims/store/claim-chains.ts'
import { insertClaimMessage, insertClaimMessages, messageSealContext } from '../../claims/store/claim-messages.ts'
import { claimSealContext, claimsAsGathered, replaceClaims } from '../../claims/store/claims.ts'
import { replaceStatusInquiry } from '../../claims/store/status-inquiries.ts'
import { replaceNextClaim } from '../../claims/store/next-claims.ts'
import { insertNextDecision } from '../../claims/store/next-decisions.ts'
import {
  insertPosting,
  insertPostings,
  postingSealContext,
  replaceHeldBalance,
  reversePostings,
} from '../store/postings.ts'
import { insertRemittances, lineSealContext, type NewRemittance } from '../store/remittances.ts'
import type { BatchOutcome } from './claim-batch.ts'

/** What was decided about a few claims. */
export const storeFewClaims = (context: DecideContext, batch: BatchOutcome): MoneyMoved =>
  store(context, batch, [
    ...replaceClaims(
      context,
      batch.claims.map(({ before, after, details }) => ({
        before,
        after: details === null ? after : { ...after, details },
      })),
    ),
    ...batch.messages.map(insertClaimMessage),
    ...batch.postings.map(insertPosting),
  ])

/** What was decided about any number of claims. They are encrypted here, so that the rows of a table are one write. */
export const storeManyClaims = async (context: ReadContext, batch: BatchOutcome): Promise<MoneyMoved> => {
  const seal = sealIn(context)
  const [claims, messages, postings] = await Promise.all([
    Promise.all(
      batch.claims.map(async ({ before, after, details }) => {
        const sealed = details === null ? null : await seal(claimSealContext, after.id, after.patientId, details)
        return { before, after, sealed }
      }),
    ),
    Promise.all(
      batch.messages.map(async ({ text, ...message }) => ({
        ...message,
        sealed: await seal(messageSealContext, message.id, message.patientId, text),
      })),
    ),
    Promise.all(
      batch.postings.map(async ({ movements, ...posting }) => ({
        ...posting,
        sealed: await seal(postingSealContext, posting.id, posting.patientId, movements),
      })),
    ),
  ])
  return store(context, batch, [
    ...followClaims(context, claims),
    ...insertClaimMessages(messages),
    ...insertPostings(postings),
  ])
}

/** Payments with their lines. */
export const storeRemittances = async (
  context: ReadContext,
  payments: readonly NewRemittance[],
): Promise<readonly Write[]> => {
  const seal = sealIn(context)
  const lines = payments.flatMap(({ stored, lines: all }) =>
    all.map(async ({ content, ...line }) => {
      if (line.patientId !== null) context.access.touch(line.patientId)
      const sealed = await seal(lineSealContext, line.id, line.patientId, content)
      return { ...line, remittanceId: stored.id, sealed }
    }),
  )
  return insertRemittances(payments, await Promise.all(lines))
}

/** Conditional: the chains are as gathered, so that each part of a file takes effect once. */
const store = (context: DecideContext, batch: BatchOutcome, writes: readonly Write[]): MoneyMoved => {
  const decided = batch.nextDecisions.map(({ next }) => next)
  for (const { patientId } of [...batch.messages, ...batch.postings, ...decided]) context.access.touch(patientId)
  const money = moveMoneyOf(context, batch.moves)
  return {
    writes: [
      ...(batch.gathered.length === 0 ? [] : [claimsAsGathered(batch.gathered)]),
      ...reversePostings(batch.reversals),
      ...batch.answered.map(({ before, after }) =>
        replaceHeldBalance(before, after, after.movements, after.reversedBy),
      ),
      ...batch.inquiries.map(({ before, after, answer }) => replaceStatusInquiry(after, before, answer)),
      ...batch.nextClaims.map(({ before, after }) => replaceNextClaim(after, before)),
      ...batch.nextDecisions.map(({ next, decision }) => insertNextDecision(next, decision)),
      ...writes,
      ...money.writes,
    ],
    events: [...batch.events, ...money.events],
  }
}

const sealIn =
  ({ vault, db, caller }: ReadContext) =>
  (
    contextOf: (organizationId: string, rowId: string, patientId: string | null) => SealContext,
    rowId: string,
    patientId: string | null,
    value: unknown,
  ): Promise<Uint8Array> =>
    vault.seal(db, contextOf(caller.organizationId, rowId, patientId), value)
