import { notFound } from '../../../platform/problems/problem.ts'
import { operation, type OperationInput } from '../../../platform/contracts/operation.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Laboratories } from '../../../vendors/laboratory/provider.ts'
import { shortNumber } from '../../../vendors/laboratory/short-number.ts'
import { orderPlaced } from '../events.ts'
import { billingOfOrder } from '../model/billing-of-order.ts'
import { localDay } from '../model/local-day.ts'
import { neededMembers } from '../model/lab-test.ts'
import { requireValidOrder, type CheckedOrder } from '../model/require-valid-order.ts'
import type { LabOrder } from '../model/lab-order.ts'
import { toLaboratoryOrder } from '../model/to-laboratory-order.ts'
import type { LabsContext, Patient, Practitioner, PractitionerSummary } from '../ports.ts'
import { notLicensed, npiMissing, unknownCode } from '../problems.ts'
import { insertOrder } from '../store/orders.ts'
import { noResults } from '../store/result-facts.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'

interface LoadedOrderRequest {
  readonly patient: Patient
  readonly practitioner: Practitioner
  readonly summary: PractitionerSummary
  readonly checked: CheckedOrder
  readonly laboratories: ReturnType<Laboratories['listOf']>
  readonly billing: ReturnType<typeof billingOfOrder>
  readonly diagnosisNames: ReadonlyMap<string, string>
  readonly expiresAt: Date
  readonly continuedVisitId: string | null
}

export const placeLabOrder = operation<LabsContext>()('placeLabOrder', {
  gather: async ({ path, body }, ports, context): Promise<LoadedOrderRequest> => {
    const laboratories = ports.laboratories.listOf(context.caller.organizationId)
    const ids = laboratories.map(({ id }) => id)
    const checked = requireValidOrder(body, ports.catalog, ids)
    const { zone } = await ports.directory.organization(context)
    const diagnosisNames = requireKnownDiagnoses(body.diagnosisCodes, ports, context, zone)
    const { practitionerId } = context.caller
    if (practitionerId === null) throw npiMissing()
    const practitioner = await ports.directory.practitioner(context, practitionerId)
    if (practitioner.npi === undefined) throw npiMissing()
    const patient = await ports.directory.patient(context, path.patientId)
    const state = await stateOf(body.visitId, patient, ports, context)
    if (!ports.directory.licensedIn(practitioner, state, context.now).licensed) throw notLicensed()
    await ports.laboratories.of(checked.laboratoryId).permit()
    const day = localDay(context.now, zone)
    const billed = { patientId: patient.id, visitId: body.visitId ?? null, day }
    const coverages = body.selfPay ? [] : await ports.billing.coveragesOf(context, billed)
    const billing = billingOfOrder({ patient, coverages, day })
    const summaryOf = await gatherPractitioners(ports, context, [{ practitionerId }])
    // An order between visits is protected as the last visit about substance use that the practitioner held.
    const { organizationId } = context.caller
    const continuedVisitId =
      body.visitId === undefined ? await ports.partTwo.visitBehind(organizationId, patient.id, practitionerId) : null
    const expiresAt = new Date(context.now.getTime() + ports.policy.undeliveredAfterHours * 3_600_000)
    return {
      ...{ patient, practitioner, summary: summaryOf({ practitionerId }) },
      ...{ checked, laboratories, billing, diagnosisNames, expiresAt, continuedVisitId },
    }
  },
  decide: ({ body }, ready, { newId, now }) => {
    const [id, transmissionId] = [newId(), newId()]
    const order: LabOrder = {
      id,
      groupNumber: shortNumber(id, 12),
      patientId: ready.patient.id,
      visitId: body.visitId ?? null,
      continuedVisitId: ready.continuedVisitId,
      practitionerId: ready.practitioner.id,
      status: 'sending',
      priority: body.priority,
      placedAt: now,
      transmissionId,
      content: contentOf(body, ready),
      version: 1,
      resultsStored: 0,
    }
    const { patientId, visitId, continuedVisitId } = order
    const answers = ready.checked.tests.map(({ forLaboratory }) => forLaboratory)
    const specimenCodes = ready.checked.tests.map(({ test }) => test.specimenCode)
    const payload = toLaboratoryOrder({ ...ready, order, answers, specimenCodes })
    return {
      writes: [insertOrder(order)],
      events: [orderPlaced(order)],
      transmissions: [
        {
          ...{ id: transmissionId, kind: 'order', subjectId: id, patientId },
          visitId: visitId ?? continuedVisitId,
          ...{ payload, expiresAt: ready.expiresAt },
          isFirst: true,
          known: order,
        },
      ],
      answer: {
        status: 201,
        headers: { location: `/v1/lab-orders/${id}` },
        body: presentOrder(order, {
          practitioner: ready.summary,
          results: noResults,
          laboratories: ready.laboratories,
        }),
      },
    }
  },
})

type Placed = OperationInput<'placeLabOrder'>['body']

const contentOf = (
  { note, diagnosisCodes }: Placed,
  { checked, billing }: Pick<LoadedOrderRequest, 'checked' | 'billing'>,
): LabOrder['content'] => ({
  tests: checked.tests.map(({ test, answers }) => {
    const { code, loinc, name } = test
    const { members, panels } = neededMembers(test)
    const needed = { ...(members.length > 0 && { members }), ...(panels.length > 0 && { panels }) }
    return { code, loinc, name, answers, ...needed, state: 'ordered' }
  }),
  diagnosisCodes,
  note: note ?? null,
  refusal: null,
  laboratoryId: checked.laboratoryId,
  payers: billing.coverages.map(({ payerName }) => payerName),
})

/**
 * Diagnoses must be valid on the clinic's local date, as the search offers them. In its evening, UTC may already be in the next release.
 */
const requireKnownDiagnoses = (
  codes: readonly string[],
  { documentation }: Pick<LabsContext, 'documentation'>,
  context: ReadContext,
  zone: string,
): ReadonlyMap<string, string> => {
  const names = documentation.diagnosisNames(codes, context.now, zone)
  const unknown = codes.flatMap((code, index) =>
    names.has(code)
      ? []
      : [
          {
            pointer: `/diagnosisCodes/${index}`,
            code: 'unknown',
            message: 'Must be an ICD-10-CM code in use, with its dot.',
          },
        ],
  )
  if (unknown.length > 0) throw unknownCode(unknown)
  return names
}

/** The state in which the practitioner must be licensed: the patient's reported location, else their home. */
const stateOf = async (
  visitId: string | undefined,
  patient: Patient,
  { visits }: Pick<LabsContext, 'visits'>,
  context: ReadContext,
): Promise<string> => {
  if (visitId === undefined) return patient.state
  const visit = await visits.visit(context, visitId)
  if (visit.patientId !== patient.id) throw notFound('visit of another patient')
  return visit.location?.state ?? patient.state
}
