/** A resource of FHIR R4 as JSON. */
export interface FhirResource {
  readonly resourceType: string
  readonly id: string
  readonly [property: string]: unknown
}

export interface FhirBundle {
  readonly resourceType: 'Bundle'
  readonly type: 'collection'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirResource }[]
}

export const loinc = 'http://loinc.org'
export const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm'
export const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'

export const concept = (
  system: string,
  code: string,
  text?: string,
): { readonly coding: readonly { readonly system: string; readonly code: string }[]; readonly text?: string } => ({
  coding: [{ system, code }],
  ...(text !== undefined && { text }),
})

export const reference = (type: string, id: string): { readonly reference: string } => ({ reference: `${type}/${id}` })

/** HL7 code systems of terminology.hl7.org. */
export const hl7 = (name: string, code: string): ReturnType<typeof concept> =>
  concept(`http://terminology.hl7.org/CodeSystem/${name}`, code)
