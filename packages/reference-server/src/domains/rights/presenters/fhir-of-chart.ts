import type { components } from '@visitkit/contract'
import { fileName, fileOfResult, mediaTypeOf } from '../model/file-of-result.ts'
import { concept, hl7, icd10, loinc, reference, rxnorm, type FhirResource } from './fhir-resource.ts'

type Schemas = components['schemas']

/** English text, or the first there is. */
const english = (texts: readonly Schemas['LocalizedText'][]): string =>
  (texts.find(({ language }) => language === 'en') ?? texts[0])?.text ?? ''

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

/** DocumentReference. The text of a signed note with its addenda is the attachment. */
export const fhirOfNote = (note: Schemas['Note']): FhirResource => {
  const headings = new Map(note.template?.sections.map(({ code, heading }) => [code, english(heading)]))
  const texts = [
    ...note.sections.map(({ code, text }) => `${headings.get(code) ?? code}\n${text}`),
    ...note.addenda.map(({ text, signature }) => `Addendum, ${signature.by.displayName}, ${signature.at}\n${text}`),
  ]
  return {
    resourceType: 'DocumentReference',
    id: note.id,
    status: 'current',
    docStatus: note.status === 'addended' ? 'amended' : 'final',
    type: concept(loinc, note.kind),
    subject: reference('Patient', note.patientId),
    date: note.signatures[0]?.at ?? note.savedAt,
    author: note.author === null ? [] : [{ display: note.author.displayName }],
    content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: base64(texts.join('\n\n')) } }],
    context: { encounter: [reference('Encounter', note.visitId)] },
  }
}

export const fhirOfVitals = (patientId: string, { noteId, vitals }: Schemas['NoteVitals']): FhirResource[] =>
  vitals.map(({ id, loinc: code, value, unit, measuredAt, status }) => ({
    resourceType: 'Observation',
    id,
    status,
    category: [hl7('observation-category', 'vital-signs')],
    code: concept(loinc, code),
    subject: reference('Patient', patientId),
    effectiveDateTime: measuredAt,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
    derivedFrom: [reference('DocumentReference', noteId)],
  }))

/** `entered-in-error` is a verification status in FHIR, and then there is no clinical status. */
const statusOf = (of: 'condition' | 'allergyintolerance', status: string): Record<string, unknown> =>
  status === 'entered-in-error'
    ? {
        verificationStatus: hl7(
          of === 'condition' ? 'condition-ver-status' : 'allergyintolerance-verification',
          status,
        ),
      }
    : { clinicalStatus: hl7(`${of}-clinical`, status) }

export const fhirOfAllergy = (allergy: Schemas['Allergy']): FhirResource => ({
  resourceType: 'AllergyIntolerance',
  id: allergy.id,
  ...statusOf('allergyintolerance', allergy.status),
  code:
    allergy.substance.rxcui === undefined
      ? { text: allergy.substance.name }
      : concept(rxnorm, allergy.substance.rxcui, allergy.substance.name),
  patient: reference('Patient', allergy.patientId),
  recordedDate: allergy.notedAt,
  ...((allergy.reaction !== undefined || allergy.severity !== 'unknown') && {
    reaction: [
      {
        manifestation: [{ text: allergy.reaction ?? 'Not stated' }],
        ...(allergy.severity !== 'unknown' && { severity: allergy.severity }),
      },
    ],
  }),
})

/** MedicationStatement. What the patient takes and was not prescribed here. */
export const fhirOfReportedMedicine = (reported: Schemas['ReportedMedication']): FhirResource => ({
  resourceType: 'MedicationStatement',
  id: reported.id,
  status: reported.status,
  medicationCodeableConcept:
    reported.medication.rxcui === undefined
      ? { text: reported.medication.name }
      : concept(rxnorm, reported.medication.rxcui, reported.medication.name),
  subject: reference('Patient', reported.patientId),
  dateAsserted: reported.reportedAt,
  ...(reported.directions !== undefined && { dosage: [{ text: reported.directions }] }),
})

export const fhirOfCondition = (condition: Schemas['ChartCondition']): FhirResource => ({
  resourceType: 'Condition',
  id: condition.id,
  ...statusOf('condition', condition.status),
  code: concept(icd10, condition.code, condition.display),
  subject: reference('Patient', condition.patientId),
  recordedDate: condition.firstNotedAt,
  ...(condition.endedAt !== undefined && { abatementDateTime: condition.endedAt }),
})

const prescriptionStatus: Readonly<Record<Schemas['PrescriptionStatus'], string>> = {
  draft: 'draft',
  sending: 'active',
  sent: 'active',
  accepted: 'active',
  dispensed: 'completed',
  'partially-dispensed': 'active',
  'not-dispensed': 'stopped',
  refused: 'cancelled',
  undelivered: 'cancelled',
  'cancel-requested': 'active',
  cancelled: 'cancelled',
  replaced: 'stopped',
}

export const fhirOfPrescription = (prescription: Schemas['Prescription']): FhirResource => ({
  resourceType: 'MedicationRequest',
  id: prescription.id,
  status: prescriptionStatus[prescription.status],
  intent: 'order',
  medicationCodeableConcept: concept(rxnorm, prescription.medication.rxcui, prescription.medication.name),
  subject: reference('Patient', prescription.patientId),
  ...(prescription.visitId !== undefined && { encounter: reference('Encounter', prescription.visitId) }),
  authoredOn: prescription.signedAt ?? prescription.createdAt,
  requester: { display: prescription.practitioner.displayName },
  dosageInstruction: [{ text: english(prescription.directionsText) }],
  dispenseRequest: {
    numberOfRepeatsAllowed: prescription.refills,
    quantity: { value: prescription.quantity },
    expectedSupplyDuration: {
      value: prescription.daysSupply,
      unit: 'd',
      system: 'http://unitsofmeasure.org',
      code: 'd',
    },
    ...(prescription.pharmacy !== null && { performer: { display: prescription.pharmacy.name } }),
  },
  substitution: { allowedBoolean: prescription.substitutionAllowed },
})

const orderStatus: Readonly<Record<Schemas['LabOrderStatus'], string>> = {
  sending: 'active',
  accepted: 'active',
  partial: 'active',
  final: 'completed',
  refused: 'revoked',
  undelivered: 'revoked',
  'cancel-requested': 'active',
  cancelled: 'revoked',
}

export const fhirOfOrder = (order: Schemas['LabOrder']): FhirResource[] =>
  order.tests.map(({ loinc: code, name }, index) => ({
    resourceType: 'ServiceRequest',
    id: order.tests.length === 1 ? order.id : `${order.id}-${index + 1}`,
    identifier: [{ value: order.id }],
    status: orderStatus[order.status],
    intent: 'order',
    priority: order.priority,
    code: concept(loinc, code, english(name)),
    subject: reference('Patient', order.patientId),
    ...(order.visitId !== undefined && { encounter: reference('Encounter', order.visitId) }),
    authoredOn: order.placedAt,
    requester: { display: order.practitioner.displayName },
    reasonCode: order.diagnosisCodes.map((diagnosis) => concept(icd10, diagnosis)),
  }))

const resultStatus = { partial: 'partial', final: 'final', corrected: 'corrected', cancelled: 'cancelled' } as const
const interpretation = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'

/** Codes as the laboratory wrote them; those of its own have no system. */
const codedValue = (coded: NonNullable<Schemas['LabObservation']['coded']>, value: string | undefined): object => ({
  coding: coded.map(({ code, text, systemUri }) => ({
    ...(systemUri !== undefined && { system: systemUri }),
    code,
    ...(text !== undefined && { display: text }),
  })),
  ...(value !== undefined && { text: value }),
})

/** DiagnosticReport has no note before R5. */
const reportNote = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-DiagnosticReport.note'

/**
 * DiagnosticReport with one Observation for each measurement. Files are named as they are next to the bundle (`files/`, gather-record.ts).
 */
export const fhirOfResult = (result: Schemas['LabResult']): FhirResource[] => {
  const specimen = result.specimen === undefined ? [] : [{ display: result.specimen }]
  const performer = [result.laboratory, result.laboratoryAddress].filter((part) => part !== undefined).join(', ')
  const observations = result.observations.map((observation, index): FhirResource => {
    const { quantity, value, coded, document, dataAbsentReason, flag, referenceRange, note } = observation
    return {
      resourceType: 'Observation',
      id: `${result.id}-${index + 1}`,
      status: observation.status,
      category: [hl7('observation-category', 'laboratory')],
      code: concept(loinc, observation.loinc, observation.name),
      subject: reference('Patient', result.patientId),
      effectiveDateTime: observation.observedAt ?? result.collectedAt ?? result.receivedAt,
      ...(quantity !== undefined
        ? { valueQuantity: quantity }
        : coded !== undefined
          ? { valueCodeableConcept: codedValue(coded, value) }
          : value !== undefined
            ? { valueString: value }
            : document === undefined && { dataAbsentReason: { text: dataAbsentReason ?? 'unknown' } }),
      ...(specimen[0] && { specimen: specimen[0] }),
      ...(flag !== undefined && { interpretation: [concept(interpretation, flag)] }),
      ...(referenceRange !== undefined && { referenceRange: [{ text: referenceRange }] }),
      ...(note !== undefined && { note: [{ text: note }] }),
    }
  })
  return [
    {
      resourceType: 'DiagnosticReport',
      id: result.id,
      status: resultStatus[result.status],
      category: [concept('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB')],
      code: concept(loinc, result.test.loinc, english(result.test.name)),
      subject: reference('Patient', result.patientId),
      effectiveDateTime: result.collectedAt ?? result.receivedAt,
      issued: result.receivedAt,
      performer: [{ display: performer }],
      ...(specimen.length > 0 && { specimen }),
      result: observations.map(({ id }) => reference('Observation', id)),
      ...(result.comment !== undefined && { conclusion: result.comment }),
      ...(result.note !== undefined && { extension: [{ url: reportNote, valueAnnotation: { text: result.note } }] }),
      ...presentedForm(result),
    },
    ...observations,
  ]
}

const presentedForm = ({ id, observations }: Schemas['LabResult']): { readonly presentedForm?: readonly object[] } => {
  const files = observations.flatMap(({ name, document }) => {
    if (document === undefined) return []
    const contentType = mediaTypeOf(document.kind)
    return [{ contentType, url: fileName(fileOfResult(id, document.id), contentType), title: name }]
  })
  return files.length === 0 ? {} : { presentedForm: files }
}
