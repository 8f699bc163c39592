import type {
  Directions,
  PharmacyRequest,
  Prescription,
  PrescriptionEvent,
  RefillRequest,
  WritePrescription,
} from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { sampleDirectionsCoded, sampleDirectionsText } from './sample-directions-text.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleDrugAlerts, sampleDrugKnowledge, sampleFitAlerts } from './sample-drug-alerts.ts'
import {
  sampleAmoxicillin,
  sampleLisinopril,
  sampleMedication,
  sampleMedications,
  samplePharmacies,
} from './sample-medications.ts'
import { sampleClinician, samplePatient, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

const once: Directions = { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 } }

/** Medications, drafts, and the responses and requests of pharmacies. */
export const prescriptionsSample: SampleDomain = ({ live, now, newId }) => {
  const refills: RefillRequest[] = []
  const patientId = samplePatient.id
  let preferred = samplePharmacies[0] ?? null
  const ago = (days: number) => instant(now() - days * day)

  const make = (id: string, body: WritePrescription, more: Partial<Prescription> = {}): Prescription => ({
    id,
    patientId,
    ...(body.visitId && { visitId: body.visitId }),
    practitioner: sampleClinician,
    status: 'draft',
    medication: sampleMedication(body.rxcui),
    directions: body.directions,
    directionsCoded: sampleDirectionsCoded(body.directions),
    directionsText: sampleDirectionsText(body.directions),
    quantity: body.quantity,
    daysSupply: body.daysSupply,
    refills: body.refills,
    substitutionAllowed: body.substitutionAllowed,
    ...(body.diagnosisCode && { diagnosisCode: body.diagnosisCode }),
    pharmacy: body.pharmacyId ? find(samplePharmacies, body.pharmacyId) : preferred,
    ...(body.noteToPharmacist && { noteToPharmacist: body.noteToPharmacist }),
    alerts: [...sampleFitAlerts(sampleMedication(body.rxcui), body.directions), ...sampleDrugAlerts(body.rxcui)],
    acknowledgments: body.acknowledgments.map((one) => ({ ...one, by: 'member-jo', at: instant(now()) })),
    history: [],
    createdAt: instant(now()),
    version: 1,
    ...more,
  })

  const event = (status: PrescriptionEvent['status'], by: PrescriptionEvent['by'], at: string): PrescriptionEvent => ({
    at,
    status,
    by,
  })
  const toEnglish = (rxcui: string, more: Partial<WritePrescription> = {}): WritePrescription => ({
    rxcui,
    directions: once,
    quantity: 30,
    daysSupply: 30,
    refills: 2,
    substitutionAllowed: true,
    acknowledgments: [],
    ...more,
  })
  const prescriptions: Prescription[] = [
    make(
      'prescription-metformin',
      toEnglish('861007', {
        directions: { ...once, timing: { timesPerDay: 2 }, note: 'With food' },
        quantity: 60,
        refills: 3,
      }),
      {
        status: 'accepted',
        refillsLeft: 3,
        signedAt: ago(40),
        createdAt: ago(40),
        history: [
          event('sending', 'prescriber', ago(40)),
          event('sent', 'network', ago(40)),
          event('accepted', 'pharmacy', ago(40)),
        ],
      },
    ),
    make('prescription-lisinopril', toEnglish(sampleLisinopril.rxcui), {
      status: 'dispensed',
      refillsLeft: 1,
      signedAt: ago(21),
      createdAt: ago(21),
      alerts: [],
      history: [
        event('sending', 'prescriber', ago(21)),
        event('accepted', 'pharmacy', ago(21)),
        event('dispensed', 'pharmacy', ago(20)),
      ],
    }),
  ]
  const requests: PharmacyRequest[] = [
    {
      id: 'pharmacy-request-1',
      prescriptionId: 'prescription-lisinopril',
      patientId,
      patient: samplePatientSummary,
      kind: 'renewal',
      status: 'open',
      medicationName: sampleLisinopril.name,
      refills: 3,
      receivedAt: ago(1),
    },
  ]

  const updatePrescription = (one: Prescription, more: Partial<Prescription>): Prescription => {
    Object.assign(one, more, { version: one.version + 1 })
    live.emit({ type: 'prescription.changed', ids: { patientId: one.patientId } })
    return one
  }
  const check = (body: WritePrescription): void => {
    if (sampleMedication(body.rxcui).schedule) throw problem(422, 'controlled_substance')
    if (body.quantity > 1000)
      throw problem(422, 'quantity_implausible', {
        errors: [{ pointer: '/quantity', code: 'quantity_implausible', message: 'Too many.' }],
      })
  }
  const draft = (id: string): Prescription => {
    const one = find(prescriptions, id)
    if (one.status !== 'draft') throw problem(409, 'prescription_signed')
    return one
  }
  const isActive = ({ status }: Prescription) =>
    ['sent', 'accepted', 'dispensed', 'partially-dispensed'].includes(status)

  return (person) => ({
    searchMedications: ({ query: { search = '', limit = 20 } }) => ({
      items: sampleMedications
        .filter(({ name, rxcui }) => rxcui === search || name.toLowerCase().includes(search.toLowerCase()))
        .slice(0, limit),
    }),
    listUsualMedications: () => ({ items: [sampleLisinopril, sampleAmoxicillin] }),
    searchPharmacies: ({ query: { search = '' } }) => ({
      items: samplePharmacies.filter(({ name, address }) =>
        `${name} ${address.city}`.toLowerCase().includes(search.toLowerCase()),
      ),
    }),
    getPatientPharmacy: ({ path }) => ({ patientId: path.patientId, pharmacy: preferred }),
    choosePharmacy: ({ path, body }) => {
      preferred = find(samplePharmacies, body.pharmacyId)
      return { patientId: path.patientId, pharmacy: preferred }
    },
    checkPrescription: ({ path, body }) => ({
      patientId: path.patientId,
      alerts: sampleDrugAlerts(body.rxcui),
      sources: [sampleDrugKnowledge],
    }),
    writePrescription: ({ body }) => {
      check(body)
      const written = make(newId('prescription'), body)
      prescriptions.push(written)
      return written
    },
    changePrescription: ({ path, body: { version, ...body } }) => {
      const one = draft(path.prescriptionId)
      if (one.version !== version) return problem(409, 'version_conflict')
      check(body)
      return updatePrescription(one, { ...make(one.id, body), createdAt: one.createdAt, version })
    },
    discardPrescription: ({ path }) => {
      const one = draft(path.prescriptionId)
      prescriptions.splice(prescriptions.indexOf(one), 1)
      return { id: one.id, patientId: one.patientId }
    },
    listPrescriptions: ({ path, query: { visitId, active, ...paging } }) => ({
      patientId: path.patientId,
      ...page(
        prescriptions
          .filter(
            (one) =>
              (person === 'practitioner' || one.status !== 'draft') &&
              (!visitId || one.visitId === visitId) &&
              (!active || isActive(one)),
          )
          .toReversed(),
        paging,
      ),
    }),
    getPrescription: ({ path }) => find(prescriptions, path.prescriptionId),
    signPrescription: ({ path, body }) => {
      const one = draft(path.prescriptionId)
      if (one.version !== body.version) return problem(409, 'version_conflict')
      if (one.alerts.some(({ id }) => !one.acknowledgments.some(({ alertId }) => alertId === id)))
        return problem(422, 'alerts_open')
      if (!one.pharmacy) return problem(422, 'pharmacy_missing')
      const at = instant(now())
      const asked = refills.find((refill) => refill.prescriptionId === one.follows && refill.status === 'open')
      if (asked) {
        Object.assign(asked, { status: 'approved', respondedAt: at, version: asked.version + 1 })
        live.emit({ type: 'refill.changed', ids: { refillRequestId: asked.id, patientId: asked.patientId } })
      }
      return updatePrescription(one, {
        status: 'sending',
        signedAt: at,
        refillsLeft: one.refills,
        history: [event('sending', 'prescriber', at)],
      })
    },
    requestRefill: ({ path }) => {
      const { id: prescriptionId, patientId, medication } = find(prescriptions, path.prescriptionId)
      if (refills.some((refill) => refill.prescriptionId === prescriptionId && refill.status === 'open'))
        return problem(409, 'refill_open')
      const refill: RefillRequest = {
        id: newId('refill'),
        prescriptionId,
        patientId,
        medicationName: medication.name,
        status: 'open',
        requestedAt: instant(now()),
        version: 1,
      }
      refills.unshift(refill)
      live.emit({ type: 'refill.changed', ids: { refillRequestId: refill.id, patientId } })
      return refill
    },
    listRefillRequests: ({ query: { patientId, ...paging } }) =>
      page(
        refills.filter((refill) => (patientId ? refill.patientId === patientId : refill.status === 'open')),
        paging,
      ),
    declineRefill: ({ path, body: { answer } }) => {
      const refill = find(refills, path.refillRequestId)
      if (refill.status !== 'open') return problem(409, 'already_answered')
      Object.assign(refill, { status: 'declined', answer, respondedAt: instant(now()), version: refill.version + 1 })
      live.emit({ type: 'refill.changed', ids: { refillRequestId: refill.id, patientId: refill.patientId } })
      return refill
    },
    cancelPrescription: ({ path }) => {
      const one = find(prescriptions, path.prescriptionId)
      const isDispensable =
        ['sending', 'sent', 'accepted', 'undelivered', 'partially-dispensed', 'not-dispensed'].includes(one.status) ||
        (one.status === 'dispensed' && (one.refillsLeft ?? 0) > 0)
      if (!isDispensable) return problem(409, 'not_cancellable')
      return updatePrescription(one, {
        status: 'cancel-requested',
        history: [...one.history, event('cancel-requested', 'prescriber', instant(now()))],
      })
    },
    recordPharmacyCall: ({ path, body: { attention, agreed } }) => {
      const one = find(prescriptions, path.prescriptionId)
      if (one.needsAttention !== attention) return problem(409, 'version_conflict')
      delete one.needsAttention
      return updatePrescription(one, {
        history: [...one.history, { ...event(one.status, 'prescriber', instant(now())), text: agreed }],
      })
    },
    renewPrescription: ({ path }) => {
      const { id, medication, ...original } = find(prescriptions, path.prescriptionId)
      const { directions, quantity, daysSupply, refills, substitutionAllowed } = original
      const body = toEnglish(medication.rxcui, { directions, quantity, daysSupply, refills, substitutionAllowed })
      const renewed = make(newId('prescription'), body, { follows: id })
      prescriptions.push(renewed)
      return renewed
    },
    listPharmacyRequests: ({ query }) =>
      page(
        requests.filter(({ status }) => status === 'open'),
        query,
      ),
    respondToPharmacyRequest: ({ path, body }) => {
      const request = find(requests, path.requestId)
      if (request.status !== 'open') return problem(409, 'already_answered')
      Object.assign(request, { status: body.decision, respondedAt: instant(now()) })
      live.emit({ type: 'prescription.changed', ids: { patientId } })
      return request
    },
  })
}
