import { fileName, fileOfRecording } from '../model/file-of-result.ts'
import type { PatientRecord } from '../model/record.ts'
import {
  fhirOfAppointment,
  fhirOfCarePlan,
  fhirOfIntake,
  fhirOfOutcome,
  fhirOfRecording,
  fhirOfSummary,
  fhirOfSurvey,
  fhirOfThread,
  fhirOfVisit,
} from './fhir-of-care.ts'
import {
  fhirOfAllergy,
  fhirOfCondition,
  fhirOfNote,
  fhirOfOrder,
  fhirOfPrescription,
  fhirOfReportedMedicine,
  fhirOfResult,
  fhirOfVitals,
} from './fhir-of-chart.ts'
import { fhirOfClaim } from './fhir-of-claims.ts'
import {
  fhirOfAccess,
  fhirOfConsent,
  fhirOfCoverage,
  fhirOfDisclosure,
  fhirOfEvidence,
  fhirOfPatient,
  fhirOfProxy,
  fhirOfRequest,
  fhirOfText,
} from './fhir-of-person.ts'
import type { FhirBundle, FhirResource } from './fhir-resource.ts'

/**
 * The record as a FHIR R4 Bundle. Sections without a resource of FHIR (preferences, notices, the account) are in `record.json` only.
 * `base` makes the references of the bundle resolve within it.
 */
export const recordBundle = (
  { patientId, sections: of, files }: PatientRecord,
  base: string,
  now: Date,
): FhirBundle => {
  const copied = new Set(files.flatMap(({ name, bytes }) => (bytes === null ? [] : [name])))
  const resources: FhirResource[] = [
    ...of.patient.map(fhirOfPatient),
    ...of.people.map(fhirOfProxy),
    ...of.consents.map(fhirOfConsent),
    ...of.evidence.map(fhirOfEvidence),
    ...of.appointments.map(fhirOfAppointment),
    ...of.visits.map(fhirOfVisit),
    ...of.intake.map(fhirOfIntake),
    ...of.summaries.map(fhirOfSummary),
    ...of.notes.map(fhirOfNote),
    ...of.recordings.map((recording) => {
      const file = fileName(fileOfRecording(recording.id), recording.mediaType)
      return fhirOfRecording(recording, copied.has(file) ? file : null)
    }),
    ...of.vitals.flatMap((vitals) => fhirOfVitals(patientId, vitals)),
    ...of.allergies.map(fhirOfAllergy),
    ...of.conditions.map(fhirOfCondition),
    ...of.reportedMedicines.map(fhirOfReportedMedicine),
    ...of.prescriptions.map(fhirOfPrescription),
    ...of.labOrders.flatMap(fhirOfOrder),
    ...of.labResults.flatMap(fhirOfResult),
    ...of.carePlan.flatMap(fhirOfCarePlan),
    ...of.outcomes.map((outcome, index) => fhirOfOutcome(patientId, outcome, index)),
    ...of.surveys.map(fhirOfSurvey),
    ...of.threads.flatMap(fhirOfThread),
    ...of.coverages.map(fhirOfCoverage),
    ...of.texts.map((text) => fhirOfText(patientId, text)),
    ...of.claims.flatMap((claim) => fhirOfClaim(claim, new Set(of.claims.map(({ id }) => id)))),
    ...of.requests.flatMap(fhirOfRequest),
    ...of.disclosures
      .filter(({ recipientKind }) => recipientKind === 'named')
      .map((disclosure, index) => fhirOfDisclosure(patientId, disclosure, index)),
    ...of.accesses.map((access) => fhirOfAccess(patientId, access)),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now.toISOString(),
    entry: resources.map((resource) => ({
      fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  }
}
