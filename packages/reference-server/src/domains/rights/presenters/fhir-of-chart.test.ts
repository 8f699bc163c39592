import { describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { fhirOfResult } from './fhir-of-chart.ts'

const result: components['schemas']['LabResult'] = {
  ...{ id: 'r1', orderId: 'o1', patientId: 'p1', status: 'final', abnormal: false, extra: false, version: 1 },
  test: { code: 'CULT', loinc: '6463-4', name: [{ language: 'en', text: 'Throat culture' }] },
  ...{ fillerNumber: 'F1', laboratory: 'Example Lab', laboratoryAddress: '1 Sample Street, Exampleville' },
  ...{ receivedAt: '2026-11-25T12:00:00.000Z', collectedAt: '2026-11-25T09:15:00.000Z', specimen: 'Throat swab' },
  ...{ released: true, correctedAfterReview: false },
  observations: [
    {
      ...{ loinc: '600-7', name: 'Organism', status: 'final', value: 'Escherichia coli' },
      coded: [
        {
          ...{ code: '112283007', text: 'Escherichia coli', system: 'SCT' },
          systemUri: 'http://snomed.info/sct',
        },
        { code: 'ECOLI', text: 'E. coli', system: 'L' },
      ],
    },
    { loinc: '11502-2', name: 'Report', status: 'final', document: { id: 'a/1', kind: 'pdf', bytes: 9 } },
    { loinc: '2823-3', name: 'Potassium', status: 'cancelled', dataAbsentReason: 'not-performed' },
  ],
} as never

/* What a laboratory sent and does not fit one line of text is in the FHIR of a copy too. */
describe('the FHIR of a laboratory result', () => {
  const [report, ...observations] = fhirOfResult(result)

  it('has when, from what and by whom it was measured, and the files as they are in the archive', () => {
    expect(report).toMatchObject({
      resourceType: 'DiagnosticReport',
      effectiveDateTime: '2026-11-25T09:15:00.000Z',
      performer: [{ display: 'Example Lab, 1 Sample Street, Exampleville' }],
      specimen: [{ display: 'Throat swab' }],
      presentedForm: [{ contentType: 'application/pdf', url: 'files/result-r1-a-1.pdf', title: 'Report' }],
    })
  })

  it('has the codes of a coded value, and no reason for a value that is a file', () => {
    const [organism, file, missing] = observations
    expect(organism).toMatchObject({
      specimen: { display: 'Throat swab' },
      valueCodeableConcept: {
        coding: [
          { system: 'http://snomed.info/sct', code: '112283007', display: 'Escherichia coli' },
          { code: 'ECOLI', display: 'E. coli' },
        ],
        text: 'Escherichia coli',
      },
    })
    expect(organism).not.toHaveProperty('valueString')
    expect(file).not.toHaveProperty('dataAbsentReason')
    expect(missing).toMatchObject({ dataAbsentReason: { text: 'not-performed' } })
  })
})
