import { operation } from '../../../../platform/contracts/operation.ts'
import { withdrawTransmission } from '../../../../platform/partners/transmission-states.ts'
import { prescriptionChanged } from '../../events.ts'
import { requestCancel, isCancellable, takeBack } from '../model/cancel.ts'
import { subjectOf } from '../../kernel/model/compose-script.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notCancellable, versionConflict } from '../../problems.ts'
import { schema, sendScript } from '../../kernel/workflows/send-script.ts'
import { toMessageId } from '../../kernel/store/messages.ts'
import { updateWithHistory } from '../store/prescription-steps.ts'
import { readPrescriptionFacts, readPrescription } from '../../kernel/store/prescriptions.ts'
import { readPresentedPrescription, gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { gatherParties } from '../workflows/gather-parties.ts'

export const cancelPrescription = operation<PrescriptionsContext>()('cancelPrescription', {
  gather: async ({ path }, ports, context) => {
    const facts = await readPrescriptionFacts(context.db, context, path.prescriptionId)
    context.access.requireOwner([facts.practitionerId])
    const [parties, practitioners] = await Promise.all([
      gatherParties(ports, context, facts),
      gatherPractitionerSummaries(ports, context, [facts.practitionerId]),
    ])
    return { parties, practitioners, policy: ports.policy }
  },
  keep: async ({ path, body }, { parties, practitioners, policy }, context) => {
    const { tx, now } = context
    const before = await readPrescription(tx, context, path.prescriptionId, 'for-update')
    const { pharmacy } = before.content
    if (pharmacy === null || before.sentAs === null || !isCancellable(before, pharmacy)) throw notCancellable()
    // A transmission that has not started is withdrawn. If it may have arrived, only the pharmacy can cancel it.
    const isWithdrawn = before.status === 'sending' && (await withdrawTransmission(context, schema, before.sentAs))
    const { after, entry } = isWithdrawn ? takeBack(before, now) : requestCancel(before, body.reason, policy, now)
    if (!isWithdrawn)
      await sendScript(
        context,
        {
          about: 'cancel',
          prescriptionId: before.id,
          pharmacyId: pharmacy.id,
          relatesToMessageId: toMessageId(before.sentAs),
          body: { type: 'CancelRx', ...subjectOf(before, pharmacy, parties) },
        },
        before.patientId,
        policy,
      )
    if (!(await updateWithHistory(tx, context, before, after, entry))) throw versionConflict()
    await context.emit(prescriptionChanged(after))
    const changed = { ...after, content: before.content }
    return { status: 200, body: await readPresentedPrescription(tx, context, changed, practitioners) }
  },
})
