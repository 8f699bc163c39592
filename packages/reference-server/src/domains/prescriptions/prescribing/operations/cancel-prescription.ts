import { operation, type OperationResult } from '../../../../platform/contracts/operation.ts'
import { withdrawUnsent } from '../../../../platform/partners/transmission-write.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import { prescriptionChanged } from '../../events.ts'
import { requestCancel, isCancellable, takeBack } from '../model/cancel.ts'
import { subjectOf } from '../../kernel/model/compose-script.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notCancellable } from '../../problems.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { schema, sendScript } from '../../kernel/workflows/send-script.ts'
import { toMessageId } from '../../kernel/store/messages.ts'
import { decryptHistoryEntry, shownLines } from '../store/history.ts'
import { replaceWithHistory } from '../store/prescription-steps.ts'
import { readEncryptedWithHistory } from '../store/prescription-with-history.ts'
import { decryptPrescription, factsOf } from '../../kernel/store/prescriptions.ts'
import { gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { gatherParties } from '../workflows/gather-parties.ts'

export const cancelPrescription = operation<PrescriptionsContext>()('cancelPrescription', {
  gather: async ({ path }, ports, context) => {
    const encrypted = await readEncryptedWithHistory(context.db, context, path.prescriptionId)
    const facts = factsOf(encrypted.prescription)
    context.access.requireOwner([facts.practitionerId])
    const [parties, practitioners, before, ...history] = await Promise.all([
      gatherParties(ports, context, facts),
      gatherPractitionerSummaries(ports, context, [facts.practitionerId]),
      decryptPrescription(context.db, context, encrypted.prescription),
      ...encrypted.history.map((line) => decryptHistoryEntry(context.db, context, line)),
    ])
    return { before, history, parties, practitioners, policy: ports.policy }
  },
  decide: ({ body }, { before, history, parties, practitioners, policy }, context) => {
    const { now, newId } = context
    const { sentAs, content } = before
    const { pharmacy } = content
    if (pharmacy === null || sentAs === null || !isCancellable(before, pharmacy)) throw notCancellable()
    const cancelled = ({ after, entry }: ReturnType<typeof takeBack>) =>
      ({
        writes: replaceWithHistory({ entryId: newId(), before, after, entry }),
        events: [prescriptionChanged(after)],
        answer: {
          status: 200,
          body: presentWithHistory(
            context,
            { ...after, content },
            practitioners,
            [...history, entry].slice(-shownLines),
          ),
        },
      }) satisfies Change<OperationResult<'cancelPrescription'>>
    const request = (): Change<OperationResult<'cancelPrescription'>> => {
      const change = cancelled(requestCancel(before, body.reason, policy, now))
      const sent = sendScript(
        context,
        newId(),
        {
          about: 'cancel',
          prescriptionId: before.id,
          pharmacyId: pharmacy.id,
          relatesToMessageId: toMessageId(sentAs),
          body: { type: 'CancelRx', ...subjectOf(before, pharmacy, parties) },
        },
        before,
        policy,
      )
      return { ...change, writes: [...change.writes, ...sent.writes], transmissions: sent.transmissions }
    }
    if (before.status !== 'sending') return request()
    // A transmission that has not started is withdrawn. If it may have arrived, only the pharmacy can cancel it.
    const change = cancelled(takeBack(before, now))
    return { ...change, writes: [...change.writes, withdrawUnsent(schema, sentAs, now)], otherwise: request }
  },
})
