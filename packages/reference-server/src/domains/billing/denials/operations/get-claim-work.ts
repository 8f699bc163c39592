import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import type { BillingContext } from '../../ports.ts'
import { appealDeadline } from '../model/appeal.ts'
import { presentAppeal, presentNote, presentWriteOff } from '../presenters/present-claim-work.ts'
import { listAppeals } from '../store/appeals.ts'
import { listNotes } from '../store/claim-notes.ts'
import { listWriteOffsByRoot } from '../store/write-offs.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const getClaimWork = operation<BillingContext>()('getClaimWork', {
  read: async ({ path }, _, context, ports) => {
    const { db, caller } = context
    const claim = await readClaimFacts(db, context, path.claimId)
    context.access.touch(claim.patientId)
    const [payer, account, organization, notes, appeals, writeOffs] = await Promise.all([
      findPayer(db, claim.payerId),
      findVisitAccount(db, claim.visitId),
      ports.directory.organization(context),
      listNotes(db, context, claim.rootId),
      listAppeals(db, context, claim.rootId),
      listWriteOffsByRoot(db, context, claim.rootId),
    ])
    if (payer === null) throw notFound('a payer is never removed')
    const names = await gatherNames(ports, context, [
      ...[...notes, ...appeals].map(({ authorId }) => authorId),
      ...writeOffs.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
    ])
    const appealBy = appealDeadline(claim.history, ports.policy.appealDays[payer.kind], organization.zone)
    return {
      status: 200,
      body: {
        claimId: claim.id,
        patientId: claim.patientId,
        openCents: account?.insuranceCents ?? 0,
        ...(appealBy !== null && { appealBy }),
        notes: notes.map((note) => presentNote(note, names)),
        appeals: appeals.map((appeal) => presentAppeal(appeal, names)),
        writeOffs: writeOffs.map((writeOff) => presentWriteOff(writeOff, names, caller.personId)),
      },
    }
  },
})
