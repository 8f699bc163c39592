/** Code systems of HL7 table 0396 that results use, by their name in messages. FHIR: Coding.system. */
const systems: Readonly<Record<string, string>> = {
  LN: 'http://loinc.org',
  SCT: 'http://snomed.info/sct',
  SCT2: 'http://snomed.info/sct',
  I10: 'http://hl7.org/fhir/sid/icd-10-cm',
  I10C: 'http://hl7.org/fhir/sid/icd-10-cm',
  RXNORM: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  UCUM: 'http://unitsofmeasure.org',
  HL70078: 'http://terminology.hl7.org/CodeSystem/v2-0078',
  HL70136: 'http://terminology.hl7.org/CodeSystem/v2-0136',
}

/** The URI of a code system; null for a laboratory's own (`L`, `99...`) and for one that is not known here. */
export const codeSystem = (name: string): string | null => {
  const known = name.toUpperCase()
  return Object.hasOwn(systems, known) ? (systems[known] ?? null) : null
}
