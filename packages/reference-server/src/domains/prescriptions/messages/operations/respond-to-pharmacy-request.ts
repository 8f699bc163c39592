import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { OperationNodeSource } from 'kysely'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { ScriptResponse } from '../../../../vendors/pharmacy/script/script-message.ts'
import { pharmacyRequestResponded, prescriptionSigned } from '../../events.ts'
import { approve, outcomeOf, type Approval } from '../model/approve-request.ts'
import { subjectOf, type Parties } from '../../kernel/model/compose-script.ts'
import { presentRequest } from '../presenters/present-request.ts'
import type { PharmacyRequest } from '../../kernel/model/pharmacy-request.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { Prescription } from '../../kernel/model/prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { alreadyAnswered, notAPrescriber, versionConflict } from '../../problems.ts'
import { requireAllCompared } from '../../prescribing/workflows/require-all-compared.ts'
import { sendScript } from '../../kernel/workflows/send-script.ts'
import { updateAnsweredRequest, readRequest } from '../store/pharmacy-requests.ts'
import { updateWithHistory } from '../../prescribing/store/prescription-steps.ts'
import { insertPrescription, readPrescription } from '../../kernel/store/prescriptions.ts'
import { upsertUsualMedicationStatement } from '../../prescribing/store/usual-medications.ts'
import { gatherMedication } from '../../prescribing/workflows/gather-medication.ts'
import { gatherParties } from '../../prescribing/workflows/gather-parties.ts'
import { networkFor } from '../../pharmacies/workflows/gather-pharmacy.ts'

export const respondToPharmacyRequest = operation<PrescriptionsContext>()('respondToPharmacyRequest', {
  gather: async ({ path, body }, ports, context) => {
    const { practitionerId } = context.caller
    const request = await readRequest(context.db, context, path.requestId)
    if (practitionerId === null) throw notAPrescriber()
    context.access.requireOwner([request.practitionerId])
    const earlier = await readPrescription(context.db, context, request.prescriptionId)
    const { patientId } = earlier
    const wanted = request.kind === 'renewal' ? earlier.content.medication.rxcui : request.content.requested?.rxcui
    // A change without a medication (a clarification, a prior authorization) cannot be approved here.
    const prescribable = ports.medications.find(wanted ?? '')
    const network = await networkFor(ports, context)
    const nothing = { controlled: null, alerts: [], compared: [] }
    const [parties, patients, medication] = await Promise.all([
      gatherParties(ports, context, { patientId, practitionerId, visitId: null }),
      ports.directory.patientSummaries(context, [patientId]),
      prescribable === null || body.decision === 'denied'
        ? nothing
        : gatherMedication(ports, context, patientId, prescribable.medication, [earlier.id]),
      network.permit(),
    ])
    return { prescribable, parties, patients, medicine: medication, practitionerId, policy: ports.policy }
  },
  keep: async ({ path, body }, gathered, context) => {
    const { tx, now, newId, emit } = context
    const { parties, patients, medicine: medication, practitionerId, prescribable, policy } = gathered
    const request = await readRequest(tx, context, path.requestId, 'for-update')
    if (request.status !== 'open') throw alreadyAnswered()
    const earlier = await readPrescription(tx, context, request.prescriptionId, 'for-update')
    const note = body.reason === undefined ? {} : { note: body.reason }
    if (body.decision === 'denied') {
      const reason = body.reason === undefined ? {} : { reason: body.reason }
      await respond(context, request, earlier, parties, { outcome: 'Denied', ...reason }, policy)
    } else {
      if (prescribable !== null) await requireAllCompared(context, earlier.patientId, medication.compared)
      const signing = {
        id: newId(),
        practitionerId,
        prescribable,
        refills: body.refills,
        policy,
        isLicensed: parties.isLicensed,
        hasNpi: parties.practitioner.npi !== undefined,
        ...medication,
        now,
      }
      await storeApproval(context, request, earlier, { signing, parties, policy, note })
    }
    if (!(await updateAnsweredRequest(tx, context, request, body.decision, now))) throw alreadyAnswered()
    const answered = { ...request, status: body.decision, respondedAt: now }
    await emit(pharmacyRequestResponded(answered))
    return { status: 200, body: presentRequest(answered, patients.get(request.patientId)) }
  },
})

/** Sends the response to the pharmacy; returns the message's id. */
const respond = (
  context: WriteContext,
  { kind, messageId }: PharmacyRequest,
  prescription: Prescription,
  parties: Parties,
  response: ScriptResponse,
  policy: PrescribingPolicy,
  extraStatements: readonly OperationNodeSource[] = [],
): Promise<string> => {
  const { pharmacy } = prescription.content
  if (pharmacy === null) throw notFound('prescription without a pharmacy')
  const type = kind === 'renewal' ? 'RxRenewalResponse' : 'RxChangeResponse'
  return sendScript(
    context,
    {
      about: response.outcome === 'Denied' ? 'answer' : 'new',
      prescriptionId: prescription.id,
      pharmacyId: pharmacy.id,
      relatesToMessageId: messageId,
      body: { type, response, ...subjectOf(prescription, pharmacy, parties) },
    },
    prescription.patientId,
    policy,
    extraStatements,
  )
}

/** The new prescription is inserted before the message that carries it, because the message refers to it. */
const storeApproval = async (
  context: WriteContext,
  request: PharmacyRequest,
  earlier: Prescription,
  {
    signing,
    parties,
    policy,
    note,
  }: { signing: Approval; parties: Parties; policy: PrescribingPolicy; note: { note?: string } },
): Promise<void> => {
  const { tx, now, emit } = context
  const signed = approve(earlier, request, signing)
  await insertPrescription(tx, context, signed)
  const counted = upsertUsualMedicationStatement(tx, context, signing.practitionerId, signed.content.medication.rxcui)
  const approved = { outcome: outcomeOf(request.content, signed), ...note }
  const sentAs = await respond(context, request, signed, parties, approved, policy, [counted])
  const entry = { at: now, status: 'sending', by: 'prescriber', code: request.kind } as const
  if (!(await updateWithHistory(tx, context, signed, { ...signed, sentAs }, entry))) throw versionConflict()
  await emit(prescriptionSigned(signed))
}
