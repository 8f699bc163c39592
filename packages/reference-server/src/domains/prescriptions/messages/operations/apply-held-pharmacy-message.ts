import { operation } from '../../../../platform/contracts/operation.ts'
import { pharmacyMessageReceived, pharmacyMessageResolved } from '../../events.ts'
import { isApplicable, purposeFor } from '../model/held-message.ts'
import { matchFault, receiverFault } from '../model/match-fault.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { alreadyResolved, messageDiffers, messageNotApplicable } from '../../problems.ts'
import { readPrescription } from '../../kernel/store/prescriptions.ts'
import { applyHeldMessage, findHeldMessage } from '../store/held-messages.ts'
import { readHeldMessage } from '../workflows/read-held-message.ts'

/** Applies a message to the prescription that a person chose. Its effect follows, as if it had been matched when it arrived. */
export const applyHeldPharmacyMessage = operation<PrescriptionsContext>()('applyHeldPharmacyMessage', {
  gather: async ({ path, body }, { directory, pharmacies, medications }, context) => {
    const held = await findHeldMessage(context.db, context, path.messageId)
    if (held === null) throw alreadyResolved()
    const { content, ...facts } = await readPrescription(context.db, context, body.prescriptionId)
    const [patient, network, read] = await Promise.all([
      directory.patient(context, facts.patientId),
      pharmacies.networkOf(context.caller.organizationId),
      readHeldMessage(context, held),
    ])
    const compared = { facts, patient, prescribed: content.medication, medications }
    return { held, compared, accountId: network?.accountId ?? null, ...read }
  },
  decide: ({ body }, { held, compared, accountId, bytes, message, references }, { caller, now }) => {
    const { id: prescriptionId, patientId, status } = compared.facts
    if (message === null || status === 'draft' || !isApplicable(held.reason, message, references))
      throw messageNotApplicable()
    const about = purposeFor(prescriptionId, message, references)
    if (about === null) throw messageNotApplicable()
    const isConfirmed = body.confirmed === true
    const differs = receiverFault(message.header, accountId) ?? matchFault(message, compared)
    if (differs !== null && !isConfirmed) throw messageDiffers(differs)
    const decision = { by: caller.personId, at: now }
    return {
      writes: [applyHeldMessage(held, { prescriptionId, patientId, about }, isConfirmed, bytes, decision)],
      events: [pharmacyMessageReceived(held.id), pharmacyMessageResolved(held.id, patientId, 'applied')],
      answer: { status: 200, body: { id: held.id, prescriptionId, patientId } },
    }
  },
})
