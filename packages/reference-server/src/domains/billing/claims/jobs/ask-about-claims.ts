import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { Problem } from '../../../../platform/problems/problem.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'
import { readTerms } from '../../fees/store/terms.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaim } from '../store/claims.ts'
import { listClaimsToAskAbout, listStatusInquiries } from '../store/status-inquiries.ts'
import { askableStates, askStatus } from '../workflows/ask-status.ts'
import { requireSendingTerms } from '../workflows/require-sending-terms.ts'

const name = 'billing.ask-about-claims'
const atATime = 50
const dayMs = 86_400_000

/** Asks payers about claims that they have not decided some days after they were sent, and again some days later (policy). */
export const askAboutClaims = (
  ports: Pick<BillingContext, 'directory' | 'clearinghouse' | 'policy'>,
  readContextOf: (organizationId: string, timer: string, now: Date) => ReadContext,
  keep: KeepForOrganization,
): DomainJob => ({
  name,
  everySeconds: 3_600,
  run: async (now) => {
    const { afterDays, againDays } = ports.policy.statusInquiry
    for (const organizationId of await ports.directory.organizationIds()) {
      const access = ports.clearinghouse.of(organizationId)
      if (access === null) continue
      const claimIds = await listClaimsToAskAbout(readContextOf(organizationId, name, now).db, askableStates, {
        sentBefore: new Date(now.getTime() - afterDays * dayMs),
        askedBefore: new Date(now.getTime() - againDays * dayMs),
        limit: atATime,
      })
      for (const claimId of claimIds)
        await keep(organizationId, name, now, async (context) => {
          const { db } = context
          const claim = await readClaim(db, context, claimId)
          const [terms, visit, earlier] = await Promise.all([
            readTerms(db),
            findVisitAccount(db, claim.visitId),
            listStatusInquiries(db, context, claimId),
          ])
          const { account } = access
          const { lastControlNumber } = terms
          const sending = requireSendingTerms({ account, policy: ports.policy, lastControlNumber })
          const latest = earlier[0]?.facts ?? null
          const { inquiry: _, ...change } = askStatus(context, {
            claim,
            restricted: visit?.restricted ?? false,
            latest,
            sending,
            askedBy: 'server',
          })
          return { ...change, answer: undefined }
        }).catch(ignoreProblem)
    }
  },
})

/** It was decided or asked about in the meantime, or cannot be written: the desk sees why when it asks. */
const ignoreProblem = (error: unknown): void => {
  if (!(error instanceof Problem)) throw error
}
