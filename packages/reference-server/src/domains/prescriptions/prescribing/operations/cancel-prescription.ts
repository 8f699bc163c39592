import { operation } from '../../../../platform/contracts/operation.ts'
import { withdrawTransmission } from '../../../../platform/partners/transmission-states.ts'
import { prescriptionChanged } from '../../events.ts'
import { askToCancel, isCancellable, takeBack } from '../model/cancel.ts'
import { subjectOf } from '../../kernel/model/compose-script.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notCancellable, versionConflict } from '../../problems.ts'
import { schema, sendScript } from '../../kernel/workflows/send-script.ts'
import { wireId } from '../../kernel/store/messages.ts'
import { keepStep } from '../store/prescription-steps.ts'
import { readFacts, readPrescription } from '../../kernel/store/prescriptions.ts'
import { answerOfPrescription, summariesFor } from '../workflows/answer-of-prescription.ts'
import { gatherParties } from '../workflows/gather-parties.ts'

export const cancelPrescription = operation<PrescriptionsContext>()('cancelPrescription', {
  gather: async ({ path }, ports, reading) => {
    const facts = await readFacts(reading.db, reading, path.prescriptionId)
    reading.access.requireOwner([facts.practitionerId])
    const [parties, practitioners] = await Promise.all([
      gatherParties(ports, reading, facts),
      summariesFor(ports, reading, [facts.practitionerId]),
    ])
    return { parties, practitioners, policy: ports.policy }
  },
  keep: async ({ path, body }, { parties, practitioners, policy }, keeping) => {
    const { tx, now } = keeping
    const before = await readPrescription(tx, keeping, path.prescriptionId, 'lock')
    const { pharmacy } = before.content
    if (pharmacy === null || before.sentAs === null || !isCancellable(before, pharmacy)) throw notCancellable()
    // What has not begun to leave is taken back; whatever may have arrived only the pharmacy can cancel.
    const isTakenBack = before.status === 'sending' && (await withdrawTransmission(keeping, schema, before.sentAs))
    const { after, entry } = isTakenBack ? takeBack(before, now) : askToCancel(before, body.reason, policy, now)
    if (!isTakenBack)
      await sendScript(
        keeping,
        {
          about: 'cancel',
          prescriptionId: before.id,
          pharmacyId: pharmacy.id,
          relatesToMessageId: wireId(before.sentAs),
          body: { type: 'CancelRx', ...subjectOf(before, pharmacy, parties) },
        },
        before.patientId,
        policy,
      )
    if (!(await keepStep(tx, keeping, before, after, entry))) throw versionConflict()
    await keeping.emit(prescriptionChanged(after))
    const changed = { ...after, content: before.content }
    return { status: 200, body: await answerOfPrescription(tx, keeping, changed, practitioners) }
  },
})
