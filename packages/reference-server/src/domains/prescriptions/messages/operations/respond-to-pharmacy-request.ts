import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { ScriptResponse } from '../../../../vendors/pharmacy/script/script-message.ts'
import { pharmacyRequestResponded, prescriptionSigned } from '../../events.ts'
import { approve, outcomeOf, type Approval } from '../model/approve-request.ts'
import { subjectOf, type Parties, type ScriptPayload } from '../../kernel/model/compose-script.ts'
import { presentRequest } from '../presenters/present-request.ts'
import type { PharmacyRequest } from '../../kernel/model/pharmacy-request.ts'
import type { Prescription } from '../../kernel/model/prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { alreadyAnswered, medicationsChanged, notAPrescriber } from '../../problems.ts'
import { sendScript } from '../../kernel/workflows/send-script.ts'
import { advanceList } from '../../kernel/store/list-versions.ts'
import { prescriptions, readPrescriptionToSign } from '../../kernel/store/prescriptions.ts'
import { readRequest, requests } from '../store/pharmacy-requests.ts'
import { insertHistoryEntry } from '../../prescribing/store/history.ts'
import { countUsualMedication } from '../../prescribing/store/usual-medications.ts'
import { gatherMedication } from '../../prescribing/workflows/gather-medication.ts'
import { gatherParties } from '../../prescribing/workflows/gather-parties.ts'
import { isDiagnosisInForce } from '../../prescribing/workflows/is-diagnosis-in-force.ts'
import { networkFor } from '../../pharmacies/workflows/gather-pharmacy.ts'

export const respondToPharmacyRequest = operation<PrescriptionsContext>()('respondToPharmacyRequest', {
  gather: async ({ path, body }, ports, context) => {
    const { practitionerId } = context.caller
    const request = await readRequest(context.db, context, path.requestId)
    if (practitionerId === null) throw notAPrescriber()
    context.access.requireOwner([request.practitionerId])
    const { prescription: earlier, listVersion } = await readPrescriptionToSign(
      context.db,
      context,
      request.prescriptionId,
    )
    const { patientId } = earlier
    const wanted = request.kind === 'renewal' ? earlier.content.medication.rxcui : request.content.requested?.rxcui
    // A change without a medication (a clarification, a prior authorization) cannot be approved here.
    const prescribable = ports.medications.find(wanted ?? '')
    const network = await networkFor(ports, context)
    const nothing = { controlled: null, alerts: [] }
    const [parties, patients, medicine, isKnown] = await Promise.all([
      gatherParties(ports, context, { patientId, practitionerId, visitId: null }),
      ports.directory.patientSummaries(context, [patientId]),
      prescribable === null || body.decision === 'denied'
        ? nothing
        : gatherMedication(ports, context, patientId, prescribable.medication, [earlier.id]),
      isDiagnosisInForce(ports, context, earlier.content.diagnosisCode),
      network.permit(),
    ])
    const { policy } = ports
    const checked = { ...medicine, isDiagnosisInForce: isKnown }
    return { request, earlier, listVersion, prescribable, parties, patients, checked, practitionerId, policy }
  },
  decide: ({ body }, gathered, context) => {
    const { request, earlier, listVersion, parties, patients, checked, practitionerId, prescribable, policy } = gathered
    const { now, newId } = context
    if (request.status !== 'open') throw alreadyAnswered()
    const answered = { ...request, status: body.decision, respondedAt: now }
    const change = {
      writes: [requests.replace(answered, request)],
      events: [pharmacyRequestResponded(answered)],
      answer: { status: 200, body: presentRequest(answered, patients.get(request.patientId)) },
    } as const
    if (body.decision === 'denied') {
      const response = { outcome: 'Denied', ...(body.reason !== undefined && { reason: body.reason }) } as const
      const payload = responseTo(request, earlier, parties, response)
      const { writes, transmissions } = sendScript(context, newId(), payload, earlier, policy)
      return { ...change, writes: [...change.writes, ...writes], transmissions }
    }
    const { isLicensed, practitioner } = parties
    const hasNpi = practitioner.npi !== undefined
    const who = { practitionerId, isLicensed, hasNpi, ...checked }
    const signing = { id: newId(), prescribable, refills: body.refills, policy, ...who, now }
    const approved = approval(request, earlier, signing, parties, body.reason, context)
    return {
      ...change,
      writes: [...change.writes, ...approved.writes, advanceList(earlier.patientId, listVersion)],
      events: [...approved.events, ...change.events],
      transmissions: approved.transmissions,
      // Something else was signed for the patient since the check, so the two were not compared with each other.
      otherwise: () => {
        throw medicationsChanged()
      },
    }
  },
})

/** The response to the pharmacy about the prescription. */
const responseTo = (
  { kind, messageId }: PharmacyRequest,
  prescription: Prescription,
  parties: Parties,
  response: ScriptResponse,
): ScriptPayload => {
  const { pharmacy } = prescription.content
  if (pharmacy === null) throw notFound('prescription without a pharmacy')
  const type = kind === 'renewal' ? 'RxRenewalResponse' : 'RxChangeResponse'
  return {
    about: response.outcome === 'Denied' ? 'answer' : 'new',
    prescriptionId: prescription.id,
    pharmacyId: pharmacy.id,
    relatesToMessageId: messageId,
    body: { type, response, ...subjectOf(prescription, pharmacy, parties) },
  }
}

/** The new prescription, and the message that carries it. */
const approval = (
  request: PharmacyRequest,
  earlier: Prescription,
  signing: Approval & { readonly policy: PrescriptionsContext['policy'] },
  parties: Parties,
  note: string | undefined,
  context: Pick<DecideContext, 'now' | 'newId'>,
): Required<Pick<Change<void>, 'writes' | 'events' | 'transmissions'>> => {
  const { now, newId } = context
  const sentAs = newId()
  const signed = { ...approve(earlier, request, signing), sentAs }
  const outcome = { outcome: outcomeOf(request.content, signed), ...(note !== undefined && { note }) }
  const payload = responseTo(request, signed, parties, outcome)
  const { writes, transmissions } = sendScript(context, sentAs, payload, signed, signing.policy)
  const entry = { at: now, status: 'sending', by: 'prescriber', code: request.kind } as const
  return {
    writes: [
      prescriptions.insert(signed, signed.content),
      insertHistoryEntry(newId(), signed, entry),
      ...writes,
      countUsualMedication(newId(), signing.practitionerId, signed.content.medication.rxcui),
    ],
    events: [prescriptionSigned(signed)],
    transmissions,
  }
}
